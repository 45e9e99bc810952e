"""Opening a desk that is there: by passphrase or recovery code; and the desks that do not open."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from relationdesk.language.words import _, in_context, plural
from relationdesk.ui.shell.start_page import StartPage, way, wrapped
from relationdesk.ui.shell.starting import Given
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Look
from relationdesk.ui.widgets.secret_field import SecretField

_SECOND_MILLISECONDS = 1000


class UnlockPage(StartPage):
    """Says `given` with a passphrase or a recovery code; the way that is not shown is one click away.

    `title` and `text` are for what is not the desk of every day. One with a way back says `back_asked`.
    """

    given = Signal(object)
    back_asked = Signal()

    def __init__(
        self, *, has_passphrase: bool, title: str = "", text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            Icon.LOCK,
            title or _("Your desk is locked"),
            text or _("Everything on it stays encrypted until you open it."),
            parent,
        )
        self._has_passphrase = has_passphrase
        self._may_keep = False
        self._is_busy = False
        self._told = wrapped("", Look.SECONDARY)
        self._told.setObjectName("lock.told")
        self._told.hide()
        self._passphrase = SecretField(_("Passphrase"), "lock.passphrase")
        self._code = Field(_("Recovery code"), _("Seven groups of four characters"))
        self._code.setObjectName("lock.code")
        self._keep = QCheckBox(_("Let this computer’s keychain open it from now on"))
        self._keep.setObjectName("lock.keep")
        self._open = way(_("Open"), "lock.open")
        self._way_back = way(in_context("to the page before", "Back"), "lock.back", is_primary=False)
        self._way_back.clicked.connect(self.back_asked)
        self._way_back.hide()
        self.lead_back_by(self._way_back)
        self._other = way("", "lock.other", is_primary=False)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.end_pause)
        self._arrange()
        self._show_way(by_code=not has_passphrase)

    @property
    def pause_milliseconds(self) -> int:
        """How long nothing more can be tried."""
        return self._pause.interval() if self._pause.isActive() else 0

    def show_told(self, sentence: str) -> None:
        """Say why this is asked; nothing for an empty sentence."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def offer_keeping(self, is_possible: bool) -> None:  # noqa: FBT001 - the answer to a question
        """Offer to have the keychain keep the key, which a recovery code leads to anyway."""
        self._may_keep = is_possible
        self._show_way(by_code=self._by_code)

    def offer_back(self) -> None:
        """Offer a way back."""
        self._way_back.show()

    def show_busy(self, *, is_busy: bool) -> None:
        """Wait while the desk is opened."""
        self._is_busy = is_busy
        self._open.setEnabled(not is_busy and not self._pause.isActive())

    def show_wrong(self, sentence: str) -> None:
        """Say what went wrong and have it typed again."""
        super().show_wrong(sentence)
        field = self._code if self._by_code else self._passphrase
        field.selectAll()
        field.setFocus()

    def pause(self, wrong: str, seconds: int) -> None:
        """Say what was wrong, and let nothing more be tried for some seconds."""
        if not seconds:
            self.show_wrong(wrong)
            return
        self.show_wrong(
            plural(
                "{wrong} You can try again in {n} second.",
                "{wrong} You can try again in {n} seconds.",
                seconds,
                wrong=wrong,
            )
        )
        self._pause.start(seconds * _SECOND_MILLISECONDS)
        self.show_busy(is_busy=self._is_busy)

    @Slot()
    def end_pause(self) -> None:
        """Let it be tried again."""
        self._pause.stop()
        self.show_busy(is_busy=self._is_busy)

    def _arrange(self) -> None:
        self._passphrase.returnPressed.connect(self._on_open)
        self._code.returnPressed.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._other.clicked.connect(self._on_other)
        for part in (self._told, self._passphrase, self._code, self._keep):
            self.body.addWidget(part)
        self.add_wrong()
        self.add_ways(self._open, self._other, self._way_back)

    def _show_way(self, *, by_code: bool) -> None:
        self._by_code = by_code
        self._passphrase.setVisible(not by_code)
        self._code.setVisible(by_code)
        self._keep.setVisible(self._may_keep and not by_code)
        self._other.setVisible(self._has_passphrase)
        self._other.setText(_("Use the passphrase") if by_code else _("Use the recovery code"))
        self.setFocusProxy(self._code if by_code else self._passphrase)

    @Slot()
    def _on_open(self) -> None:
        typed = self._code.text().strip() if self._by_code else self._passphrase.text()
        if not typed or not self._open.isEnabled():
            return
        if self._by_code:
            self.given.emit(Given(recovery_code=typed))
        else:
            self.given.emit(Given(passphrase=typed, is_to_keep=self._may_keep and self._keep.isChecked()))

    @Slot()
    def _on_other(self) -> None:
        self._show_way(by_code=not self._by_code)
        self.show_wrong("")


class TroublePage(StartPage):
    """A desk that cannot be opened as things are: one sentence, and looking again or leaving.

    With `on`, there is a way on of that name first, and it says `on_asked`.
    """

    on_asked = Signal()
    again_asked = Signal()
    quit_asked = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None, *, on: str = "") -> None:
        super().__init__(Icon.TRIANGLE_ALERT, _("The desk could not be opened"), sentence, parent)
        go_on = way(on, "trouble.on")
        go_on.clicked.connect(self.on_asked)
        again = way(_("Look again"), "trouble.again", is_primary=not on)
        again.clicked.connect(self.again_asked)
        leave = way(_("Quit"), "trouble.quit", is_primary=False)
        leave.clicked.connect(self.quit_asked)
        ways = (go_on, again, leave) if on else (again, leave)
        self.add_wrong()
        self.add_ways(*ways)
        self.setFocusProxy(ways[0])


class BadFilePage(StartPage):
    """A file that cannot be opened: one sentence, and choosing another one or going back."""

    other_asked = Signal()
    back_asked = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(Icon.TRIANGLE_ALERT, _("This file could not be opened"), sentence, parent)
        other = way(_("Choose another file…"), "file.other")
        other.clicked.connect(self.other_asked)
        back = way(in_context("to the page before", "Back"), "file.back", is_primary=False)
        back.clicked.connect(self.back_asked)
        self.add_ways(other, back)
        self.lead_back_by(back)
        self.setFocusProxy(other)


class WaitPage(StartPage):
    """What is shown for the moment that looking for a desk, or something else, takes."""

    def __init__(self, told: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Icon.HANDSHAKE, "RelationDesk", told or _("Opening your desk…"), parent)
