"""A new recovery code for an open desk, and testing the one that the user has."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.code_steps import CodeSteps
from relationdesk.ui.shell.start_page import way, wrapped
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Look
from relationdesk.ui.widgets.undo_line import announce


class RecoveryDialog(QDialog):
    """Says `tested` with the code once the user has a copy that is right; until then the former one is good.

    `trial_asked` is for who has a code already.
    """

    tested = Signal(str)
    trial_asked = Signal()

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("A new recovery code"))
        self.setObjectName("recovery.dialog")
        self.steps = CodeSteps(code, "recovery", _("Keep this code"))
        self.steps.tested.connect(lambda: self._on_tested(code))
        self.steps.put_off.connect(self.reject)
        have = way(_("I have a code already"), "recovery.have", is_primary=False)
        have.clicked.connect(self._on_have)
        told = _(
            "It opens the desk when the passphrase is forgotten or the keychain is lost. Print it or write "
            "it down, and keep it away from this computer. Once you keep it, a code that you had before "
            "opens this desk no more; backups made before keep theirs."
        )
        _column(self, _("A new recovery code"), told, self.steps, _row(have))

    def _on_tested(self, code: str) -> None:
        self.accept()
        self.tested.emit(code)

    @Slot()
    def _on_have(self) -> None:
        self.reject()
        self.trial_asked.emit()


class TrialDialog(QDialog):
    """Says `tried` with the code that was typed, and is told how that went: `accept`, or `show_wrong`.

    `new_asked` is for who has none.
    """

    tried = Signal(str)
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Test the recovery code"))
        self.setObjectName("trial.dialog")
        self._field = Field(_("Recovery code"), _("Seven groups of four characters"))
        self._field.setObjectName("trial.code")
        self._wrong = wrapped("", Look.BODY)
        self._wrong.setObjectName("trial.wrong")
        self._wrong.show_tone(Tone.BAD)
        self._wrong.hide()
        self._go = way(_("Test it"), "trial.go")
        new = way(_("Make a new one"), "trial.new", is_primary=False)
        cancel = way(_("Cancel"), "trial.cancel", is_primary=False)
        self._go.clicked.connect(self._on_go)
        self._field.returnPressed.connect(self._on_go)
        new.clicked.connect(self._on_new)
        cancel.clicked.connect(self.reject)
        told = _("Type the code from your sheet. Nothing is changed; you learn whether it opens this desk.")
        _column(
            self, _("Test the recovery code"), told, self._field, self._wrong, _row(self._go, new, cancel)
        )
        self._field.setFocus()

    def show_wrong(self, sentence: str) -> None:
        """Say what is wrong with the code."""
        self._go.setEnabled(True)
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            announce(self._wrong, sentence)

    @Slot()
    def _on_go(self) -> None:
        if self._field.text().strip() and self._go.isEnabled():
            self.show_wrong("")
            self._go.setEnabled(False)
            self.tried.emit(self._field.text())

    @Slot()
    def _on_new(self) -> None:
        self.reject()
        self.new_asked.emit()


def _column(dialog: QDialog, title: str, told: str, *parts: QWidget) -> None:
    column = QVBoxLayout(dialog)
    column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
    column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
    column.setSpacing(Space.MEDIUM)
    column.addWidget(wrapped(title, Look.TITLE))
    column.addWidget(wrapped(told, Look.SECONDARY))
    for part in parts[:-1]:
        column.addWidget(part)
    column.addSpacing(Space.SMALL)
    column.addWidget(parts[-1])


def _row(*buttons: Button) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.SMALL)
    for button in buttons:
        button.setAutoDefault(False)
        line.addWidget(button)
    line.addStretch(1)
    return row
