"""What cells say: numbers as people round them, fees, answers, lists, accounts."""

import re
from dataclasses import dataclass

from relationdesk.domain.card import HandleEntry
from relationdesk.domain.figures import number, plain_spaces
from relationdesk.domain.money import Money
from relationdesk.domain.profiles import profile
from relationdesk.exchange.tables.headers import currency_in

_LONGEST_ACCOUNTS = 2_000
_CURRENCY_WORDS = re.compile(r"€|\$|£|\b(?:eur|euros?|usd|gbp|chf|ht|ttc)\b", re.IGNORECASE)
_YES = frozenset(["oui", "o", "yes", "y", "true", "vrai", "ok", "x", "✓", "✔", "✅", "1", "si", "d'accord"])
_NO = frozenset(["non", "n", "no", "false", "faux", "✗", "✘", "❌", "0", "jamais", "never"])
_HANDLE = re.compile(r"@?[\w.\-]{1,100}")


def fee(text: str, currency: str) -> Money | None:
    """An amount in the currency it names, or in the column's; None when there is no amount or no currency."""
    plain = plain_spaces(text)
    amount = number(_CURRENCY_WORDS.sub(" ", plain).strip(), decimals=False)
    named = currency_in(plain) or currency
    return Money(amount, named) if amount is not None and named else None


def has_amount(text: str) -> bool:
    """Whether the text is a plain amount, with or without a currency."""
    plain = _CURRENCY_WORDS.sub(" ", plain_spaces(text)).strip()
    return number(plain, decimals=False) is not None


def answer(text: str) -> bool | None:
    """Yes or no, in English or French; None when it is neither."""
    word = text.strip().strip(".!").lower()
    if word in _YES:
        return True
    return False if word in _NO else None


def items(text: str) -> tuple[str, ...]:
    """The parts of a list: commas, semicolons, slashes, bars, bullets or lines between them."""
    parts = re.split(r",|;|\||\n|•|·| / |/(?=\S{3})", text)
    return tuple(dict.fromkeys(part.strip(" /") for part in parts if part.strip(" /")))


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts in a cell, and what of it was none."""

    handles: tuple[HandleEntry, ...]
    rest: str


def accounts(text: str, platform: str) -> Accounts:
    """The accounts that a cell names: `@name`, a bare name, or links; `platform` is the column's."""
    if len(text) > _LONGEST_ACCOUNTS:
        return Accounts((), text.strip())
    handles: list[HandleEntry] = []
    rest: list[str] = []
    for word in re.split(r"[\s,;|]+", text.strip()):
        entry = _account(word, platform)
        if entry is not None:
            handles.append(entry)
        elif word not in {"", "/", "-", "et", "and", "&"}:
            rest.append(word)
    bare = [entry for entry in handles if not entry.link and f"@{entry.name}" not in text]
    if rest or (bare and len(handles) > 1):
        kept = tuple(entry for entry in handles if entry not in bare)
        return Accounts(kept, text.strip() if not kept or bare or rest else "")
    return Accounts(tuple(dict.fromkeys(handles)), "")


def _account(word: str, platform: str) -> HandleEntry | None:
    found = profile(word)
    if found:
        return HandleEntry(found[0], found[1], word)
    if _HANDLE.fullmatch(word) and any(character.isalnum() for character in word):
        return HandleEntry(platform, word.removeprefix("@"))
    return None
