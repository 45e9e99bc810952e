"""Which rows stand in which section of Today, for the window and the command line alike."""

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relationdesk.domain.ids import PartnershipId, PersonId
from relationdesk.domain.vocabulary import PartnershipDay
from relationdesk.language.words import _
from relationdesk.work.today.agreed_days import DayAhead, EmbargoRow, LoanRow
from relationdesk.work.today.distant import DistantRow
from relationdesk.work.today.queries import BirthdayAhead, BirthdayRow, DueRow, TodayPage
from relationdesk.work.today.sentences import (
    agreed_ahead_words,
    birthday_ahead_words,
)

AgreedRow = LoanRow | EmbargoRow
SectionRow = DueRow | AgreedRow | BirthdayRow | DistantRow


class SectionName(StrEnum):
    """A section of Today, in the order of the page."""

    OVERDUE = "overdue"
    TODAY = "today"
    DISTANT = "growing_distant"
    WEEK = "this_week"


@dataclass(frozen=True, slots=True)
class TodaySection:
    """Rows under one heading, and how many more of them were not read."""

    name: SectionName
    rows: tuple[SectionRow, ...]
    unread: int = 0

    @property
    def title(self) -> str:
        """The heading."""
        titles = {
            SectionName.OVERDUE: _("Overdue"),
            SectionName.TODAY: _("Today"),
            SectionName.DISTANT: _("Growing distant"),
            SectionName.WEEK: _("This week"),
        }
        return titles[self.name]


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that happens with a person on a day ahead; `agreed` is which day of a `partnership` it is."""

    day: date
    person_id: PersonId
    name: str
    what: str
    partnership: PartnershipId | None = None
    agreed: PartnershipDay | None = None


def sections_in(page: TodayPage) -> list[TodaySection]:
    """The sections that have something in them, in the order of the page."""
    back_today = tuple(row for row in page.agreed.loans if row.return_on == page.day)
    over_today = tuple(row for row in page.agreed.embargoes if row.embargo_until == page.day)
    sections = (
        TodaySection(SectionName.OVERDUE, waiting_in(page.overdue, late_days(page))),
        TodaySection(SectionName.TODAY, (*page.due_today, *back_today, *over_today, *birthdays_of(page))),
        TodaySection(SectionName.DISTANT, page.distant),
        TodaySection(SectionName.WEEK, page.coming, page.more_coming),
    )
    return [section for section in sections if section.rows or section.unread]


def waiting_in(due: Iterable[DueRow], agreed: Iterable[AgreedRow]) -> tuple[DueRow | AgreedRow, ...]:
    """What is late, the longest waiting first: what was planned, and what partnerships brought."""
    return tuple(sorted((*due, *agreed), key=_since))


def late_days(page: TodayPage) -> list[AgreedRow]:
    """What was to come back before the day of the page, and the embargoes that were over."""
    rows: tuple[AgreedRow, ...] = (*page.agreed.loans, *page.agreed.embargoes)
    return [row for row in rows if _since(row) < page.day]


def people_waiting(page: TodayPage) -> int:
    """How many people have a follow-up that is late, or an agreed day that has passed."""
    return len(_people_in(page.overdue) | _people_in(late_days(page)))


def people_to_come_back_to(page: TodayPage) -> int:
    """How many people the day asks for: late, due, growing distant, with a birthday or an agreed day."""
    due, agreed = (page.overdue, page.due_today), (page.agreed.loans, page.agreed.embargoes)
    asked = (*due, *agreed, page.distant, birthdays_of(page))
    return len(set[PersonId]().union(*(_people_in(rows) for rows in asked)))


def birthdays_of(page: TodayPage) -> list[BirthdayRow]:
    """Whose day it is, but for those with whom something was noted on it already."""
    return [row for row in page.birthdays if row.last_on != page.day]


def coming_in(page: TodayPage) -> list[Coming]:
    """The dates ahead, the nearest first; today's birthdays stand among the rows instead."""
    birthdays = [_of_birthday(row, page.day) for row in page.birthdays_ahead]
    agreed = [*page.agreed.endings, *page.agreed.returns_ahead, *page.agreed.embargoes_ahead]
    return sorted([*birthdays, *map(_of_agreed, agreed)], key=lambda coming: (coming.day, coming.name))


def birthday_in(row: BirthdayAhead, today: date) -> date:
    """The day on which this birthday is kept next; 29 February on the 28th outside leap years."""
    kept = [_kept_in(row, year) for year in (today.year, today.year + 1)]
    return kept[0] if kept[0] >= today else kept[1]


def _kept_in(row: BirthdayAhead, year: int) -> date:
    is_leap_day = (row.month, row.day_of_month) == (2, 29)
    return date(year, row.month, 28 if is_leap_day and not isleap(year) else row.day_of_month)


def _of_birthday(row: BirthdayAhead, today: date) -> Coming:
    day = birthday_in(row, today)
    return Coming(day, row.person_id, row.name, birthday_ahead_words(row, day))


def _of_agreed(row: DayAhead) -> Coming:
    return Coming(row.day, row.person_id, row.name, agreed_ahead_words(row), row.id, row.agreed)


def _people_in(rows: Iterable[SectionRow]) -> set[PersonId]:
    return {row.person_id for row in rows}


def _since(row: DueRow | AgreedRow) -> date:
    match row:
        case DueRow():
            return row.due_on
        case LoanRow():
            return row.return_on
        case EmbargoRow():
            return row.embargo_until
