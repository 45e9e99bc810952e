"""A line cut into words, figures and signs that know where they stand."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from relationdesk.domain.folding import fold

_TOKEN = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|[0-9]+|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\S")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, run of figures or sign, with its place in the text."""

    typed: str
    exact: str
    """Without case, with its accents: `relancé` is not `relance`."""
    plain: str
    """Without case and accents, as `folding.fold` has it."""
    start: int
    end: int
    glued: bool
    """Nothing stands between it and the token before."""

    @property
    def is_capitalised(self) -> bool:
        """It begins with a capital letter, as a name does."""
        return self.typed[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """The tokens of `text` in order; a line break is a token, other white space is none."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        typed = match[0]
        exact = unicodedata.normalize("NFC", typed.casefold()).replace("’", "'")
        glued = bool(found) and found[-1].end == match.start()
        found.append(Token(typed, exact, fold(typed), match.start(), match.end(), glued))
    return found


class Phrases(Generic[Value]):
    """A table of phrases that finds the longest one beginning at a token.

    With `accents` a phrase is only found as it is written; without, `fevrier` finds `février`.
    """

    def __init__(self, table: Mapping[str, Value], *, accents: bool = False) -> None:
        self._accents = accents
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in table.items():
            words = self._words(tokens_of(phrase))
            self._by_first.setdefault(words[0], []).append((words, value))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda entry: -len(entry[0]))

    def at(self, tokens: Sequence[Token], index: int) -> tuple[Value, int] | None:
        """The value of the longest phrase at `index`, and the index after it."""
        if index >= len(tokens):
            return None
        for words, value in self._by_first.get(self._words(tokens[index : index + 1])[0], ()):
            after = index + len(words)
            if self._words(tokens[index:after]) == words:
                return value, after
        return None

    def over(self, tokens: Sequence[Token], first: int, after: int) -> Value | None:
        """The value of the phrase that is exactly tokens `first` to `after`."""
        said = self._words(tokens[first:after])
        return next((value for words, value in self._by_first.get(said[0], ()) if words == said), None)

    def _words(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        return tuple(token.exact if self._accents else token.plain for token in tokens)


def listed(text: str) -> tuple[str, ...]:
    """The entries of a table that is written with commas between them."""
    return tuple(entry.strip() for entry in text.split(","))


def phrases(text: str) -> Phrases[None]:
    """A table of phrases that are only looked for, written with commas between them."""
    return Phrases(dict.fromkeys(listed(text)))


def word_set(text: str) -> frozenset[str]:
    """Single words, written with commas between them."""
    return frozenset(listed(text))


def after_phrase(table: Phrases[None], tokens: Sequence[Token], index: int) -> int:
    """The index after the phrase of `table` at `index`, or `index` when there is none."""
    found = table.at(tokens, index)
    return found[1] if found else index
