"""The accounts that a line names as those of the person it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from relationdesk.domain.profiles import platform_named, platform_words, profile

_PLATFORM = rf"(?P<platform>{'|'.join(re.escape(word) for word in platform_words())})"
_SPACE = r"[ \t]+"
_LEAD_WORDS = (
    "now also new her his their she he they is s re moved switched to on account handle name at find as the "
    "has changed a mainly mostly active posts maintenant aussi désormais plutôt sur son sa leur "
    "nouveau nouvel nouvelle compte pseudo elle il est passée passé changé changée change de d la le l "
    "chaîne chaine channel page publie poste surtout actif"
)
_LINK_WORDS = (
    "as is under now at name handle account channel est sous devient the le nom de compte pseudo becomes "
    "called c"
)
_LEAD = rf"(?:(?:{_LEAD_WORDS.replace(' ', '|')})['’ \t,:]+)*"
_LINK = rf"[ \t,:=(–—-]*(?:(?:{_LINK_WORDS.replace(' ', '|')})['’ \t,:=(–—-]+)*"
_NAME = r"(?P<name>[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9_])?)(?![A-Za-z0-9@])"
_START = r"(?:^|(?<=[\n.;!?,(])[ \t]*)"
_PLATFORM_FIRST = re.compile(rf"{_START}{_LEAD}{_PLATFORM}\b{_LINK}@{_NAME}", re.IGNORECASE | re.MULTILINE)
_NAMED_AFTER_COLON = re.compile(
    rf"{_START}{_LEAD}{_PLATFORM}[ \t]*[:=][ \t]*{_NAME}(?=[ \t]*(?:$|[\n,;!]|\.(?:\s|$)))",
    re.IGNORECASE | re.MULTILINE,
)
_NAME_FIRST = re.compile(
    rf"{_START}{_LEAD}@{_NAME}{_SPACE}(?:on|sur|en|via|,)?[ \t]*(?:her |his |son |sa )?{_PLATFORM}\b",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE = re.compile(
    rf"{_START}{_LEAD}(?:{_PLATFORM}[ \t]*[:=][ \t]*)?"
    r"(?P<page>(?:https?://)?(?:[\w-]{1,63}\.){1,3}[a-z]{2,24}/[@\w./-]{1,100})(?:\?[\w=&%.-]*)?"
    r"(?=[ \t]*(?:$|[\n,;!]))",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Account:
    """An account on a platform; `name` is without its `@`, `start` to `end` is where it was read."""

    platform: str
    name: str
    start: int
    end: int


def accounts_in(text: str) -> Iterator[Account]:
    """The accounts of whom `text` is about: a platform and a name that nothing says to be another's."""
    taken: list[tuple[int, int]] = []
    for form in (_PLATFORM_FIRST, _NAME_FIRST, _NAMED_AFTER_COLON):
        for match in form.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            yield Account(platform_named(match["platform"]), match["name"], *match.span())
    for match in _PAGE.finditer(text):
        found = profile(match["page"].rstrip("./"))
        is_taken = any(match.start() < end and start < match.end() for start, end in taken)
        if found is not None and not is_taken:
            yield Account(*found, *match.span())
