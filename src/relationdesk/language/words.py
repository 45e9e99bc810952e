"""The sentences of the program, in the language of the person in front of it.

English is the source language; the other catalogues are gettext files in
`resources/translations`. The language belongs to the context (`contextvars`), so that a dossier
can be written in its reader's language while the window keeps its own.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache

from relationdesk.language.resources import resource


class Language(StrEnum):
    """A language that the whole program speaks."""

    ENGLISH = "en"
    FRENCH = "fr"


_language: ContextVar[Language] = ContextVar("language", default=Language.ENGLISH)


def current_language() -> Language:
    """The language that sentences come out in now."""
    return _language.get()


def use_language(language: Language) -> None:
    """Speak `language` from here on in this context."""
    _language.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak `language` inside the block, and the former language again after it."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def language_named(locale_name: str | None) -> Language:
    """The program's language for a locale such as `fr_FR.UTF-8`; English for those it lacks."""
    code = (locale_name or "")[:2].lower()
    return Language(code) if code in set(Language) else Language.ENGLISH


def _(text: str) -> str:
    """`text` in the current language."""
    return _catalogue(_language.get()).gettext(text)


def plural(one: str, many: str, n: int, **values: object) -> str:
    """The form of the sentence for `n`, with `{n}` and the other `values` filled in."""
    return _catalogue(_language.get()).ngettext(one, many, n).format(n=n, **values)


def in_context(context: str, text: str) -> str:
    """`text` where the same English word needs two translations, told apart by `context`."""
    return _catalogue(_language.get()).pgettext(context, text)


def begun(words: str) -> str:
    """Words as the beginning of a line."""
    return words[:1].upper() + words[1:]


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language is Language.ENGLISH:
        return gettext.NullTranslations()
    with resource("translations", f"{language}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)
