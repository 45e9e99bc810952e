"""What a file is, by what stands in it, and only then by its name."""

from pathlib import PurePath

from relationdesk.exchange.encoding import sniff
from relationdesk.exchange.reports import FileKind

HEAD_SIZE = 64 * 1024
_FOREIGN = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"SQLite format 3",
    b"\x7fELF",
    b"MZ\x90",
    b"{\\rtf",
)
_TABLE_NAMES = frozenset((".csv", ".tsv", ".tab", ".txt", ""))
_CARD_NAMES = frozenset((".vcf", ".vcard"))
_SPACE = 0x20
_WRITING_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1a\x00")


def kind_of(head: bytes, name: str) -> FileKind | None:
    """The kind of a file that begins with `head` and is called `name`; None when it is neither."""
    if head.startswith(_FOREIGN):
        return None
    codec = sniff(head)
    text = head.decode(codec, "ignore")
    if "BEGIN:VCARD" in text.upper():
        return FileKind.VCARD
    if codec.startswith("utf-8") and _is_binary(head):
        return None
    suffix = PurePath(name).suffix.lower()
    if suffix in _CARD_NAMES:
        return FileKind.VCARD
    begins = text.lstrip("\ufeff \t\r\n")
    if begins.startswith(("<", "{", "[")) or not begins.strip():
        return None
    return FileKind.TABLE if suffix in _TABLE_NAMES or any(mark in begins for mark in ",;\t|") else None


def _is_binary(head: bytes) -> bool:
    """Whether more than a tenth of the bytes are control characters that no text has."""
    controls = sum(1 for byte in head[:4096] if byte < _SPACE and byte not in _WRITING_CONTROLS)
    nuls = head[:4096].count(0)
    return (controls + nuls) * 10 > len(head[:4096])
