"""The program's icon in the tray: how many people wait today, and a few things to do from there."""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from relationdesk.language.words import _, plural
from relationdesk.ui.places.today.wording import due_in_full
from relationdesk.ui.shell.tray_picture import tray_icon
from relationdesk.ui.theme.theme import Theme

_OPENING: Final = {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}


class Tray(QObject):
    """Says what was chosen in its menu; a click on the icon says `open_asked`.

    It never holds a name: a tray is seen by whoever sees the screen.
    """

    open_asked = Signal()
    hour_of_silence_asked = Signal()
    silence_until_tomorrow_asked = Signal()
    end_of_silence_asked = Signal()
    lock_asked = Signal()
    quit_asked = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count: int | None = None
        self._told = ""
        self._silent_until: datetime | None = None
        self.menu = QMenu()
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        theme.changed.connect(self.show_again)
        self._make_menu()
        self.show_again()

    def show_waiting(self, people: int) -> None:
        """Show how many people there are to come back to today."""
        self._count = people
        self.show_again()

    def show_closed(self, told: str) -> None:
        """Show that no desk is open, and tell what there is to do about it."""
        self._count, self._told, self._silent_until = None, told, None
        self.show_again()

    def show_silence(self, until: datetime | None) -> None:
        """Show until when, in the user's local time, nothing is told; None for no silence."""
        self._silent_until = until
        self.show_again()

    def speak(self) -> None:
        """Say everything again in the language of the window."""
        self._make_menu()
        self.show_again()

    @Slot()
    def show_again(self) -> None:
        """Draw it in the colours that are in force, and tell how it stands."""
        is_open = self._count is not None
        self.icon.setIcon(tray_icon(self._theme.tokens, self._count or 0, is_at_work=is_open))
        self.icon.setToolTip(f"RelationDesk\n{self.told}")
        for action in (self._hour, self._tomorrow, self._lock):
            action.setVisible(is_open)
        self._end.setVisible(self._silent_until is not None)

    @property
    def told(self) -> str:
        """How it stands, in words."""
        if self._count is None:
            return self._told
        people = (
            plural("{n} person to come back to today", "{n} people to come back to today", self._count)
            if self._count
            else _("Nobody to come back to today")
        )
        if self._silent_until is None:
            return people
        when = due_in_full(self._silent_until.date(), self._silent_until.time())
        return _("{people}; silent until {when}").format(people=people, when=when)

    def _make_menu(self) -> None:
        self.menu.clear()
        self._add(_("Open RelationDesk"), self.open_asked.emit)
        self.menu.addSeparator()
        self._hour = self._add(_("Silence reminders for an hour"), self.hour_of_silence_asked.emit)
        self._tomorrow = self._add(
            _("Silence reminders until tomorrow"), self.silence_until_tomorrow_asked.emit
        )
        self._end = self._add(_("End the silence of reminders"), self.end_of_silence_asked.emit)
        self._lock = self._add(_("Lock"), self.lock_asked.emit)
        self.menu.addSeparator()
        self._add(_("Quit"), self.quit_asked.emit)

    def _add(self, words: str, say: Callable[[], None]) -> QAction:
        action = self.menu.addAction(words)
        action.triggered.connect(lambda _checked: say())
        return action

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _OPENING and sys.platform != "darwin":  # where a click opens the menu
            self.open_asked.emit()
