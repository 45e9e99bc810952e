"""The list of organisations, and the page of one."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import OrganisationId, PartnershipId, PersonId
from relationdesk.domain.vocabulary import OrganisationKind, Reward, RewardKind, RoleKind, Stage
from relationdesk.work.people.filtering import read_on
from relationdesk.work.people.matching import as_typed, prefix_match


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """An organisation in a list; `people` are those in the list of people who belong to it today."""

    id: OrganisationId
    name: str
    kind: OrganisationKind
    people: int


@dataclass(frozen=True, slots=True)
class OrganisationHead:
    """What an organisation is."""

    id: OrganisationId
    name: str
    kind: OrganisationKind
    website: str
    notes: str


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works for an organisation or is represented by it, now or formerly."""

    role_id: int
    person_id: PersonId
    name: str
    picture_hash: str | None
    kind: RoleKind
    title: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class ClientPartnership:
    """A partnership as its client's page tells it."""

    id: PartnershipId
    person_id: PersonId
    person: str
    picture_hash: str | None
    title: str
    stage: Stage
    stage_since: date | None
    reward: RewardKind | None
    amount: Decimal | None
    currency: str
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class ClientRefusal:
    """What somebody said no to for a client."""

    id: int
    person_id: PersonId
    person: str
    picture_hash: str | None
    what: str
    why: str
    said_by: str
    reward: Reward | None
    said_on: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """Everything that an organisation's page shows."""

    head: OrganisationHead
    members: tuple[Member, ...]
    partnerships: tuple[ClientPartnership, ...]
    refusals: tuple[ClientRefusal, ...]


_LISTED = "SELECT id FROM organisation WHERE trashed_at IS NULL ORDER BY sort_key, id"
_MATCHING = """SELECT organisation.id
    FROM organisation_fts JOIN organisation ON organisation.id = organisation_fts.rowid
    WHERE organisation_fts MATCH :match AND trashed_at IS NULL ORDER BY sort_key, organisation.id"""
_LINES = Statement(
    OrganisationLine,
    """
    SELECT organisation.id AS id, organisation.name AS name, organisation.kind AS kind,
      (SELECT count(DISTINCT role.person_id) FROM role JOIN person ON person.id = role.person_id
        WHERE role.organisation_id = organisation.id AND person.trashed_at IS NULL
          AND (role.until IS NULL OR role.until >= :day)) AS people
    FROM json_each(:ids) AS wanted JOIN organisation ON organisation.id = wanted.value
    WHERE organisation.trashed_at IS NULL
    ORDER BY wanted.key
    """,
)
_HEAD = Statement(
    OrganisationHead,
    """SELECT id, name, kind, website, notes FROM organisation
    WHERE id = :organisation AND (trashed_at IS NULL OR :with_trash)""",
)
_MEMBERS = Statement(
    Member,
    """
    SELECT role.id AS role_id, person.id AS person_id, person.display_name AS name,
      person.picture_hash AS picture_hash, role.kind AS kind, role.title AS title, role.since AS since,
      role.until AS until
    FROM role JOIN person ON person.id = role.person_id
    WHERE role.organisation_id = :organisation AND person.trashed_at IS NULL
    ORDER BY person.sort_key, role.since, role.id
    """,
)
_PARTNERSHIPS = Statement(
    ClientPartnership,
    """
    SELECT partnership.id AS id, person.id AS person_id, person.display_name AS person,
      person.picture_hash AS picture_hash, partnership.title AS title, partnership.stage AS stage,
      partnership.stage_since AS stage_since, partnership.reward AS reward, partnership.amount AS amount,
      partnership.currency AS currency, partnership.starts_on AS starts_on, partnership.ends_on AS ends_on
    FROM partnership JOIN person ON person.id = partnership.person_id
    WHERE partnership.client_id = :organisation AND partnership.trashed_at IS NULL
      AND person.trashed_at IS NULL
    ORDER BY coalesce(partnership.stage_since, partnership.agreed_on, partnership.created_at) DESC,
      partnership.id DESC
    """,
)
_REFUSALS = Statement(
    ClientRefusal,
    """
    SELECT refusal.id AS id, person.id AS person_id, person.display_name AS person,
      person.picture_hash AS picture_hash, refusal.what AS what, refusal.why AS why,
      refusal.said_by AS said_by, refusal.reward AS reward, refusal.said_on AS said_on,
      refusal.until AS until
    FROM refusal JOIN person ON person.id = refusal.person_id
    WHERE refusal.client_id = :organisation AND person.trashed_at IS NULL
    ORDER BY refusal.said_on DESC, refusal.id DESC
    """,
)


def organisations_matching(reader: Reader, typed: str = "") -> list[int]:
    """The identities of every organisation whose name has words that begin with all those typed, by name."""
    match = match_of(typed)
    return reader.ids(_MATCHING, match=match) if match else reader.ids(_LISTED)


def organisation_lines(reader: Reader, ids: list[int], today: date) -> list[OrganisationLine]:
    """The rows for a page of the list, in the order of `ids`; those who left meanwhile are missing."""
    return reader.ask(_LINES, ids=f"[{','.join(map(str, ids))}]", day=today.isoformat())


def organisations_found(reader: Reader, typed: str, today: date, most: int) -> list[OrganisationLine]:
    """At most so many organisations whose name has words that begin with all those of a search.

    None where no word is typed, or a condition that people fulfil.
    """
    wanted = read_on(reader, typed)
    if not wanted.is_words_alone or not match_of(wanted.words):
        return []
    return organisation_lines(reader, organisations_matching(reader, wanted.words)[:most], today)


def organisation_page(
    reader: Reader, organisation: OrganisationId, *, with_trash: bool = False
) -> OrganisationPage | None:
    """An organisation's page; None when it is no longer on the desk, or in the trash but for `with_trash`."""
    head = reader.ask_one(_HEAD, organisation=organisation, with_trash=with_trash)
    if head is None:
        return None
    return OrganisationPage(
        head,
        tuple(reader.ask(_MEMBERS, organisation=organisation)),
        tuple(reader.ask(_PARTNERSHIPS, organisation=organisation)),
        tuple(reader.ask(_REFUSALS, organisation=organisation)),
    )


def match_of(typed: str) -> str:
    """The index's expression for names with words that begin with all those typed; empty for none."""
    words = " AND ".join(prefix_match(spellings) for spellings in as_typed(typed))
    return f"name : ({words})" if words else ""
