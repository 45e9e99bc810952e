"""People whom a text names after an `@`, such as `@Léa Marchetti`.

Who is meant stands beside the text, with the name as it is written there: the text stays as it was typed, and
the link holds when the person is called otherwise one day.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from relationdesk.domain.ids import PersonId

SIGN: Final = "@"
NOBODY: Final = "…"
"""What stands after the sign where whoever was named is erased."""
_MOST_WORDS = 3
_BEGUN = re.compile(r"(?<![\w@.])@(?P<name>[^\W\d_][^@\n]*)$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody, and how a text writes their name."""

    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """Letters of a text; those of a name with the mention, the sign before it left out."""

    text: str
    mention: Mention | None = None


def parts_of(text: str, mentions: Iterable[Mention]) -> tuple[Part, ...]:
    """The text in parts, those that name somebody apart; where one name begins another, the longer counts."""
    named = {mention.name: mention for mention in mentions if mention.name}
    if not named or SIGN not in text:
        return (Part(text),) if text else ()
    longest_first = sorted(named, key=len, reverse=True)
    pattern = re.compile(rf"@({'|'.join(re.escape(name) for name in longest_first)})(?!\w)")
    parts: list[Part] = []
    end = 0
    for found in pattern.finditer(text):
        parts += [Part(text[end : found.start()]), Part(found[1], named[found[1]])]
        end = found.end()
    parts.append(Part(text[end:]))
    return tuple(part for part in parts if part.text)


def named_in(text: str, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Those of the mentions that stand in the text, each once, in its order."""
    found = (part.mention for part in parts_of(text, mentions))
    return tuple(dict.fromkeys(mention for mention in found if mention is not None))


def without(text: str, mentions: Sequence[Mention], person: PersonId) -> str:
    """The text with nobody named where it named this person."""
    return "".join(
        part.text if part.mention is None else SIGN + (NOBODY if part.mention.person == person else part.text)
        for part in parts_of(text, mentions)
    )


def name_for(name: str, person: PersonId, mentions: Iterable[Mention]) -> str:
    """How to write somebody's name in a text with these mentions: another one of that name has it already."""
    taken = {mention.name for mention in mentions if mention.person != person}
    plain = _SPACES.sub(" ", name).strip()
    number, written = 2, plain
    while written in taken:
        number, written = number + 1, f"{plain} ({number})"
    return written


def name_begun(before: str) -> str | None:
    """The letters of a name that is being typed after a sign, at the end of `before`; None where none is."""
    found = _BEGUN.search(before)
    if found is None or len(found["name"].split()) > _MOST_WORDS or found["name"].endswith("  "):
        return None
    return found["name"]
