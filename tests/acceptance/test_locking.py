"""The desk is locked with the keyboard and opened again, on a screen whose clipboard others can read."""

from pathlib import Path

from driving import Stage
from waiting import until

CARDS = Path(__file__).resolve().parents[2] / "resources" / "sample" / "newcomers.vcf"
FAULTS = Path(__file__).resolve().parents[1] / "faults"
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
        for asked in (("search", "kerouanton"), ("import", CARDS)):
            with stage.program("--desk", desk, *asked) as asking:
                assert asking.wait_for_end() == 1
            assert "is locked" in asking.said()

        program.write("four quiet red boats\n", "lock.passphrase")
        program.find("start.wrong")
        program.type(f"{PASSPHRASE}\n")
        program.row("people.list", "Kerouanton")
        assert program.close() == 0

    assert program.said() == ""


def test_a_keychain_that_never_answers_keeps_nobody_from_their_desk(stage: Stage):
    desk, passphrase = stage.folder / "day.desk", stage.folder / "passphrase"
    passphrase.write_text(PASSPHRASE, "utf-8")
    with stage.program("--desk", desk, "--passphrase-file", passphrase, "import", CARDS) as bringing:
        assert bringing.wait_for_end() == 0
    choose_keychain(stage, "keychains.Slow")

    with stage.program("--desk", desk) as program:
        program.find("lock.told", name="Waiting for this computer’s keychain")
        program.write(f"{PASSPHRASE}\n", "lock.passphrase")
        program.find("nav.people")
        assert program.close() == 0

    assert program.said() == ""


def choose_keychain(stage: Stage, backend: str) -> None:
    """Have the programs on the stage use a backend of the `keyring` library, as its own settings do."""
    folder = stage.home / ".config" / "python_keyring"
    folder.mkdir(parents=True)
    settings = f"[backend]\ndefault-keyring={backend}\nkeyring-path={FAULTS}\n"
    (folder / "keyringrc.cfg").write_text(settings, "utf-8")
