"""What the crowd is made of: names and phrases, read from the files below `resources/sample/crowd`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from relationdesk.language.resources import resource
from relationdesk.work.sample.toml_values import fill

Words = tuple[str, ...]
WordsByName = Mapping[str, Words]
_Shape = TypeVar("_Shape")


@dataclass(frozen=True, slots=True)
class PhoneRange:
    """Numbers kept for fiction: each `#` of `pattern` is a digit, counted up from `first`."""

    pattern: str
    first: int


@dataclass(frozen=True, slots=True)
class Origin:
    """A country that people come from; a root and an ending make a rare family name."""

    country: str
    weight: int
    time_zone: str
    languages: Words
    given: Words
    family: Words
    roots: Words
    endings: Words
    towns: Words
    phones: tuple[PhoneRange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Names:
    origin: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class World:
    """What people speak of and belong to, the most frequent first."""

    topics: Words
    platforms: Words
    tags: Words
    handle_words: Words
    hosts: Words
    host_endings: Words
    brand_roots: Words
    brand_endings: Words
    media: Words
    agencies: Words
    client_words: Words


@dataclass(frozen=True, slots=True)
class Voice:
    """Patterns of what is written in one language; a word in braces is a slot."""

    how_met: Words
    asides: Words
    lines: Words
    preferences: WordsByName
    facts: WordsByName
    reasons: WordsByName
    promises: Words
    agreements: Words
    outcomes: Words
    lessons: Words
    refusals: Words
    bonds: Words
    roles: Words
    consents: Words
    streets: Words
    things: Words
    products: Words
    places: Words
    months: Words
    weekdays: Words
    titles: WordsByName
    notes: WordsByName


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that the crowd is made of."""

    origins: tuple[Origin, ...]
    world: World
    english: Voice
    french: Voice


def crowd_parts() -> Parts:
    """The parts, read from their files."""
    return Parts(
        _read(_Names, "names.toml").origin,
        _read(World, "world.toml"),
        _read(Voice, "english.toml"),
        _read(Voice, "french.toml"),
    )


def _read(shape: type[_Shape], name: str) -> _Shape:
    return fill(shape, tomllib.loads(resource("sample", "crowd", name).read_text(encoding="utf-8")))
