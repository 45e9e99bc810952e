"""How the parts of the window stand together: rail, bar, the places, and the line at the bottom."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.draft_bar import DraftBar
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.quiet_bar import QuietBar
from relationdesk.ui.shell.rail import Rail
from relationdesk.ui.shell.reminder_bar import ReminderBar
from relationdesk.ui.shell.top_bar import TopBar
from relationdesk.ui.widgets.undo_line import UndoLine

_FOLDS_BELOW = 760


class Frame(QWidget):
    """Only shows; the window decides what happens. Says `own_asked` when a sample desk is to be left."""

    own_asked = Signal()

    def __init__(
        self,
        bar: TopBar,
        *,
        is_sample: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bar = bar
        self.rail = Rail(PlaceName, is_sample=is_sample)
        self.line = UndoLine()
        told = _("Your dossiers do not say yet whose they are.")
        self.letterhead = QuietBar(told, _("My details"), "letterhead.offer", may_go=True)
        self.letterhead.hide()
        self.reminders = ReminderBar()
        self.drafts = DraftBar()
        self._stack = QStackedWidget()
        self._is_sample = is_sample
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(_edge())
        self._main = self._column()
        across.addLayout(self._main, 1)

    def add_bar(self, bar: QuietBar) -> None:
        """Put a bar above the place in view."""
        self._main.insertWidget(self._main.indexOf(self._stack), bar)

    def add_place(self, place: QWidget) -> None:
        """Have a place at hand, out of view."""
        self._stack.addWidget(place)

    def show_place(self, name: PlaceName, place: QWidget) -> None:
        """Bring a place into view."""
        self._stack.setCurrentWidget(place)
        self.rail.show_place(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fold(is_folded=self.width() < _FOLDS_BELOW)

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._is_sample:
            told = _("This is a sample desk: everybody on it is invented.")
            sample = QuietBar(told, _("Start my own desk"), "sample.own", may_go=False)
            sample.acted.connect(self.own_asked)
            column.addWidget(sample)
        column.addWidget(self.bar)
        column.addWidget(self.reminders)
        column.addWidget(self.drafts)
        column.addWidget(self.letterhead)
        column.addWidget(self._stack, 1)
        column.addWidget(self.line)
        return column


def _edge() -> QFrame:
    edge = QFrame()
    edge.setProperty("ground", "line")
    edge.setFixedWidth(1)
    return edge
