"""What was being typed."""

from dataclasses import dataclass

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.drafts import Draft, DraftField, DraftKey
from relationdesk.domain.ids import PersonId


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A text as it was last kept; `name` is that of the person or organisation, `is_trashed` the person's."""

    field: DraftField
    subject: int
    person_id: PersonId | None
    name: str
    is_trashed: bool
    text: str
    aside: str
    rests: bool

    @property
    def draft(self) -> Draft:
        """The text with the field that it belongs to."""
        return Draft(DraftKey(self.field, self.subject, self.person_id), self.text, self.aside)


_KEPT = Statement(
    KeptDraft,
    """
    SELECT draft.field AS field, draft.subject AS subject, draft.person_id AS person_id,
      coalesce(person.display_name, organisation.name, '') AS name,
      person.trashed_at IS NOT NULL AS is_trashed,
      draft.text AS text, draft.aside AS aside, draft.rests AS rests
    FROM draft LEFT JOIN person ON person.id = draft.person_id
      LEFT JOIN organisation ON organisation.id = draft.subject AND draft.person_id IS NULL
        AND organisation.trashed_at IS NULL
    ORDER BY draft.typed_at DESC, draft.field, draft.subject
    """,
)


def kept_drafts(reader: Reader) -> list[KeptDraft]:
    """Every text that was typed and not finished, the latest first."""
    return reader.ask(_KEPT)
