"""The whole program as a process of its own, used from outside as a person uses it."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from reading import Reader, Thing
from screen import Screen
from waiting import NotYetError, until
from Xlib.xobject.drawable import Window

_ENDS_WITH_THIS_PROCESS = ("setpriv", "--pdeathsig", "KILL")
_CELLS = {"cell", "list item"}
_KEPT = ("PATH", "TZ", "LD_LIBRARY_PATH")


class Stage:
    """A screen, a message bus, and a home of its own for the programs that are started on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.passing = folder / "passing"
        for each in (self.home, self.passing, folder / "run"):
            each.mkdir(mode=0o700)
        self.screen = Screen(folder)
        try:
            self.reader = Reader(self.screen.environment["AT_SPI_BUS_ADDRESS"])
        except BaseException:
            self.screen.close()
            raise

    def close(self) -> None:
        """End the screen and the bus."""
        self.reader.close()
        self.screen.close()

    def environment(self) -> dict[str, str]:
        """What a program finds around it: nothing of the person who runs the tests."""
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        home = {
            "HOME": str(self.home),
            "RELATIONDESK_HOME": str(self.home / "desk"),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_STATE_HOME": str(self.home / ".local/state"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "TMPDIR": str(self.passing),
            "LANG": "C.UTF-8",
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
        }
        return kept | home | self.screen.environment

    def program(self, *words: str | Path) -> "Program":
        """Start the program with what could be typed after its name."""
        return Program(self, [sys.executable, "-m", "relationdesk", *map(str, words)])


class Program:
    """A running program. As a context it ends with its block, and tells what it showed when that fails."""

    def __init__(self, stage: Stage, command: list[str]) -> None:
        self._stage = stage
        self._screen = stage.screen
        self._reader = stage.reader
        self._out = (stage.folder / f"said-{len(list(stage.folder.glob('said-*')))}.txt").open("wb")
        self._process = subprocess.Popen(
            [*_ENDS_WITH_THIS_PROCESS, *command],
            env=stage.environment(),
            stdin=subprocess.DEVNULL,
            stdout=self._out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is not None:
                self._screen.take_picture(self._stage.folder / "failed.png")
                sys.stdout.write(f"{self._stage.folder}\n{self.outline()}\n{self.said()}\n")
        finally:
            self.kill()
            self._out.close()

    def kill(self) -> None:
        """End it and what it started on the spot, as a crash would."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def ask_to_end(self) -> None:
        """Ask it to end, as the system does when its user logs out."""
        self._process.send_signal(signal.SIGTERM)

    def said(self) -> str:
        """What it wrote to the terminal so far."""
        return Path(self._out.name).read_text("utf-8", "replace")

    def mishaps(self) -> list[str]:
        """The lines of the log that tell of a mistake, or of a library that complained."""
        log = self._stage.home / "desk" / "logs" / "relationdesk.log"
        lines = log.read_text("ascii").splitlines() if log.exists() else []
        return [line for line in lines if "mistake" in line or "complaint" in line]

    def things(self) -> list[Thing]:
        """Everything that shows now, the nearest to the window first."""
        return [thing for _, thing in self._reader.things_of(self._process.pid)]

    def outline(self) -> str:
        """What shows, as indented lines: for reading when a test fails."""
        try:
            things = list(self._reader.things_of(self._process.pid))
        except NotYetError as error:
            return str(error)
        return "\n".join(f"{'  ' * depth}{it.role} {it.name!r} {it.path[-40:]}" for depth, it in things)

    def wait_for_end(self) -> int:
        """Wait until the program has ended by itself; returns its exit code."""
        until(lambda: self._process.poll() is not None, "the program's end")
        return self._process.returncode

    def close(self) -> int:
        """Close the window as a person would, and wait for the end, without a mishap; the exit code."""
        closed: Window | None = None

        def has_ended() -> bool:
            nonlocal closed
            topmost = next(reversed(self._screen.windows()), None)
            if topmost is not None and topmost != closed:  # at first it may be one that is just going
                self._screen.close_window(topmost)
                closed = topmost
            return self._process.poll() is not None

        until(has_ended, "the program's end")
        assert self.mishaps() == []
        return self._process.returncode

    def find(self, object_name: str = "", *, name: str = "", role: str = "") -> Thing:
        """Wait for a thing that shows: by its object name, what it is called, its role, or all of them."""
        what = " ".join(filter(None, (role, object_name, repr(name) if name else "")))
        return until(lambda: self.sees(object_name, name=name, role=role), what)

    def sees(self, object_name: str = "", *, name: str = "", role: str = "") -> Thing | None:
        """The first such thing that shows now, if any; `name` may be a part of what it is called."""
        assert self._process.poll() is None, f"the program has ended with {self._process.returncode}"
        for _, thing in self._reader.things_of(self._process.pid):
            if object_name and not thing.is_called(object_name):
                continue
            if name in thing.name and role in {"", thing.role}:
                return thing
        return None

    def waits_without(self, object_name: str = "", *, name: str = "", role: str = "") -> None:
        """Wait until no such thing shows."""
        until(lambda: self.sees(object_name, name=name, role=role) is None, f"no {role} {object_name} {name}")

    def click(self, object_name: str = "", *, name: str = "", role: str = "") -> None:
        """Click in the middle of a thing, as soon as it shows and can be used."""

        def ready() -> Thing | None:
            thing = self.sees(object_name, name=name, role=role)
            return thing if thing and thing.is_enabled else None

        self.click_on(until(ready, f"{role} {object_name} {name} to click"))

    def click_on(self, thing: Thing) -> None:
        """Click in the middle of a thing that was found."""
        left, top, width, height = self._reader.place_of(thing)
        self._screen.click(left + width // 2, top + height // 2)

    def write(self, text: str, object_name: str) -> None:
        """Click into a field, and type."""
        self.click(object_name)
        until(lambda: self.find(object_name).is_focused, f"the keyboard in {object_name}")
        self._screen.type(text)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        self._screen.type(text)

    def press(self, keys: str) -> None:
        """Press keys together, as in `ctrl+z`."""
        self._screen.press(keys)

    def rows(self, object_name: str) -> list[Thing]:
        """What a list or table holds, cell by cell, as a screen reader reads it; nothing while hidden."""
        table = self.sees(object_name)
        return [part for part in self._reader.parts_of(table) if part.role in _CELLS] if table else []

    def row(self, object_name: str, text: str) -> Thing:
        """Wait for a cell with this text in it."""
        what = f"{text!r} in {object_name}"
        return until(lambda: next((it for it in self.rows(object_name) if text in it.name), None), what)

    def choose_file(self, path: Path) -> None:
        """Answer the dialog that asks for a file."""
        self.find("fileNameEdit", role="text")
        self.press("ctrl+a")
        self.type(f"{path}\n")
        self.waits_without("fileNameEdit")
