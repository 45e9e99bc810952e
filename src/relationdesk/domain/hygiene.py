"""Words that do not belong in a record about a person, who may one day read it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from relationdesk.domain.folding import letters

READ_AT_MOST = 20_000
"""Characters of a text that are looked through."""

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 4
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

    def __init__(self, words: Mapping[str, WordKind], rules: WordRules) -> None:
        self._kinds: dict[tuple[str, ...], WordKind] = {}
        for word, kind in (*words.items(), *((word, WordKind.OWN) for word in rules.also)):
            self._kinds.update(dict.fromkeys(_forms(word), kind))
        for word in rules.never:
            for form in _forms(word):
                self._kinds.pop(form, None)
        self._kinds.pop((), None)

    def found_in(self, text: str) -> tuple[OddWord, ...]:
        """The words of `text` that do not belong in a record, each once, the longest reading first."""
        text = unicodedata.normalize("NFC", text[:READ_AT_MOST])
        words = [(letters(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
        found: dict[tuple[str, ...], OddWord] = {}
        index = 0
        while index < len(words):
            for length in range(min(_MOST_WORDS, len(words) - index), 0, -1):
                said = tuple(word for word, _start, _end in words[index : index + length])
                kind = self._kinds.get(said)
                if kind is not None:
                    found.setdefault(
                        said, OddWord(text[words[index][1] : words[index + length - 1][2]], kind)
                    )
                    index += length - 1
                    break
            index += 1
        return tuple(found.values())


def read_list(text: str) -> dict[str, WordKind]:
    """The words of a list: one a line, below a line such as `# health` that names their kind."""
    words: dict[str, WordKind] = {}
    kind = WordKind.OWN
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith("#"):
            kind = WordKind(line[1:].strip())
        elif line:
            words[line] = kind
    return words


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
