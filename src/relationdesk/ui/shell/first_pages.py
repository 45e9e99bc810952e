"""The first start: language, protection, and the recovery code."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from relationdesk.domain.passphrases import unfit
from relationdesk.language.words import Language, _, current_language
from relationdesk.ui.shell.code_steps import CodeSteps
from relationdesk.ui.shell.start_page import StartPage, way
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.passphrase_words import unfit_words
from relationdesk.ui.widgets.secret_field import SecretField

_LANGUAGES = {Language.ENGLISH: "English", Language.FRENCH: "Français"}


class LanguagePage(StartPage):
    """Says `chosen` with the language; `sample_asked` for a look around first, `bundle_asked` to open one."""

    chosen = Signal(object)
    sample_asked = Signal()
    bundle_asked = Signal()

    def __init__(self, *, has_sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            Icon.HANDSHAKE,
            "RelationDesk",
            "A private desk for your relationships.\nUn bureau privé pour vos relations.",
            parent,
        )
        choice = QWidget()
        choice.setObjectName("first.language")
        choice.setAccessibleName("Language · Langue")
        line = QHBoxLayout(choice)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SMALL)
        for language, name in _LANGUAGES.items():
            button = Button(name, icon=Icon.LANGUAGES)
            button.setObjectName(f"first.language.{language}")
            button.clicked.connect(lambda _on, one=language: self.chosen.emit(one))
            line.addWidget(button)
            if language is current_language():
                self.setFocusProxy(button)
        line.addStretch(1)
        self.body.addWidget(choice)
        bundle = way(_("Open a bundle or a backup…"), "first.bundle", is_primary=False)
        bundle.clicked.connect(self.bundle_asked)
        self.body.addWidget(bundle)
        if has_sample:
            sample = way(_("Look around a sample desk first"), "first.sample", is_primary=False)
            sample.clicked.connect(self.sample_asked)
            self.body.addWidget(sample)


class ProtectPage(StartPage):
    """Says `protected` with the passphrase, and whether it is to be asked for at each start.

    The passphrase may be empty where a keychain holds the key.
    """

    protected = Signal(str, bool)

    def __init__(self, *, has_keychain: bool, parent: QWidget | None = None) -> None:
        super().__init__(Icon.LOCK, _("Protect your desk"), _explained(has_keychain=has_keychain), parent)
        self._has_keychain = has_keychain
        self._first = SecretField(_("Passphrase"), "first.passphrase")
        self._again = SecretField(_("The same passphrase again"), "first.again")
        self._first.returnPressed.connect(self._again.setFocus)
        self._again.returnPressed.connect(self._on_go)
        self._asks = QCheckBox(_("Ask for the passphrase at each start"))
        self._asks.setObjectName("first.asks")
        self._asks.setEnabled(False)
        if not has_keychain:
            self._asks.hide()
        self._first.textChanged.connect(self._on_passphrase_changed)
        for part in (self._first, self._again, self._asks):
            self.body.addWidget(part)
        self.add_wrong()
        self._go = way(_("Make the desk"), "first.make")
        self._go.clicked.connect(self._on_go)
        self.add_ways(self._go)
        self.setFocusProxy(self._first)

    def show_busy(self, *, is_busy: bool) -> None:
        """Wait while the desk is made."""
        self._go.setEnabled(not is_busy)

    @Slot()
    def _on_go(self) -> None:
        passphrase = self._first.text()
        wrong = self._what_is_wrong(passphrase)
        self.show_wrong(wrong)
        if not wrong:
            self.protected.emit(passphrase, self._asks.isEnabled() and self._asks.isChecked())

    @Slot(str)
    def _on_passphrase_changed(self, passphrase: str) -> None:
        self._asks.setEnabled(bool(passphrase))

    def _what_is_wrong(self, passphrase: str) -> str:
        if not passphrase and not self._again.text() and self._has_keychain:
            return ""
        wrong = unfit(passphrase, self._again.text())
        return "" if wrong is None else unfit_words(wrong)


class CodePage(StartPage):
    """Shows the recovery code this once, and has the copy tested; what is said is said by `steps`."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(
            Icon.KEY_ROUND,
            _("Your recovery code"),
            _(
                "It opens the desk when the passphrase is forgotten or the keychain is lost. It is shown "
                "this once. Print it or write it down, and keep it away from this computer."
            ),
            parent,
        )
        self.steps = CodeSteps(code, "first", _("Start"))
        self.body.addWidget(self.steps)
        self.setFocusProxy(self.steps)


def _explained(*, has_keychain: bool) -> str:
    if has_keychain:
        return _(
            "The desk is encrypted, and this computer’s keychain holds its key. "
            "A passphrase opens it elsewhere too; you may leave it empty."
        )
    return _(
        "The desk is encrypted. This computer has no keychain to hold its key, so a passphrase opens it. "
        "Nobody can send you a new one; the next page shows a recovery code."
    )
