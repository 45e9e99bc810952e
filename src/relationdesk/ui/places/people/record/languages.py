"""Which language somebody means who types its name or its tag."""

from relationdesk.domain.folding import fold
from relationdesk.language.names import language_names


def languages_like(typed: str) -> list[str]:
    """The names of the languages that begin with what is typed, the shortest first."""
    wanted = fold(typed).strip()
    found = [name for name in language_names().values() if wanted and fold(name).startswith(wanted)]
    return sorted(found, key=lambda name: (len(name), name))


def language_tag(typed: str) -> str | None:
    """The BCP 47 tag of a language that is named, or typed as a tag; None for what is no language."""
    wanted = fold(typed).strip()
    meant = (tag for tag, name in language_names().items() if wanted in (fold(name), tag.lower()))
    return next(meant, None)
