"""What one person's screen shows beside the history."""

from dataclasses import dataclass
from datetime import date

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.balance import Balance
from relationdesk.domain.cadence import CadenceInForce, Closeness, closeness
from relationdesk.domain.ids import PersonId
from relationdesk.domain.numbers import Numbers
from relationdesk.work import settings
from relationdesk.work.people.exchanges import balance_with
from relationdesk.work.people.record_lines import (
    AddressLine,
    ContactLine,
    FactLine,
    HandleLine,
    NamedLine,
    PersonRecord,
    PreferenceLine,
    RefusalLine,
    RelationLine,
    RoleLine,
)
from relationdesk.work.people.rhythms import cadence_of


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything that a person's screen shows beside the history and the partnerships."""

    record: PersonRecord
    cadence: CadenceInForce | None
    closeness: Closeness
    balance: Balance
    numbers: Numbers
    topics: tuple[str, ...]
    tags: tuple[str, ...]
    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    contacts: tuple[ContactLine, ...]
    addresses: tuple[AddressLine, ...]
    handles: tuple[HandleLine, ...]
    roles: tuple[RoleLine, ...]
    preferences: tuple[PreferenceLine, ...]
    refusals: tuple[RefusalLine, ...]
    facts: tuple[FactLine, ...]
    relations: tuple[RelationLine, ...]


_RECORD = Statement(
    PersonRecord,
    """
    SELECT person.id AS id, person.display_name AS name, person.pronouns AS pronouns,
      person.city AS city, person.country AS country, person.form_of_address AS form_of_address,
      person.birth_day AS birth_day, person.birth_month AS birth_month, person.birth_year AS birth_year,
      person.how_met AS how_met, person.ideal_gap_days AS ideal_gap_days,
      person.longest_gap_days AS longest_gap_days, person.do_not_contact AS do_not_contact,
      person.do_not_contact_reason AS do_not_contact_reason, person.picture_hash AS picture_hash,
      last_talk.day AS last_two_way, person.time_zone AS time_zone, person.quiet_days AS quiet_days,
      person.quiet_from AS quiet_from, person.quiet_until AS quiet_until, person.given_name AS given_name,
      person.family_name AS family_name, person.phonetic_name AS phonetic_name,
      person.addressed_by_title AS addressed_by_title, person.archived_at IS NOT NULL AS is_archived
    FROM person LEFT JOIN last_talk ON last_talk.person_id = person.id
    WHERE person.id = :person AND person.trashed_at IS NULL
    """,
)
_TOPICS = Statement(
    NamedLine,
    """SELECT topic.name AS name FROM person_topic JOIN topic ON topic.id = person_topic.topic_id
    WHERE person_topic.person_id = :person ORDER BY person_topic.rank, topic.id""",
)
_TAGS = Statement(
    NamedLine,
    """SELECT tag.name AS name FROM person_tag JOIN tag ON tag.id = person_tag.tag_id
    WHERE person_tag.person_id = :person ORDER BY tag.name_key""",
)
_KINDS = Statement(NamedLine, "SELECT kind AS name FROM person_kind WHERE person_id = :person ORDER BY kind")
_LANGUAGES = Statement(
    NamedLine,
    "SELECT language AS name FROM person_language WHERE person_id = :person ORDER BY rank, language",
)
_CONTACTS = Statement(
    ContactLine,
    """SELECT id, kind, label, value, preferred, doubtful FROM contact_point
    WHERE person_id = :person ORDER BY kind, preferred DESC, rank IS NULL, rank, id""",
)
_ADDRESSES = Statement(
    AddressLine,
    """SELECT id, label, street, city, region, postcode, country, preferred FROM postal_address
    WHERE person_id = :person ORDER BY preferred DESC, id""",
)
_HANDLES = Statement(
    HandleLine,
    """
    SELECT handle.id AS id, handle.platform AS platform, handle.name AS name, handle.link AS link,
      reading.followers AS followers, reading.taken_on AS taken_on
    FROM handle LEFT JOIN reading ON reading.id = (SELECT newest.id FROM reading AS newest
      WHERE newest.handle_id = handle.id ORDER BY newest.taken_on DESC, newest.id DESC LIMIT 1)
    WHERE handle.person_id = :person ORDER BY handle.rank, handle.id
    """,
)
_ROLES = Statement(
    RoleLine,
    """SELECT role.id AS id, organisation.id AS organisation_id, organisation.name AS organisation,
      organisation.website AS website, role.title AS title, role.kind AS kind, role.since AS since,
      role.until AS until
    FROM role JOIN organisation
      ON organisation.id = role.organisation_id AND organisation.trashed_at IS NULL
    WHERE role.person_id = :person ORDER BY role.until IS NOT NULL, role.id""",
)
_PREFERENCES = Statement(
    PreferenceLine,
    """SELECT id, polarity, category, value, amount, currency, source, noted_on, reward, rank,
      source_interaction_id
    FROM preference WHERE person_id = :person ORDER BY category, rank IS NULL, rank, id""",
)
_REFUSALS = Statement(
    RefusalLine,
    """SELECT refusal.id AS id, refusal.what AS what, refusal.why AS why, refusal.said_by AS said_by,
      coalesce(organisation.name, '') AS client, refusal.reward AS reward, refusal.said_on AS said_on,
      refusal.until AS until, refusal.source_interaction_id AS source_interaction_id
    FROM refusal LEFT JOIN organisation ON organisation.id = refusal.client_id
    WHERE refusal.person_id = :person ORDER BY refusal.said_on DESC, refusal.id DESC""",
)
_FACTS = Statement(
    FactLine,
    """SELECT id, label, value, source, noted_on, source_interaction_id FROM fact
    WHERE person_id = :person ORDER BY id""",
)
_RELATIONS = Statement(
    RelationLine,
    """
    SELECT relation.id AS id, person.id AS person_id, person.display_name AS name, relation.kind AS kind,
      relation.person_id = :person AS outgoing, relation.note AS note,
      person.picture_hash AS picture_hash
    FROM relation JOIN person
      ON person.id = CASE relation.person_id WHEN :person THEN relation.other_id ELSE relation.person_id END
    WHERE (relation.person_id = :person OR relation.other_id = :person) AND person.trashed_at IS NULL
    ORDER BY relation.id
    """,
)


def person_page(reader: Reader, person_id: PersonId, today: date) -> PersonPage | None:
    """A person's screen, or None when they are no longer on the desk."""
    record = reader.ask_one(_RECORD, person=person_id)
    if record is None:
        return None
    cadence = cadence_of(reader, person_id, ideal=record.ideal_gap_days, longest=record.longest_gap_days)
    numbers = settings.queries.numbers(reader)
    return PersonPage(
        record=record,
        balance=balance_with(reader, person_id, today=today, peace_days=numbers.peace_days),
        numbers=numbers,
        cadence=cadence,
        closeness=closeness(cadence.cadence if cadence else None, record.last_two_way, today),
        topics=_names(reader, _TOPICS, person_id),
        tags=_names(reader, _TAGS, person_id),
        kinds=_names(reader, _KINDS, person_id),
        languages=_names(reader, _LANGUAGES, person_id),
        contacts=tuple(reader.ask(_CONTACTS, person=person_id)),
        addresses=tuple(reader.ask(_ADDRESSES, person=person_id)),
        handles=tuple(reader.ask(_HANDLES, person=person_id)),
        roles=tuple(reader.ask(_ROLES, person=person_id)),
        preferences=tuple(reader.ask(_PREFERENCES, person=person_id)),
        refusals=tuple(reader.ask(_REFUSALS, person=person_id)),
        facts=tuple(reader.ask(_FACTS, person=person_id)),
        relations=tuple(reader.ask(_RELATIONS, person=person_id)),
    )


def _names(reader: Reader, statement: Statement[NamedLine], person_id: PersonId) -> tuple[str, ...]:
    return tuple(line.name for line in reader.ask(statement, person=person_id))
