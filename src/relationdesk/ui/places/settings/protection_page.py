"""How the desk is protected, and when it locks."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.locking import LockRules
from relationdesk.language.words import _
from relationdesk.ui.places.settings.keychain_flow import KeychainFlow
from relationdesk.ui.places.settings.locking_card import LockingCard
from relationdesk.ui.places.settings.page import PageName, SettingsPage, setting_line, side_by_side
from relationdesk.ui.places.settings.passphrase_dialog import Purpose
from relationdesk.ui.places.settings.passphrase_flow import PassphraseFlow
from relationdesk.ui.places.settings.protection_words import in_words, keychain_words
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.awaited import Awaited
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work import settings
from relationdesk.work.desks import Changes, Desk, Reader, protection
from relationdesk.work.desks.machine import Keychain
from relationdesk.work.desks.protection import InKeychain, Protection
from relationdesk.work.errors import sentence


class ProtectionPage(SettingsPage):
    """Says `code_asked` and `trial_asked` for the recovery code, `lock_asked`, and `rules_kept`."""

    code_asked = Signal()
    trial_asked = Signal()
    lock_asked = Signal()
    rules_kept = Signal()

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        keychain: Keychain,
        *,
        session_tells: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(PageName.PROTECTION, _("Protection"), parent)
        self._tasks = tasks
        self._keychain = keychain
        self._has_passphrase = False
        self._standing: InKeychain | None = None
        self._passphrases = PassphraseFlow(tasks, keychain, self)
        self._keychains = KeychainFlow(tasks, keychain, self)
        self._keychains.waiting.connect(self._on_waiting)
        self._keychains.done.connect(self.read)
        self._keychains.refused.connect(lambda error: self._told_keychain(sentence(error)))
        self._build_protection()
        self._locking = LockingCard(session_tells=session_tells)
        self._locking.rules_chosen.connect(self._on_rules_chosen)
        self._locking.lock_asked.connect(self.lock_asked)
        self.take_card(self._locking)
        self.read()

    def refresh(self, changes: Changes | None) -> None:
        """What is shown here changes from here; everything is read anew for None."""
        if changes is None:
            self.read()

    @Slot()
    def read(self) -> None:
        """Ask how the desk is protected, and the keychain how it stands to it."""
        self._tasks.change(
            self, lambda desk: protection.protection(desk, self._keychain), self._on_protection
        )
        self._tasks.ask(self, settings.queries.lock_rules, self._locking.show_rules)
        self._tasks.ask(self, settings.queries.recovery_code_waits, self._on_code)

    def _build_protection(self) -> None:
        card = self.add_card(_("How your desk is protected"))
        self._told = Label("", Look.BODY, wraps=True)
        self._told.setObjectName("protection.told")
        card.body.addWidget(self._told)
        self._keychain_told = Label("", Look.HINT, wraps=True)
        self._keychain_told.setObjectName("protection.keychain.told")
        self._by_itself = _button(_("Open by itself"), "protection.keychain")
        self._by_itself.clicked.connect(self._on_keychain)
        card.body.addLayout(
            setting_line(_("This computer’s keychain"), self._by_itself, told=self._keychain_told)
        )
        self._set = _button(_("Set one…"), "protection.passphrase")
        self._set.clicked.connect(self._on_set)
        self._remove = _button(_("Remove…"), "protection.passphrase.remove")
        self._remove.clicked.connect(self._on_remove)
        hint = _("It opens the desk on any computer, and is what you type after it was locked.")
        card.body.addLayout(setting_line(_("Passphrase"), side_by_side(self._set, self._remove), hint))
        test, new = _button(_("Test…"), "protection.test"), _button(_("New one…"), "protection.code")
        test.clicked.connect(self.trial_asked)
        new.clicked.connect(self.code_asked)
        self._code_told = Label("", Look.HINT, wraps=True)
        self._code_told.setObjectName("protection.code.told")
        card.body.addLayout(setting_line(_("Recovery code"), side_by_side(test, new), told=self._code_told))

    def _on_protection(self, found: Protection) -> None:
        self._has_passphrase = found.has_passphrase
        self._set.setText(_("Change…") if found.has_passphrase else _("Set one…"))
        self._remove.setVisible(found.has_passphrase)
        self._by_itself.setEnabled(False)
        awaited = Awaited(found.in_keychain, self)
        awaited.slow.connect(self._on_waiting)
        awaited.came.connect(self._on_standing)

    @Slot(object)
    def _on_standing(self, standing: InKeychain) -> None:
        self._standing = standing
        is_held, has_passphrase = standing is InKeychain.HELD, self._has_passphrase
        self._told.setText(in_words(standing, has_passphrase=has_passphrase))
        self._told.show_tone(Tone.NEUTRAL if is_held or has_passphrase else Tone.BAD)
        self._told_keychain(keychain_words(standing))
        self._by_itself.setText(_("Ask at each start") if is_held else _("Open by itself"))
        self._by_itself.setEnabled(standing is InKeychain.NOT_HELD or (is_held and has_passphrase))
        self._remove.setEnabled(standing is not InKeychain.NO_KEYCHAIN)

    def _on_code(self, waits: bool) -> None:  # noqa: FBT001 - the answer to a question
        self._code_told.setText(
            _("No copy of it was tested yet.")
            if waits
            else _("Test your copy from time to time; it is the way in when all else is lost.")
        )

    @Slot()
    def _on_waiting(self) -> None:
        self._told_keychain(_("Waiting for this computer’s keychain, which may be asking you for something."))

    @Slot()
    def _on_keychain(self) -> None:
        self._by_itself.setEnabled(False)
        if self._standing is InKeychain.HELD:
            self._keychains.let_go()
        else:
            self._keychains.keep()

    @Slot()
    def _on_set(self) -> None:
        self._passphrases.ask(Purpose.CHANGE if self._has_passphrase else Purpose.FIRST, self._on_changed)

    @Slot()
    def _on_remove(self) -> None:
        self._passphrases.ask(Purpose.REMOVAL, self._on_removed)

    def _on_changed(self) -> None:
        self.said.emit(_("The passphrase is set. Backups made before keep the one of their day."))
        self.read()

    def _on_removed(self) -> None:
        self.said.emit(_("The passphrase is removed. Backups made before keep the one of their day."))
        self.rules_kept.emit()
        self.read()

    @Slot(object)
    def _on_rules_chosen(self, rules: LockRules) -> None:
        if rules.locks_by_itself and not self._has_passphrase:
            self._tasks.ask(self, settings.queries.lock_rules, self._locking.show_rules)
            self._passphrases.ask(Purpose.FIRST, lambda: self._keep(rules, then=self.read))
        else:
            self._keep(rules)

    def _keep(self, rules: LockRules, then: Callable[[], None] | None = None) -> None:
        def kept(_nothing: None) -> None:
            self.rules_kept.emit()
            if then is not None:
                then()

        self._tasks.change(self, lambda desk: settings.commands.keep_lock_rules(desk, rules), kept)

    def _told_keychain(self, text: str) -> None:
        self._keychain_told.setText(text)


def _button(words: str, object_name: str) -> Button:
    button = Button(words)
    button.setObjectName(object_name)
    return button
