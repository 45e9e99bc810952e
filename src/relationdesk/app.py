"""The program: reads what was typed, and either carries out a verb or opens the window."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from relationdesk.cli.arguments import language_wished, parse
from relationdesk.language.words import _, use_language
from relationdesk.work.desks.machine import Machine, SystemClock, this_machine

FAILED, INTERRUPTED = 1, 130
_BEFORE_QT = tuple(
    f"relationdesk.{name}" for name in ("work.today.queries", "work.desks.opening", "work.search.queries")
)
"""What the first page asks. PySide6 searches the source of every module that is read in after it."""


def main(typed: Sequence[str] | None = None) -> int:
    """Run the program with the words that were typed; returns its exit code."""
    words = list(sys.argv[1:] if typed is None else typed)
    _print_any_sign()
    machine = this_machine()
    use_language(language_wished(words) or machine.language())
    try:
        code = _run(parse(words), machine)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _print_no_more()
        return FAILED
    except Exception as error:  # noqa: BLE001 - the program's edge: no traceback reaches a user
        _complain(_unexpected(error))
        return FAILED
    return code


def _run(words: Namespace, machine: Machine) -> int:
    clock = SystemClock()
    if words.verb is not None:
        from relationdesk.cli.main import run  # noqa: PLC0415 - the window does without

        return run(words, machine, clock, say=_say, complain=_complain)
    gc.disable()  # the window takes it over, and nothing that is read in is garbage
    for name in _BEFORE_QT:
        import_module(name)
    from relationdesk.ui.shell.program import open_window  # noqa: PLC0415 - Qt only when there is a window

    return open_window(words, machine, clock, complain=_complain)


def _print_any_sign() -> None:
    """A sign that the terminal cannot show is written as its number instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _print_no_more() -> None:
    """Nobody reads on: what is still waiting to be printed goes nowhere, without a complaint at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _complain(line: str) -> None:
    sys.stderr.write(line + "\n")


def _unexpected(error: Exception) -> str:
    """One line without personal data: what kind of error, and where in the program."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = "" if place is None else f"{place.tb_frame.f_globals.get('__name__', '?')}:{place.tb_lineno}"
    return _("Something unexpected went wrong ({kind} in {where}). What was kept before is safe.").format(
        kind=type(error).__name__, where=where
    )
