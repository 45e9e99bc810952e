"""What would suit a person, from what their screen and their partnerships tell."""

from collections.abc import Iterable
from datetime import date

from relationdesk.domain.money import Money
from relationdesk.domain.profiles import account_text
from relationdesk.domain.suiting.answer import Answer
from relationdesk.domain.suiting.judging import what_would_suit
from relationdesk.domain.suiting.record import Known, KnownAudience, KnownFact, Leaning, Past, Quiet, Refusal
from relationdesk.language.words import _
from relationdesk.work.partnerships.queries import PartnershipLine
from relationdesk.work.people.record import PersonPage
from relationdesk.work.people.record_lines import (
    FactLine,
    HandleLine,
    PersonRecord,
    PreferenceLine,
    RefusalLine,
)

_WEEKDAYS = "0123456"


def would_suit(page: PersonPage, partnerships: Iterable[PartnershipLine], today: date) -> Answer:
    """What to propose to a person, and what to ask them next time."""
    record = page.record
    known = Known(
        leanings=tuple(map(_leaning, page.preferences)),
        facts=tuple(map(_fact, page.facts)),
        audiences=tuple(_audience(line) for line in page.handles if line.followers is not None),
        refusals=tuple(map(_refusal, page.refusals)),
        pasts=tuple(map(_past, partnerships)),
        quiet=quiet_of(record),
        peace=page.balance.peace,
        do_not_contact=record.do_not_contact,
        do_not_contact_reason=record.do_not_contact_reason,
    )
    return what_would_suit(known, today, page.numbers)


def quiet_of(record: PersonRecord) -> Quiet:
    """When a person is to be left in peace."""
    days = tuple(_WEEKDAYS.index(day) for day in record.quiet_days or "" if day in _WEEKDAYS)
    return Quiet(days, record.quiet_from, record.quiet_until, record.time_zone)


def _leaning(line: PreferenceLine) -> Leaning:
    return Leaning(
        id=line.id,
        polarity=line.polarity,
        category=line.category,
        value=line.value,
        source=line.source,
        noted_on=line.noted_on,
        reward=line.reward,
        money=None if line.amount is None else Money(line.amount, line.currency),
        rank=line.rank,
        interaction_id=line.source_interaction_id,
    )


def _fact(line: FactLine) -> KnownFact:
    labelled = _("{label}: {value}").format(label=line.label, value=line.value)
    text = labelled if line.label else line.value
    return KnownFact(line.id, text, line.source, line.noted_on, line.source_interaction_id)


def _audience(line: HandleLine) -> KnownAudience:
    return KnownAudience(account_text(line.platform, line.name), line.taken_on)


def _refusal(line: RefusalLine) -> Refusal:
    return Refusal(
        id=line.id,
        what=line.what,
        why=line.why,
        said_by=line.said_by,
        client=line.client,
        reward=line.reward,
        said_on=line.said_on,
        until=line.until,
        interaction_id=line.source_interaction_id,
    )


def _past(line: PartnershipLine) -> Past:
    return Past(
        id=line.id,
        client=line.client,
        title=line.title,
        stage=line.stage,
        since=line.stage_since or line.agreed_on,
        reward=line.reward,
        lesson=line.lesson,
    )
