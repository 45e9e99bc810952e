"""The desk is locked with the keyboard and opened again, on a screen whose clipboard others can read."""

from pathlib import Path

from driving import Stage
from waiting import until

CARDS = Path(__file__).resolve().parents[2] / "resources" / "sample" / "newcomers.vcf"
PASSPHRASE = "four quiet green boats"


def test_a_locked_desk_shows_and_holds_nothing_of_anybody(stage: Stage):
    desk, passphrase = stage.folder / "day.desk", stage.folder / "passphrase"
    passphrase.write_text(PASSPHRASE, "utf-8")
    own = ("--desk", desk, "--passphrase-file", passphrase)
    with stage.program(*own, "import", CARDS) as bringing:
        assert bringing.wait_for_end() == 0

    with stage.program(*own) as program:
        program.find("today.cadence")
        program.click("nav.people")
        program.row("people.list", "Kerouanton")
        program.write("kerouanton", "people.filter")
        program.press("ctrl+a")
        program.press("ctrl+c")
        until(stage.screen.holds_something_copied, "something in the clipboard")

        program.press("ctrl+l")
        program.find("lock.passphrase")
        program.waits_without("people.filter")
        assert "erouanton" not in program.outline()
        until(lambda: not stage.screen.holds_something_copied(), "an empty clipboard")
        with stage.program("--desk", desk, "search", "kerouanton") as asking:
            assert asking.wait_for_end() == 1
        assert "is locked" in asking.said()

        program.write("four quiet red boats\n", "lock.passphrase")
        program.find("start.wrong")
        program.type(f"{PASSPHRASE}\n")
        program.row("people.list", "Kerouanton")
        assert program.close() == 0

    assert program.said() == ""
