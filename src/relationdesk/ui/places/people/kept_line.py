"""Keeping what was typed in a line of a record or of an agreement."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work.desks import Desk, Reader


def keep_line(
    owner: QObject,
    tasks: Tasks[Reader, Desk],
    line: ValueLine,
    command: Callable[[Desk], None],
    say: Callable[[str], None],
) -> None:
    """Have a command take in what stands in a line; refused, it stays there to be tried again."""
    words = _("Kept: {what}") if line.text.strip() else _("Removed: {what}")
    before = line.settle()

    def refused(error: ExpectedError) -> None:
        line.unsettle(before)
        tasks.refused.emit(error)

    keys = [line.key] if line.key is not None else []
    said = words.format(what=line.name)
    drafts_of(tasks).hand_over(owner, keys, command, lambda _none: say(said), refused, empties=False)
