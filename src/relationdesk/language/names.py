"""Languages and countries by the names that a reader knows them by, in the current language."""

from relationdesk.language.words import current_language

_CODE_LENGTH = 2


def language_name(tag: str) -> str:
    """`French`, `français` for the BCP 47 tag `fr`; what is no known tag stays as it was typed."""
    from babel import Locale  # noqa: PLC0415 - babel is not wanted before first paint

    known = Locale(current_language().value).languages
    return str(known.get(tag.replace("-", "_")) or known.get(tag.partition("-")[0].lower()) or tag)


def country_name(country: str) -> str:
    """`France` for the ISO 3166 code `FR`; a country that was typed in words stays as it is."""
    from babel import Locale  # noqa: PLC0415 - babel is not wanted before first paint

    if len(country) != _CODE_LENGTH:
        return country
    return str(Locale(current_language().value).territories.get(country.upper()) or country)
