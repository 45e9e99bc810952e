"""A large card file in two halves, which two processes read at the same time, to the same end as one.

Reading a half begins as if nothing stood before it. That is true where the first half ends between two
cards and bears no identity of the second, which is known when both were read; else neither counts.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from relationdesk.exchange.encoding import sniff
from relationdesk.exchange.reports import IncomingCard, RowReport
from relationdesk.exchange.vcard.reader import SNIFFED, Course, read_on

SMALLEST, LARGEST = 256 * 1024, 64 * 1024 * 1024
"""Bytes of a file that is worth halving, and of one that two processes may hold whole."""

_SEAM = re.compile(rb"\nEND:VCARD\r?\n(?=BEGIN:VCARD\r?\n)", re.IGNORECASE)
_UTF_8 = "utf-8"


@dataclass(frozen=True, slots=True)
class Half:
    """One half of a file's content, its encoding, and the number of its first line."""

    content: bytes
    codec: str
    first_line: int


def halves(content: bytes) -> tuple[Half, Half] | None:
    """`content` cut between two cards, near its middle if it can be; None where it cannot be cut."""
    codec = sniff(content[:SNIFFED])
    seam = _SEAM.search(content, len(content) // 2)
    if seam is None or not codec.startswith(_UTF_8):
        return None
    first = content[: seam.end()]
    return Half(first, codec, 1), Half(content[seam.end() :], _UTF_8, 1 + _lines(first))


def read_half(half: Half, course: Course) -> Iterator[IncomingCard | RowReport]:
    """The people of one half, and reports of what belongs to none of them."""
    return read_on(io.BytesIO(half.content), half.codec, half.first_line, course)


def fit(first: Course, second: Course) -> bool:
    """Whether two halves, each read to its end, tell what the whole tells."""
    return first.is_between_cards and first.identities.keys().isdisjoint(second.identities)


def _lines(content: bytes) -> int:
    return content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n")
