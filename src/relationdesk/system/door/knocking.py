"""The side of a visitor: another start of the program, or a verb that changes the desk."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from relationdesk.system.door.line import Line, Message, line_to
from relationdesk.system.door.note import Note

_TO_OPEN_SECONDS = 5.0
_TO_BEGIN_SECONDS = 15.0


@contextmanager
def knock(note: Note, request: Message) -> Iterator[Iterator[Message]]:
    """Ask the window something; what it answers comes one by one, until it has told all.

    Raises:
        BrokenLineError: nobody is there, or not the window that left the note, or it went away. Anywhere in
            the block.
    """
    line = line_to(note.address, _TO_OPEN_SECONDS)
    try:
        with line.within(_TO_OPEN_SECONDS):
            line.prove_as_visitor(note.secret)
            line.send(request)
        _let_come_to_front(note.process)
        yield _answers(line)
    finally:
        line.close()


def _answers(line: Line) -> Iterator[Message]:
    with line.within(_TO_BEGIN_SECONDS):
        first = line.receive()
    yield first
    while True:
        yield line.receive()


if sys.platform == "win32":
    from ctypes import windll

    def _let_come_to_front(process: int) -> None:
        """Pass on the right to be in front, which Windows gave to the program that was started last."""
        windll.user32.AllowSetForegroundWindow(process)

else:

    def _let_come_to_front(process: int) -> None:
        """Nobody asks for it here."""
