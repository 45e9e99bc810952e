"""The command line: every verb, one clear line for whatever goes wrong, and never a traceback."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from golden import KEY, golden_desks
from real_desk import made_in
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.schema import SCHEMA_VERSION
from relationdesk.desk.vault import new_vault, read_vault, sample_vault, write_vault
from relationdesk.domain.recovery_code import new_code
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.system.clock import SystemClock
from relationdesk.system.instance import hold
from relationdesk.system.keychain import NoKeychain
from relationdesk.work.desks import opening
from relationdesk.work.people.editing.own_fields import add_own_field, fill_own_field
from relationdesk.work.people.queries import people_named
from relationdesk.work.views.commands import save_view
from running import until

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "imports"
VERBS = [
    "import",
    "demo",
    "export",
    "archive",
    "dossier",
    "due",
    "search",
    "backup",
    "check",
    "restore",
    "erase",
]
NOT_YET = ["capture"]
Ran = tuple[int, str, str]
Typed = Callable[..., Ran]


def failed_with(ran: Ran, *words: str) -> None:
    code, out, err = ran
    assert code == 1
    assert out == ""
    assert err.count("\n") == 1, err
    for word in words:
        assert word in err


def everything_in(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file() and "-" not in p.name}


@pytest.mark.parametrize(("language", "word"), [("en", "show this help"), ("fr", "aide")])
def test_help_names_the_verbs_that_work_and_no_other(typed: Typed, language: str, word: str):
    code, out, _ = typed("--lang", language, "--help")

    assert code == 0
    assert word in out
    listed = {line.split()[0] for line in out.splitlines() if line.startswith("    ") and line.split()}
    assert set(VERBS) <= listed
    assert not set(NOT_YET) & listed


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(typed: Typed, verb: str):
    code, out, _ = typed(verb, "--help")

    assert code == 0
    assert f"relationdesk {verb}" in out


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        ["capture", "x"],
        ["--no-such"],
        ["import"],
        ["search"],
        ["dossier", "Léa"],
        ["dossier", "Léa", "--to", "x.pdf", "--face", "everybody"],
        ["due", "--until", "tomorrow"],
        ["due", "--until", "2026-02-30"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "-1"],
        ["search", "x", "--limit", "²"],
        ["--lang", "de", "due"],
    ],
    ids=" ".join,
)
def test_a_wrong_use_leaves_with_two_and_says_what(typed: Typed, words: list[str]):
    code, out, err = typed(*words)

    assert code == 2
    assert out == ""
    assert err


def test_version_is_told(typed: Typed):
    code, out, _ = typed("--version")

    assert code == 0
    assert out.startswith("RelationDesk ")


@pytest.mark.parametrize(("language", "today_word"), [("en", "today"), ("fr", "aujourd’hui")])
def test_due_says_whom_to_come_back_to_and_why(typed: Typed, language: str, today_word: str):
    code, out, err = typed("--lang", language, "due")

    assert (code, err) == (0, "")
    assert "Léa Marchetti — Ask about the hut" in out
    assert "autumn issue" in out
    assert today_word in out.lower().replace("'", "’")


def test_due_as_data(typed: Typed):
    code, out, _ = typed("due", "--json", "--until", "2999-01-01")

    (row,) = (row for row in json.loads(out) if row["kind"] == "follow_up")
    assert code == 0
    assert row["section"] == "today"
    assert (row["name"], row["action"], row["reason"]) == ("Léa Marchetti", "call", "Ask about the hut")


def test_nobody_due_is_said(typed: Typed):
    assert typed("due", "--until", "2001-01-01") == (0, "Nobody is waiting.\n", "")
    assert typed("due", "--until", "2001-01-01", "--json") == (0, "[]\n", "")


def test_search_finds_people_and_texts(typed: Typed):
    code, out, err = typed("search", "autumn")
    assert (code, err) == (0, "")
    assert out.startswith("Léa Marchetti — Talked about the autumn issue")

    code, out, _ = typed("search", "marie", "--json", "--limit", "1")
    assert [row["name"] for row in json.loads(out)] == ["Marie Petit"]
    assert "\x02" not in typed("search", "autumn", "--json")[1]
    assert typed("search", "'; DROP TABLE person; --") == (0, "Nothing was found.\n", "")


def test_search_finds_organisations_between_people_and_texts(typed: Typed):
    code, out, err = typed("search", "trail")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[0].startswith("Léa Marchetti — ")
    assert lines[1] == "Trail Hebdo — organisation (1 person)"
    assert typed("--lang", "fr", "search", "agence nord")[1].splitlines()[-1] == (
        "Agence Nord — organisation (1 personne)"
    )

    found = json.loads(typed("search", "sentier", "--json")[1])
    (one,) = (row for row in found if row["kind"] == "organisation")
    assert (one["name"], one["people"], one["person_id"]) == ("Sentier", 0, None)
    assert set(found[0]) <= set(one)
    assert [row["kind"] for row in json.loads(typed("search", "trail", "--json", "--limit", "1")[1])] == [
        "person"
    ]
    assert not [
        row
        for row in json.loads(typed("search", "trail kind:call", "--json")[1])
        if row["kind"] == "organisation"
    ]


def test_a_filter_narrows_what_is_searched_and_exported(typed: Typed, tmp_path: Path):
    path = tmp_path / "some.vcf"
    narrowed = ["Léa Marchetti"]

    assert typed("search", "kind:call", "--json")[0] == 0
    assert [line["name"] for line in json.loads(typed("search", "genre:appel", "--json")[1])] == narrowed
    assert [line["name"] for line in json.loads(typed("search", "autumn -kind:call", "--json")[1])] == []
    assert typed("export", path, "--view", "due:today") == (0, "1 person written to some.vcf\n", "")
    assert "FN:Léa Marchetti" in path.read_text(encoding="utf-8")
    assert typed("export", path, "--view", "marie -kind:call")[1] == "2 people written to some.vcf\n"


def test_a_wrong_part_of_a_filter_is_told_and_the_rest_is_searched(typed: Typed, tmp_path: Path):
    code, out, err = typed("search", "colour:red kind:call", "--json")

    assert (code, err) == (0, "There is no filter “colour:”, so it was left out.\n")
    assert len(json.loads(out)) == 1


def test_an_own_field_narrows_what_is_searched_and_exported(typed: Typed, home: Path, tmp_path: Path):
    desk = opening.open_found(opening.find(DeskFiles(home / "my.desk"), NoKeychain()), SystemClock())
    size = add_own_field(desk, name="Shoe size", kind=OwnKind.NUMBER)
    (lea, *_others) = people_named(desk.reader, "Léa Marchetti")
    fill_own_field(desk, lea.id, size, "39")
    desk.close()

    found = typed("search", "shoe-size:<=39", "--json")
    assert [line["name"] for line in json.loads(found[1])] == ["Léa Marchetti"]
    assert typed("export", tmp_path / "some.vcf", "--view", '"shoe size":39')[0] == 0
    failed_with(typed("export", tmp_path / "no.vcf", "--view", "shoe-size:>red"), "shoe-size:", ">red")


def test_own_fields_come_in_from_tables_and_cards(typed: Typed, home: Path, tmp_path: Path):
    desk = opening.open_found(opening.find(DeskFiles(home / "my.desk"), NoKeychain()), SystemClock())
    add_own_field(desk, name="Shoe size", kind=OwnKind.NUMBER)
    desk.close()
    table, cards = tmp_path / "new.csv", tmp_path / "new.vcf"
    table.write_text("Name,Shoe size\nHugo Dray,39\n", encoding="utf-8")
    field = 'X-RELATIONDESK-FIELD;NAME="Member since";KIND=day:2019-05-01'
    cards.write_text(
        f"BEGIN:VCARD\nVERSION:4.0\nFN:Ida Lund\n{field}\nEND:VCARD\n".replace("\n", "\r\n"), encoding="utf-8"
    )

    assert "New field" not in typed("import", table)[1]
    assert typed("import", cards)[1].splitlines()[-1] == "New field on every record: Member since"

    found = [typed("search", text, "--json")[1] for text in ("shoe-size:39", "member-since:<2020-01-01")]
    assert [[line["name"] for line in json.loads(text)] for text in found] == [["Hugo Dray"], ["Ida Lund"]]


def test_a_view_is_exported_by_its_name(typed: Typed, home: Path, tmp_path: Path):
    files = DeskFiles(home / "my.desk")
    desk = opening.open_found(opening.find(files, NoKeychain()), SystemClock())
    save_view(desk, name="Deux Marie", typed="marie")
    desk.close()

    written = typed("export", tmp_path / "some.vcf", "--view", "deux marie")
    assert written[1] == "2 people written to some.vcf\n"


def test_no_file_is_written_with_others_than_were_meant(typed: Typed, tmp_path: Path):
    failed_with(typed("export", tmp_path / "some.vcf", "--view", "kind:wizard"), "kind:", "wizard")

    assert not (tmp_path / "some.vcf").exists()


def test_people_are_written_as_cards_and_come_into_a_new_desk(typed: Typed, home: Path, tmp_path: Path):
    path = tmp_path / "people.vcf"
    assert typed("export", path) == (0, "3 people written to people.vcf\n", "")
    phrase = tmp_path / "phrase"
    phrase.write_text("les hirondelles\n")
    words = ("--desk", tmp_path / "other.desk", "--passphrase-file", phrase)

    code, out, err = typed(*words, "import", path)

    assert (code, err) == (0, "")
    assert "recovery code" in out
    assert "people.vcf: 2 people new, 1 known already, 0 lines not readable" in out
    assert "Léa Marchetti" in typed(*words, "search", "lea")[1]


def test_people_are_written_as_a_table_that_comes_in_again_and_as_json(typed: Typed, tmp_path: Path):
    for name in ("people.csv", "people.json", "people.xlsx"):
        assert typed("export", tmp_path / name)[1] == f"3 people written to {name}\n"

    told = json.loads((tmp_path / "people.json").read_text(encoding="utf-8"))["persons"]
    assert "Léa Marchetti" in [person["display_name"] for person in told]
    assert "3 known already" in typed("import", tmp_path / "people.csv", "--dry-run")[1]


def test_a_dry_run_writes_nothing(typed: Typed, home: Path, tmp_path: Path):
    before = everything_in(home)

    code, out, _ = typed("import", FIXTURES / "consultant.csv", "--dry-run", "--report", tmp_path / "r.csv")

    assert code == 0
    assert "nothing was written" in out
    assert everything_in(home) == before
    assert (tmp_path / "r.csv").read_text("utf-8-sig").startswith("file,line,what,detail")


def test_several_files_come_in_with_a_tag(typed: Typed):
    code, out, err = typed("import", FIXTURES / "iphone.vcf", FIXTURES / "android.vcf", "--tag", "fair 2026")

    assert (code, err) == (0, "")
    assert out.count(".vcf:") == 2
    assert json.loads(typed("search", "fair 2026", "--json")[1])


def test_the_whole_desk_goes_out_and_comes_back(typed: Typed, tmp_path: Path):
    path, again = tmp_path / "desk.json", tmp_path / "again.json"
    assert typed("archive", path)[0] == 0
    phrase = tmp_path / "phrase"
    phrase.write_text("les hirondelles")
    words = ("--desk", tmp_path / "other.desk", "--passphrase-file", phrase)

    code, out, err = typed(*words, "archive", "--read", path)
    assert (code, err) == (0, "")
    assert "3 people read from desk.json" in out
    assert typed(*words, "archive", again)[0] == 0
    assert again.read_bytes() == path.read_bytes()
    failed_with(typed("archive", "--read", path), "there are people on this one")


def test_a_dossier_is_written_in_the_language_that_was_asked_for(typed: Typed, tmp_path: Path):
    code, out, err = typed("--lang", "fr", "dossier", "léa marchetti", "--to", tmp_path / "lea.pdf")

    assert (code, err) == (0, "")
    assert "lea.pdf" in out
    assert (tmp_path / "lea.pdf").read_bytes().startswith(b"%PDF")


def test_a_sample_desk_is_written_once(typed: Typed, tmp_path: Path):
    path = tmp_path / "sample.desk"
    code, out, err = typed("demo", path)

    assert (code, err) == (0, "")
    assert "invented people only" in out
    assert len(json.loads(typed("--desk", path, "due", "--json", "--until", "2999-01-01")[1])) > 3
    before = path.read_bytes()
    failed_with(typed("demo", path), "sample.desk")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "words"), [("Marie Petit", "Several"), ("Nobody", "Nobody called"), ("!", "!"), ("", "")]
)
def test_a_person_has_to_be_one(typed: Typed, tmp_path: Path, name: str, words: str):
    failed_with(typed("dossier", name, "--to", tmp_path / "x.pdf"), words)
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(
    "verb", [["export"], ["archive"], ["dossier", "Léa", "--to"]], ids=lambda verb: verb[0]
)
def test_no_verb_writes_over_a_desk_or_its_vault(typed: Typed, tmp_path: Path, verb: list[str]):
    """Also when the desk has a name that the verb would take."""
    ending = {"export": ".vcf", "archive": ".desk", "dossier": ".pdf"}[verb[0]]
    other = made_in(tmp_path, f"other{ending}")
    before = everything_in(tmp_path)

    failed_with(typed(*verb, other.files.desk), f"other{ending}", "belongs to a desk")
    if verb == ["archive"]:
        failed_with(typed(*verb, other.files.vault), "belongs to a desk")

    assert everything_in(tmp_path) == before


def test_a_report_is_not_written_over_the_desk(typed: Typed, home: Path):
    before = everything_in(home)["my.desk"]
    code, _, err = typed("import", FIXTURES / "iphone.vcf", "--dry-run", "--report", home / "my.desk")

    assert code == 1
    assert "belongs to a desk" in err
    assert everything_in(home)["my.desk"] == before


@pytest.mark.parametrize("place", ["a folder.pdf", "gone/x.pdf", f"{'x' * 300}.pdf"])
def test_a_place_that_cannot_be_written_is_said(typed: Typed, tmp_path: Path, place: str):
    (tmp_path / "a folder.pdf").mkdir()

    failed_with(typed("dossier", "Léa", "--to", tmp_path / place), "cannot be written")
    assert list((tmp_path / "a folder.pdf").iterdir()) == []


def test_a_full_disk_is_said(typed: Typed, tiny_disk: Path):
    (tiny_disk / "ballast").write_bytes(bytes(60_000))

    failed_with(typed("archive", tiny_disk / "desk.json"), "disk is full")
    assert [path.name for path in tiny_disk.iterdir()] == ["ballast"]


@pytest.mark.parametrize(
    "words",
    [["import", "gone.vcf"], ["import", "."], ["archive", "--read", "gone.json"], ["archive", "--read", "."]],
    ids=" ".join,
)
def test_a_file_that_cannot_be_read_is_said(typed: Typed, words: list[str]):
    code, _, err = typed(*words)

    assert code == 1
    assert err.count("\n") == 1


def test_a_wrong_ending_is_said(typed: Typed, tmp_path: Path):
    failed_with(typed("export", tmp_path / "x.ods"), ".vcf, .csv, .xlsx, .json")
    failed_with(typed("dossier", "Léa", "--to", tmp_path / "x.docx"), ".pdf")


def test_a_desk_that_is_not_there_is_said_and_nothing_is_created(typed: Typed, tmp_path: Path):
    for verb in (["due"], ["import", FIXTURES / "iphone.vcf"], ["archive", tmp_path / "x.json"]):
        failed_with(typed("--desk", tmp_path / "no" / "such.desk", *verb), "such.desk")

    assert not (tmp_path / "no").exists()
    assert not (tmp_path / "x.json").exists()


def test_a_locked_desk_asks_for_its_passphrase_file(typed: Typed, tmp_path: Path):
    made = made_in(tmp_path, "locked.desk")
    phrase = tmp_path / "phrase"
    write_vault(made.files.vault, read_vault(made.files.vault).with_passphrase(made.key, "les hirondelles"))

    failed_with(typed("--desk", made.files.desk, "due"), "locked.desk", "--passphrase-file")
    phrase.write_text("wrong\n")
    failed_with(typed("--desk", made.files.desk, "--passphrase-file", phrase, "due"), "does not open")
    phrase.write_bytes(b"\xef\xbb\xbfles hirondelles\r\n")
    assert typed("--desk", made.files.desk, "--passphrase-file", phrase, "due")[0] == 0
    for content in (b"", b"\n", b"\xff\xfe"):
        phrase.write_bytes(content)
        failed_with(typed("--desk", made.files.desk, "--passphrase-file", phrase, "due"), "passphrase file")


@pytest.mark.parametrize("desk", ["/", ".", "/dev/null"])
def test_what_can_be_no_desk_is_said(typed: Typed, desk: str):
    for words in (["due"], ["import", FIXTURES / "iphone.vcf"], ["restore", FIXTURES / "iphone.vcf"], []):
        failed_with(typed("--desk", desk, *words), "no desk")


def test_a_passphrase_file_without_end_is_given_up(typed: Typed, tmp_path: Path):
    failed_with(typed("--passphrase-file", "/dev/zero", "due"), "zero", "passphrase file")
    (tmp_path / "long").write_text("x" * 10_000)
    failed_with(typed("--passphrase-file", tmp_path / "long", "due"), "long", "passphrase file")
    failed_with(typed("--passphrase-file", tmp_path / "gone"), "gone", "passphrase file")


def test_what_is_wrong_with_a_desk_is_said(typed: Typed, home: Path, tmp_path: Path):
    desk, vault = home / "my.desk", home / "my.desk.vault"
    kept_desk, kept_vault = desk.read_bytes(), vault.read_bytes()
    cases = [
        (lambda: desk.write_bytes(b""), "missing or empty"),
        (desk.unlink, "missing or empty"),
        (lambda: desk.write_bytes(os.urandom(8192)), "damaged"),
        (vault.unlink, "vault"),
        (lambda: vault.write_bytes(b"{}"), "cannot be read"),
        (lambda: write_vault(vault, new_vault(new_key(), new_code())), "locked"),
    ]
    for spoil, word in cases:
        spoil()
        failed_with(typed("due"), word)
        desk.write_bytes(kept_desk)
        vault.write_bytes(kept_vault)
    assert typed("due")[0] == 0


def test_a_desk_that_another_process_keeps_to_itself_is_read_and_not_changed(typed: Typed, home: Path):
    held = hold(home / "my.desk.in-use")

    failed_with(typed("import", FIXTURES / "iphone.vcf"), "in use by another RelationDesk")
    assert typed("due")[0] == 0
    assert typed("import", "--dry-run", FIXTURES / "iphone.vcf")[0] == 0
    held.release()


def test_the_log_tells_that_a_desk_was_brought_to_this_version(typed: Typed, home: Path, tmp_path: Path):
    oldest = golden_desks()[0]
    files = DeskFiles(tmp_path / "old.desk")
    shutil.copy(oldest.files.desk, files.desk)
    write_vault(files.vault, sample_vault(KEY))

    assert typed("--desk", files.desk, "due")[0] == 0
    assert typed("--desk", files.desk, "due")[0] == 0

    log = (home / "logs" / "relationdesk.log").read_text("ascii")
    assert log.count(f"desk brought to this version before={oldest.version} now={SCHEMA_VERSION}\n") == 1
    assert log.count("desk opened") == 2


def test_an_error_of_ours_tells_its_kind_and_place_and_no_name(
    typed: Typed, home: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_words: object) -> None:
        raise ZeroDivisionError("Léa Marchetti")

    monkeypatch.setattr("relationdesk.cli.main.passphrase_in", broken)

    failed_with(typed("due"), "ZeroDivisionError", "cli.main:")
    assert "Marchetti" not in typed("due")[2]
    log = (home / "logs" / "relationdesk.log").read_text("ascii")
    assert "mistake: ZeroDivisionError in cli.main:" in log
    assert "Marchetti" not in log


INTERRUPTED_OR_DONE = {130, -signal.SIGINT, 0}
"""Python ends itself by the signal where the interruption met code that was made while running."""
PROGRAM = [sys.executable, "-m", "relationdesk"]


def test_the_real_program_answers_in_the_systems_language(home: Path):
    for locale, words in (("C", "Nobody is waiting."), ("fr_FR.UTF-8", "Personne")):
        ran = subprocess.run(
            [*PROGRAM, "due", "--until", "2001-01-01"], capture_output=True, text=True, check=False,
            env=os.environ | {"LC_ALL": locale, "PYTHONIOENCODING": "ascii"},
        )  # fmt: skip
        assert (ran.returncode, ran.stderr) == (0, "")
        assert words in ran.stdout


def test_a_reader_who_leaves_early_is_no_accident(home: Path):
    with subprocess.Popen(
        [*PROGRAM, "due", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        complaint = child.stderr.read()
        child.wait(20)

    assert complaint == ""
    assert child.returncode == 1


@pytest.mark.parametrize("wait", [0.0, 0.2, 0.4, 0.7])
def test_ctrl_c_leaves_the_desk_as_it_was_or_with_the_whole_import(home: Path, tmp_path: Path, wait: float):
    cards = "".join(f"BEGIN:VCARD\nVERSION:4.0\nFN:Person {n}\nEND:VCARD\n" for n in range(3000))
    (tmp_path / "many.vcf").write_text(cards)
    child = subprocess.Popen(
        [*PROGRAM, "import", str(tmp_path / "many.vcf")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    log = home / "logs" / "relationdesk.log"
    until(lambda: log.exists() and "command began" in log.read_text("ascii"), "the command")
    time.sleep(wait)
    child.send_signal(signal.SIGINT)
    _, complaint = child.communicate(timeout=60)

    assert complaint == ""
    assert child.returncode in INTERRUPTED_OR_DONE
    ran = subprocess.run(
        [*PROGRAM, "archive", str(tmp_path / "x.json")], capture_output=True, text=True, check=True
    )
    assert ran.stdout.split(" person")[0].split(" people")[0].split()[-1] in {"3", "3003"}


def test_a_user_without_a_home_is_told_what_to_do(home: Path):
    without = {name: value for name, value in os.environ.items() if name not in {"HOME", "RELATIONDESK_HOME"}}
    script = "import os, sys; import relationdesk.app as app; import platformdirs.unix;"
    script += "os.getuid() == 0 and os.setuid(54321); sys.exit(app.main(['due']))"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=without, cwd=home, check=False
    )

    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "Traceback" not in ran.stderr
