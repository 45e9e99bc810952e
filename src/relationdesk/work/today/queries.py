"""The page that a day begins with."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.birthdays import birthdays_between
from relationdesk.domain.ids import FollowUpId, PersonId, PromiseId
from relationdesk.domain.reasons import Reason
from relationdesk.domain.vocabulary import Action, InteractionKind, PromiseSide
from relationdesk.work import settings
from relationdesk.work.today.agreed_days import AgreedDays, agreed_days
from relationdesk.work.today.distant import DistantRow, growing_distant
from relationdesk.work.today.person_columns import LAST, PLATFORM, TOPIC
from relationdesk.work.today.reasons import reasons_to_write

DAYS_AHEAD = 7
NEWEST_ASKED_ABOUT = 2_000
_BIRTHDAYS_AHEAD_DAYS = 365
_HIGHEST_ID = 2**63 - 1
MOST_OWED = 200


@dataclass(frozen=True, slots=True)
class DueRow:
    """A person to come back to: why now, and what was last said."""

    id: FollowUpId
    person_id: PersonId
    name: str
    topic: str
    platform: str
    action: Action
    reason: str
    due_on: date
    due_at: time | None
    last_kind: InteractionKind | None
    last_title: str
    last_text: str
    last_on: date | None


@dataclass(frozen=True, slots=True)
class OwedRow:
    """An open promise, either way."""

    id: PromiseId
    person_id: PersonId
    name: str
    side: PromiseSide
    what: str
    made_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class BirthdayAhead:
    """A birthday within the week; `year` is the year of birth if known."""

    person_id: PersonId
    name: str
    month: int
    day_of_month: int
    year: int | None


@dataclass(frozen=True, slots=True)
class BirthdayRow:
    """A person whose birthday is kept today; `year` is the year of birth if known."""

    person_id: PersonId
    name: str
    month: int
    day_of_month: int
    year: int | None
    topic: str
    platform: str
    last_kind: InteractionKind | None
    last_title: str
    last_text: str
    last_on: date | None


@dataclass(frozen=True, slots=True)
class UnaskedRow:
    """A person of whom the user has not said how often to be in touch."""

    person_id: PersonId
    name: str
    topic: str
    platform: str


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Today, section by section. Every open follow-up up to the end of the week stands in exactly one.

    `reasons` has what there is to write about to those who grow distant. `more_coming` counts those of the
    days ahead that were not read with `coming`. `birthdays` are the day's, `birthdays_ahead` the others of
    the week, the next first. `per_day` counts open follow-ups for each day of the calendar week that holds
    `day`, Monday first.
    """

    day: date
    overdue: tuple[DueRow, ...]
    due_today: tuple[DueRow, ...]
    coming: tuple[DueRow, ...]
    distant: tuple[DistantRow, ...]
    reasons: Mapping[PersonId, Reason]
    promises: tuple[OwedRow, ...]
    birthdays: tuple[BirthdayRow, ...]
    birthdays_ahead: tuple[BirthdayAhead, ...]
    agreed: AgreedDays
    per_day: tuple[int, ...]
    more_coming: int = 0
    has_people: bool = True


_DUE = Statement(
    DueRow,
    f"""
    SELECT follow_up.id AS id, person.id AS person_id, person.display_name AS name,
      {TOPIC} AS topic, {PLATFORM} AS platform, follow_up.action AS action,
      follow_up.reason AS reason, follow_up.due_on AS due_on, follow_up.due_at AS due_at,
      last.kind AS last_kind, coalesce(last.title, '') AS last_title,
      substr(coalesce(last.text, ''), 1, 400) AS last_text, last.happened_on AS last_on
    FROM follow_up JOIN person ON person.id = follow_up.person_id {LAST}
    WHERE follow_up.state = 'open' AND follow_up.due_on > :after AND follow_up.due_on <= :until
      AND person.trashed_at IS NULL
    ORDER BY follow_up.due_on, follow_up.due_at IS NOT NULL, follow_up.due_at, follow_up.id
    LIMIT :most
    """,  # noqa: S608 - constants of this module
)
_OWED = Statement(
    OwedRow,
    """
    SELECT promise.id AS id, person.id AS person_id, person.display_name AS name, promise.side AS side,
      promise.what AS what, promise.made_on AS made_on, promise.due_on AS due_on
    FROM promise JOIN person ON person.id = promise.person_id
    WHERE promise.state = 'open' AND person.trashed_at IS NULL
    ORDER BY promise.due_on NULLS LAST, promise.made_on, promise.id
    LIMIT :most
    """,
)
_BIRTHDAYS = Statement(
    BirthdayRow,
    f"""
    SELECT person.id AS person_id, display_name AS name, birth_month AS month, birth_day AS day_of_month,
      birth_year AS year, {TOPIC} AS topic, {PLATFORM} AS platform,
      last.kind AS last_kind, coalesce(last.title, '') AS last_title,
      substr(coalesce(last.text, ''), 1, 400) AS last_text, last.happened_on AS last_on
    FROM json_each(:days) AS wanted JOIN person
      ON birth_month = wanted.value / 100 AND birth_day = wanted.value % 100 {LAST}
    WHERE birth_day IS NOT NULL AND trashed_at IS NULL AND archived_at IS NULL
    ORDER BY wanted.key, person.id
    """,  # noqa: S608 - constants of this module
)
_BIRTHDAYS_AHEAD = Statement(
    BirthdayAhead,
    """
    SELECT person.id AS person_id, display_name AS name, birth_month AS month, birth_day AS day_of_month,
      birth_year AS year
    FROM json_each(:days) AS wanted JOIN person
      ON birth_month = wanted.value / 100 AND birth_day = wanted.value % 100
    WHERE birth_day IS NOT NULL AND trashed_at IS NULL AND archived_at IS NULL
    ORDER BY wanted.key, person.id
    """,
)


_UNASKED = Statement(
    UnaskedRow,
    f"""
    SELECT person.id AS person_id, person.display_name AS name, {TOPIC} AS topic, {PLATFORM} AS platform
    FROM person
    WHERE person.id IN
        (SELECT newest.id FROM person AS newest WHERE newest.id <= :last ORDER BY newest.id DESC LIMIT :most)
      AND person.ideal_gap_days IS NULL AND person.longest_gap_days IS NULL AND person.do_not_contact = 0
      AND person.trashed_at IS NULL AND person.archived_at IS NULL
      AND (SELECT distant_after FROM last_talk WHERE person_id = person.id) IS NULL
      AND person.id NOT IN (SELECT value FROM json_each(:marks))
    ORDER BY person.id DESC LIMIT 1
    """,  # noqa: S608 - constants of this module
)
_ANYBODY = "SELECT EXISTS (SELECT 1 FROM person WHERE trashed_at IS NULL)"


def today_page(reader: Reader, day: date, *, most: int | None = None, until: date | None = None) -> TodayPage:
    """What `day` begins with: what is late, what is due, and what comes `until` a day, or in a week.

    Birthdays ahead are told for a year at most, each once. Where the day and the days ahead bring more than
    `most` follow-ups, only the number is told of those ahead that would be too many.
    """
    until = day + timedelta(days=DAYS_AHEAD) if until is None else until
    birthdays_until = min(until, day + timedelta(days=_BIRTHDAYS_AHEAD_DAYS))
    numbers = settings.queries.numbers(reader)
    distant = growing_distant(reader, day, numbers.peace_days)
    due = due_until(reader, day)
    due_today = tuple(row for row in due if row.due_on == day)
    most_coming = None if most is None else max(0, most - len(due_today))
    coming = _due_between(reader, day, until, most_coming)
    monday = day - timedelta(days=day.weekday())
    load = _load(reader, monday, max(until, monday + timedelta(days=6)))
    return TodayPage(
        day=day,
        overdue=tuple(row for row in due if row.due_on < day),
        due_today=due_today,
        coming=tuple(coming),
        distant=tuple(distant),
        reasons=reasons_to_write(reader, distant, day, numbers),
        promises=tuple(reader.ask(_OWED, most=MOST_OWED)),
        birthdays=tuple(reader.ask(_BIRTHDAYS, days=_month_days(day, day))),
        birthdays_ahead=tuple(
            reader.ask(_BIRTHDAYS_AHEAD, days=_month_days(day + timedelta(days=1), birthdays_until))
        ),
        agreed=agreed_days(reader, day, until),
        per_day=tuple(load[monday + timedelta(days=n)] for n in range(7)),
        more_coming=sum(count for on, count in load.items() if day < on <= until) - len(coming),
        has_people=bool(reader.number(_ANYBODY)),
    )


def person_without_cadence(reader: Reader, *, skipped: Collection[PersonId] = ()) -> UnaskedRow | None:
    """Whom to ask about next: the one who came in last, among the newest; None when all is said."""
    marks = f"[{','.join(map(str, skipped))}]"
    return reader.ask_one(_UNASKED, marks=marks, last=_HIGHEST_ID, most=NEWEST_ASKED_ABOUT)


def due_until(reader: Reader, day: date) -> list[DueRow]:
    """Open follow-ups due on or before `day`, the longest waiting first."""
    return _due_between(reader, date.min, day)


def _due_between(reader: Reader, after: date, until: date, most: int | None = None) -> list[DueRow]:
    return reader.ask(_DUE, after=after, until=until, most=-1 if most is None else most)


def _month_days(first: date, last: date) -> str:
    """The birthdays kept on these days, in the order they are kept in, as month times 100 plus day."""
    kept = birthdays_between(first, last)
    return f"[{','.join(str(month * 100 + of_month) for month, of_month in kept)}]"


def _load(reader: Reader, first: date, last: date) -> Counter[date]:
    """How many open follow-ups each day has."""
    return Counter({load.due_on: load.count for load in reader.ask(_LOAD, first=first, last=last)})


@dataclass(frozen=True, slots=True)
class _Load:
    due_on: date
    count: int


_LOAD = Statement(
    _Load,
    """SELECT due_on, count(*) AS count FROM follow_up
    WHERE state = 'open' AND due_on BETWEEN :first AND :last
      AND person_id NOT IN (SELECT id FROM person WHERE trashed_at IS NOT NULL)
    GROUP BY due_on""",
)
