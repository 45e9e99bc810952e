"""One property: group, name, parameters, and the text of its value."""

import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from relationdesk.domain.texts import clean
from relationdesk.exchange.draft import Draft
from relationdesk.exchange.encoding import decoded, one_line, settled

MOST_PARAMETERS = 64
_LONGEST_CACHED_HEAD = 200
_QUOTED_HEAD = re.compile(r'((?:[^":]++|"[^"]*+")*+):')
_SEGMENT = re.compile(r'(?:[^";]++|"[^"]*+")++')
_LIST_ITEM = re.compile(r'(?:[^",]++|"[^"]*+")++')
_ENCODINGS = {"QUOTED-PRINTABLE": "q", "Q": "q", "BASE64": "b", "B": "b", "8BIT": "", "7BIT": ""}
_ESCAPE = re.compile(r"\\([nN,;:\\])")
_CARET = {"^n": "\n", "^'": '"', "^^": "^"}
_LEAST_PREFERENCE = 100


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the colon; `preference` is 0 when none is claimed, else 1 (most) to 100."""

    group: str
    name: str
    types: tuple[str, ...] = ()
    preference: int = 0
    encoding: str = ""
    charset: str = ""
    parameters: dict[str, str] = field(default_factory=dict)


class Property(NamedTuple):
    """A property with its value decoded but still escaped, and the label its group gives it."""

    line: int
    head: Head
    value: str
    label: str


Handler = Callable[[Draft, Property], None]
"""Takes one property into a draft."""


def head_and_value(text: str) -> tuple[Head, str] | None:
    """The head and the raw value of a logical line, or None when it is no property."""
    head, colon, value = text.partition(":")
    if '"' in head and (quoted := _QUOTED_HEAD.match(text)):
        head, value = quoted.group(1), text[quoted.end() :]
    if not colon or not head:
        return None
    if len(head) > _LONGEST_CACHED_HEAD:
        return _parse(head), value
    return _parse_cached(head), value


def plain(head: Head, value: str) -> str:
    """The characters of a raw value, decoded and clean; escapes are still in it."""
    if value.isascii() and value.isprintable() and head.encoding != "q":
        return value
    if head.encoding == "q":
        content = binascii.a2b_qp(value.encode("utf-8", "surrogateescape"))
        return clean(decoded(content, head.charset))
    return clean(settled(value, head.charset))


def unescaped(value: str) -> str:
    """The text that an escaped value stands for (RFC 6350, 3.4); unknown escapes stay as they are."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def components(value: str, separator: str = ";") -> list[str]:
    """The parts of a structured value, each unescaped and trimmed."""
    if "\\" not in value:
        return [part.strip() for part in value.split(separator)]
    guarded = value.replace("\\\\", "\x00").replace(f"\\{separator}", "\x01")
    return [
        unescaped(part.replace("\x01", separator).replace("\x00", "\\\\")).strip()
        for part in guarded.split(separator)
    ]


def _parse(head: str) -> Head:
    head = one_line(settled(head))
    segments = _SEGMENT.findall(head) if '"' in head else head.split(";", MOST_PARAMETERS + 1)
    group, _, name = (segments[0] if segments else "").strip().rpartition(".")
    reading = _HeadReading()
    for segment in segments[1 : MOST_PARAMETERS + 1]:
        key, equals, value = segment.partition("=")
        reading.take(key.strip().upper(), value.strip() if equals else None)
    return Head(
        group=group.lower(),
        name=name.upper(),
        types=tuple(dict.fromkeys(reading.types)),
        preference=reading.preference,
        encoding=reading.encoding,
        charset=reading.parameters.get("CHARSET", ""),
        parameters=reading.parameters,
    )


_parse_cached = lru_cache(maxsize=4096)(_parse)


class _HeadReading:
    """The parameters of one head as they are met."""

    def __init__(self) -> None:
        self.types: list[str] = []
        self.preference = 0
        self.encoding = ""
        self.parameters: dict[str, str] = {}

    def take(self, key: str, value: str | None) -> None:
        """Read one parameter; vCard 2.1 writes the value alone."""
        if value is None:
            self._take_bare(key)
        elif key == "TYPE":
            for item in _LIST_ITEM.findall(value):
                self._take_types(item)
        elif key == "PREF":
            self.preference = _preference(value)
        elif key == "ENCODING":
            self.encoding = _ENCODINGS.get(value.strip('"').upper(), "")
        else:
            self.parameters.setdefault(key, _parameter_text(value))

    def _take_bare(self, word: str) -> None:
        if word in _ENCODINGS and len(word) > 1:
            self.encoding = _ENCODINGS[word]
        elif word:
            self._take_types(word)

    def _take_types(self, item: str) -> None:
        for word in item.strip('" ').lower().split(","):
            if word.strip() == "pref":
                self.preference = self.preference or 1
            elif word.strip():
                self.types.append(word.strip())


def _preference(value: str) -> int:
    digits = value.strip('"')
    if digits.isascii() and digits.isdigit():
        return min(max(int(digits[:4]), 1), _LEAST_PREFERENCE)
    return 0


def _parameter_text(value: str) -> str:
    """A parameter's text: quotes off, carets read (RFC 6868)."""
    text = value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value
    return re.sub(r"\^[n'^]", lambda found: _CARET[found[0]], text)
