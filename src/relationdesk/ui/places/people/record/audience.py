"""How many follow an account: in words, as a curve, and number by number where that is opened."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey, of_record
from relationdesk.domain.ids import PersonId
from relationdesk.domain.reading_words import exact_text, readings_text
from relationdesk.domain.suiting.ages import is_old
from relationdesk.language.dates import short_day
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.card import RecordCard
from relationdesk.ui.places.people.record.reading_row import AddReading, ReadingRow, added_field
from relationdesk.ui.places.people.record.row_list import RowList
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.curve import Curve, CurvePoint
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work.people.reached import ReadingLine

_LEAST_DRAWN = 2


class Audience(QWidget):
    """The readings of one account."""

    def __init__(self, card: RecordCard, handle_id: int) -> None:
        super().__init__()
        self._card = card
        self._handle = handle_id
        self._view: PersonView | None = None
        self._is_wanted = False
        self._account = ""
        self._lines: Sequence[ReadingLine] = ()
        self._adding: AddReading | None = None
        self._rows: RowList[ReadingLine, ReadingRow] | None = None
        self.words = Label("", Look.SECONDARY, wraps=True)
        self.age = Label("", Look.HINT, wraps=True)
        self.age.show_tone(Tone.WARN)
        self.curve = Curve()
        self.opener = Button("", Role.QUIET, Icon.CHEVRON_RIGHT, compact=True)
        self.opener.setObjectName(f"record.account.{handle_id}.readings")
        self.opener.clicked.connect(self._on_opener)
        self._room = QWidget()
        self._inside = QVBoxLayout(self._room)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(Space.TIGHT)
        self._room.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SMALL, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        for widget in (self.words, self.age, self.curve, self.opener, self._room):
            column.addWidget(widget)
        for waiting in (self.words, self.age, self.curve):
            waiting.hide()

    @property
    def adding(self) -> AddReading | None:
        """Where a number is added, once that was opened."""
        return self._adding

    @property
    def rows(self) -> list[ReadingRow]:
        """The numbers that are shown one by one, the newest first."""
        return [] if self._rows is None else list(self._rows.rows.values())

    def name_after(self, account: str) -> None:
        """Tell a screen reader whose numbers they are."""
        self._account = account
        self._name_opener()

    def show_readings(self, view: PersonView, lines: Sequence[ReadingLine]) -> None:
        """Show readings, the oldest first."""
        self._view, self._lines = view, lines
        told = readings_text(line.reading for line in lines)
        self.words.setText(told)
        self.words.setVisible(bool(told))
        self._show_age(view)
        self._show_curve(view, told)
        self._name_opener()
        self._show_rows()
        self._open_if_wanted()

    def _show_age(self, view: PersonView) -> None:
        months = view.page.numbers.reading_months
        is_stale = bool(self._lines) and is_old(self._lines[-1].taken_on, months, view.today)
        words = plural(
            "More than {n} month old: ask how many follow by now.",
            "More than {n} months old: ask how many follow by now.",
            months,
        )
        self.age.setText(words if is_stale else "")
        self.age.setVisible(is_stale)

    def _show_curve(self, view: PersonView, told: str) -> None:
        points = [
            CurvePoint(
                line.taken_on, line.followers, exact_text(line.reading), short_day(line.taken_on, view.today)
            )
            for line in self._lines
            if line.taken_on is not None
        ]
        self.curve.setVisible(len(points) >= _LEAST_DRAWN)
        self.curve.show_points(points, told)

    def _name_opener(self) -> None:
        number = len(self._lines)
        words = plural("{n} number of followers", "{n} numbers of followers", number)
        self.opener.setText(words if number else _("Add how many follow"))
        name = _("{button}: {what}").format(button=self.opener.text(), what=self._account)
        self.opener.setAccessibleName(name)
        is_open = self._adding is not None and not self._room.isHidden()
        self.opener.show_icon(Icon.CHEVRON_DOWN if is_open else Icon.CHEVRON_RIGHT)

    def _show_rows(self) -> None:
        if self._rows is None or self._view is None:
            return
        lines = self._lines[::-1]
        self._rows.show((line.id, line) for line in lines)
        for line in lines:
            self._rows.rows[line.id].show_reading(line, self._view.id)
        put_after(self.opener, self._room)

    def write(self, key: DraftKey, person: PersonId) -> bool:
        """Go on writing at the number that is being added, as soon as the others are known."""
        if key != of_record(person, f"record.{added_field(self._handle)}"):
            return False
        self._is_wanted = True
        self._open_if_wanted()
        return True

    def _open_if_wanted(self) -> None:
        if self._is_wanted and self._view is not None:
            self._is_wanted = False
            if self._room.isHidden():
                self._on_opener()

    @Slot()
    def _on_opener(self) -> None:
        view = self._view
        if view is None:
            return
        if self._adding is None:
            card = self._card
            self._adding = AddReading(card, view, self._handle)
            card.show_value(self._adding.number, view.id, "")
            self._rows = RowList(card, lambda line: ReadingRow(card, view, line), self._adding.number.field)
            self._inside.addWidget(self._adding)
            self._inside.addLayout(self._rows.column)
            self._show_rows()
        is_opened = self._room.isHidden()
        self._room.setVisible(is_opened)
        self._name_opener()
        if is_opened:
            self._adding.number.field.setFocus()
