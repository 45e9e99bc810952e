"""Counting again when the user last talked with everybody who waits for it."""

from PySide6.QtCore import QObject, Signal

from relationdesk.domain.errors import ExpectedError
from relationdesk.ui.tasks import Tasks
from relationdesk.work import settings
from relationdesk.work.desks import Desk, Reader


class Counting(QObject):
    """Goes a few people at a time, so that whatever else is changed has its turn between.

    Says `ended` when nobody waits any more, with whether anybody did; or `refused`, and the rest waits for
    the next time.
    """

    ended = Signal(bool)
    refused = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._is_going = False
        self._has_counted = False

    def go_on(self) -> None:
        """Begin, or go on where it was left; nothing while it goes."""
        if not self._is_going:
            self._is_going, self._has_counted = True, False
            self._count_some()

    def _count_some(self) -> None:
        self._tasks.change(self, settings.commands.go_on_counting, self._on_counted, self._on_refused)

    def _on_counted(self, were_some: bool) -> None:  # noqa: FBT001 - the answer of a command
        if were_some:
            self._has_counted = True
            self._count_some()
        else:
            self._is_going = False
            self.ended.emit(self._has_counted)

    def _on_refused(self, error: ExpectedError) -> None:
        self._is_going = False
        self.refused.emit(error)
