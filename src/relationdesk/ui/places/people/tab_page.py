"""A tab of rows one below the other, which scrolls when they are many."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.theme.tokens import Space


class TabPage(QScrollArea):
    """Put a form that stays into `top`, and rows that are shown anew into a fresh page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, Space.WIDE)
        column.setSpacing(Space.LARGE)
        self.top = QVBoxLayout()
        column.addLayout(self.top)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addStretch(1)
        self.setWidget(inside)

    def show_person(self, _view: PersonView) -> None:
        """Show what the tab tells of somebody."""
        raise NotImplementedError

    def fresh_rows(self) -> QVBoxLayout:
        """An empty column in place of the rows that were shown."""
        item = self._place.takeAt(0)
        old = item.widget() if item is not None else None
        if old is not None:
            old.hide()
            old.deleteLater()
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.SMALL)
        self._place.addWidget(page)
        return rows
