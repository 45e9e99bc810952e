"""Texts that are being typed: which field each belongs to."""

import dataclasses
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from relationdesk.domain.ids import OrganisationId, PersonId

_SUBJECT_BITS = 53


class DraftField(StrEnum):
    """A field whose text is kept while it is typed; the values are what the desk file stores."""

    NOTE = "note"
    ENTRY = "entry"
    FOLLOW_UP = "follow_up"
    PROMISE = "promise"
    DONE = "done"
    DROP = "drop"
    PREFERENCE = "preference"
    PARTNERSHIP_CLIENT = "partnership_client"
    PARTNERSHIP_TITLE = "partnership_title"
    TERMS = "terms"
    INTRODUCTION = "introduction"
    NEW_PERSON = "new_person"
    MY_DETAILS = "my_details"
    IMPORT_TAG = "import_tag"
    RECORD = "record"
    NEW_ORGANISATION = "new_organisation"
    ORGANISATION_NAME = "organisation_name"
    ORGANISATION_WEBSITE = "organisation_website"
    ORGANISATION_NOTES = "organisation_notes"


OF_ORGANISATION = (
    DraftField.ORGANISATION_NAME,
    DraftField.ORGANISATION_WEBSITE,
    DraftField.ORGANISATION_NOTES,
)
"""The fields whose subject is an organisation."""


@dataclass(frozen=True, slots=True)
class DraftKey:
    """Where a text belongs: the field, what it is about, and the person it tells of, if any.

    `subject` is the identity of what the field is about, or `named_subject` for what has none.
    """

    field: DraftField
    subject: int = 0
    person: PersonId | None = dataclasses.field(default=None, compare=False)

    @property
    def organisation(self) -> OrganisationId | None:
        """The organisation on whose page the field stands, if it does on one."""
        return OrganisationId(self.subject) if self.field in OF_ORGANISATION else None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was typed and not kept yet; `aside` is what was chosen beside it."""

    key: DraftKey
    text: str
    aside: str = ""

    @property
    def has_choices(self) -> bool:
        """Whether what was chosen counts without a text, as in an entry whose title alone is changed."""
        return self.key.field is DraftField.ENTRY and bool(self.aside)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.text and not self.has_choices


def about_person(draft_field: DraftField, person: PersonId) -> DraftKey:
    """The key of a field of a person's own screen."""
    return DraftKey(draft_field, person, person)


def of_record(person: PersonId, name: str) -> DraftKey:
    """The key of a field of a person's record; `name` tells it from the others of the same person."""
    return DraftKey(DraftField.RECORD, named_subject(f"{person} {name}"), person)


def of_organisation(draft_field: DraftField, organisation: OrganisationId) -> DraftKey:
    """The key of a field of an organisation's page."""
    return DraftKey(draft_field, organisation)


def of_terms(person: PersonId, partnership: int, name: str) -> DraftKey:
    """The key of a field among the terms of a partnership with a person."""
    return DraftKey(DraftField.TERMS, named_subject(f"{partnership} {name}"), person)


def named_subject(name: str) -> int:
    """The number that stands for a subject which is known by its name alone."""
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "replace")).digest()) >> (256 - _SUBJECT_BITS)
