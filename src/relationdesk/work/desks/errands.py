"""What a process that finds its desk taken asks of the window that has it: to come to the front, or a verb.

An errand is a message; so is every answer. `door` is on both ends.
"""

import os
import time
from collections.abc import Callable, Iterator
from typing import Any

from relationdesk.desk.files import DeskFiles
from relationdesk.system.door.errors import BrokenLineError
from relationdesk.system.door.note import Note, note_at
from relationdesk.work.desks.errors import LostWindowError

__all__ = ["BrokenLineError", "have_carried_out", "raise_window", "tries"]

Message = dict[str, Any]
RAISE = "raise"
CARRY_OUT = "carry out"
TOKEN_VARIABLE = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - it lets a window come to the front (xdg-activation-v1)
_TO_START_SECONDS = 60.0
_TO_ANSWER_SECONDS = 8.0
_FOR_A_COMMAND_SECONDS = 3.0
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.02, 0.25


def tries(files: DeskFiles) -> Iterator[None]:
    """One at once, and others as long as it may be hoped that the desk is free or its window answers.

    A window that is only starting is waited for; a command that has the desk mostly ends at once.
    """
    begun, pause = time.monotonic(), _SHORTEST_PAUSE
    while True:
        yield
        if time.monotonic() - begun > _patience(note_at(files.in_use)):
            return
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


def _patience(note: Note | None) -> float:
    if note is None:
        return _FOR_A_COMMAND_SECONDS
    return _TO_ANSWER_SECONDS if note.address else _TO_START_SECONDS


def raise_window(files: DeskFiles, *, quietly: bool = False) -> bool:
    """Bring the window that has a desk to the front, or `quietly` leave it; False when none answers."""
    token = os.environ.get(TOKEN_VARIABLE, "")
    asked = {"ask": RAISE, "token": token, "quietly": quietly}
    return any(message.get("raised") for message in _answers(files, asked))


def have_carried_out(
    files: DeskFiles, errand: Message, say: Callable[[str], None], complain: Callable[[str], None]
) -> int | None:
    """Have the window that has a desk carry out a verb; its exit code, or None when it was not begun there.

    Raises:
        LostWindowError: it took it on and went away before it told how it ended.
    """
    took_on = has_told = False
    for message in _answers(files, errand | {"ask": CARRY_OUT}):
        took_on = took_on or "begun" in message
        has_told = has_told or "said" in message
        if "closed" in message and not has_told:
            return None
        if "said" in message:
            say(str(message["said"]))
        elif "complained" in message:
            complain(str(message["complained"]))
        elif "code" in message:
            return int(message["code"])
    if took_on:
        raise LostWindowError
    return None


def _answers(files: DeskFiles, request: Message) -> Iterator[Message]:
    note = note_at(files.in_use)
    if note is not None and note.address:
        yield from _asked(note, request)


def _asked(note: Note, request: Message) -> Iterator[Message]:
    from relationdesk.system.door.knocking import knock  # noqa: PLC0415 - only where there is one

    try:
        with knock(note, request) as answers:
            yield from answers
    except BrokenLineError:
        return
