"""The days of a week or a month, and what stands on each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.birthdays import birthdays_between
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import Action
from relationdesk.work.today.agreed_days import IS_HELD, IS_OUT, IS_RUNNING


class ItemKind(StrEnum):
    """What stands on a day; only a follow-up can be moved to another."""

    FOLLOW_UP = "follow_up"
    PROMISE = "promise"
    BIRTHDAY = "birthday"
    ENDING = "ending"
    RETURN = "return"
    EMBARGO = "embargo"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing on one day.

    `what` is the reason, what was promised, whose contract ends, or what comes back or may be published.
    `id` is the follow-up's, the promise's, the partnership's, or for a birthday the person's. `at` is
    wall-clock time in the zone that the follow-up was planned in.
    """

    kind: ItemKind
    id: int
    person_id: PersonId
    name: str
    what: str
    day: date
    at: time | None = None
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class _FollowUp:
    id: int
    person_id: PersonId
    name: str
    reason: str
    due_on: date
    due_at: time | None
    action: Action


@dataclass(frozen=True, slots=True)
class _Dated:
    id: int
    person_id: PersonId
    name: str
    what: str
    day: date


@dataclass(frozen=True, slots=True)
class _Born:
    person_id: PersonId
    name: str
    month: int
    day_of_month: int


_FOLLOW_UPS = Statement(
    _FollowUp,
    """SELECT follow_up.id AS id, person.id AS person_id, person.display_name AS name,
      follow_up.reason AS reason, follow_up.due_on AS due_on, follow_up.due_at AS due_at,
      follow_up.action AS action
    FROM follow_up JOIN person ON person.id = follow_up.person_id
    WHERE follow_up.state = 'open' AND follow_up.due_on BETWEEN :first AND :last
      AND person.trashed_at IS NULL
    ORDER BY follow_up.due_on, follow_up.due_at IS NOT NULL, follow_up.due_at, follow_up.id""",
)
_PROMISES = Statement(
    _Dated,
    """SELECT promise.id AS id, person.id AS person_id, person.display_name AS name, promise.what AS what,
      promise.due_on AS day
    FROM promise JOIN person ON person.id = promise.person_id
    WHERE promise.state = 'open' AND promise.due_on BETWEEN :first AND :last AND person.trashed_at IS NULL
    ORDER BY promise.due_on, promise.id""",
)
_ENDINGS = Statement(
    _Dated,
    f"""SELECT partnership.id AS id, person.id AS person_id, person.display_name AS name,
      coalesce(organisation.name, partnership.title) AS what, partnership.ends_on AS day
    FROM partnership JOIN person ON person.id = partnership.person_id
      LEFT JOIN organisation
        ON organisation.id = partnership.client_id AND organisation.trashed_at IS NULL
    WHERE partnership.ends_on BETWEEN :first AND :last AND partnership.trashed_at IS NULL
      AND person.trashed_at IS NULL AND {IS_RUNNING}
    ORDER BY partnership.ends_on, partnership.id""",  # noqa: S608 - constants of the program
)
_RETURNS = Statement(
    _Dated,
    f"""SELECT partnership.id AS id, person.id AS person_id, person.display_name AS name,
      partnership.title AS what, partnership.return_on AS day
    FROM partnership JOIN person ON person.id = partnership.person_id
    WHERE partnership.return_on BETWEEN :first AND :last AND {IS_OUT}
      AND partnership.trashed_at IS NULL AND person.trashed_at IS NULL
    ORDER BY partnership.return_on, partnership.id""",  # noqa: S608 - constants of the program
)
_EMBARGOES = Statement(
    _Dated,
    f"""SELECT partnership.id AS id, person.id AS person_id, person.display_name AS name,
      partnership.title AS what, partnership.embargo_until AS day
    FROM partnership JOIN person ON person.id = partnership.person_id
    WHERE partnership.embargo_until BETWEEN :first AND :last AND {IS_HELD}
      AND partnership.trashed_at IS NULL AND person.trashed_at IS NULL
    ORDER BY partnership.embargo_until, partnership.id""",  # noqa: S608 - constants of the program
)
_BORN = Statement(
    _Born,
    """SELECT person.id AS person_id, person.display_name AS name, birth_month AS month,
      birth_day AS day_of_month
    FROM json_each(:days) AS wanted JOIN person
      ON birth_month = wanted.value / 100 AND birth_day = wanted.value % 100
    WHERE birth_day IS NOT NULL AND trashed_at IS NULL AND archived_at IS NULL
    ORDER BY person.id""",
)


_DATED = {
    ItemKind.ENDING: _ENDINGS,
    ItemKind.RETURN: _RETURNS,
    ItemKind.EMBARGO: _EMBARGOES,
    ItemKind.PROMISE: _PROMISES,
}


def agenda(reader: Reader, first: date, last: date) -> dict[date, tuple[AgendaItem, ...]]:
    """Every day from `first` to `last` with what stands on it: dates, whole days, then by the hour."""
    days: dict[date, list[AgendaItem]] = {
        first + timedelta(days=ahead): [] for ahead in range((last - first).days + 1)
    }
    for item in (*_dates(reader, first, last), *_follow_ups(reader, first, last)):
        days[item.day].append(item)
    return {day: tuple(items) for day, items in days.items()}


def _follow_ups(reader: Reader, first: date, last: date) -> Iterator[AgendaItem]:
    for row in reader.ask(_FOLLOW_UPS, first=first, last=last):
        yield AgendaItem(
            ItemKind.FOLLOW_UP,
            row.id,
            row.person_id,
            row.name,
            row.reason,
            row.due_on,
            row.due_at,
            row.action,
        )


def _dates(reader: Reader, first: date, last: date) -> Iterator[AgendaItem]:
    on = birthdays_between(first, last)
    born = reader.ask(_BORN, days=f"[{','.join(str(month * 100 + day) for month, day in on)}]")
    for person in born:
        for day in on[person.month, person.day_of_month]:
            yield AgendaItem(ItemKind.BIRTHDAY, person.person_id, person.person_id, person.name, "", day)
    for kind, statement in _DATED.items():
        for row in reader.ask(statement, first=first, last=last):
            yield AgendaItem(kind, row.id, row.person_id, row.name, row.what, row.day)
