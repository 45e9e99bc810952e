"""Small pieces of wording that several parts of a dossier use: lists, money, sources."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from relationdesk.domain.money import Money
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Source
from relationdesk.language import amounts
from relationdesk.language.words import Language, current_language

_LOCALES = {Language.ENGLISH: "en_GB", Language.FRENCH: "fr_FR"}


def in_a_row(things: Sequence[str]) -> str:
    """`Olivade, Salto and Maison Calme`, as the current language lists things."""
    return format_list(list(things), locale=_locale())


def money_text(money: Money) -> str:
    """`€400`, `400 €`, `€12.50`: an amount as it is written in the current language."""
    return amounts.money_text(money.amount, money.currency)


def known_from(source: Source | None, on: date | None) -> str:
    """How and when something became known: `They said so · Mar 2026`."""
    parts = [named(source) if source else "", short_month_year(on) if on else ""]
    return " · ".join(part for part in parts if part)


def named(word: StrEnum) -> str:
    """The user's word for a word of the vocabulary, as it stands alone: with a capital."""
    return _named(current_language(), word.__class__, word)


def capital(text: str) -> str:
    """`text` with a capital at its head."""
    return text[:1].upper() + text[1:]


@cache
def _named(_language: Language, _kind: type[StrEnum], word: StrEnum) -> str:
    """Kept by language and kind, for words of two kinds may share a value and so be equal."""
    return capital(term(word))


def short_month(day: date) -> str:
    """`Nov`, `nov.`."""
    return format_date(day, "LLL", locale=_locale())


def short_month_year(day: date) -> str:
    """`Nov 2026`, `nov. 2026`: for a narrow column."""
    return format_date(day, "MMM y", locale=_locale())


def _locale() -> Locale:
    return Locale.parse(_LOCALES[current_language()])
