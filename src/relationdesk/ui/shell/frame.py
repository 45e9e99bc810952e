"""How the parts of the window stand together: rail, bar, the places, and the line at the bottom."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.rail import Rail
from relationdesk.ui.shell.search import SearchField
from relationdesk.ui.shell.top_bar import TopBar
from relationdesk.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from relationdesk.ui.shell.draft_bar import DraftBar
    from relationdesk.ui.shell.quiet_bar import QuietBar
    from relationdesk.ui.shell.reminder_bar import ReminderBar

_FOLDS_BELOW = 760
_REMINDERS, _DRAFTS, _LETTERHEAD = range(3)
_Bar = TypeVar("_Bar", bound=QWidget)


class Frame(QWidget):
    """Only shows; the window decides what happens. The bars above the places are made when they are needed.

    Says `own_asked` when a sample desk is to be left, `details_asked` for an empty letterhead.
    """

    own_asked = Signal()
    details_asked = Signal()

    def __init__(
        self,
        search: SearchField,
        menu: QMenu,
        *,
        is_sample: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rail = Rail(PlaceName, is_sample=is_sample, parent=self)
        self.bar = TopBar(search, menu, self)
        self.places = QStackedWidget(self)
        self.line = UndoLine(self)
        self._bars: list[int] = []
        self._is_sample = is_sample
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(_edge(self))
        self._main = self._column()
        across.addLayout(self._main, 1)

    @cached_property
    def reminders(self) -> "ReminderBar":
        """The bar of what is due now."""
        from relationdesk.ui.shell.reminder_bar import ReminderBar  # noqa: PLC0415 - see the class

        return self._put_in(ReminderBar(self), _REMINDERS)

    @cached_property
    def drafts(self) -> "DraftBar":
        """The bar of what was being written."""
        from relationdesk.ui.shell.draft_bar import DraftBar  # noqa: PLC0415 - see the class

        return self._put_in(DraftBar(self), _DRAFTS)

    @cached_property
    def letterhead(self) -> "QuietBar":
        """The bar that offers to fill an empty letterhead."""
        told = _("Your dossiers do not say yet whose they are.")
        from relationdesk.ui.shell.quiet_bar import QuietBar  # noqa: PLC0415 - most starts show none

        bar = QuietBar(told, _("My details"), "letterhead.offer", self, may_go=True)
        bar.hide()
        bar.acted.connect(self.details_asked)
        return self._put_in(bar, _LETTERHEAD)

    @Slot()
    def offer_letterhead(self) -> None:
        """Offer to fill the letterhead."""
        self.letterhead.offer()

    def add_bar(self, bar: "QuietBar") -> None:
        """Put a bar above the place in view."""
        self._main.insertWidget(self._main.indexOf(self.places), bar)

    def add_place(self, place: QWidget) -> None:
        """Have a place at hand, out of view."""
        self.places.addWidget(place)

    def show_place(self, name: PlaceName, place: QWidget) -> None:
        """Bring a place into view."""
        self.places.setCurrentWidget(place)
        self.rail.show_place(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fold(is_folded=self.width() < _FOLDS_BELOW)

    def _put_in(self, bar: _Bar, rank: int) -> _Bar:
        """Below the bar over the places, in the order of the ranks."""
        above = sum(other < rank for other in self._bars)
        self._bars.append(rank)
        self._main.insertWidget(self._main.indexOf(self.bar) + 1 + above, bar)
        return bar

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._is_sample:
            told = _("This is a sample desk: everybody on it is invented.")
            from relationdesk.ui.shell.quiet_bar import QuietBar  # noqa: PLC0415 - most starts show none

            sample = QuietBar(told, _("Start my own desk"), "sample.own", self, may_go=False)
            sample.acted.connect(self.own_asked)
            column.addWidget(sample)
        column.addWidget(self.bar)
        column.addWidget(self.places, 1)
        column.addWidget(self.line)
        return column


def _edge(frame: QWidget) -> QFrame:
    edge = QFrame(frame)
    edge.setProperty("ground", "line")
    edge.setFixedWidth(1)
    return edge
