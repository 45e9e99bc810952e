"""The rows in pages of a table, as SQLite lays them out (sqlite.org/fileformat2.html, 1.6 and 2.1)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from relationdesk.desk.salvage.pages import USABLE

Value = int | str | bytes | None
GetPage = Callable[[int], bytes | None]
_TABLE_LEAF, _TABLE_INTERIOR = 0x0D, 0x05
_LEAF_HEAD, _INTERIOR_HEAD = 8, 12
_FILE_HEAD = 100
"""Bytes of the first page that stand before what makes it a page of a tree."""
_LINK = 4
_MOST_LOCAL = USABLE - 35
_LEAST_LOCAL = (USABLE - 12) * 32 // 255 - 23
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_ZERO, _ONE, _FIRST_BLOB = 8, 9, 12
_SEVEN_BITS = 0x7F


class UnreadableError(Exception):
    """Bytes that are not what they should be."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of some table: its number in the tree, and its values in the order of the table's columns."""

    number: int
    values: tuple[Value, ...]


def children_of(page: bytes, number: int) -> list[int]:
    """The pages below an inner page of a table's tree; none below any other page."""
    start = _start(number)
    if page[start] != _TABLE_INTERIOR:
        return []
    cells = [_number(page, place, _LINK) for place in _cells(page, start, _INTERIOR_HEAD)]
    return [*cells, _number(page, start + _LEAF_HEAD, _LINK)]


def is_leaf(page: bytes, number: int) -> bool:
    """Whether a page holds rows of a table."""
    return page[_start(number)] == _TABLE_LEAF


def rows_in(page: bytes, number: int, get_page: GetPage) -> Iterator[Row | None]:
    """The rows of a leaf; None for each that cannot be read to its end."""
    start = _start(number)
    for place in _cells(page, start, _LEAF_HEAD):
        try:
            yield _row(page, place, get_page)
        except (UnreadableError, IndexError, UnicodeDecodeError):
            yield None


def _start(number: int) -> int:
    return _FILE_HEAD if number == 1 else 0


def _cells(page: bytes, start: int, head: int) -> list[int]:
    first = start + head
    count = min(_number(page, start + 3, 2), (len(page) - first) // 2)
    return [_number(page, first + 2 * cell, 2) for cell in range(count)]


def _row(page: bytes, place: int, get_page: GetPage) -> Row:
    length, place = _varint(page, place)
    number, place = _varint(page, place)
    return Row(_signed(number, 64), tuple(_record(_payload(page, place, length, get_page))))


def _payload(page: bytes, place: int, length: int, get_page: GetPage) -> bytes:
    """What a cell holds, with what of it lies on pages of its own."""
    if length <= _MOST_LOCAL:
        return _part(page, place, length)
    local = _LEAST_LOCAL + (length - _LEAST_LOCAL) % (USABLE - _LINK)
    if local > _MOST_LOCAL:
        local = _LEAST_LOCAL
    content = bytearray(_part(page, place, local))
    following = _number(page, place + local, _LINK)
    while len(content) < length:
        more = get_page(following) if following else None
        if more is None:
            raise UnreadableError
        content += more[_LINK : _LINK + min(USABLE - _LINK, length - len(content))]
        following = _number(more, 0, _LINK)
    return bytes(content)


def _record(content: bytes) -> Iterator[Value]:
    head, place = _varint(content, 0)
    kinds = []
    while place < head:
        kind, place = _varint(content, place)
        kinds.append(kind)
    for kind in kinds:
        value, place = _value(content, place, kind)
        yield value
    if place != len(content):
        raise UnreadableError


def _value(content: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, place
    if kind in (_ZERO, _ONE):
        return kind - _ZERO, place
    if kind in _INTEGER_BYTES:
        length = _INTEGER_BYTES[kind]
        return int.from_bytes(_part(content, place, length), signed=True), place + length
    if kind < _FIRST_BLOB:
        raise UnreadableError  # a real number, which no table of ours holds, or a kind that is not there yet
    length = (kind - _FIRST_BLOB) // 2
    part = _part(content, place, length)
    return (part.decode() if kind % 2 else part), place + length


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and the place after it."""
    number = 0
    for byte in content[place : place + 8]:
        place += 1
        number = number << 7 | byte & _SEVEN_BITS
        if byte <= _SEVEN_BITS:
            return number, place
    return number << 8 | content[place], place + 1


def _part(content: bytes, place: int, length: int) -> bytes:
    part = content[place : place + length]
    if len(part) != length:
        raise UnreadableError
    return part


def _number(content: bytes, place: int, length: int) -> int:
    return int.from_bytes(_part(content, place, length))


def _signed(number: int, bits: int) -> int:
    return number - (1 << bits) if number >> (bits - 1) else number
