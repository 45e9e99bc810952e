"""How the parts of the window stand together: rail, bar, the places, and the line at the bottom."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.rail import Rail
from relationdesk.ui.shell.top_bar import TopBar
from relationdesk.ui.widgets.undo_line import UndoLine


class Frame(QWidget):
    """Only shows; the window decides what happens."""

    def __init__(
        self,
        bar: TopBar,
        places: Mapping[PlaceName, QWidget],
        *,
        is_sample: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bar = bar
        self.rail = Rail(places, is_sample=is_sample)
        self.line = UndoLine()
        self._places = places
        self._stack = QStackedWidget()
        for place in places.values():
            self._stack.addWidget(place)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(_edge())
        across.addLayout(self._column(), 1)

    def show_place(self, name: PlaceName) -> None:
        """Bring a place into view."""
        self._stack.setCurrentWidget(self._places[name])
        self.rail.show_place(name)

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.line)
        return column


def _edge() -> QFrame:
    edge = QFrame()
    edge.setProperty("ground", "line")
    edge.setFixedWidth(1)
    return edge
