"""Which rows stand in which section of Today, for the window and the command line alike."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.work.today.distant import DistantRow
from relationdesk.work.today.queries import BirthdayAhead, BirthdayRow, DueRow, EndingRow, TodayPage
from relationdesk.work.today.sentences import birthday_ahead_words, ending_words

SectionRow = DueRow | BirthdayRow | DistantRow


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
    """Something that happens with a person on a day ahead."""

    day: date
    person_id: PersonId
    name: str
    what: str


def sections_in(page: TodayPage) -> list[TodaySection]:
    """The sections that have something in them, in the order of the page."""
    sections = (
        TodaySection(SectionName.OVERDUE, page.overdue),
        TodaySection(SectionName.TODAY, (*page.due_today, *birthdays_of(page))),
        TodaySection(SectionName.DISTANT, page.distant),
        TodaySection(SectionName.WEEK, page.coming, page.more_coming),
    )
    return [section for section in sections if section.rows or section.unread]


def people_waiting(page: TodayPage) -> int:
    """How many people have a follow-up that is late."""
    return len({row.person_id for row in page.overdue})


def people_to_come_back_to(page: TodayPage) -> int:
    """How many people the day asks for: late, due, growing distant, or with a birthday."""
    birthdays = birthdays_of(page)
    due = {row.person_id for row in (*page.overdue, *page.due_today)}
    others = {row.person_id for row in page.distant} | {row.person_id for row in birthdays}
    return len(due | others)


def birthdays_of(page: TodayPage) -> list[BirthdayRow]:
    """Whose day it is, but for those with whom something was noted on it already."""
    return [row for row in page.birthdays if row.last_on != page.day]


def coming_in(page: TodayPage) -> list[Coming]:
    """The dates ahead, the nearest first; today's birthdays stand among the rows instead."""
    birthdays = [_of_birthday(row, page.day) for row in page.birthdays_ahead]
    endings = [_of_ending(row) for row in page.endings]
    return sorted(birthdays + endings, key=lambda coming: (coming.day, coming.name))


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


def _of_ending(row: EndingRow) -> Coming:
    return Coming(row.ends_on, row.person_id, row.name, ending_words(row))
