"""Reading the sample desk from the files below `resources/sample`, whose format their README describes."""

import tomllib
from dataclasses import dataclass
from typing import Any

from relationdesk.domain.vocabulary import OrganisationKind
from relationdesk.language.resources import resource
from relationdesk.work.sample.stories import Story
from relationdesk.work.sample.toml_values import fill


@dataclass(frozen=True, slots=True)
class OrganisationTold:
    """A client, medium or agency that the stories name."""

    name: str
    kind: OrganisationKind
    website: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Consultant:
    """Whose desk it is."""

    name: str
    business: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    website: str = ""
    signature: str = ""
    languages: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds the people: the consultant and the organisations."""

    consultant: Consultant
    organisations: tuple[OrganisationTold, ...]


@dataclass(frozen=True, slots=True)
class _People:
    person: tuple[Story, ...]


def sample_setting() -> Setting:
    """The consultant and the organisations of the sample desk."""
    return fill(Setting, _tables("setting.toml"))


def sample_stories() -> tuple[Story, ...]:
    """Everyone on the sample desk, file by file."""
    files = sorted(resource("sample", "people").glob("*.toml"))
    return tuple(story for file in files for story in fill(_People, _tables("people", file.name)).person)


def _tables(*parts: str) -> dict[str, Any]:
    return tomllib.loads(resource("sample", *parts).read_text(encoding="utf-8"))
