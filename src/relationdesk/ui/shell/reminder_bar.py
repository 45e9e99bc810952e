"""The line above the places that tells what is due now, until it is handled or put away."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.reminder_words import line_of
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Height, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.day_menu import DayMenu
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Look
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work.reminders.queries import Reminder


class ReminderBar(QFrame):
    """Shows one reminder with what can be done about it, or of several how many and whom.

    Says `person_asked`, `done` or `put_off` of the one it shows, `today_asked` when there are several or
    another day is wanted, `days_offered` with the menu of days that opens, and `put_away` when it was closed.
    It never takes the focus.
    """

    person_asked = Signal(object)
    done = Signal(object)
    put_off = Signal(object, object, object)
    days_offered = Signal(object, object)
    today_asked = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "rail")
        self.setAccessibleName(_("What is due now"))
        self._reminders: tuple[Reminder, ...] = ()
        self._now: datetime | None = None
        self._told = ElidedLabel("", Look.BODY)
        self._told.setObjectName("reminder.told")
        self._open = self._button(_("Open"), Icon.ARROW_RIGHT, "reminder.open")
        self._done = self._button(_("Done"), Icon.CHECK, "reminder.done")
        self._later = self._button(_("Snooze"), Icon.CLOCK, "reminder.snooze")
        self._close = Button("", Role.QUIET, Icon.X, compact=True, name=_("Put away"))
        self._close.setObjectName("reminder.put_away")
        self._close.setFixedWidth(Height.HIT)
        self._open.clicked.connect(self._on_open)
        self._done.clicked.connect(self._on_done)
        self._later.clicked.connect(self._offer_days)
        self._close.clicked.connect(self.put_away)
        self._lay_out()
        self.hide()

    def show_reminders(self, reminders: Sequence[Reminder], now: datetime) -> None:
        """Show these, or nothing when there are none; `now` is the user's local time."""
        is_news = bool(set(reminders) - set(self._reminders))
        self._reminders, self._now = tuple(reminders), now
        self.setVisible(bool(reminders))
        if not reminders:
            return
        told = line_of(reminders, now)
        self._told.setText(told)
        self._told.setAccessibleName(told)
        is_one = len(reminders) == 1
        self._open.setText(_("Open") if is_one else _("Go to Today"))
        for button in (self._done, self._later):
            button.setVisible(is_one)
        if is_news:
            announce(self._told, told)

    def _button(self, words: str, icon: Icon, object_name: str) -> Button:
        button = Button(words, icon=icon, compact=True)
        button.setObjectName(object_name)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.LARGE, Space.TIGHT, Space.LARGE, Space.TIGHT)
        line.setSpacing(Space.SMALL)
        line.addWidget(IconMark(Icon.BELL, Tint.ACCENT))
        line.addWidget(self._told, 1)
        for button in (self._open, self._done, self._later, self._close):
            line.addWidget(button)

    @Slot()
    def _on_open(self) -> None:
        if len(self._reminders) == 1:
            self.person_asked.emit(self._reminders[0].person_id)
        else:
            self.today_asked.emit()

    @Slot()
    def _on_done(self) -> None:
        self.done.emit(self._reminders[0])

    @Slot()
    def _offer_days(self) -> None:
        if self._now is None:
            return
        menu = DayMenu(self._now, self)
        reminder = self._reminders[0]
        menu.chosen.connect(lambda day, at: self.put_off.emit(reminder, day, at))
        menu.other_asked.connect(self.today_asked)
        self.days_offered.emit(reminder, menu)
        menu.popup(self._later.mapToGlobal(QPoint(0, self._later.height())))
