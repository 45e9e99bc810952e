"""What joins a field to the drafts."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from relationdesk.domain.drafts import Draft, DraftKey
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.work.desks import Desk

T = TypeVar("T")
TextField = QLineEdit | QPlainTextEdit


class FieldDraft(QObject):
    """Keeps what is typed in a field while it is typed, and shows it there again, whatever came between.

    Says `shown` when the field came to show another text: that of another key, or one given back to it;
    and `typed` for every other change but a filling. Until it belongs to a key it keeps nothing.
    A field that shows something of its own where nothing is typed is told so by `rest`.
    """

    shown = Signal()
    typed = Signal()

    def __init__(self, drafts: Drafts, field: TextField, key: DraftKey | None = None) -> None:
        """With a key, show what was typed under it in place of what the field shows, if there is anything."""
        super().__init__(field)
        self._drafts = drafts
        self._field = field
        self._key = key
        self._is_filling = False
        self._rest = ""
        self.aside = ""
        field.textChanged.connect(self._on_typed)
        drafts.changed.connect(self._on_changed)
        if key is not None and not drafts.draft(key).is_empty:
            self._show(key)

    @property
    def key(self) -> DraftKey | None:
        """Where the text belongs."""
        return self._key

    @property
    def is_typed(self) -> bool:
        """Whether something is typed here that is not kept."""
        return self._key is not None and not self._drafts.draft(self._key).is_empty

    def belong_to(self, key: DraftKey, rest: str = "") -> None:
        """Show what was typed under `key`, or else `rest`, and keep there what is typed from now on."""
        self._key = key
        self._rest = rest
        self._show(key)

    def rest(self, text: str) -> None:
        """Show `text` where nothing is typed; what somebody is typing, or has just emptied, stays."""
        is_emptied = bool(self._rest) and not self._text() and self._field.hasFocus()
        self._rest = text
        if not is_emptied and self._key is not None:
            self._show(self._key)

    def fill(self, text: str) -> None:
        """Show a text that nobody typed here, and that is not kept."""
        self._is_filling = True
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
        else:
            self._field.setPlainText(text)
        self._is_filling = False

    def put_aside(self, word: str) -> None:
        """Keep something that was chosen beside the text."""
        self.aside = word
        self._write()

    def hand_over(self, owner: QObject, command: Callable[[Desk], T], then: Callable[[T], None]) -> None:
        """Empty the field for a command that takes the text in; refused, it gives it back."""
        keys = [] if self._key is None else [self._key]
        self._drafts.hand_over(owner, keys, command, then)

    def drop(self) -> None:
        """Throw away what is typed, and show what is shown where nothing is."""
        if self._key is not None:
            self._drafts.throw_away(self._key)

    def _text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _show(self, key: DraftKey) -> None:
        draft = self._drafts.draft(key)
        self.aside = draft.aside
        text = self._rest if draft.is_empty else draft.text
        if text != self._text():
            self.fill(text)
            if isinstance(self._field, QPlainTextEdit):
                self._field.moveCursor(QTextCursor.MoveOperation.End)
        self.shown.emit()

    @Slot()
    def _on_typed(self) -> None:
        if self._is_filling:
            return
        if not self._text():
            self.aside = ""
        self._write()
        self.typed.emit()

    def _write(self) -> None:
        if self._key is not None:
            text = self._text()
            is_resting = text == self._rest and not self.aside
            self._drafts.write(Draft(self._key, "" if is_resting else text, self.aside))

    @Slot(object)
    def _on_changed(self, key: DraftKey) -> None:
        if key != self._key:
            return
        if not self._drafts.draft(key).is_empty:
            self._show(key)
        else:
            self.aside = ""
            self.fill(self._rest)
