"""Keeping the desk in order, a little at a time.

What was in the trash for its time leaves it, and whoever waits to be counted again is counted.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.labels import Label
from relationdesk.ui.shell.undoing import Undoing
from relationdesk.ui.tasks import Tasks
from relationdesk.work import trash
from relationdesk.work.desks import Changes, Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.counting import Counting

_FIRST_MILLISECONDS = 3000
"""How long it waits after the first painting, so that it is in nobody's way."""


class HouseKeeping(QObject):
    """Begins when the window stands, and again every day; nothing is said of it but what left the desk.

    `counted` tells that the last talks are others than were shown.
    """

    counted = Signal()
    done = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], undoing: Undoing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._has_begun = False
        self._is_keeping = False
        self._is_closed = False
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_MILLISECONDS)
        self._timer.timeout.connect(self.keep_house)
        self._counting: Counting | None = None
        undoing.changed.connect(self._on_changed)
        tasks.closing.connect(self._on_closing)

    @Slot()
    def begin(self) -> None:
        """Begin in a moment; nothing when called again."""
        if not self._has_begun:
            self._has_begun = True
            self._timer.start()

    @Slot()
    def keep_house(self) -> None:
        """Do one step, and the next when there is one; what was given meanwhile comes first."""
        if self._is_closed:
            return
        self._is_keeping = True
        self._tasks.change(self, trash.commands.keep_house, self._on_kept, self._on_refused)

    def _on_kept(self, is_more: bool) -> None:  # noqa: FBT001 - the answer of a command
        if is_more:
            self.keep_house()
        else:
            self._count()

    def _count(self) -> None:
        if self._counting is None:
            from relationdesk.ui.counting import Counting  # noqa: PLC0415 - not before first paint

            self._counting = Counting(self._tasks, self)
            self._counting.ended.connect(self._on_counted)
            self._counting.refused.connect(self._on_refused)
        self._counting.go_on()

    @Slot(bool)
    def _on_counted(self, has_counted: bool) -> None:  # noqa: FBT001 - what a signal tells
        self._is_keeping = False
        if has_counted:
            self.counted.emit()
        self.done.emit()

    @Slot(object)
    def _on_refused(self, _error: ExpectedError) -> None:
        """There is no room, or the desk cannot be written: whatever the user does next says so."""
        self._is_keeping = False

    @Slot()
    def _on_closing(self) -> None:
        self._is_closed = True
        self._timer.stop()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.label is Label.REMOVE_FOR_GOOD and not self._is_keeping:
            self.keep_house()
