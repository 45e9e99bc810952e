"""How a way to reach somebody is compared and checked; it is always kept as it was typed."""

import re
from functools import lru_cache

import phonenumbers

from relationdesk.domain.folding import fold
from relationdesk.domain.vocabulary import ContactKind

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")
_SAFE_LINK = re.compile(r"(https?://|mailto:|tel:)?[^\s:/]+\.[^\s]+", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:(//)?", re.IGNORECASE)
_FRENCH_PHONE = re.compile(r"\+33 ?[1-9](?:[ .]?[0-9]{2}){4}")
_LONGEST = 2000
_PHONES_KEPT = 20_000


def contact_key(kind: ContactKind, value: str, region: str) -> str:
    """What two values are compared by: E.164 for a phone, no scheme or case for a link.

    What can be no telephone number is compared by its digits alone, without a `+`.
    `region` is the ISO 3166 code of the country that a number without one is dialled in.
    """
    value = value.strip()[:_LONGEST]
    if kind is ContactKind.PHONE:
        return _phone_key(value, region)
    if kind is ContactKind.LINK:
        return fold(_SCHEME.sub("", value)).removeprefix("www.").rstrip("/")
    return value.casefold().lstrip("@")


def is_doubtful(kind: ContactKind, value: str, key: str) -> bool:
    """Whether a value can hardly be right, or should not be opened; it is marked, never dropped.

    `key` is its `contact_key`.
    """
    value = value.strip()
    if kind is ContactKind.EMAIL:
        return _EMAIL.fullmatch(value[:_LONGEST]) is None or len(value) > _LONGEST
    if kind is ContactKind.LINK:
        return _SAFE_LINK.fullmatch(value[:_LONGEST]) is None or len(value) > _LONGEST
    if kind is ContactKind.PHONE:
        return not key.startswith("+")
    return not value


def number_beginnings(typed: str) -> list[str]:
    """What the keys of telephone numbers begin with that a person may mean by these digits.

    They may begin with the code of a country, with or without the 00 that is dialled before it, or be the
    number as it is dialled inside any country, with or without its 0.
    """
    codes = [str(code) for code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE]
    inside = [f"+{code}{number}" for code in codes for number in (typed.removeprefix("0"), typed)]
    # +33 (0)6 is written by many, and dialled by nobody.
    doubled = [f"+{code}{typed[len(code) + 1 :]}" for code in codes if typed.startswith(f"{code}0")]
    return list(dict.fromkeys([typed, f"+{typed.removeprefix('00')}", *inside, *doubled]))


@lru_cache(maxsize=_PHONES_KEPT)
def _phone_key(value: str, region: str) -> str:
    """Kept, because an import compares each number with the desk before it writes it."""
    digits = "".join(character for character in value if character.isdigit() or character == "+")
    if _FRENCH_PHONE.fullmatch(value):
        return digits
    try:
        number = phonenumbers.parse(value[:100], region)
    except phonenumbers.NumberParseException:
        return digits.replace("+", "")
    if not phonenumbers.is_possible_number(number):
        return digits.replace("+", "")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
