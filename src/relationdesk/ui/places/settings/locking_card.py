"""When the desk locks."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QWidget

from relationdesk.domain.locking import IDLE_MINUTES, LockRules
from relationdesk.language.words import _
from relationdesk.ui.places.settings.page import setting_line
from relationdesk.ui.places.settings.protection_words import idle_words
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.label import Label, Look

_OFFERED: tuple[int | None, ...] = (None, *IDLE_MINUTES)


class LockingCard(Card):
    """Says `rules_chosen` with what the user wants from now on, and `lock_asked`."""

    rules_chosen = Signal(object)
    lock_asked = Signal()

    def __init__(self, *, session_tells: bool, parent: QWidget | None = None) -> None:
        super().__init__(_("Locking"), parent=parent)
        told = _(
            "Locking closes the desk until your passphrase is typed. It keeps eyes off your screen; it is no "
            "stronger than the keychain that opens the desk. What you were writing is kept; undo begins anew."
        )
        self.body.addWidget(Label(told, Look.HINT, wraps=True))
        self._idle: ChoiceField[int | None] = ChoiceField(
            _("Lock when left alone"), [(minutes, idle_words(minutes)) for minutes in _OFFERED]
        )
        self._idle.setObjectName("protection.idle")
        self._idle.chosen.connect(self._on_chosen)
        self.body.addLayout(setting_line(_("When left alone"), self._idle))
        words = (
            _("Lock when the computer sleeps or its screen gets locked")
            if session_tells
            else _("Lock when the computer wakes from sleep")
        )
        self._sleep = QCheckBox(words)
        self._sleep.setObjectName("protection.sleep")
        self._sleep.clicked.connect(self._on_chosen)
        self.body.addWidget(self._sleep)
        lock = Button(_("Lock"), keys=QKeySequence("Ctrl+L"))
        lock.setObjectName("protection.lock")
        lock.clicked.connect(self.lock_asked)
        self.body.addLayout(setting_line(_("Now"), lock))

    def show_rules(self, rules: LockRules) -> None:
        """Show by which rules the desk locks."""
        self._idle.show_value(rules.idle_minutes)
        self._sleep.setChecked(rules.on_sleep)

    @Slot()
    def _on_chosen(self) -> None:
        self.rules_chosen.emit(LockRules(self._idle.value, on_sleep=self._sleep.isChecked()))
