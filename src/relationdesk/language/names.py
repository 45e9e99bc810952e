"""Languages and countries by the names that a reader knows them by, in the current language."""

from functools import cache
from typing import Final

from relationdesk.language.words import current_language

COUNTRY_CODE_LENGTH: Final = 2
_NO_LANGUAGE = frozenset({"root", "und", "mul", "mis", "zxx"})


def language_name(tag: str) -> str:
    """`French`, `français` for the BCP 47 tag `fr`; what is no known tag stays as it was typed."""
    from babel import Locale  # noqa: PLC0415 - babel is not wanted before first paint

    known = Locale(current_language().value).languages
    return str(known.get(tag.replace("-", "_")) or known.get(tag.partition("-")[0].lower()) or tag)


def country_name(country: str) -> str:
    """`France` for the ISO 3166 code `FR`; a country that was typed in words stays as it is."""
    from babel import Locale  # noqa: PLC0415 - babel is not wanted before first paint

    if len(country) != COUNTRY_CODE_LENGTH:
        return country
    return str(Locale(current_language().value).territories.get(country.upper()) or country)


def language_names() -> dict[str, str]:
    """Every language by its BCP 47 tag, with its name."""
    return _languages(current_language().value)


@cache
def _languages(language: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - babel is not wanted before first paint

    known = Locale(language).languages
    return {tag.replace("_", "-"): str(name) for tag, name in known.items() if tag not in _NO_LANGUAGE}
