"""Numbers as people type and programs print them: `12,4k`, `1.2M`, `38 000`, `2,1 Md`."""

import re
from decimal import Decimal, InvalidOperation

_COUNT = re.compile(
    r"[~≈>+]?\s*(\d[\d .,'’]*?)\s*"
    r"(k|mille|milliers|thousand|m|mio|millions?|bn?|mds?|mrd|milliards?|billions?)?\s*\+?",
    re.IGNORECASE,
)
_SCALES = {
    **dict.fromkeys(("k", "mille", "milliers", "thousand"), 1000),
    **dict.fromkeys(("m", "mio", "million", "millions"), 10**6),
    **dict.fromkeys(("b", "bn", "md", "mds", "mrd", "milliard", "milliards", "billion", "billions"), 10**9),
}
_LONGEST_NUMBER = 40
_LARGEST_COUNT = 10**10
_GROUPED_THOUSANDS = re.compile(r"\d{1,3}(?:[ .,'’]\d{3})+")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\u2007", " "))


def plain_spaces(text: str) -> str:
    """`text` with every kind of space that is put into numbers as an ordinary one."""
    return text.translate(_SPACES)


def count(text: str) -> int | None:
    """A number of people: `12,4k`, `1.2M`, `38 000`; None when it is no sensible count."""
    plain = plain_spaces(text).strip()
    found = _COUNT.fullmatch(plain) if len(plain) <= _LONGEST_NUMBER else None
    if not found:
        return None
    scale = _SCALES.get((found[2] or "").lower(), 1)
    amount = number(found[1], decimals=scale > 1)
    if amount is None:
        return None
    whole = int(amount * scale)
    return whole if whole <= _LARGEST_COUNT else None


def number(text: str, *, decimals: bool) -> Decimal | None:
    """A number with either decimal sign; `1.200` is 1200, or 1.2 before a `k` (`decimals`)."""
    compact = text.strip()
    if len(compact) > _LONGEST_NUMBER:
        return None
    if _GROUPED_THOUSANDS.fullmatch(compact) and not decimals:
        compact = re.sub(r"[ .,'’]", "", compact)
    compact = re.sub(r"[ '’]", "", compact)
    last = max(compact.rfind(","), compact.rfind("."))
    if last >= 0:
        whole, fraction = compact[:last], compact[last + 1 :]
        compact = re.sub(r"[.,]", "", whole) + "." + fraction
    if not re.fullmatch(r"[0-9]{1,15}(?:\.[0-9]{0,6})?", compact):
        return None
    try:
        return Decimal(compact.rstrip("."))
    except InvalidOperation:
        return None
