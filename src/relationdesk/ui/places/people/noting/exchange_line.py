"""The quiet line under a note: who reached out, and whether the user asked or gave."""

from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from relationdesk.domain.vocabulary import Direction, Tone
from relationdesk.language.words import _
from relationdesk.ui.places.people.noting.exchange_words import direction_words, tone_words
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.key_hint import key_text

_DIRECTION_KEYS = "Ctrl+D"
_TONE_KEYS = "Ctrl+T"

Word = TypeVar("Word", bound=StrEnum)


class ExchangeLine(QWidget):
    """Each button goes on to the next word, by a click or its keys; says `picked` when the user did.

    Until the user picks who reached out, the words that are `shown_as` told are those of the note.
    """

    picked = Signal()

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        """The keys work in `field` too."""
        super().__init__(parent)
        self._name = ""
        self._is_with_others = False
        self._told = Direction.I_REACHED_OUT
        self.picked_direction: Direction | None = None
        self.tone = Tone.NEITHER
        self._direction_button = self._button("note.direction", _DIRECTION_KEYS)
        self._tone_button = self._button("note.tone", _TONE_KEYS)
        for part in (self, field):
            for keys, turn in ((_DIRECTION_KEYS, self.turn_direction), (_TONE_KEYS, self.turn_tone)):
                shortcut = QShortcut(QKeySequence(keys), part)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(turn)
        self._direction_button.clicked.connect(self.turn_direction)
        self._tone_button.clicked.connect(self.turn_tone)
        self._flow = FlowLayout(self, Space.TIGHT, 0)
        self._flow.addWidget(self._direction_button)
        self._flow.addWidget(self._tone_button)
        self._show()

    def add(self, button: QWidget) -> None:
        """Have another button at the end of the line."""
        self._flow.addWidget(button)

    @property
    def direction(self) -> Direction:
        """Who reached out: as the user picked it, or else as the note tells it."""
        return self.picked_direction or self._told

    def show_told(self, direction: Direction, name: str, *, with_others: bool) -> None:
        """Show what a note about the person called `name`, and any others who took part, tells."""
        self._told, self._name, self._is_with_others = direction, name, with_others
        self._show()

    def show_picked(self, direction: Direction | None, tone: Tone) -> None:
        """Show what was picked for this note."""
        self.picked_direction, self.tone = direction, tone
        self._show()

    @Slot()
    def turn_direction(self) -> None:
        """Pick who reached out: the next of the three."""
        self.picked_direction = _following(self.direction)
        self._show()
        self.picked.emit()

    @Slot()
    def turn_tone(self) -> None:
        """Pick whether the user asked or gave: the next of the three."""
        self.tone = _following(self.tone)
        self._show()
        self.picked.emit()

    def _show(self) -> None:
        for button, words in (
            (
                self._direction_button,
                direction_words(self.direction, self._name, with_others=self._is_with_others),
            ),
            (self._tone_button, tone_words(self.tone)),
        ):
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()

    def _button(self, name: str, keys: str) -> Button:
        button = Button("", Role.QUIET, compact=True)
        button.setObjectName(name)
        button.setToolTip(_("Change it ({keys})").format(keys=key_text(QKeySequence(keys))))
        return button


def _following(word: Word) -> Word:
    words = list(type(word))
    return words[(words.index(word) + 1) % len(words)]
