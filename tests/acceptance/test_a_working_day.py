"""A first day with the program, from the first start to finding everything again."""

from pathlib import Path

from driving import Program, Stage
from pypdf import PdfReader
from waiting import until

PASSPHRASE = "four quiet green boats"
CARDS = """BEGIN:VCARD
VERSION:3.0
N:Benali;Noor;;;
FN:Noor Benali
EMAIL;TYPE=INTERNET:noor@lumiere.example
TEL;TYPE=CELL:+33 6 39 98 14 52
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Marchetti;Léa;;;
FN:Léa Marchetti
EMAIL;TYPE=INTERNET:lea@sentiers.example
END:VCARD
"""


def test_what_a_day_brings_is_there_after_closing_and_opening_again(stage: Stage):
    cards, passphrase, dossier = (stage.folder / name for name in ("people.vcf", "passphrase", "dossier.pdf"))
    cards.write_text(CARDS, "utf-8")
    passphrase.write_text(PASSPHRASE, "utf-8")

    with stage.program() as program:
        make_a_desk(program)
        bring_in(program, cards, "Léa Marchetti", "Noor Benali")
        note_a_call(program, "Noor Benali")
        see_it_coming(program, "Noor Benali")
        take_back_and_do_again(program, "Noor Benali")
        write_a_dossier(program, dossier)
        assert program.close() == 0
        assert program.said() == ""

    assert "Noor Benali" in text_of(dossier)
    assert "call friday 17h" in text_of(dossier)
    with stage.program("--passphrase-file", passphrase) as program:
        see_it_coming(program, "Noor Benali")
        open_person(program, "Noor Benali")
        program.row("timeline.list", "called her, call friday 17h")
        program.row("people.list", "Léa Marchetti")
        assert program.close() == 0
        assert program.said() == ""


def make_a_desk(program: Program) -> None:
    program.click("first.language.en")
    program.write(f"{PASSPHRASE}\n", "first.passphrase")
    program.type(f"{PASSPHRASE}\n")
    assert program.find("first.code").name
    program.click("first.later")


def bring_in(program: Program, cards: Path, *names: str) -> None:
    program.find("nav.people")
    program.press("ctrl+i")
    program.click("import.choose")
    program.choose_file(cards)
    for name in names:
        program.row("import.preview", name)
    program.click("import.accept")
    program.waits_without("import.dialog")
    program.find("status.message", name="2 people came in")


def open_person(program: Program, name: str) -> None:
    program.click("nav.people")
    program.click_on(program.row("people.list", name))
    until(lambda: program.find("person.header").name == name, f"the screen of {name}")


def note_a_call(program: Program, name: str) -> None:
    open_person(program, name)
    program.write("called her, call friday 17h", "person.note")
    assert "17:00" in program.find("offer.accept").name
    program.click("offer.accept")
    program.waits_without("offer.accept")
    program.press("ctrl+Return")
    program.row("timeline.list", "called her, call friday 17h")


def see_it_coming(program: Program, name: str) -> None:
    """Go to Today, where the follow-up waits with its hour."""
    program.click("nav.today")
    program.find("followup.done")
    assert "17:00" in program.find(name=f"{name}, ", role="panel").name


def take_back_and_do_again(program: Program, name: str) -> None:
    """Take the note and the follow-up back, one after the other, and do both again."""
    program.find(name="call friday 17h", role="label")
    program.press("ctrl+z")
    program.waits_without(name="call friday 17h", role="label")
    program.press("ctrl+z")
    program.waits_without(name=f"{name}, ", role="panel")
    program.press("ctrl+shift+z")
    program.find(name=f"{name}, ", role="panel")
    program.click("redo")
    program.find(name="call friday 17h", role="label")


def write_a_dossier(program: Program, file: Path) -> None:
    open_person(program, "Noor Benali")
    program.click("dossier.write")
    program.choose_file(file)
    program.find("status.message", name=file.name)


def text_of(file: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)
