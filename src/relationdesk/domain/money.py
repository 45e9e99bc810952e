"""Money: an exact amount and its currency, never added across currencies."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_SIGNS: Final = {
    "€": "EUR",
    "$": "USD",
    "US$": "USD",
    "$US": "USD",
    "£": "GBP",
    "£GB": "GBP",
    "CA$": "CAD",
    "$CA": "CAD",
    "A$": "AUD",
    "$AU": "AUD",
}
_MOST_DIGITS: Final = 12
_GROUP: Final = 3
_NAME: Final = r"[A-Za-z€$£]{1,3}"
_TYPED: Final = re.compile(rf"(?P<before>{_NAME})?(?P<number>\d[\d.,]*)(?P<after>{_NAME})?", re.ASCII)
_CODE: Final = re.compile(r"[A-Z]{3}")
_BETWEEN_DIGITS: Final = re.compile(r"[\s'’]")


@dataclass(frozen=True, slots=True)
class Money:
    """An exact decimal amount in a currency named by its ISO 4217 code."""

    amount: Decimal
    currency: str


def money_typed(text: str, currency: str = "EUR") -> Money | None:
    """The money that somebody typed in either language's way, in `currency` where none is named.

    `1 250,50 €`, `€1,250.50`, `1'250.50 CHF`. The last point or comma with one or two digits behind it begins
    the cents; every other stands between thousands. None for what is no such amount.
    """
    found = _TYPED.fullmatch(_BETWEEN_DIGITS.sub("", text))
    if found is None or (found["before"] and found["after"]):
        return None
    amount = _amount(found["number"])
    named = (found["before"] or found["after"] or currency).upper()
    code = _SIGNS.get(named, named)
    return None if amount is None or not _CODE.fullmatch(code) else Money(amount, code)


def _amount(number: str) -> Decimal | None:
    parts = re.split(r"[.,]", number)
    marks = re.findall(r"[.,]", number)
    has_cents = bool(marks) and len(parts[-1]) in {1, 2}
    groups, between = (parts[:-1], marks[:-1]) if has_cents else (parts, marks)
    is_grouped = len(set(between)) <= 1 and all(len(group) == _GROUP for group in groups[1:])
    if not is_grouped or (has_cents and marks[-1] in between) or (between and len(groups[0]) > _GROUP):
        return None
    whole = "".join(groups)
    if len(whole) > _MOST_DIGITS:
        return None
    return Decimal(f"{whole}.{parts[-1]}" if has_cents else whole)
