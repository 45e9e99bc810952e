"""An hour of a day, typed or stepped with the arrow keys."""

from datetime import time

from PySide6.QtCore import QSignalBlocker, QTime, Signal, Slot
from PySide6.QtWidgets import QTimeEdit, QWidget

from relationdesk.ui.theme.tokens import Space

_NOON = time(12)


class TimeField(QTimeEdit):
    """Announces only what the user changes, as a `time` without zone; steps by quarters of an hour."""

    time_chosen = Signal(object)

    def __init__(self, name: str, at: time = _NOON, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")
        self.setKeyboardTracking(False)
        # The style sheet's padding does not reach the line edit of a spin box.
        self.lineEdit().setTextMargins(Space.SMALL, 0, 0, 0)
        self.show_time(at)
        self.timeChanged.connect(self._on_time_changed)

    @property
    def shown(self) -> time:
        """The time shown."""
        return time(self.time().hour(), self.time().minute())

    def show_time(self, at: time) -> None:
        """Show a time without announcing it."""
        with QSignalBlocker(self):
            self.setTime(QTime(at.hour, at.minute))
        self._told = self.shown

    def stepBy(self, steps: int) -> None:
        is_minutes = self.currentSection() is QTimeEdit.Section.MinuteSection
        super().stepBy(steps * 15 if is_minutes else steps)

    @Slot()
    def _on_time_changed(self) -> None:
        # Qt also says so when the same time was typed again.
        if self.shown != self._told:
            self._told = self.shown
            self.time_chosen.emit(self._told)
