"""The log and the report of a crash: what they hold, and that nothing else has a way in."""

import logging
import os
import signal
import subprocess
import sys
import threading
import warnings
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import relationdesk
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.recovery_code import secret_of
from relationdesk.system.complaints import complaints_kept
from relationdesk.system.log import MOST_BYTES, Event, Log
from relationdesk.system.native_crash import (
    forget_former_crash,
    former_crash,
    in_our_words,
    native_crashes_kept,
)
from relationdesk.system.uncaught import uncaught_kept

NAME = "Léa Marchetti"
START = f"2026-11-25T11:00:00Z {relationdesk.__version__} {os.getpid()} "


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(
        tmp_path / "state" / "logs", FixedClock(datetime(2026, 11, 25, 11, tzinfo=UTC), ZoneInfo("UTC"))
    )


def lines(folder: Path, name: str = "relationdesk.log") -> list[str]:
    path = folder / "state" / "logs" / name
    return path.read_text("ascii").splitlines() if path.exists() else []


def told(folder: Path) -> list[str]:
    return [line.removeprefix(START) for line in lines(folder)]


def mistake() -> AttributeError:
    try:
        secret_of(None)  # type: ignore[arg-type]
    except AttributeError as error:
        return error
    raise AssertionError


def test_a_line_has_the_moment_the_version_the_process_and_what_happened(tmp_path: Path, log: Log):
    log.note(Event.WINDOW_OPENED)
    log.note(Event.WINDOW_CLOSED, code=3)

    assert lines(tmp_path) == [f"{START}window opened", f"{START}window closed code=3"]
    assert ((tmp_path / "state/logs/relationdesk.log").stat().st_mode & 0o777) == 0o600
    assert ((tmp_path / "state/logs").stat().st_mode & 0o777) == 0o700


def test_a_mistake_is_its_kind_and_place(tmp_path: Path, log: Log):
    log.mistake(mistake())

    (line,) = told(tmp_path)
    assert line.startswith("mistake: AttributeError in domain.recovery_code:")


def test_a_mistake_without_end_does_not_fill_the_log(tmp_path: Path, log: Log):
    for _ in range(1000):
        log.mistake(mistake())

    assert len(lines(tmp_path)) == 10
    assert told(tmp_path)[-1].endswith(" times=512")


def test_the_log_keeps_its_size(tmp_path: Path, log: Log):
    for number in range(2 * MOST_BYTES // len(START)):
        log.note(Event.WINDOW_CLOSED, code=number)

    kept = sum(path.stat().st_size for path in (tmp_path / "state/logs").iterdir())
    assert MOST_BYTES < kept < 2.1 * MOST_BYTES
    everything = lines(tmp_path, "relationdesk.former.log") + lines(tmp_path)
    assert everything[-1].endswith(f"code={2 * MOST_BYTES // len(START) - 1}")


def test_several_processes_write_whole_lines(tmp_path: Path):
    script = (
        "import sys; from pathlib import Path; from relationdesk.system.clock import SystemClock\n"
        "from relationdesk.system.log import Event, Log\n"
        "for n in range(200): Log(Path(sys.argv[1]), SystemClock()).note(Event.WINDOW_CLOSED, code=n)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "state/logs")]
    for child in [subprocess.Popen(command) for _ in range(3)]:
        assert child.wait(60) == 0

    assert len(lines(tmp_path)) == 600
    assert all(line.startswith("20") and "window closed code=" in line for line in lines(tmp_path))


def test_where_nothing_can_be_written_nobody_is_bothered(tmp_path: Path, log: Log):
    (tmp_path / "state").write_bytes(b"")

    log.note(Event.WINDOW_OPENED)
    Log(None, FixedClock(datetime(2026, 11, 25, tzinfo=UTC), ZoneInfo("UTC"))).mistake(mistake())


@pytest.mark.filterwarnings("default")
def test_what_nobody_caught_is_kept_by_kind_and_not_printed(
    tmp_path: Path, log: Log, capfd: pytest.CaptureFixture[str]
):
    class Leaving:
        def __del__(self) -> None:
            raise KeyError(NAME)

    def failing() -> None:
        raise ValueError(NAME)

    with uncaught_kept(log):
        thread = threading.Thread(target=failing, name=NAME)
        thread.start()
        thread.join()
        Leaving()
        warnings.warn(NAME, RuntimeWarning, stacklevel=1)

    assert told(tmp_path) == [
        "mistake: ValueError in (elsewhere)",
        "mistake: KeyError in (elsewhere)",
        "complaint of a library severity=30",
    ]
    assert capfd.readouterr().err == ""


def test_what_libraries_say_is_kept_without_their_words(
    tmp_path: Path, log: Log, capfd: pytest.CaptureFixture[str]
):
    with complaints_kept(log):
        logging.getLogger("some.library").error("about %s", NAME, exc_info=ValueError(NAME))
        logging.getLogger(NAME).info("about %s", NAME)

    assert told(tmp_path) == ["complaint of a library severity=40"]
    assert "Marchetti" not in capfd.readouterr().err


CRASHING = """
import os, signal, sys
from pathlib import Path
from relationdesk.system.native_crash import native_crashes_kept
from relationdesk.domain.traces import traces_of

class Needle(Exception):
    @property
    def __cause__(self):
        os.kill(os.getpid(), signal.SIGSEGV)

secret = "Léa Marchetti"
with native_crashes_kept(Path(sys.argv[1])):
    if sys.argv[2] == "crash":
        traces_of(Needle(secret))
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))
"""


def ended_by(folder: Path, what: str) -> int:
    command = [sys.executable, "-c", CRASHING, str(folder), what]
    return subprocess.run(command, capture_output=True, check=False).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_crash_below_python_is_told_at_the_next_start_by_its_places(tmp_path: Path):
    assert ended_by(tmp_path, "crash") == -signal.SIGSEGV
    assert former_crash(tmp_path) == ""

    with native_crashes_kept(tmp_path):
        text = former_crash(tmp_path)

    assert text.startswith("Fatal Python error: Segmentation fault")
    assert "  domain.traces:" in text
    assert "/" not in text
    assert [path.name for path in tmp_path.iterdir()] == ["crash.txt"]
    forget_former_crash(tmp_path)
    assert former_crash(tmp_path) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_program_did_not_crash(tmp_path: Path):
    assert ended_by(tmp_path, "SIGKILL") == -signal.SIGKILL

    with native_crashes_kept(tmp_path):
        assert former_crash(tmp_path) == ""

    assert list(tmp_path.iterdir()) == []


def test_of_a_raw_report_only_our_own_modules_are_kept():
    raw = f"""Fatal Python error: Aborted

Thread 0x00007f1 (most recent call first):
  File "/home/{NAME}/.venv/lib/python3.12/threading.py", line 355 in wait
  File "/home/{NAME}/.venv/lib/python3.12/site-packages/x.py", line 2 in y
Current thread 0x00007f2 [{NAME}] (most recent call first):
  File "/home/relationdesk/{NAME}/secret.py", line 1 in secret
  File "C:\\Users\\{NAME}\\relationdesk\\ui\\tasks.py", line 270 in _outcome
  File "/home/{NAME}/src/relationdesk/app.py", line 9 in <module>

Extension modules: {NAME}
{NAME}
"""
    assert in_our_words(raw).splitlines() == [
        "Fatal Python error: Aborted",
        "",
        "Thread",
        "  (elsewhere)",
        "",
        "Current thread",
        "  (elsewhere)",
        "  ui.tasks:270 _outcome",
        "  app:9 <module>",
    ]
