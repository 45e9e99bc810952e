"""What is about to be remembered and is remembered already: said in the form, with the way to it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.domain.folding import letters
from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.people.record_lines import FactLine, PreferenceLine, RefusalLine
from relationdesk.work.people.told import Fact, Preference, Refusal

Line = PreferenceLine | FactLine | RefusalLine
Told = Preference | Fact | Refusal


class KeptAlready(QWidget):
    """Says `open_asked` to see what is kept, and `again_asked` to keep it twice all the same."""

    open_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Label("", Look.HINT, wraps=True)
        self._sentence.show_tone(Tone.WARN)
        self.open = Button(_("Show it"), Role.QUIET, Icon.PENCIL_LINE, compact=True)
        self.open.setObjectName("preference.open_kept")
        self.open.clicked.connect(self.open_asked)
        self.again = Button(_("Add it again"), Role.QUIET, compact=True)
        self.again.setObjectName("preference.again")
        self.again.clicked.connect(self.again_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SMALL)
        line.addWidget(self._sentence, 1)
        line.addWidget(self.open)
        line.addWidget(self.again)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Say what is kept; nothing hides it all."""
        self._sentence.setText(sentence)
        for button in (self.open, self.again):
            button.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))


def kept_already(told: Told, lines: Iterable[Line]) -> Line | None:
    """What says the same thing already, whatever is felt about it; accents, case and signs apart."""
    said = _said(told)
    return next((line for line in lines if said == _said(line)), None)


def _said(one: Told | Line) -> tuple[object, ...]:
    match one:
        case Preference() | PreferenceLine():
            return ("preference", one.category, one.reward, letters(one.value) or one.value)
        case Fact() | FactLine():
            return ("fact", letters(one.value) or one.value)
        case Refusal() | RefusalLine():
            return ("refusal", one.reward, letters(one.what) or one.what, letters(one.client))
