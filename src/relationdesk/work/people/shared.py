"""What others may read of a person, thing by thing, each by a few words of its own."""

from dataclasses import dataclass

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PersonId
from relationdesk.domain.sharing import Shareable


@dataclass(frozen=True, slots=True)
class SharedRow:
    """A row that may be shared; `words` tell it from others of its kind, and are empty where it has none."""

    kind: Shareable
    id: int
    words: str


_WORDS: dict[Shareable, str] = {
    Shareable.CONTACT_POINT: "value",
    Shareable.POSTAL_ADDRESS: "coalesce(nullif(street, ''), nullif(city, ''), country)",
    Shareable.HANDLE: "coalesce(nullif(name, ''), link)",
    Shareable.ROLE: "(SELECT name FROM organisation WHERE organisation.id = organisation_id)",
    Shareable.PREFERENCE: "coalesce(nullif(value, ''), reward, '')",
    Shareable.REFUSAL: "coalesce(nullif(what, ''), reward, '')",
    Shareable.FACT: "coalesce(nullif(label, ''), value)",
    Shareable.RELATION: """(SELECT display_name FROM person
        WHERE person.id IN (relation.person_id, relation.other_id) AND person.id <> :person)""",
    Shareable.OWN_VALUE: "(SELECT name FROM own_field WHERE own_field.id = own_field_id)",
    Shareable.INTERACTION: "coalesce(nullif(title, ''), text)",
    Shareable.PROMISE: "what",
    Shareable.PARTNERSHIP: "title",
    Shareable.ATTACHMENT: "name",
}
_WHOSE: dict[Shareable, str] = {
    Shareable.INTERACTION: "id IN (SELECT interaction_id FROM participant WHERE person_id = :person)",
    Shareable.RELATION: """(person_id = :person OR other_id = :person) AND NOT EXISTS (SELECT 1 FROM person
        WHERE person.id IN (relation.person_id, relation.other_id) AND trashed_at IS NOT NULL)""",
    Shareable.PARTNERSHIP: "person_id = :person AND trashed_at IS NULL",
}
_SHARED = tuple(
    Statement(
        SharedRow,
        f"""SELECT '{kind}' AS kind, id AS id, {words} AS words FROM {kind}
        WHERE {_WHOSE.get(kind, "person_id = :person")} AND audience = 'shared' ORDER BY id""",  # noqa: S608 - names of the schema
    )
    for kind, words in _WORDS.items()
)


def shared_rows_of(reader: Reader, person_id: PersonId) -> tuple[SharedRow, ...]:
    """What may be shared of a person, kind by kind, in the order in which it came to the desk."""
    return tuple(row for statement in _SHARED for row in reader.ask(statement, person=person_id))
