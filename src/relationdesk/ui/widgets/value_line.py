"""A line of a record: what it is at the left, and at the right the value, which is changed in place."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import Height, Space, Tone
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.growing_text import GrowingText
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import plain_tip
from relationdesk.ui.widgets.undo_line import announce

LABEL_WIDTH: Final = 116
_READ_IN: Final = 8000
_KEPT_OPEN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class LabelledLine(QWidget):
    """Says at the left what stands at the right; `tell` puts a sentence below it."""

    def __init__(self, name: str, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside = inside
        self._name = label = Label(name, Look.HINT, wraps=True)
        label.setFixedWidth(LABEL_WIDTH)
        label.setMinimumHeight(Height.HIT)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._hint = Label("", Look.HINT, wraps=True)
        self._hint.setContentsMargins(Space.SMALL, 0, 0, Space.TIGHT)
        self._hint.hide()
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SMALL)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(inside)
        column.addWidget(self._hint)
        line.addLayout(column, 1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept at the right."""
        return False

    @property
    def told(self) -> str:
        """The sentence below the value; empty while there is none."""
        return "" if self._hint.isHidden() else self._hint.text()

    @property
    def told_height(self) -> int:
        """How many pixels the sentence below the value takes."""
        return 0 if self._hint.isHidden() else self._hint.heightForWidth(self.inside.width())

    def hide_name(self) -> None:
        """Leave the name to a screen reader: the line stands inside another one."""
        self._name.hide()

    def put_beside(self, *widgets: QWidget) -> None:
        """Put something at the right of the value."""
        for widget in widgets:
            self._line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def tell(self, sentence: str, tone: Tone = Tone.WARN, *, aloud: bool = True) -> None:
        """Say something below the value, on screen and to a screen reader; nothing for an empty sentence.

        Not `aloud`, a screen reader tells it with the value and does not interrupt for it.
        """
        self._hint.setText(sentence)
        self._hint.show_tone(tone)
        self._hint.setVisible(bool(sentence))
        self.inside.setAccessibleDescription(sentence)
        if sentence and aloud:
            announce(self.inside, sentence)


class ValueField(QLineEdit):
    """Looks like text until it is pointed at or written in; says `left`, and `entered` for Enter.

    The whole value is in the tool tip where it is cut.
    """

    left = Signal()
    entered = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("line", True)  # noqa: FBT003 - Qt's
        self.returnPressed.connect(self.entered)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _KEPT_OPEN:
            self.setCursorPosition(0)
            self.left.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        room = self.width() - 2 * Space.SMALL
        is_cut = self.fontMetrics().horizontalAdvance(self.text()) > room
        self.setToolTip(plain_tip(self.text()) if is_cut else "")


class ValueText(GrowingText):
    """As `ValueField` for a text of several lines: Enter keeps it, and Shift with Enter begins a new line."""

    left = Signal()
    entered = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent)
        self.setProperty("bare", False)  # noqa: FBT003 - Qt's
        self.setProperty("line", True)  # noqa: FBT003 - Qt's
        self.kept.connect(self.entered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _KEPT_OPEN:
            self.left.emit()


class ValueLine(LabelledLine):
    """A text of a record; says `kept` with what was typed when it is left or Enter is pressed.

    Escape puts back what was; the typing comes back by undo in the field. What is typed and not kept is
    kept as a draft of `key`, and a value that is shown anew does not touch it. Left and come back to, the
    line says that it is not kept, or why.
    """

    kept = Signal(str)

    def __init__(
        self,
        drafts: Drafts,
        name: str,
        hint: str,
        parent: QWidget | None = None,
        *,
        is_long: bool = False,
    ) -> None:
        """`hint` stands in the place of an empty value: `Add a city`."""
        self.field: ValueField | ValueText = (ValueText if is_long else ValueField)(name, hint)
        super().__init__(name, self.field, parent)
        self.name = name
        self._value = self._doubt = ""
        self._refusals: dict[DraftKey | None, str] = {}
        self._fading = QTimer(self, singleShot=True, interval=_READ_IN)
        self._fading.timeout.connect(self._look)
        self.draft = FieldDraft(drafts, self.field)
        self.draft.typed.connect(self._on_typed)
        self.draft.shown.connect(self._look)
        self.field.textChanged.connect(self._on_text)
        self.field.left.connect(self.keep)
        self.field.entered.connect(self.keep)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept."""
        return not self._value

    @property
    def value(self) -> str:
        """What is kept."""
        return self._value

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.text() if isinstance(self.field, ValueField) else self.field.toPlainText()

    @property
    def key(self) -> DraftKey | None:
        """Where what is typed belongs."""
        return self.draft.key

    def show_value(self, key: DraftKey, value: str, doubt: str = "") -> None:
        """Show what is kept, under the key of what is typed here, and say below it what is doubtful in it."""
        self._value, self._doubt = value, doubt
        if key == self.draft.key:
            self.draft.rest(value)
        else:
            self._fading.stop()
            self.tell("")
            self.draft.belong_to(key, value)
        if isinstance(self.field, ValueField) and not self.field.hasFocus():
            self.field.setCursorPosition(0)

    def settle(self) -> str:
        """Take what stands in the field for the value, until another is shown; returns what was before."""
        before, self._value, self._doubt = self._value, self.text.strip(), ""
        self.draft.fill(self._value)
        self._look()
        return before

    def unsettle(self, before: str) -> None:
        """Take what was before `settle` for the value again; what stands in the field is typed anew."""
        self._value = before
        self.draft.rest(before)

    @Slot()
    def keep(self) -> None:
        """Say what is typed here, if it is something else than what is kept."""
        if self.text.strip() != self._value:
            self.kept.emit(self.text.strip())

    def refuse(self, sentence: str) -> None:
        """Say why what is typed here is not kept; it stays as it is, and an emptied value comes back.

        The sentence belongs to what is typed and comes back with it; that of an emptied value goes by itself.
        """
        if self.text.strip():
            self._refusals[self.key] = sentence
        else:
            self.draft.rest("")
            self.draft.rest(self._value)
            self._fading.start()
        self.tell(sentence)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Escape is the field's own while there is something to put back."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if not is_key or self.text == self._value:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._put_back()
            return True
        return False

    def _put_back(self) -> None:
        if isinstance(self.field, ValueField):
            self.field.selectAll()
            self.field.insert(self._value)
        else:
            self.field.selectAll()
            self.field.insertPlainText(self._value)

    @Slot()
    def _on_typed(self) -> None:
        self._fading.stop()
        self._refusals.pop(self.key, None)
        if self.told:
            self.tell("")

    @Slot()
    def _on_text(self) -> None:
        if self.text == self._value:
            self._look()

    @Slot()
    def _look(self) -> None:
        """Say why what stands here is not kept, or what is doubtful in what is."""
        is_kept = self.text.strip() == self._value.strip() or not self.draft.is_typed
        if is_kept and not self._fading.isActive():
            self._say(self._doubt)
        elif not is_kept and not self.field.hasFocus():
            self._say(self._refusals.get(self.key) or not_kept_words())

    def _say(self, sentence: str) -> None:
        if sentence != self.told:
            self.tell(sentence, aloud=False)


def not_kept_words() -> str:
    """What is said of a text that somebody comes back to, and that was typed and not finished."""
    return _("Typed here, and not kept yet.")
