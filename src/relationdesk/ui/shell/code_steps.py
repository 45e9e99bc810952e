"""A recovery code in two steps: it is shown, to be saved or copied, and then typed from the copy."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.recovery_code import TESTED_LETTERS, is_end_of
from relationdesk.language.words import _
from relationdesk.ui.shell.start_page import WIDTH, way, wrapped
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce


class CodeSteps(QWidget):
    """Says `tested` when the copy is right and the user goes on, `put_off`, or `sheet_asked`.

    The parts are called after `name`: `first.code`, `first.next`, `first.test` and so on.
    """

    tested = Signal()
    put_off = Signal()
    sheet_asked = Signal()

    def __init__(self, code: str, name: str, go_on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._name = name
        self._saved: Path | None = None
        self._next = way(_("Test it"), f"{name}.next")
        self._told = _Told(f"{name}.told")
        self._open = way(_("Open the sheet"), f"{name}.open", is_primary=False)
        self._open.hide()
        self._field = Field(_("The last two groups"), _("The last two groups of your copy"))
        self._field.setObjectName(f"{name}.test")
        self._result = _Told(f"{name}.result")
        self._go = way(go_on, f"{name}.go")
        self._go.setEnabled(False)
        self._steps = (self._shown(), self._asked())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for step in self._steps:
            column.addWidget(step)
        self._show_step(0)
        self.setFixedWidth(WIDTH)
        self.setFocusProxy(self._next)

    def show_written(self, path: Path) -> None:
        """The sheet lies at `path`."""
        self._saved = path
        self._open.show()
        told = _("Saved as {file}. Print it, put it away, and delete the file.").format(file=path.name)
        self._told.tell(told, Tone.OK)

    def show_wrong(self, sentence: str) -> None:
        """Say why the sheet was not written."""
        self._told.tell(sentence, Tone.BAD)

    def _shown(self) -> QWidget:
        sheet = way(_("Save the sheet…"), f"{self._name}.sheet", is_primary=False)
        sheet.show_icon(Icon.DOWNLOAD)
        sheet.clicked.connect(self.sheet_asked)
        copy = way(_("Copy"), f"{self._name}.copy", is_primary=False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._code))
        self._next.clicked.connect(self._on_next)
        self._open.clicked.connect(self._on_open)
        return _step(
            [code_card(self._code, f"{self._name}.code"), _line(sheet, copy, self._open), self._told],
            _line(self._next, self._later("later")),
        )

    def _asked(self) -> QWidget:
        back = way(_("Show the code again"), f"{self._name}.back", is_primary=False)
        back.clicked.connect(self._on_back)
        self._field.textChanged.connect(self._on_typed)
        self._field.returnPressed.connect(self._on_go)
        self._go.clicked.connect(self._on_go)
        told = _("Take your copy, and type the last two of its seven groups. So you know that it is right.")
        return _step(
            [wrapped(told, Look.BODY), self._field, self._result],
            _line(self._go, back, self._later("later_still")),
        )

    def _later(self, name: str) -> Button:
        later = way(_("Later"), f"{self._name}.{name}", is_primary=False)
        later.setToolTip(_("A line at the left reminds you until you have tested a code"))
        later.clicked.connect(self.put_off)
        return later

    def _show_step(self, shown: int) -> None:
        """Show one of the two, which alone takes room."""
        for place, step in enumerate(self._steps):
            step.setVisible(place == shown)

    @Slot()
    def _on_next(self) -> None:
        self._show_step(1)
        self._field.setFocus()

    @Slot()
    def _on_back(self) -> None:
        self._field.clear()
        self._show_step(0)
        self._next.setFocus()

    @Slot()
    def _on_typed(self) -> None:
        typed = self._field.text()
        is_right = is_end_of(self._code, typed)
        self._go.setEnabled(is_right)
        if is_right:
            self._result.tell(_("That is right: your copy opens the desk."), Tone.OK)
        elif sum(sign.isalnum() for sign in typed) >= TESTED_LETTERS:
            self._result.tell(_("This is not how the code ends. Compare your copy with it."), Tone.BAD)
        else:
            self._result.tell("", Tone.NEUTRAL)

    @Slot()
    def _on_go(self) -> None:
        if not self._go.isEnabled():
            return
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self._code:
            clipboard.clear()
        self.tested.emit()

    @Slot()
    def _on_open(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._saved))


class _Told(Label):
    """What became of something, which takes no room until there is something to tell."""

    def __init__(self, object_name: str) -> None:
        super().__init__("", Look.BODY, wraps=True)
        self.setFixedWidth(WIDTH)
        self.setObjectName(object_name)
        self.hide()

    def tell(self, text: str, tone: Tone) -> None:
        """Show a sentence and have it spoken; nothing for an empty one."""
        self.show_tone(tone)
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            announce(self, text)


def code_card(code: str, object_name: str) -> QFrame:
    """A recovery code, to be read, heard, and copied by hand or mouse."""
    card = QFrame()
    card.setProperty("ground", "card")
    shown = wrapped(code, Look.HEADING, WIDTH - 2 * Space.LARGE)
    shown.setObjectName(object_name)
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    shown.setAccessibleName(_("Recovery code"))
    shown.setAccessibleDescription(code)
    line = QHBoxLayout(card)
    line.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.LARGE)
    line.addWidget(shown)
    return card


def _step(parts: list[QWidget], ways: QWidget) -> QWidget:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.MEDIUM)
    for part in parts:
        column.addWidget(part)
    column.addSpacing(Space.SMALL)
    column.addWidget(ways)
    return step


def _line(*buttons: Button) -> QWidget:
    line = QWidget()
    across = QHBoxLayout(line)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(Space.SMALL)
    for button in buttons:
        button.setAutoDefault(False)
        across.addWidget(button)
    across.addStretch(1)
    return line
