"""Which language somebody means who types its name or its tag."""

from collections.abc import Sequence
from dataclasses import dataclass

from relationdesk.domain.folding import fold
from relationdesk.language.names import language_names
from relationdesk.language.words import Language, current_language, plural, speaking


@dataclass(frozen=True, slots=True)
class NamedLanguage:
    """A language as it is kept and as it is called; one that is not known is kept as it was typed."""

    tag: str
    name: str
    is_known: bool


def languages_like(typed: str) -> list[str]:
    """The names of the languages that begin with what is typed, the shortest first."""
    wanted = fold(typed).strip()
    found = [name for name in language_names().values() if wanted and fold(name).startswith(wanted)]
    return sorted(found, key=lambda name: (len(name), name))


def language_tag(typed: str) -> str | None:
    """The BCP 47 tag of a language that is named, or typed as a tag; None for what is no language.

    The names of the language that the user reads come first, then those of the others.
    """
    wanted = fold(typed).strip()
    for language in (current_language(), *Language):
        with speaking(language):
            names = language_names().items()
        meant = (tag for tag, name in names if wanted in (fold(name), tag.lower()))
        if found := next(meant, None):
            return found
    return None


def is_language(kept: str) -> bool:
    """Whether what is kept is a language that is known, by its tag, whatever that adds to it, or its name."""
    return kept.partition("-")[0].lower() in language_names() or language_tag(kept) is not None


def unknown_words(odd: Sequence[str]) -> str:
    """What is said below languages of which some are not known; empty where all are."""
    if not odd:
        return ""
    return plural(
        "{names} is no language that is known. It is kept as it was typed.",
        "{names} are no languages that are known. They are kept as they were typed.",
        len(odd),
        names=", ".join(odd),
    )
