"""Which characters the bundled fonts can draw, read from their tables.

Source: OpenType specification, `cmap` table, subtable formats 4 and 12.
"""

import struct
from collections.abc import Iterator
from functools import cache

from relationdesk.language.resources import resource

_FORMAT_SEGMENTS = 4
_FORMAT_GROUPS = 12
_CLOSING_SEGMENT = 0xFFFF


@cache
def drawable_characters() -> frozenset[str]:
    """Every character that at least one bundled font has a glyph for."""
    fonts = [path for path in resource("fonts").iterdir() if path.suffix in {".ttf", ".otf"}]
    return frozenset(chr(point) for path in fonts for point in _code_points(path.read_bytes()))


def _code_points(font: bytes) -> Iterator[int]:
    cmap = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", cmap, 2)
    for index in range(count):
        (offset,) = struct.unpack_from(">I", cmap, 4 + 8 * index + 4)
        (layout,) = struct.unpack_from(">H", cmap, offset)
        if layout == _FORMAT_SEGMENTS:
            yield from _in_segments(cmap, offset)
        elif layout == _FORMAT_GROUPS:
            yield from _in_groups(cmap, offset)


def _table(font: bytes, tag: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        name, _sum, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if name == tag:
            return font[offset : offset + length]
    return bytes(4)


def _in_segments(cmap: bytes, offset: int) -> Iterator[int]:
    (doubled,) = struct.unpack_from(">H", cmap, offset + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", cmap, offset + 14)
    starts = struct.unpack_from(f">{count}H", cmap, offset + 16 + doubled)
    for start, end in zip(starts, ends, strict=True):
        if start != _CLOSING_SEGMENT:
            yield from range(start, end + 1)


def _in_groups(cmap: bytes, offset: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", cmap, offset + 12)
    for index in range(count):
        start, end, _glyph = struct.unpack_from(">III", cmap, offset + 16 + 12 * index)
        yield from range(start, end + 1)
