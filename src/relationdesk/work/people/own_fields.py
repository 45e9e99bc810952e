"""The fields that the user added to the record, and what they hold of a person."""

from dataclasses import dataclass

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import OwnFieldId, OwnValueId, PersonId
from relationdesk.domain.own_values import is_doubtful, told
from relationdesk.domain.vocabulary import Audience, OwnKind


@dataclass(frozen=True, slots=True)
class OwnValue:
    """What a field holds of a person, as it is kept."""

    id: OwnValueId
    own_field_id: OwnFieldId
    value: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field of the user's, and of how many people it holds something."""

    id: OwnFieldId
    name: str
    kind: OwnKind
    people: int


@dataclass(frozen=True, slots=True)
class FilledField:
    """A field with what it holds of one person: mostly one value, or none."""

    field: OwnField
    values: tuple[OwnValue, ...]


@dataclass(frozen=True, slots=True)
class OwnLine:
    """What a field holds of a person, in words."""

    label: str
    text: str
    is_doubtful: bool
    is_shared: bool


_FIELDS = Statement(
    OwnField,
    """SELECT id, name, kind, (SELECT count(DISTINCT person_id) FROM own_value
      WHERE own_value.own_field_id = own_field.id) AS people
    FROM own_field ORDER BY rank, id""",
)
_VALUES = Statement(
    OwnValue,
    "SELECT id, own_field_id, value, audience FROM own_value WHERE person_id = :person ORDER BY id",
)


def own_fields_of(reader: Reader, person_id: PersonId) -> tuple[FilledField, ...]:
    """Every field of the user's in its order, with what it holds of a person."""
    values = reader.ask(_VALUES, person=person_id)
    return tuple(
        FilledField(field, tuple(value for value in values if value.own_field_id == field.id))
        for field in reader.ask(_FIELDS)
    )


def own_lines_of(reader: Reader, person_id: PersonId) -> list[OwnLine]:
    """What the user's own fields hold of a person, in words, without the fields that hold nothing."""
    return [
        OwnLine(
            filled.field.name,
            told(filled.field.kind, value.value),
            is_doubtful(filled.field.kind, value.value),
            value.audience is Audience.SHARED,
        )
        for filled in own_fields_of(reader, person_id)
        for value in filled.values
    ]
