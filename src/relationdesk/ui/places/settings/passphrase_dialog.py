"""Choosing a passphrase, changing it, or taking it away."""

from dataclasses import dataclass, field
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from relationdesk.domain.passphrases import unfit
from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.passphrase_words import unfit_words
from relationdesk.ui.widgets.secret_field import SecretField
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work.desks.protection import Secret

_WIDTH = 440


class Purpose(Enum):
    """What a passphrase is asked for."""

    FIRST = auto()
    TO_LOCK = auto()
    CHANGE = auto()
    REMOVAL = auto()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user has shown of the passphrase of before, and the one from now on."""

    present: Secret
    passphrase: str = field(default="", repr=False)


class PassphraseDialog(QDialog):
    """Says `wanted` and stays until it is told how that went: `accept`, or `show_wrong`."""

    wanted = Signal(object)

    def __init__(self, purpose: Purpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, told, act = _words(purpose)
        self.setWindowTitle(title)
        self.setObjectName("passphrase.dialog")
        self._asks_present = purpose in {Purpose.CHANGE, Purpose.REMOVAL}
        self._asks_new = purpose is not Purpose.REMOVAL
        self._by_code = False
        self._present = SecretField(_("Present passphrase"), "passphrase.present")
        self._code = Field(_("Recovery code"), _("Seven groups of four characters"))
        self._code.setObjectName("passphrase.code")
        self._new = SecretField(_("New passphrase"), "passphrase.new")
        self._again = SecretField(_("The same passphrase again"), "passphrase.again")
        self._other = Button("", Role.QUIET, compact=True)
        self._other.setObjectName("passphrase.other")
        self._wrong = self._line("", Look.BODY)
        self._wrong.setObjectName("passphrase.wrong")
        self._wrong.show_tone(Tone.BAD)
        self._act = Button(act, Role.PRIMARY)
        self._act.setObjectName("passphrase.go")
        self._arrange(title, told)
        self._show_way()

    def show_wrong(self, sentence: str) -> None:
        """Say what went wrong, and have it typed again."""
        self._act.setEnabled(True)
        self._wrong.show_tone(Tone.BAD)
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            announce(self._wrong, sentence)

    @Slot()
    def show_waiting(self) -> None:
        """Say that the keychain takes its time."""
        self._wrong.show_tone(Tone.NEUTRAL)
        self._wrong.setText(_("Waiting for this computer’s keychain, which may be asking you for something."))
        self._wrong.show()

    def _arrange(self, title: str, told: str) -> None:
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(self._line(title, Look.TITLE))
        column.addWidget(self._line(told, Look.SECONDARY))
        column.addWidget(self._present)
        column.addWidget(self._code)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._new, self._again, self._wrong):
            column.addWidget(part)
        column.addSpacing(Space.SMALL)
        column.addLayout(self._ways())
        for one in (self._present, self._code, self._new, self._again):
            one.returnPressed.connect(self._on_go)
        self._other.clicked.connect(self._on_other)
        self._wrong.hide()

    def _ways(self) -> QHBoxLayout:
        cancel = Button(_("Cancel"), Role.QUIET)
        cancel.setObjectName("passphrase.cancel")
        cancel.clicked.connect(self.reject)
        self._act.clicked.connect(self._on_go)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        for button in (self._act, cancel):
            button.setAutoDefault(False)
            line.addWidget(button)
        self._other.setAutoDefault(False)
        line.addStretch(1)
        return line

    def _line(self, text: str, look: Look) -> Label:
        label = Label(text, look, wraps=True)
        label.setFixedWidth(_WIDTH)
        return label

    def _show_way(self) -> None:
        self._present.setVisible(self._asks_present and not self._by_code)
        self._code.setVisible(self._asks_present and self._by_code)
        self._other.setVisible(self._asks_present)
        self._other.setText(
            _("Use the passphrase") if self._by_code else _("Forgotten? Use the recovery code")
        )
        self._new.setVisible(self._asks_new)
        self._again.setVisible(self._asks_new)
        asked = self._code if self._by_code else self._present
        (asked if self._asks_present else self._new).setFocus()

    @Slot()
    def _on_other(self) -> None:
        self._by_code = not self._by_code
        self.show_wrong("")
        self._show_way()

    @Slot()
    def _on_go(self) -> None:
        if not self._act.isEnabled():
            return
        wrong = unfit(self._new.text(), self._again.text()) if self._asks_new else None
        if wrong is not None:
            self.show_wrong(unfit_words(wrong))
            return
        present = Secret(recovery_code=self._code.text()) if self._by_code else Secret(self._present.text())
        self.show_wrong("")
        self._act.setEnabled(False)
        self.wanted.emit(Wanted(present, self._new.text()))


def _words(purpose: Purpose) -> tuple[str, str, str]:
    """The title, the sentence below it, and what the button says."""
    backups = _("Backups made before keep the passphrase of their day.")
    if purpose is Purpose.FIRST:
        return (
            _("Choose a passphrase"),
            _("It opens the desk on any computer, and locks it when you step away."),
            _("Set the passphrase"),
        )
    if purpose is Purpose.TO_LOCK:
        return (
            _("Choose a passphrase to lock with"),
            _("Locking closes the desk until the passphrase is typed. This is asked only once."),
            _("Set it and lock"),
        )
    if purpose is Purpose.CHANGE:
        return _("Change the passphrase"), backups, _("Change it")
    return (
        _("Remove the passphrase"),
        _(
            "This computer’s keychain will open the desk alone, and nothing locks it any more. {backups}"
        ).format(backups=backups),
        _("Remove it"),
    )
