"""What a dossier shows, gathered from the desk."""

from dataclasses import dataclass
from datetime import date, timedelta

from relationdesk.desk.last_talk import talks_with
from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import (
    Action,
    InteractionKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    PromiseState,
    RelationKind,
    Source,
    Stage,
)
from relationdesk.dossier.content import (
    DoNotContact,
    Dossier,
    Face,
    Handle,
    HistoryEntry,
    HistoryKind,
    KnownFact,
    Letterhead,
    Meeting,
    NextStep,
    OpenPromise,
    PartnershipLine,
    PersonHead,
    Preference,
    QuietTimes,
    Reach,
    Reading,
    Relation,
    Relationship,
    Rhythm,
    Together,
)
from relationdesk.work import settings
from relationdesk.work.follow_ups.queries import open_follow_ups, open_promises
from relationdesk.work.history.queries import EntryKind, TimelineEntry, timeline
from relationdesk.work.partnerships.queries import partnerships_of
from relationdesk.work.people.cards import cards_of
from relationdesk.work.people.own_fields import own_lines_of
from relationdesk.work.people.record import PersonPage, person_page
from relationdesk.work.people.suiting import quiet_of, would_suit

_CARRIED_OUT = (Stage.AGREED, Stage.PRODUCT_OUT, Stage.PUBLISHED, Stage.THANKED, Stage.CLOSED)
_OVER = (Stage.THANKED, Stage.CLOSED, Stage.DECLINED, Stage.ABANDONED)
_BESIDE = (EntryKind.MENTION, EntryKind.ATTACHMENT)
"""What the history of a dossier leaves out: what happened with others, and files."""
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class _Details:
    name: str
    business: str
    email: str
    phone: str
    address: str
    website: str


@dataclass(frozen=True, slots=True)
class _HandleReading:
    platform: str
    name: str
    link: str
    followers: int | None
    taken_on: date | None


@dataclass(frozen=True, slots=True)
class _Together:
    interaction_id: int
    name: str


@dataclass(frozen=True, slots=True)
class _Fact:
    label: str
    value: str
    source: Source
    noted_on: date | None


_DETAILS = Statement(_Details, "SELECT name, business, email, phone, address, website FROM my_details")
_READINGS = Statement(
    _HandleReading,
    """
    SELECT handle.platform AS platform, handle.name AS name, handle.link AS link,
      reading.followers AS followers, reading.taken_on AS taken_on
    FROM handle LEFT JOIN reading ON reading.handle_id = handle.id
    WHERE handle.person_id = :person ORDER BY handle.rank, handle.id, reading.taken_on, reading.id
    """,
)
_COMPANY = Statement(
    _Together,
    """
    SELECT other.interaction_id AS interaction_id, person.display_name AS name
    FROM participant JOIN participant AS other ON other.interaction_id = participant.interaction_id
      JOIN person ON person.id = other.person_id
    WHERE participant.person_id = :person AND other.person_id <> :person AND person.trashed_at IS NULL
    ORDER BY other.id
    """,
)
_FACTS = Statement(
    _Fact, "SELECT label, value, source, noted_on FROM fact WHERE person_id = :person ORDER BY id"
)
_CONTACTS_SINCE = f"""
    SELECT count(*) FROM ({talks_with(":person", ":answer_days")}) WHERE day >= :since
"""  # noqa: S608 - a constant


def dossier_of(reader: Reader, person_id: PersonId, today: date) -> Dossier:
    """The internal brief about a person: everything that is known.

    Raises:
        NotFoundError: the person is no longer on the desk.
    """
    page = person_page(reader, person_id, today)
    if page is None:
        raise NotFoundError("person", person_id)
    (card,) = cards_of(reader, [person_id])
    preferences = _preferences(page)
    entries = [entry for entry in timeline(reader, person_id) if entry.kind not in _BESIDE]
    return Dossier(
        face=Face.INTERNAL,
        made_on=today,
        person=PersonHead(
            name=card.display_name,
            pronouns=card.pronouns,
            kinds=card.kinds,
            topics=card.topics,
            roles=card.roles,
            city=card.city,
            country=card.country,
            languages=card.languages,
            form_of_address=card.form_of_address,
            birthday=card.birthday,
            picture=card.picture.content if card.picture else None,
        ),
        letterhead=_letterhead(reader),
        reach=Reach(
            contacts=card.contacts,
            addresses=card.addresses,
            handles=_handles(reader, person_id),
            channels=tuple(
                p.value for p in preferences if p.category is PreferenceCategory.CHANNEL and _is_liked(p)
            ),
            quiet=_quiet(page),
        ),
        do_not_contact=(
            DoNotContact(page.record.do_not_contact_reason) if page.record.do_not_contact else None
        ),
        loves=tuple(p for p in preferences if _is_liked(p)),
        donts=tuple(p for p in preferences if not _is_liked(p)),
        relationship=_relationship(reader, page, entries, today),
        suits=would_suit(page, partnerships_of(reader, person_id), today),
        facts=_facts(reader, person_id),
        relations=tuple(Relation(r.name, r.kind, r.outgoing, r.note) for r in page.relations),
        partnerships=_partnerships(reader, person_id, today),
        history=_history(reader, person_id, entries),
        promises=tuple(
            OpenPromise(p.side, p.what, p.made_on, p.due_on) for p in open_promises(reader, person_id)
        ),
        next_steps=tuple(
            NextStep(f.action, f.reason, f.due_on, f.due_at) for f in open_follow_ups(reader, person_id)
        ),
    )


def _facts(reader: Reader, person_id: PersonId) -> tuple[KnownFact, ...]:
    """What the user's own fields hold, and then what else is worth knowing."""
    own = [KnownFact(line.text, line.label) for line in own_lines_of(reader, person_id)]
    noted = [
        KnownFact(fact.value, fact.label, fact.source, fact.noted_on)
        for fact in reader.ask(_FACTS, person=person_id)
    ]
    return (*own, *noted)


def _letterhead(reader: Reader) -> Letterhead:
    details = reader.ask_one(_DETAILS)
    if details is None:
        return Letterhead()
    lines = (details.email, details.phone, details.website, *details.address.splitlines())
    return Letterhead(details.name, details.business, tuple(line for line in lines if line))


def _handles(reader: Reader, person_id: PersonId) -> tuple[Handle, ...]:
    found: dict[tuple[str, str, str], list[Reading]] = {}
    for line in reader.ask(_READINGS, person=person_id):
        readings = found.setdefault((line.platform, line.name, line.link), [])
        if line.followers is not None and line.taken_on is not None:
            readings.append(Reading(line.followers, line.taken_on))
    return tuple(Handle(*account, tuple(readings)) for account, readings in found.items())


def _quiet(page: PersonPage) -> QuietTimes | None:
    quiet = quiet_of(page.record)
    if not (quiet.weekdays or quiet.has_hours):
        return None
    return QuietTimes(quiet.weekdays, quiet.starts, quiet.ends, quiet.zone)


def _preferences(page: PersonPage) -> list[Preference]:
    return [
        Preference(
            line.polarity,
            line.value,
            line.category,
            None if line.amount is None else Money(line.amount, line.currency),
            line.source,
            line.noted_on,
            line.reward,
        )
        for line in page.preferences
    ]


def _is_liked(preference: Preference) -> bool:
    return preference.polarity in (Polarity.LOVES, Polarity.LIKES)


def _first_meeting(entries: list[TimelineEntry]) -> date | None:
    """The first day of contact among `entries`, the newest first; a note alone tells of none."""
    unmet = (InteractionKind.NOTE, InteractionKind.PUBLICATION)
    days = (e.day for e in entries if e.kind is EntryKind.INTERACTION and e.word not in unmet)
    return min(days, default=None)


def _relationship(
    reader: Reader, page: PersonPage, entries: list[TimelineEntry], today: date
) -> Relationship:
    record = page.record
    introduced = next(
        (r.name for r in page.relations if r.kind is RelationKind.INTRODUCED and not r.outgoing), ""
    )
    first = _first_meeting(entries)
    answer_days = settings.queries.numbers(reader).answer_days
    since = reader.number(_CONTACTS_SINCE, person=record.id, since=today - _YEAR, answer_days=answer_days)
    return Relationship(
        meeting=Meeting(first, record.how_met, introduced) if first or record.how_met else None,
        rhythm=(
            Rhythm(since, record.last_two_way, page.cadence.cadence.ideal if page.cadence else None)
            if record.last_two_way or page.cadence
            else None
        ),
        together=_together(reader, record.id),
    )


def _together(reader: Reader, person_id: PersonId) -> Together | None:
    done = [line for line in partnerships_of(reader, person_id) if line.stage in _CARRIED_OUT]
    if not done:
        return None
    clients = tuple(dict.fromkeys(line.client for line in done if line.client))
    return Together(len(done), clients, done[0].stage_since or done[0].agreed_on)


def _partnerships(reader: Reader, person_id: PersonId, today: date) -> tuple[PartnershipLine, ...]:
    return tuple(
        PartnershipLine(
            client=line.client,
            title=line.title,
            stage=line.stage,
            reward=line.reward,
            money=None if line.amount is None else Money(line.amount, line.currency),
            begun=line.starts_on or line.agreed_on,
            ended=line.ends_on or (line.stage_since if line.stage in _OVER else None),
            embargo_until=line.embargo_until if line.is_held_on(today) else None,
            back_on=line.return_on if line.is_out else None,
            outcome=line.outcome,
        )
        for line in partnerships_of(reader, person_id)
    )


def _history(reader: Reader, person_id: PersonId, entries: list[TimelineEntry]) -> tuple[HistoryEntry, ...]:
    company: dict[int, list[str]] = {}
    for line in reader.ask(_COMPANY, person=person_id):
        company.setdefault(line.interaction_id, []).append(line.name)
    return tuple(
        HistoryEntry(
            on=entry.day,
            kind=_kind(entry),
            title=entry.title,
            text="\n\n".join(part for part in (entry.told, entry.private_line) if part),
            people=tuple(company.get(entry.id, ())) if entry.kind is EntryKind.INTERACTION else (),
            place=entry.who if entry.kind is EntryKind.INTERACTION else "",
        )
        for entry in entries
    )


def _kind(entry: TimelineEntry) -> HistoryKind:
    if entry.kind is EntryKind.PROMISE:
        state = PromiseState(entry.state)
        return PromiseSide(entry.word) if state is PromiseState.OPEN else state
    kinds: dict[EntryKind, type[HistoryKind]] = {
        EntryKind.INTERACTION: InteractionKind,
        EntryKind.PARTNERSHIP: Stage,
        EntryKind.FOLLOW_UP: Action,
    }
    return kinds[entry.kind](entry.word)
