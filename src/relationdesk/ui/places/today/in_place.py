"""The line that opens under a row: one answer, kept with Enter, left with Escape."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.field import Field


class _Line(QWidget):
    """What both lines share: a button that keeps, one that leaves, and Escape."""

    entered = Signal()
    left = Signal()

    def __init__(self, field: QWidget, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep = Button(keep, Role.PRIMARY, compact=True)
        self._leave = Button(_("Cancel"), Role.QUIET, compact=True)
        self._leave.clicked.connect(self.left)
        self.keep.clicked.connect(self.entered)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, Space.SMALL, 0, 0)
        line.setSpacing(Space.SMALL)
        line.addWidget(field, 1)
        line.addWidget(self.keep)
        line.addWidget(self._leave)
        self._field = field
        self.setFocusProxy(field)

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Be reached by Tab after `before`."""
        parts = (before, self._field, self.keep, self._leave)
        for first, second in pairwise(parts):
            QWidget.setTabOrder(first, second)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # Qt's fields pass Enter on when they are done with it.
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class WordLine(_Line):
    """Asks for a few words, which may be none; they stay when the line is left and opened again."""

    answered = Signal(str)

    def __init__(self, question: str, hint: str, keep: str, parent: QWidget | None = None) -> None:
        self.field = Field(question, hint)
        super().__init__(self.field, keep, parent)
        self.entered.connect(self._on_entered)

    @Slot()
    def _on_entered(self) -> None:
        self.answered.emit(self.field.text())


class DayLine(_Line):
    """Asks for a day after today; without one it stays open."""

    answered = Signal(object)

    def __init__(self, today: date, keep: str, parent: QWidget | None = None) -> None:
        self.field = DateField(_("Day"), today)
        super().__init__(self.field, keep, parent)
        self.entered.connect(self._on_entered)
        self._today = today
        self.keep.setEnabled(False)
        self.field.day_chosen.connect(self._on_day_chosen)

    @Slot(object)
    def _on_day_chosen(self, day: date | None) -> None:
        self.keep.setEnabled(day is not None and day > self._today)

    @Slot()
    def _on_entered(self) -> None:
        day = self.field.day
        if day is not None and day > self._today:
            self.answered.emit(day)
