"""From physical lines to logical ones: folding, quoted-printable soft breaks, stray line breaks."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TextIO

LONGEST_LINE = 7_340_032
"""Characters of one logical line: a picture of 5 MB in base64 and its head."""

_FOLDED_HEAD = re.compile(r"[A-Za-z0-9.\-]{1,80};[A-Za-z0-9\-]{1,60}=")
_MARKERS = ("BEGIN:", "END:")


class LogicalLine(NamedTuple):
    """A property with its folds taken out; what stood beyond `LONGEST_LINE` is gone when `cut`."""

    number: int
    text: str
    cut: bool


def logical_lines(stream: TextIO, first: int = 1) -> Iterator[LogicalLine]:
    """The properties of `stream`, whose lines count from `first`, each with the number it begins on.

    A line that is no property continues the one before: with a line break inside a text, without
    one inside base64, as several phones write it.
    """
    pending = _Pending()
    number = first - 1
    whole = True
    readline = stream.readline
    while physical := readline(LONGEST_LINE):
        begins = whole
        number += begins
        whole = physical.endswith("\n")
        text = physical.rstrip("\r\n") if whole else physical
        if not begins:
            pending.cut = True
        elif not pending.continued_by(text):
            if pending.parts:
                yield pending.line()
            pending.begin(number, text)
    if pending.parts:
        yield pending.line()


class _Pending:
    """The logical line that is being put together."""

    __slots__ = ("_soft", "cut", "number", "parts", "size")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.number = 0
        self.size = 0
        self.cut = False
        self._soft = False

    def begin(self, number: int, text: str) -> None:
        self.number, self.size, self.cut = number, len(text), False
        self._soft = text.endswith("=") and _is_quoted_printable(text)
        self.parts = [text[:-1] if self._soft else text] if text else []

    def continued_by(self, text: str) -> bool:
        """Take `text` in if it belongs to this line, and say whether it did."""
        if not self.parts or (":" in text and text[0] not in " \t" and not self._soft):
            return False
        if self._soft and not text.upper().startswith(_MARKERS):
            self._soft = text.endswith("=")
            return self._take(text[:-1] if self._soft else text)
        if not text:
            return True
        if text[0] in " \t":
            self._soft = text.endswith("=") and _is_quoted_printable(self.parts[0])
            return self._take(text[1 : -1 if self._soft else None])
        if ":" in text or _FOLDED_HEAD.match(text) or self.parts[0].upper().startswith(_MARKERS):
            return False
        return self._take(text if _is_base64(self.parts[0]) else f"\n{text}")

    def _take(self, text: str) -> bool:
        self.size += len(text)
        if self.size > LONGEST_LINE:
            self.cut = True
        else:
            self.parts.append(text)
        return True

    def line(self) -> LogicalLine:
        parts = self.parts
        return LogicalLine(self.number, parts[0] if len(parts) == 1 else "".join(parts), self.cut)


def _is_quoted_printable(text: str) -> bool:
    return "QUOTED-PRINTABLE" in text.partition(":")[0].upper()


def _is_base64(text: str) -> bool:
    head = text.partition(":")[0].upper()
    return "BASE64" in head or "ENCODING=B" in head
