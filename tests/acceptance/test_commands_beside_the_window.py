"""What is typed in a terminal while the window is open shows in the window, and is undone there."""

from driving import Stage
from waiting import until

CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:Noor Zidane\nEND:VCARD\n"


def test_people_brought_in_from_a_terminal_show_in_the_window_and_are_undone_there(stage: Stage):
    desk, card = stage.folder / "day.desk", stage.folder / "noor.vcf"
    card.write_text(CARD, "utf-8")
    assert run(stage, "demo", desk) == 0

    with stage.program("--desk", desk) as program:
        program.click("nav.people")
        until(lambda: program.rows("people.list"), "people")
        program.write("zidane", "people.filter")
        assert run(stage, "--desk", desk, "import", card) == 0
        program.row("people.list", "Noor Zidane")
        program.find("status.message", name="Import, Noor Zidane, from the command line")
        program.click("undo")
        until(lambda: not program.rows("people.list"), "nobody of that name")
        assert program.close() == 0

    assert program.said() == ""


def run(stage: Stage, *words: object) -> int:
    with stage.program(*map(str, words)) as command:
        return command.wait_for_end()
