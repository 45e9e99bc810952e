"""The program: reads what was typed, and either carries out a verb or opens the window."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Any

from relationdesk.cli.arguments import language_wished, parse
from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import use_language
from relationdesk.work.desks.machine import Event, Log, Machine, SystemClock, this_machine, uncaught_kept
from relationdesk.work.desks.presence import Arrival, arrive
from relationdesk.work.desks.visiting import GuestDesk
from relationdesk.work.mistakes import sentence

DONE, FAILED, INTERRUPTED = 0, 1, 130
Message = dict[str, Any]
Print = Callable[[str], None]


def main(typed: Sequence[str] | None = None) -> int:
    """Run the program with the words that were typed; returns its exit code."""
    words = list(sys.argv[1:] if typed is None else typed)
    _print_any_sign()
    machine, clock = this_machine(), SystemClock()
    log = machine.log(clock)
    use_language(language_wished(words) or machine.language())
    try:
        with uncaught_kept(log):
            code = _run(parse(words), machine, clock, log)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _print_no_more()
        return FAILED
    except Exception as error:
        log.mistake(error)
        if machine.prints_tracebacks():
            raise
        _complain(sentence(error))
        return FAILED
    return code


def _run(words: Namespace, machine: Machine, clock: Clock, log: Log) -> int:
    if words.verb is not None:
        from relationdesk.cli.main import run  # noqa: PLC0415 - the window does without

        gc.enable()
        return run(words, machine, clock, log, say=_say, complain=_complain)
    arrival = _arrival(words, machine)
    if arrival.was_raised:
        log.note(Event.LEFT_TO_OTHER)
        return DONE
    from relationdesk.ui.shell.program import open_window  # noqa: PLC0415 - Qt only when there is a window

    gc.freeze()  # what was read in stays: nobody need look through it for garbage again

    def carry_out(errand: Message, desk: GuestDesk | None, *, say: Print, complain: Print) -> int:
        from relationdesk.cli.carrying_out import carry_out as do  # noqa: PLC0415 - seldom asked for

        return do(errand, desk, machine, clock, log, say=say, complain=complain)

    return open_window(words, machine, clock, arrival.held, carry_out=carry_out, complain=_complain)


def _arrival(words: Namespace, machine: Machine) -> Arrival:
    """How the desk is found; what stands in the way is for the window to tell."""
    try:
        return Arrival() if words.demo else arrive(machine.files(words.desk), quietly=words.in_tray)
    except ExpectedError:
        return Arrival()


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
