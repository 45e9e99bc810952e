"""One person on one line: the name first, then whatever is known, and the rest as a note."""

import re

from relationdesk.domain.introductions import naming
from relationdesk.domain.introductions.gathering import finish, keep_found, take_text
from relationdesk.domain.introductions.pieces import Kind, Piece, pieces_of
from relationdesk.domain.introductions.sketch import Sketch
from relationdesk.domain.profiles import platform_named

_BARE_ACCOUNT = re.compile(r"[a-z0-9](?:[\w.\-]{0,60}\w)?", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-*•·–—▪◦‣>]|\d{1,3}[.)]|\[[ x]?\])\s+")
_CAPITALISED_TWICE = 2


def without_bullet(line: str) -> str:
    """`line` without the sign or number of a list that it begins with."""
    found = _BULLET.match(line)
    return line[found.end() :].strip() if found else line.strip()


def read_line(line: str, region: str, *, platform: str = "", in_column: bool = False) -> Sketch:
    """What one line tells of one person.

    `in_column` when the line stands in a column of handles, so that its first word is one, on
    `platform` unless the line says another.
    """
    sketch = Sketch()
    pieces = pieces_of(line, region)
    if in_column:
        pieces = _with_account(pieces, line)
    pieces = _with_name(sketch, pieces, line, is_alone=not in_column)
    for piece in pieces:
        if piece.kind is Kind.HANDLE and not piece.platform:
            piece.platform = platform
        if piece.kind is not Kind.TEXT:
            keep_found(sketch, piece)
    rest = [piece for piece in pieces if piece.kind is not Kind.TEXT or not _take(sketch, piece, pieces)]
    sketch.notes += _left(rest, line)
    finish(sketch)
    if sketch == Sketch():
        sketch.notes.append(line)
    return sketch


def is_account(line: str) -> bool:
    """Whether a line is one word that can be a handle and no name."""
    is_word = bool(_BARE_ACCOUNT.fullmatch(line)) and bool(re.search(r"[._\d]", line))
    return is_word and all(piece.kind is Kind.TEXT for piece in pieces_of(line, ""))


def begins_with_account(line: str) -> bool:
    """Whether a line of a list begins with a handle, with or without its sign, or a profile's link."""
    pieces = pieces_of(line, "")
    if pieces and pieces[0].kind is Kind.HANDLE:
        return True
    first = re.split(r"[\s,;]", line, maxsplit=1)[0]
    is_bare = bool(_BARE_ACCOUNT.fullmatch(first)) and (first.islower() or bool(re.search(r"[._\d]", first)))
    after = line[len(first) :]
    return is_bare and bool(re.match(r"\s*(?:$|[\t,;|(:]|[-–—]\s|~?\d)", after))


def begins_with_name(line: str) -> bool:
    """Whether a line of a list begins with somebody's name."""
    texts = [piece for piece in pieces_of(line, "") if piece.start <= 1]
    if not texts or texts[0].kind is not Kind.TEXT:
        return False
    name = naming.leading_name(texts[0].value)
    return naming.is_name(name) and not naming.is_about_work(texts[0].value)


def _with_account(pieces: list[Piece], line: str) -> list[Piece]:
    """The pieces of a line in a column, where the first word is an account."""
    if not pieces or pieces[0].kind is Kind.HANDLE:
        return pieces
    first = re.split(r"[\s,;|]", line, maxsplit=1)[0]
    # Read once more with its sign, so that the platform and the audience behind it are understood.
    again = pieces_of(f"@{line}", "")
    if again and again[0].kind is Kind.HANDLE and first.startswith(again[0].value):
        return [again[0], *(_moved(piece, line) for piece in again[1:])]
    return pieces


def _moved(piece: Piece, line: str) -> Piece:
    piece.start = min(piece.start - 1, len(line))
    piece.end = min(piece.end - 1, len(line))
    return piece


def _with_name(sketch: Sketch, pieces: list[Piece], line: str, *, is_alone: bool) -> list[Piece]:
    """Take the name off the first text; tells the pieces that are left."""
    first = next((index for index, piece in enumerate(pieces) if piece.kind is Kind.TEXT), None)
    if first is None or (pieces[0].kind is Kind.HANDLE and not naming.is_name(pieces[first].value)):
        return pieces
    text = pieces[first]
    name = naming.leading_name(text.value)
    if not name and is_alone and first == 0 and naming.is_lower_name(text.value):
        name = text.value
    if not name or (name != text.value and not naming.is_name(name)):
        return pieces
    sketch.name = naming.told(name)
    at = line.find(name, text.start)
    rest_from = (at if at >= 0 else text.start) + len(name)
    rest = line[rest_from : text.end].strip(' "“”«»')
    left = [Piece(Kind.TEXT, rest, line.index(rest, rest_from), text.end)] if rest else []
    return pieces[:first] + left + pieces[first + 1 :]


def _take(sketch: Sketch, piece: Piece, pieces: list[Piece]) -> bool:
    """Put a text on the card; a company follows a job, or precedes the word for its medium."""
    index = pieces.index(piece)
    following = pieces[index + 1].value if index + 1 < len(pieces) else ""
    is_medium = following.startswith("(") and not sketch.organisation
    if platform_named(piece.value) and not any(entry.platform for entry in sketch.handles) and sketch.handles:
        return False
    is_after_title = bool(sketch.title) and len(piece.value.split()) >= _CAPITALISED_TWICE
    return take_text(sketch, piece.value, may_be_company=is_after_title or is_medium)


def _left(pieces: list[Piece], line: str) -> list[str]:
    """The texts that were not understood; those that stood side by side stay together."""
    notes: list[str] = []
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and piece.kind is Kind.TEXT:
            run.append(piece)
        elif run:
            notes.append(line[run[0].start : run[-1].end].strip())
            run = []
    return notes
