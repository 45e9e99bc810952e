"""Values that say no by themselves, in English and French: `never Sundays`, `pas de scripts`."""

import re

from relationdesk.domain.folding import fold

_SAYS_NO = re.compile(
    r"(?:no|not|never|without|(?:pas|jamais) (?:d['’]|(?:de|du|des)\b)|pas|jamais|sans|aucune?|ni|non)"
    r"(?:\s+|(?<=['’]))",
    re.IGNORECASE,
)


def refuses_by_itself(value: str) -> bool:
    """Whether `value` begins with a no."""
    return _SAYS_NO.match(fold(value)) is not None or fold(value) in {"no", "non"}


def without_no(value: str) -> str:
    """What it is that `value` says no to: `scripts` for `no scripts`; other values as they are."""
    told = value.strip()
    found = _SAYS_NO.match(told)
    return (told[found.end() :].strip() or told) if found else told
