"""Verbs that another process asks this one for, because its window has the desk."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from relationdesk.cli.errands import Errand, Message, errand_in
from relationdesk.cli.main import desk_of
from relationdesk.cli.sentences import sentence
from relationdesk.cli.verbs import run
from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import speaking
from relationdesk.work.desks import Desk
from relationdesk.work.desks.machine import Log, Machine
from relationdesk.work.desks.visiting import GuestDesk

DONE, FAILED = 0, 1
Print = Callable[[str], None]


def carry_out(
    message: Message,
    guest: GuestDesk | None,
    machine: Machine,
    clock: Clock,
    log: Log,
    *,
    say: Print,
    complain: Print,
) -> int:
    """Carry out a verb on the desk that the window has open, or on one that it opens itself.

    What is printed is in the language of whoever typed it. Returns the exit code.
    """
    try:
        errand = errand_in(message)
        with speaking(errand.language):
            _carry_out(errand, guest or (lambda: desk_of(errand, machine, clock, say, alone=False)), say)
    except ExpectedError as error:
        log.refused(error)
        complain(sentence(error))
        return FAILED
    return DONE


def _carry_out(errand: Errand, opening: Callable[[], AbstractContextManager[Desk]], say: Print) -> None:
    with opening() as desk:
        run(errand.words, desk, say)
