"""Which people a typed text finds.

Every word must begin a word of a name, place, handle, way to reach, organisation, topic or tag. Where that
finds nobody, a word that begins none may be misspelt, and those nearest to it are tried in its place.
"""

from dataclasses import dataclass

from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.reader import Reader, Statement
from relationdesk.desk.search_index import words_in
from relationdesk.domain.folding import fold

Spellings = tuple[str, ...]
"""The ways in which one word of a search may be written, any of which counts."""

_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class _Known:
    term: str


_VOCABULARY = Statement(
    _Known,
    """SELECT term FROM person_fts_words UNION SELECT term FROM topic_fts_words
    UNION SELECT term FROM handle_fts_words UNION SELECT term FROM organisation_fts_words""",
)


_WRITTEN = Statement(
    _Known,
    " UNION ".join(
        f"SELECT term FROM {words_in(name)} WHERE term >= :first AND term < :after"  # noqa: S608 - of the catalogue
        for name, table in CATALOGUE.items()
        if table.found_on is not None
    ),
)


def words_of(text: str) -> list[str]:
    """The words of a search, folded; signs that the index does not hold part them."""
    folded = "".join(character if character.isalnum() else " " for character in fold(text[:500]))
    return folded.split()[:_MOST_WORDS]


def prefix_match(spellings: Spellings) -> str:
    """The index's expression for words that begin with any of these, which may hold anything.

    The index folds accents but not ligatures, so a text's `cœur` is looked for beside `coeur`.
    """
    quoted = ('"' + form.replace('"', '""') + '"*' for form in written(spellings))
    return "(" + " OR ".join(quoted) + ")"


def written(spellings: Spellings) -> list[str]:
    """Each way in which a text may hold a word of a search."""
    forms = (form for word in spellings for form in (word, word.replace("oe", "œ").replace("ae", "æ")))
    return list(dict.fromkeys(forms))


def as_typed(text: str) -> list[Spellings]:
    """The words of a search, each as it was typed."""
    return [(word,) for word in words_of(text)]


def as_meant(reader: Reader, text: str, *, is_for_texts: bool = False) -> list[Spellings] | None:
    """The words of a search with nearly alike ones for those that begin no word on the desk.

    Of what was written about people, which counts only `is_for_texts`, the words with the same first letter
    are compared. None when no word is misspelt, or one is like nothing.
    """
    from relationdesk.domain.likeness import nearest  # noqa: PLC0415 - only when a search found nothing

    known = [line.term for line in reader.ask(_VOCABULARY)]
    meant: list[Spellings] = []
    for word in words_of(text):
        begun = any(term.startswith(word) for term in known)
        if not begun and is_for_texts:
            near = [line.term for line in reader.ask(_WRITTEN, first=word[0], after=chr(ord(word[0]) + 1))]
            begun = any(term.startswith(word) for term in near)
            meant.append((word,) if begun else tuple(nearest(word, sorted({*known, *near}))))
        else:
            meant.append((word,) if begun else tuple(nearest(word, known)))
    return meant if all(meant) and meant != as_typed(text) else None
