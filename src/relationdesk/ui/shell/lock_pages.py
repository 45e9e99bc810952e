"""Opening a desk that is there: by passphrase or recovery code; and the desks that do not open."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.start_page import StartPage, secret_field, way
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.field import Field


class UnlockPage(StartPage):
    """Says `passphrase_given` or `code_given`; the way that is not shown is one click away."""

    passphrase_given = Signal(str)
    code_given = Signal(str)

    def __init__(self, *, has_passphrase: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            Icon.LOCK,
            _("Your desk is locked"),
            _("Everything on it stays encrypted until you open it."),
            parent,
        )
        self._has_passphrase = has_passphrase
        self._passphrase = secret_field(_("Passphrase"), "lock.passphrase")
        self._code = Field(_("Recovery code"), _("Seven groups of four characters"))
        self._code.setObjectName("lock.code")
        self._open = way(_("Open"), "lock.open")
        self._other = way("", "lock.other", is_primary=False)
        self._passphrase.returnPressed.connect(self._on_open)
        self._code.returnPressed.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._other.clicked.connect(self._on_other)
        self.body.addWidget(self._passphrase)
        self.body.addWidget(self._code)
        self.add_wrong()
        self.add_ways(self._open, self._other)
        self._show_way(by_code=not has_passphrase)

    def show_busy(self, *, is_busy: bool) -> None:
        """Wait while the desk is opened."""
        self._open.setEnabled(not is_busy)

    def show_wrong(self, sentence: str) -> None:
        """Say what went wrong and have it typed again."""
        super().show_wrong(sentence)
        field = self._code if self._by_code else self._passphrase
        field.selectAll()
        field.setFocus()

    def _show_way(self, *, by_code: bool) -> None:
        self._by_code = by_code
        self._passphrase.setVisible(not by_code)
        self._code.setVisible(by_code)
        self._other.setVisible(self._has_passphrase)
        self._other.setText(_("Use the passphrase") if by_code else _("Use the recovery code"))
        self.setFocusProxy(self._code if by_code else self._passphrase)

    @Slot()
    def _on_open(self) -> None:
        typed = self._code.text().strip() if self._by_code else self._passphrase.text()
        if not typed or not self._open.isEnabled():
            return
        if self._by_code:
            self.code_given.emit(typed)
        else:
            self.passphrase_given.emit(typed)

    @Slot()
    def _on_other(self) -> None:
        self._show_way(by_code=not self._by_code)
        self.show_wrong("")


class TroublePage(StartPage):
    """A desk that cannot be opened as things are: one sentence, and looking again or leaving."""

    again_asked = Signal()
    quit_asked = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(Icon.TRIANGLE_ALERT, _("The desk could not be opened"), sentence, parent)
        again = way(_("Look again"), "trouble.again")
        again.clicked.connect(self.again_asked)
        leave = way(_("Quit"), "trouble.quit", is_primary=False)
        leave.clicked.connect(self.quit_asked)
        self.add_ways(again, leave)
        self.setFocusProxy(again)


class WaitPage(StartPage):
    """What is shown for the moment that looking for a desk takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Icon.HANDSHAKE, "RelationDesk", _("Opening your desk…"), parent)
