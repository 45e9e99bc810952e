"""Why a person's data is kept and until when, what they agreed to, and who may read what."""

from dataclasses import dataclass
from datetime import date

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import ConsentId, PersonId
from relationdesk.domain.sharing import PersonField, Shareable, shared_fields
from relationdesk.domain.vocabulary import Audience, LawfulBasis


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What a person agreed to."""

    id: ConsentId
    what: str
    given_on: date | None
    withdrawn_on: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """Why and until when a record is kept."""

    lawful_basis: LawfulBasis | None
    lawful_basis_note: str
    do_not_contact: bool
    do_not_contact_reason: str
    retain_until: date | None


@dataclass(frozen=True, slots=True)
class Audiences:
    """What may be shared of a person; all the rest is for the user alone."""

    fields: frozenset[PersonField]
    rows: frozenset[tuple[Shareable, int]]

    def of(self, one: PersonField | tuple[Shareable, int]) -> Audience:
        """Who may read a field or a row."""
        is_shared = one in self.fields if isinstance(one, PersonField) else one in self.rows
        return Audience.SHARED if is_shared else Audience.ONLY_ME


@dataclass(frozen=True, slots=True)
class _Marked:
    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class _Field:
    field: str


_KEEPING = Statement(
    Keeping,
    """SELECT lawful_basis, lawful_basis_note, do_not_contact, do_not_contact_reason, retain_until
    FROM person WHERE id = :person""",
)
_CONSENTS = Statement(
    ConsentLine,
    """SELECT id, what, given_on, withdrawn_on, source FROM consent WHERE person_id = :person
    ORDER BY withdrawn_on IS NOT NULL, given_on DESC, id""",
)
_FIELDS = Statement(
    _Field, "SELECT field FROM field_audience WHERE person_id = :person AND audience = 'shared'"
)
_OWNED = tuple(kind for kind in Shareable if kind is not Shareable.INTERACTION)
_ROWS = Statement(
    _Marked,
    " UNION ALL ".join(  # names of the schema
        [
            f"""SELECT '{kind}' AS kind, id AS id FROM {kind}
            WHERE person_id = :person AND audience = 'shared'"""  # noqa: S608 - see above
            for kind in _OWNED
        ]
        + [
            """SELECT 'relation' AS kind, id AS id FROM relation
            WHERE other_id = :person AND audience = 'shared'""",
            """SELECT 'interaction' AS kind, interaction.id AS id FROM participant
            JOIN interaction ON interaction.id = participant.interaction_id
            WHERE participant.person_id = :person AND interaction.audience = 'shared'""",
        ]
    ),
)


def keeping_of(reader: Reader, person_id: PersonId) -> Keeping | None:
    """Why and until when a person's record is kept; None when they are no longer on the desk."""
    return reader.ask_one(_KEEPING, person=person_id)


def consents_of(reader: Reader, person_id: PersonId) -> tuple[ConsentLine, ...]:
    """What a person agreed to, first what still holds, the latest first."""
    return tuple(reader.ask(_CONSENTS, person=person_id))


def audiences_of(reader: Reader, person_id: PersonId) -> Audiences:
    """What may be shared of a person."""
    marked = frozenset(one.field for one in reader.ask(_FIELDS, person=person_id))
    rows = frozenset((Shareable(one.kind), one.id) for one in reader.ask(_ROWS, person=person_id))
    return Audiences(shared_fields(marked), rows)
