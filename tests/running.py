"""The program with a window as a process of its own, on no screen, for tests that end it or ask it things."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from relationdesk.desk.files import DeskFiles
from relationdesk.system.door.note import note_at

PATIENCE_SECONDS = 90.0


def until(is_so: Callable[[], object], what: str) -> None:
    """Look again and again until something is so."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < ends, f"waited in vain for {what}"
        time.sleep(0.02)


class Surroundings:
    """A home and folders of its own for programs; nothing of whoever runs the tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.variables = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("XDG_", "RELATIONDESK_", "PYTEST_", "DBUS_"))
        }
        places = {
            "HOME": "home",
            "TMPDIR": "passing",
            "XDG_RUNTIME_DIR": "run",
            "XDG_CONFIG_HOME": "home/config",
            "XDG_DATA_HOME": "home/data",
            "XDG_STATE_HOME": "home/state",
            "XDG_CACHE_HOME": "home/cache",
        }
        for name, place in places.items():
            (folder / place).mkdir(parents=True, mode=0o700, exist_ok=True)
            self.variables[name] = str(folder / place)
        self.variables |= {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "LC_ALL": "C.UTF-8",
        }

    def started(self, *words: object, **variables: str) -> "subprocess.Popen[str]":
        """The program with these words typed after its name."""
        return subprocess.Popen(
            [sys.executable, "-m", "relationdesk", *map(str, words)],
            env=self.variables | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.folder,
        )

    def ran(self, *words: object, **variables: str) -> tuple[int, str, str]:
        """Its exit code, and what it said and complained of."""
        child = self.started(*words, **variables)
        try:
            said, complained = child.communicate(timeout=PATIENCE_SECONDS)
        finally:
            killed(child)
        return child.returncode, said, complained

    @contextmanager
    def window(self, files: DeskFiles, *words: object) -> Iterator["subprocess.Popen[str]"]:
        """A window on a desk that lets others in; it is killed after the block."""
        child = self.started("--desk", files.desk, *words)
        try:
            until(lambda: listens(files, child) or child.poll() is not None, "the window's door")
            assert child.poll() is None, child.communicate()
            yield child
        finally:
            killed(child)


def listens(files: DeskFiles, child: "subprocess.Popen[str]") -> bool:
    """Whether a window has left a note by which it can be reached."""
    note = note_at(files.in_use)
    return note is not None and note.process == child.pid and bool(note.address)


def killed(child: "subprocess.Popen[str]", sign: signal.Signals = signal.SIGKILL) -> tuple[str, str]:
    """End a program, and what it said and complained of."""
    if child.returncode is not None:
        return "", ""
    with suppress(ProcessLookupError):
        child.send_signal(sign)
    return child.communicate(timeout=PATIENCE_SECONDS)
