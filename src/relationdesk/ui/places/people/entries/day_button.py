"""The day on which something happened: today, unless another one is picked."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Signal, Slot
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from relationdesk.language.dates import day_in_full, short_day
from relationdesk.language.words import _, current_language, in_context
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Button, Role

_DAYS_BACK = 7
_LOCALES = {"en": "en_GB", "fr": "fr_FR"}


class DayButton(Button):
    """Says `picked` when the user picked a day, which is never one that lies ahead."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Role.QUIET, Icon.CALENDAR, parent=parent, compact=True)
        self.setObjectName("note.day")
        self._today = date.min
        self.picked_day: date | None = None
        self.clicked.connect(self._on_clicked)

    @property
    def day(self) -> date:
        """The day shown."""
        return self.picked_day or self._today

    def show_day(self, picked: date | None, today: date) -> None:
        """Show the day that was picked, or today."""
        self.picked_day, self._today = picked, today
        words = self._words_for(self.day)
        self.setText(words)
        self.setAccessibleName(_("Day: {day}").format(day=words))
        self.setToolTip(day_in_full(self.day))
        self.updateGeometry()

    def pick(self, day: date) -> None:
        """Pick a day; one that lies ahead is taken for today."""
        self.show_day(day if day < self._today else None, self._today)
        self.picked.emit()

    def menu_of_days(self) -> QMenu:
        """The days that can be picked: the last week, and any other on a calendar."""
        menu = QMenu(self)
        for back in range(_DAYS_BACK):
            day = self._today - timedelta(days=back)
            action = menu.addAction(self._words_for(day, in_menu=True))
            action.setCheckable(True)
            action.setChecked(day == self.day)
            action.triggered.connect(lambda _on, day=day: self.pick(day))
        menu.addSeparator()
        other = menu.addMenu(_("Another day"))
        shown = QWidgetAction(other)
        shown.setDefaultWidget(self._calendar(menu))
        other.addAction(shown)
        return menu

    @Slot()
    def _on_clicked(self) -> None:
        menu = self.menu_of_days()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _calendar(self, menu: QMenu) -> QCalendarWidget:
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(_LOCALES[current_language().value]))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setMaximumDate(QDate(self._today.year, self._today.month, self._today.day))
        calendar.setSelectedDate(QDate(self.day.year, self.day.month, self.day.day))

        def take(picked: QDate) -> None:
            menu.close()
            self.pick(date(picked.year(), picked.month(), picked.day()))

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        return calendar

    def _words_for(self, day: date, *, in_menu: bool = False) -> str:
        back = (self._today - day).days
        if back == 0:
            words = in_context("day", "today")
        elif back == 1:
            words = _("yesterday")
        else:
            words = day_in_full(day) if in_menu else short_day(day, self._today)
        return words[:1].upper() + words[1:]
