"""Eight kinds of damage to a file, each at three places (promise 3).

A kind takes the content of a desk and a place between 0 and 1, and returns what is left of it.
"""

from collections.abc import Callable

PAGE = 4096
PLACES = {"at the beginning": 0.0, "in the middle": 0.5, "at the end": 1.0}
Damage = Callable[[bytes, float], bytes]


def page_at(content: bytes, place: float) -> int:
    """Where the page at this place begins."""
    return round((len(content) // PAGE - 1) * place) * PAGE


def with_page(content: bytes, start: int, page: bytes) -> bytes:
    return content[:start] + page + content[start + PAGE :]


def bit_flip(content: bytes, place: float) -> bytes:
    at = page_at(content, place) + 2000
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def zero_page(content: bytes, place: float) -> bytes:
    return with_page(content, page_at(content, place), bytes(PAGE))


def swapped_pages(content: bytes, place: float) -> bytes:
    one = page_at(content, place)
    other = one + PAGE if one + 2 * PAGE <= len(content) else one - PAGE
    swapped = with_page(content, one, content[other : other + PAGE])
    return with_page(swapped, other, content[one : one + PAGE])


def header(content: bytes, place: float) -> bytes:
    """The salt, what follows it, or the last bytes of the hundred that SQLite calls the header."""
    at = round(99 * place)
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


def half_file(content: bytes, place: float) -> bytes:
    """Only the first page, the half, or all but the last page."""
    pages = len(content) // PAGE
    return content[: round(1 + (pages - 2) * place) * PAGE]


def odd_tail(content: bytes, place: float) -> bytes:
    """One byte too many, half a page too many, or the last byte missing."""
    return {0.0: content + b"\1", 0.5: content + bytes(PAGE // 2), 1.0: content[:-1]}[place]


def zero_bytes(content: bytes, place: float) -> bytes:
    """Nothing left, everything zero, or everything zero but the first page."""
    return {0.0: b"", 0.5: bytes(len(content)), 1.0: content[:PAGE] + bytes(len(content) - PAGE)}[place]


def appended_junk(content: bytes, place: float) -> bytes:
    """A page, a hundred pages, or the whole file once more."""
    junk = {0.0: bytes(PAGE), 0.5: b"\xa5" * 100 * PAGE, 1.0: content}[place]
    return content + junk


KINDS: dict[str, Damage] = {
    "bit flip": bit_flip,
    "zero page": zero_page,
    "swapped pages": swapped_pages,
    "header": header,
    "half file": half_file,
    "odd tail": odd_tail,
    "zero bytes": zero_bytes,
    "appended junk": appended_junk,
}
