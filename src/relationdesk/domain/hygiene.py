"""Words that do not belong in a record about a person, who may one day read it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from relationdesk.domain.folding import letters

if TYPE_CHECKING:
    from relationdesk.domain.word_use import Said

READ_AT_MOST = 20_000
"""Characters of a text that are looked through."""

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 4
_LEAST_OF_NAME = 3
_LEFT_ALONE = "left alone"
_LEAST_LETTERS = 4
"""A shorter word has no other forms than its plural: `gay`, `gays`."""

_FORMS = (
    (r"(?<=[^aeiou])y$", ("ies", "ied")),
    (r"e$", ("ing", "ed", "er")),
    (r"eux$", ("euse", "euses")),
    (r"eur$", ("euse", "euses", "rice", "rices")),
    (r"if$", ("ive", "ives")),
    (r"al$", ("ale", "ales", "aux")),
    (r"el$", ("elle", "elles")),
    (r"en$", ("enne", "ennes")),
    (r"$", ("s", "es", "e", "ed", "ing")),
)


class WordKind(StrEnum):
    """Why a word does not belong in a record."""

    HEALTH = "health"
    BELIEF = "belief"
    INSULT = "insult"
    PRIVATE_LIFE = "private life"
    OWN = "own"
    """The user said so."""


class Use(StrEnum):
    """Where a word counts that is said of people and of things."""

    ALWAYS = ""
    OF_PERSON = "of a person"
    """Only where it is said of somebody: `he is fat`."""
    NOT_BEFORE_THING = "not before a thing"
    """Not where it describes a thing after it: `a depressed market`."""
    NOT_AFTER_THING = "not after a thing"
    """Not where it describes a thing before it: `un marché déprimé`."""
    NOT_BESIDE_THING = "not beside a thing"
    """Neither of the two, for a word of both languages: `a gay bar`, `un bar gay`."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Why a word is on a list, and where it counts; without a kind it stands there to be left alone."""

    kind: WordKind | None
    use: Use = Use.ALWAYS


@dataclass(frozen=True, slots=True)
class OddWord:
    """A word found in a text, as it stands there, and why it does not belong."""

    text: str
    kind: WordKind


@dataclass(frozen=True, slots=True)
class WordRules:
    """The user's own say: words to be pointed out as well, and words to be left alone."""

    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class WordList:
    """Finds whole words and phrases in all their forms, without accents and case."""

    def __init__(self, words: Mapping[str, Listed], rules: WordRules) -> None:
        self._listed: dict[tuple[str, ...], Listed] = {}
        for word, listed in (*words.items(), *((word, Listed(WordKind.OWN)) for word in rules.also)):
            self._listed.update(dict.fromkeys(_forms(word), listed))
        for word in rules.never:
            for form in _forms(word):
                self._listed.pop(form, None)
        self._listed.pop((), None)

    def found_in(self, text: str, about: str = "") -> tuple[OddWord, ...]:
        """The words of `text` that do not belong in a record, each once, the longest reading first.

        `about` is what the person is called whom the text is about.
        """
        text = unicodedata.normalize("NFC", text[:READ_AT_MOST])
        words = list(_WORD.finditer(text))
        said = [letters(match[0]) for match in words]
        found: dict[tuple[str, ...], OddWord] = {}
        use: Said | None = None
        after = 0
        for first in range(len(words)):
            if first < after:
                continue
            read = self._at(said, first)
            if read is None:
                continue
            listed, after = read
            use = use or _use(text, words, said, about)
            if listed.kind is not None and _counts(listed.use, use, first, after):
                odd = OddWord(text[words[first].start() : words[after - 1].end()], listed.kind)
                found.setdefault(tuple(said[first:after]), odd)
        return tuple(found.values())

    def _at(self, said: Sequence[str], first: int) -> tuple[Listed, int] | None:
        """The longest listed phrase that begins at a word, and the index after it."""
        for after in range(min(first + _MOST_WORDS, len(said)), first, -1):
            listed = self._listed.get(tuple(said[first:after]))
            if listed is not None:
                return listed, after
        return None


def read_list(text: str) -> dict[str, Listed]:
    """The words of a list: one a line, below a line that names their kind, and where they count.

    `# health`, `# insult: of a person`; what stands below `# left alone` is none, though it holds one.
    """
    words: dict[str, Listed] = {}
    listed = Listed(WordKind.OWN)
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith("#"):
            kind, _colon, use = line[1:].partition(":")
            is_kind = kind.strip() != _LEFT_ALONE
            listed = Listed(WordKind(kind.strip()) if is_kind else None, Use(use.strip()))
        elif line:
            words[line] = listed
    return words


def _use(text: str, words: Sequence[re.Match[str]], said: Sequence[str], about: str) -> "Said":
    from relationdesk.domain.word_use import Said  # noqa: PLC0415 - with the first word that is found

    ends = [0, *(word.end() for word in words)]
    starts = [*(word.start() for word in words), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    own = frozenset(letters(name) for name in _WORD.findall(about) if len(name) >= _LEAST_OF_NAME)
    return Said(said, gaps, [word[0][0].isupper() for word in words], own)


def _counts(use: Use, said: "Said", first: int, after: int) -> bool:
    match use:
        case Use.OF_PERSON:
            return said.is_of_person(first, after)
        case Use.NOT_BEFORE_THING:
            return not said.is_before_thing(first, after)
        case Use.NOT_AFTER_THING:
            return not said.is_after_thing(first)
        case Use.NOT_BESIDE_THING:
            return not (said.is_before_thing(first, after) or said.is_after_thing(first))
    return True


def _forms(word: str) -> Iterable[tuple[str, ...]]:
    """The word as it is, and with its first or its last word in another form."""
    parts = tuple(letters(word).split())
    if not parts or len(parts) > _MOST_WORDS:
        return ()
    return [parts, *((*parts[:-1], form) for form in _forms_of(parts[-1]))]


def _forms_of(word: str) -> Iterable[str]:
    if len(word) < _LEAST_LETTERS:
        return (f"{word}s",)
    return [
        re.sub(ending, form, word, count=1)
        for ending, forms in _FORMS
        if re.search(ending, word)
        for form in forms
    ]
