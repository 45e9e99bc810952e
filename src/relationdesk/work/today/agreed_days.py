"""The days that partnerships bring: when they end, when what was lent comes back, when an embargo is over."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PartnershipId, PersonId
from relationdesk.domain.vocabulary import InteractionKind, PartnershipDay
from relationdesk.work.today.person_columns import LAST, PLATFORM, TOPIC

MOST_LENT: Final = 200
EMBARGO_WAITS: Final = timedelta(days=14)
"""How long an embargo that is over stands on Today after its day, unless it is ticked off before."""


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A day within the week: something ends, comes back, or may be published from then on."""

    id: PartnershipId
    person_id: PersonId
    name: str
    client: str
    title: str
    agreed: PartnershipDay
    day: date


@dataclass(frozen=True, slots=True)
class LoanRow:
    """A loan that was to come back by now, and is still out."""

    id: PartnershipId
    person_id: PersonId
    name: str
    client: str
    title: str
    return_on: date
    topic: str
    platform: str
    last_kind: InteractionKind | None
    last_title: str
    last_text: str
    last_on: date | None


@dataclass(frozen=True, slots=True)
class EmbargoRow:
    """An embargo that is over from its day on, and was not ticked off."""

    id: PartnershipId
    person_id: PersonId
    name: str
    client: str
    title: str
    embargo_until: date
    topic: str
    platform: str
    last_kind: InteractionKind | None
    last_title: str
    last_text: str
    last_on: date | None


@dataclass(frozen=True, slots=True)
class AgreedDays:
    """What partnerships bring on a day, or have brought by then, and in the days ahead."""

    loans: tuple[LoanRow, ...] = ()
    embargoes: tuple[EmbargoRow, ...] = ()
    endings: tuple[DayAhead, ...] = ()
    returns_ahead: tuple[DayAhead, ...] = ()
    embargoes_ahead: tuple[DayAhead, ...] = ()


IS_OUT: Final = (
    "partnership.return_on IS NOT NULL AND partnership.returned_on IS NULL"
    " AND partnership.stage <> 'declined'"
)
"""What was lent is still out, in SQL."""
IS_HELD: Final = (
    "partnership.embargo_until IS NOT NULL AND partnership.published_on IS NULL"
    " AND partnership.stage NOT IN ('published', 'thanked', 'closed', 'declined', 'abandoned')"
)
"""Something waits for the end of an embargo, in SQL."""
IS_RUNNING: Final = "partnership.stage NOT IN ('closed', 'declined', 'abandoned')"
"""A partnership has an end that is still to come, in SQL."""
_WHO = """partnership.id AS id, person.id AS person_id, person.display_name AS name,
      coalesce(organisation.name, '') AS client, partnership.title AS title"""
_ABOUT = f"""{TOPIC} AS topic, {PLATFORM} AS platform,
      last.kind AS last_kind, coalesce(last.title, '') AS last_title,
      substr(coalesce(last.text, ''), 1, 400) AS last_text, last.happened_on AS last_on"""
_FROM = """FROM partnership JOIN person ON person.id = partnership.person_id
      LEFT JOIN organisation
        ON organisation.id = partnership.client_id AND organisation.trashed_at IS NULL"""
_THERE = "partnership.trashed_at IS NULL AND person.trashed_at IS NULL"

_LOANS = Statement(
    LoanRow,
    f"""
    SELECT {_WHO}, partnership.return_on AS return_on, {_ABOUT}
    {_FROM} {LAST}
    WHERE partnership.return_on <= :day AND {IS_OUT} AND {_THERE}
    ORDER BY partnership.return_on, partnership.id
    LIMIT :most
    """,
)
_EMBARGOES = Statement(
    EmbargoRow,
    f"""
    SELECT {_WHO}, partnership.embargo_until AS embargo_until, {_ABOUT}
    {_FROM} {LAST}
    WHERE partnership.embargo_until BETWEEN :since AND :until AND {IS_HELD} AND {_THERE}
      AND NOT EXISTS (SELECT 1 FROM interaction
        WHERE interaction.partnership_id = partnership.id
          AND interaction.happened_on BETWEEN partnership.embargo_until AND :day)
    ORDER BY partnership.embargo_until, partnership.id
    LIMIT :most
    """,  # noqa: S608 - constants of the program
)


def _ahead(agreed: PartnershipDay, where: str) -> Statement[DayAhead]:
    return Statement(
        DayAhead,
        f"""
        SELECT {_WHO}, '{agreed}' AS agreed, partnership.{agreed} AS day
        {_FROM}
        WHERE partnership.{agreed} BETWEEN :day AND :until AND {where} AND {_THERE}
        ORDER BY partnership.{agreed}, partnership.id
        """,
    )


_ENDINGS = _ahead(PartnershipDay.ENDS_ON, IS_RUNNING)
_RETURNS_AHEAD = _ahead(PartnershipDay.RETURN_ON, IS_OUT)
_EMBARGOES_AHEAD = _ahead(PartnershipDay.EMBARGO_UNTIL, IS_HELD)


def agreed_days(reader: Reader, day: date, until: date) -> AgreedDays:
    """What partnerships bring by `day`, and what comes `until` another; an end also on `day` itself."""
    ahead = {"day": day + timedelta(days=1), "until": until} if day < until else None
    return AgreedDays(
        loans=tuple(loans_until(reader, day)),
        embargoes=tuple(embargoes_over(reader, day)),
        endings=tuple(reader.ask(_ENDINGS, day=day, until=until)),
        returns_ahead=tuple(reader.ask(_RETURNS_AHEAD, **ahead)) if ahead else (),
        embargoes_ahead=tuple(reader.ask(_EMBARGOES_AHEAD, **ahead)) if ahead else (),
    )


def loans_until(reader: Reader, day: date) -> list[LoanRow]:
    """Loans that are out and were to come back on or before `day`, the longest waiting first."""
    return reader.ask(_LOANS, day=day, most=MOST_LENT)


def embargoes_over(reader: Reader, day: date, until: date | None = None) -> list[EmbargoRow]:
    """Embargoes that are over on `day` and were `until` another, the longest waiting first.

    Nobody need have looked on the very day: each waits for `EMBARGO_WAITS` until something is noted with the
    partnership, which ticks it off.
    """
    until = day if until is None else until
    return reader.ask(_EMBARGOES, since=day - EMBARGO_WAITS, until=until, day=day, most=MOST_LENT)
