"""Crashes below Python, of which only the next start can tell.

Python's own fault handler writes where every thread stood: files and lines, no values. The files' paths may
tell whose computer it is, so the next start keeps the places in our own modules and does away with the rest.
"""

import faulthandler
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import groupby
from os import getpid
from pathlib import Path, PureWindowsPath

from relationdesk.domain.errors import ExpectedError
from relationdesk.system.instance import Hold, hold

_KEPT = "crash.txt"
_PACKAGE = Path(__file__).resolve().parents[1]
_WHAT = re.compile(r"(?:Fatal Python error|Windows fatal exception): [A-Za-z0-9 ]{1,60}$")
_THREAD = re.compile(r"(Current thread|Thread) 0x")
_FRAME = re.compile(r'  File "(.*)", line (\d+) in ([\w<>]+)$')


@contextmanager
def native_crashes_kept(folder: Path | None) -> Iterator[None]:
    """Have a crash in the block written down in `folder`, and what former ones left put in order first.

    Where the folder cannot be written, nothing is kept and nobody is bothered.
    """
    with suppress(OSError):
        _put_in_order(folder)
    raw = None if folder is None else folder / f"crash-{getpid()}.raw"
    held = _held(raw)
    if held is None or raw is None:
        yield
        return
    faulthandler.enable(held.descriptor)
    try:
        yield
    finally:
        faulthandler.disable()
        held.release()
        with suppress(OSError):
            raw.unlink()


def former_crash(folder: Path | None) -> str:
    """Where the program stood when it crashed the last time; empty when it did not, or was told so."""
    if folder is None:
        return ""
    try:
        return (folder / _KEPT).read_text("ascii")
    except OSError:
        return ""


def forget_former_crash(folder: Path | None) -> None:
    """Tell of the last crash no more."""
    if folder is not None:
        with suppress(OSError):
            (folder / _KEPT).unlink()


def _put_in_order(folder: Path | None) -> None:
    for raw in () if folder is None else sorted(folder.glob("crash-*.raw")):
        held = _held(raw)
        if held is None:
            continue  # its program is running
        told = in_our_words(raw.read_text("utf-8", "replace"))
        if told:
            (raw.parent / _KEPT).write_text(told, "ascii")
        held.release()
        raw.unlink()


def _held(raw: Path | None) -> Hold | None:
    try:
        return None if raw is None else hold(raw)
    except ExpectedError:
        return None


def in_our_words(raw: str) -> str:
    """What the fault handler wrote, without what does not stand in our own modules."""
    told = (_told(line) for line in raw.splitlines())
    return "\n".join(line for line, _same in groupby(line for line in told if line))


def _told(line: str) -> str:
    if _WHAT.match(line):
        return line
    if thread := _THREAD.match(line):
        return f"\n{thread[1]}"
    frame = _FRAME.match(line)
    return "" if frame is None else f"  {_place(*frame.groups())}"


def _place(path: str, line: str, function: str) -> str:
    parts = PureWindowsPath(path).parts  # which knows both kinds of slash
    for start in (n + 1 for n, part in enumerate(parts) if part == _PACKAGE.name):
        file = Path(*parts[start:])
        if file.suffix == ".py" and (_PACKAGE / file).is_file():
            return f"{'.'.join(file.with_suffix('').parts)}:{line} {function}"
    return "(elsewhere)"
