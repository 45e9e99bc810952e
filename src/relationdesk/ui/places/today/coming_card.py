"""What the days ahead bring: birthdays, and partnerships that end."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.dates import full_day, short_weekday
from relationdesk.language.words import _, plural
from relationdesk.ui.places.today.rows import birthday_in
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import plain_tip
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.today.queries import BirthdayRow, EndingRow, TodayPage

_DAY_WIDTH = 36


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that happens with a person on a day ahead."""

    day: date
    person_id: PersonId
    name: str
    what: str


def coming_in(page: TodayPage) -> list[Coming]:
    """The dates ahead, the nearest first; today's birthdays stand among the rows instead."""
    birthdays = [_of_birthday(row, page.day) for row in page.birthdays]
    endings = [_of_ending(row) for row in page.endings]
    ahead = [coming for coming in birthdays if coming.day > page.day]
    return sorted(ahead + endings, key=lambda coming: (coming.day, coming.name))


class ComingCard(Card):
    """Hidden while nothing comes."""

    person_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Coming up"), parent=parent)
        self._shown: list[Coming] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.SMALL)
        self.body.addLayout(self._lines)

    def show_coming(self, coming: list[Coming]) -> None:
        """Show these dates."""
        if coming == self._shown:
            return
        self._shown = coming
        while item := self._lines.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for date_ahead in coming:
            self._lines.addWidget(self._line(date_ahead))
        self.setVisible(bool(coming))

    def _line(self, coming: Coming) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.TIGHT)
        day = Label(short_weekday(coming.day), Look.HINT)
        day.setFixedWidth(_DAY_WIDTH)
        day.setToolTip(plain_tip(full_day(coming.day)))
        name = TextLink(coming.name)
        name.setAccessibleDescription(_told(coming))
        name.clicked.connect(lambda: self.person_asked.emit(coming.person_id))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(Label(coming.what, Look.HINT, wraps=True))
        across.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(texts, 1)
        return line


def _told(coming: Coming) -> str:
    return _("{day}: {what}").format(day=full_day(coming.day), what=coming.what)


def _of_birthday(row: BirthdayRow, today: date) -> Coming:
    day = birthday_in(row, today)
    if row.year is None:
        return Coming(day, row.person_id, row.name, _("birthday"))
    what = plural("turns {n}", "turns {n}", day.year - row.year)
    return Coming(day, row.person_id, row.name, what)


def _of_ending(row: EndingRow) -> Coming:
    what = _("contract with {client} ends").format(client=row.client or row.title)
    return Coming(row.ends_on, row.person_id, row.name, what)
