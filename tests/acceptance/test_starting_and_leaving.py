"""How the program starts and leaves: sample desk, second start, no display, passphrase from a file."""

import subprocess
import sys

from driving import Program, Stage
from waiting import until


def test_the_sample_desk_shows_whom_to_come_back_to_and_leaves_nothing_behind(stage: Stage):
    with stage.program("--demo") as program:
        program.find("today.list")
        program.find("followup.done")
        until(lambda: program.sees(name="days late"), "somebody who waits for days")
        assert any(stage.passing.iterdir())

        assert program.close() == 0

    assert program.said() == ""
    assert list(stage.passing.iterdir()) == []
    assert list(stage.home.rglob("*.desk")) == []


def test_a_second_start_brings_the_first_window_to_the_front_and_leaves(stage: Stage):
    desk, passphrase = stage.folder / "day.desk", stage.folder / "passphrase"
    passphrase.write_text("four quiet green boats", "utf-8")

    with stage.program("--desk", desk, "--passphrase-file", passphrase) as first:
        first.find("first.code")
        with stage.program("--desk", desk) as second:
            assert second.wait_for_end() == 0
        put_the_recovery_code_off(first)
        first.find("nav.today")
        with stage.program("--desk", desk, "--passphrase-file", passphrase) as third:
            assert third.wait_for_end() == 0
        first.find("nav.today")
        assert first.close() == 0

    assert second.said() == third.said() == first.said() == ""


def test_a_passphrase_given_at_the_first_start_protects_the_new_desk(stage: Stage):
    desk, passphrase = stage.folder / "day.desk", stage.folder / "passphrase"
    passphrase.write_text("four quiet green boats", "utf-8")
    with stage.program("--desk", desk, "--passphrase-file", passphrase) as program:
        put_the_recovery_code_off(program)
        program.find("nav.today")
        assert program.close() == 0

    with stage.program("--desk", desk) as program:
        program.write("four quiet red boats\n", "lock.passphrase")
        program.find("start.wrong")
        program.type("four quiet green boats\n")
        program.find("nav.today")
        assert program.close() == 0


def test_after_a_crash_the_next_start_needs_no_help(stage: Stage):
    desk, passphrase = stage.folder / "day.desk", stage.folder / "passphrase"
    passphrase.write_text("four quiet green boats", "utf-8")
    with stage.program("--desk", desk, "--passphrase-file", passphrase) as program:
        put_the_recovery_code_off(program)
        program.find("nav.people")
        program.press("ctrl+n")
        program.write("Noor Benali\n", "new.name")
        program.row("people.list", "Noor Benali")
        program.kill()

    with stage.program("--desk", desk, "--passphrase-file", passphrase) as program:
        program.click("nav.people")
        program.row("people.list", "Noor Benali")
        assert program.close() == 0

    assert program.said() == ""


def test_without_a_display_it_leaves_with_one_sentence(stage: Stage):
    environment = stage.environment()
    for name in ("DISPLAY", "QT_QPA_PLATFORM"):
        del environment[name]

    done = subprocess.run(
        [sys.executable, "-m", "relationdesk"], env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "no display" in line


def put_the_recovery_code_off(program: Program) -> None:
    program.find("first.code")
    program.click("first.later")
