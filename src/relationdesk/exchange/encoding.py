"""Bytes of unknown making to text: how a file is encoded, and what is cleaned out of it.

Files are decoded as UTF-8 with `surrogateescape`, so a foreign byte survives until its line is
complete; then the whole line is read as Windows-1252. So files that mix both read right, too.
"""

import codecs
import io
import re
from typing import BinaryIO

from relationdesk.domain.texts import clean

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FEW = 4
_ESCAPED = re.compile("[\udc80-\udcff]")
_CHARSET = re.compile(
    r"(?:iso[-_]?8859[-_]?\d{1,2}|windows-?\d{3,4}|cp\d{3,4}|latin-?\d|shift_?jis|euc-(?:jp|kr)"
    r"|gb(?:2312|k|18030)|big5|koi8-[ru]|macintosh)",
    re.IGNORECASE,
)


def sniff(head: bytes) -> str:
    """The name of the codec that a file's first bytes ask for: by its mark, by its NULs, else UTF-8."""
    for mark, codec in _BOMS:
        if head.startswith(mark):
            return codec
    even, odd = head[0:512:2], head[1:512:2]
    if odd and odd.count(0) * 10 >= len(odd) * 7 and even.count(0) * 10 < len(even):
        return "utf-16-le"
    if odd and even.count(0) * 10 >= len(even) * 7 and odd.count(0) * 10 < len(odd):
        return "utf-16-be"
    return "utf-8"


def text_of(file: BinaryIO, codec: str, *, newline: str | None) -> io.TextIOWrapper:
    """`file` as text in `codec`; foreign bytes in UTF-8 stay, to be settled by `settled`."""
    errors = "surrogateescape" if codec.startswith("utf-8") else "replace"
    return io.TextIOWrapper(file, encoding=codec, errors=errors, newline=newline)


def has_foreign_bytes(text: str) -> bool:
    """Whether `text` holds bytes that were not UTF-8."""
    return not text.isascii() and _ESCAPED.search(text) is not None


def settled(text: str, charset: str = "") -> str:
    """`text` with its foreign bytes read in the declared `charset`, or else in Windows-1252."""
    if text.isascii() or not _ESCAPED.search(text):
        return text
    return decoded(text.encode("utf-8", "surrogateescape"), charset)


def decoded(content: bytes, charset: str = "") -> str:
    """`content` in the declared `charset`, else UTF-8 even if cut somewhere, else Windows-1252."""
    for name in (charset if _CHARSET.fullmatch(charset) else "utf-8", "utf-8"):
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    patched = content.decode("utf-8", "replace")
    damaged = patched.count("\N{REPLACEMENT CHARACTER}")
    letters = sum(1 for character in patched if not character.isascii()) - damaged
    return patched if damaged * _FEW < letters else content.decode("cp1252", "replace")


def one_line(text: str) -> str:
    """`text` cleaned, trimmed and on a single line, with one blank between words."""
    if text.isprintable():
        return text.strip()
    return " ".join(clean(text).split())
