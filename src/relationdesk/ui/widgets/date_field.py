"""A day, typed or picked from a calendar, or none."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QLineEdit, QWidget

from relationdesk.language.words import _, current_language
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.tokens import Tint

_NO_DAY = QDate(1900, 1, 1)
_LOCALES = {"en": "en_GB", "fr": "fr_FR"}
_WIDTH = 160


class DateField(QDateEdit):
    """Announces only what the user changes, as a `date` or None.

    The calendar opens on the day shown, or on `today` while there is none. The wheel scrolls
    the page over it.
    """

    day_chosen = Signal(object)

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = QDate(today.year, today.month, today.day)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLocale(QLocale(_LOCALES[current_language().value]))
        self.setDisplayFormat("d MMM yyyy")
        self.setMinimumDate(_NO_DAY)
        self.setSpecialValueText(_("no day"))
        self.setKeyboardTracking(False)
        self.setCalendarPopup(True)
        self.setMinimumWidth(_WIDTH)
        self._dress_calendar()
        self._clear = self.lineEdit().addAction(
            line_icon(Icon.X, Tint.INK3), QLineEdit.ActionPosition.TrailingPosition
        )
        self._clear.setText(_("No day"))
        self._clear.setToolTip(_("No day"))
        self._clear.triggered.connect(self._on_clear)
        self.show_day(None)
        self.dateChanged.connect(self._on_date_changed)

    @property
    def day(self) -> date | None:
        """The day shown."""
        shown = self.date()
        return None if shown == _NO_DAY else date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date | None) -> None:
        """Show a day without announcing it."""
        with QSignalBlocker(self):
            self.setDate(_NO_DAY if day is None else QDate(day.year, day.month, day.day))
        self._told = day
        self._clear.setVisible(day is not None)

    def stepBy(self, steps: int) -> None:
        if self.day is None:
            self.setDate(self._today)
        else:
            super().stepBy(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.day is None and event.text().isdigit():
            with QSignalBlocker(self):
                self.setDate(self._today)
            self.setSelectedSection(QDateEdit.Section.DaySection)
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self.day is None:
            self.calendarWidget().setCurrentPage(self._today.year(), self._today.month())
        return super().eventFilter(watched, event)

    @Slot()
    def _on_clear(self) -> None:
        self.setDate(_NO_DAY)

    @Slot()
    def _on_date_changed(self) -> None:
        self._clear.setVisible(self.day is not None)
        # Qt also says so when the same day was typed again.
        if self.day != self._told:
            self._told = self.day
            self.day_chosen.emit(self._told)

    def _dress_calendar(self) -> None:
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, QTextCharFormat())
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.installEventFilter(self)
