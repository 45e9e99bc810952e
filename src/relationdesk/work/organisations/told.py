"""What the user tells of an organisation, and of what somebody does for it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relationdesk.domain.vocabulary import OrganisationKind, RoleKind


class OrganisationText(StrEnum):
    """A text of an organisation that is changed in place; the value is the name of its column."""

    NAME = "name"
    WEBSITE = "website"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the user chose of two organisations that become one; what is empty is as the kept one tells it."""

    name: str = ""
    kind: OrganisationKind | None = None
    website: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody does for an organisation, which is named; `until` is the last day, if it is over."""

    kind: RoleKind
    organisation: str
    title: str = ""
    since: date | None = None
    until: date | None = None
