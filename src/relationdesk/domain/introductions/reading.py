"""What kind of introduction a text is, and the people in it."""

import re
import unicodedata

from relationdesk.domain.card import Card
from relationdesk.domain.folding import fold
from relationdesk.domain.introductions import naming, words
from relationdesk.domain.introductions.letters import begins_quote
from relationdesk.domain.introductions.lines import (
    begins_with_account,
    begins_with_name,
    is_account,
    read_line,
    without_bullet,
)
from relationdesk.domain.introductions.pieces import Kind, is_platform, pieces_of
from relationdesk.domain.introductions.signatures import read_signature
from relationdesk.domain.introductions.sketch import Sketch
from relationdesk.domain.profiles import platform_named

_LONGEST_TEXT = 20_000
_LONGEST_LINE = 1_000
_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_RECIPIENTS = re.compile(r"[^<>;,@]{0,80}<[^<>\s@]{1,64}@[^<>\s@]{1,200}>")
_CELLS = re.compile(r"[\t,;|]")
_FEWEST_IN_LIST = 2


def cards_from(text: str, *, region: str) -> tuple[Card, ...]:
    """The people that `text` introduces, in its order; none for a blank text.

    `region` is the ISO 3166 code of the country that a number without one is dialled in. What is not
    understood is a note of the person it stands with, and nothing is dropped.
    """
    head, rest = _cut(
        "".join("\ufffd" if unicodedata.category(c) == "Cs" else c for c in text), _LONGEST_TEXT
    )
    lines = list(map(_plain, _LINE_ENDS.split(head)))
    sketches = _sketches(lines, region)
    if rest:
        sketches = sketches or [Sketch()]
        sketches[-1].aside.append(rest)
    return tuple(sketch.card() for sketch in sketches)


def _cut(text: str, length: int) -> tuple[str, str]:
    """The first `length` signs, which are read, and the rest, which is only kept; no word is cut in two."""
    if len(text) <= length:
        return text, ""
    ends = max(text.rfind(sign, length // 2, length) for sign in " \n\t")
    at = ends if ends > 0 else length
    return text[:at].rstrip(), text[at:].strip()


def _plain(line: str) -> str:
    """`line` without control and format signs and with ordinary spaces."""
    kept = "".join(_plain_sign(sign) for sign in line)
    return kept.strip()


def _plain_sign(sign: str) -> str:
    if sign == "\t":
        return sign
    category = unicodedata.category(sign)
    if category == "Zs":
        return " "
    return "" if category in ("Cc", "Cf") and sign != "\u200d" else sign


def _sketches(lines: list[str], region: str) -> list[Sketch]:
    filled = [line for line in lines if line]
    if not filled:
        return []
    if len(filled) == 1:
        return _one_line(filled[0], region)
    if any(map(begins_quote, filled)):
        return [read_signature(filled, region)]
    blocks = _blocks(lines)
    if len(blocks) > 1 and all(_introduces(block, region) for block in blocks):
        return [read_signature(block, region) for block in blocks]
    return _column(filled, region) or [read_signature(filled, region)]


def _one_line(line: str, region: str) -> list[Sketch]:
    recipients = [found[0].strip(" ,;") for found in _RECIPIENTS.finditer(line[:_LONGEST_LINE])]
    parts = [part for part in re.split(r">\s*[,;]?", line) if part.strip()]
    if len(recipients) == len(parts) > 1:
        return [read_line(recipient, region) for recipient in recipients]
    return [_line(without_bullet(line), region, in_column=is_account(line))]


def _line(line: str, region: str, *, platform: str = "", in_column: bool = False) -> Sketch:
    head, rest = _cut(line, _LONGEST_LINE)
    sketch = read_line(head, region, platform=platform, in_column=in_column)
    if rest:
        sketch.aside.append(rest)
    return sketch


def _column(lines: list[str], region: str) -> list[Sketch]:
    """A person for each line when every line begins with a handle, an e-mail or a name; else nobody."""
    platform, rows = _under_heading(lines)
    rows = [without_bullet(row) for row in rows]
    if len(rows) < (_FEWEST_IN_LIST if len(rows) == len(lines) else 1):
        return []
    accounts = [begins_with_account(row[:_LONGEST_LINE]) for row in rows]
    names = [
        not account and begins_with_name(row[:_LONGEST_LINE])
        for account, row in zip(accounts, rows, strict=True)
    ]
    mails = [_is_mail(row, region) for row in rows]
    if not all(map(any, zip(accounts, names, mails, strict=True))) or _is_signature(rows, names, region):
        return []
    return [
        _line(row, region, platform=platform, in_column=account)
        for row, account in zip(rows, accounts, strict=True)
    ]


def _is_signature(rows: list[str], names: list[bool], region: str) -> bool:
    """A bare name first, and no other name after it: all of that is one person."""
    is_bare = all(piece.kind is Kind.TEXT for piece in pieces_of(rows[0][:_LONGEST_LINE], region))
    return names[0] and is_bare and not any(names[1:])


def _is_mail(row: str, region: str) -> bool:
    pieces = pieces_of(row[:_LONGEST_LINE], region)
    return bool(pieces) and pieces[0].kind is Kind.EMAIL


def _under_heading(lines: list[str]) -> tuple[str, list[str]]:
    """The platform that a column's heading names, and the lines under it."""
    cells = [cell.strip(" :") for cell in _CELLS.split(lines[0]) if cell.strip(" :")]
    named = [platform_named(cell) for cell in cells if is_platform(cell)]
    is_heading = bool(cells) and all(is_platform(cell) or fold(cell) in words.HEADINGS for cell in cells)
    return (named[0] if named else "", lines[1:]) if is_heading else ("", lines)


def _blocks(lines: list[str]) -> list[list[str]]:
    """The lines between blank ones."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _introduces(block: list[str], region: str) -> bool:
    """Whether a block is a signature of its own: a name, and a way to reach its owner."""
    first = pieces_of(block[0][:_LONGEST_LINE], region)
    is_named = bool(first) and first[0].kind is Kind.TEXT and naming.is_name(first[0].value)
    reached = (piece for line in block for piece in pieces_of(line[:_LONGEST_LINE], region))
    return is_named and any(piece.kind in (Kind.EMAIL, Kind.PHONE, Kind.HANDLE) for piece in reached)
