"""A page of the settings: cards one below the other, in a column that is easy to read."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.desks import Changes

_WIDEST = 680
_CHOICE_WIDTH = 200
"""So that one choice below the other ends and begins at the same place."""


class PageName(Enum):
    """The pages, in their order; some come only when the desk is known."""

    GENERAL = auto()
    REMINDERS = auto()
    WORDS = auto()
    PROTECTION = auto()
    BACKUPS = auto()
    COMPUTERS = auto()


class SettingsPage(QScrollArea):
    """Put cards in with `add_card`; what is set is kept at once, and worth a word is said by `said`."""

    said = Signal(str)

    def __init__(self, name: PageName, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.title = title
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST + 2 * Space.WIDE)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        self._column.setSpacing(Space.LARGE)
        self._column.addStretch(1)
        self.setWidget(inside)

    def refresh(self, changes: Changes | None) -> None:
        """Read again what the changes touched, everything for None; most pages show nothing of the desk."""

    def add_card(self, heading: str, told: str = "") -> Card:
        """A card below the others, with a sentence under its heading that says what it is for."""
        card = Card(heading)
        if told:
            card.body.addWidget(Label(told, Look.HINT, wraps=True))
        self.take_card(card)
        return card

    def take_card(self, card: Card) -> None:
        """Have a card that was made elsewhere below the others."""
        self._column.insertWidget(self._column.count() - 1, card)


def side_by_side(*controls: QWidget) -> QWidget:
    """A few controls that belong to one line."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.SMALL)
    for control in controls:
        line.addWidget(control)
    return row


def setting_line(words: str, control: QWidget, told: str | Label = "") -> QHBoxLayout:
    """What is set at the left, with a hint under it, and what sets it at the right."""
    line = QHBoxLayout()
    line.setContentsMargins(0, Space.TIGHT, 0, Space.TIGHT)
    line.setSpacing(Space.LARGE)
    text = QVBoxLayout()
    text.setSpacing(2)
    text.addWidget(Label(words, Look.BODY, wraps=True))
    if told:
        text.addWidget(Label(told, Look.HINT, wraps=True) if isinstance(told, str) else told)
    line.addLayout(text, 1)
    if isinstance(control, QComboBox):
        control.setMinimumWidth(_CHOICE_WIDTH)
    line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return line
