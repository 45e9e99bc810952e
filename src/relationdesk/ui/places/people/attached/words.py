"""What is said of a file: of which kind it is, and how large."""

from pathlib import Path
from typing import Final

from relationdesk.language.dates import whole_number
from relationdesk.language.words import _

_THOUSAND: Final = 1000
_TENTHS_BELOW: Final = 10


def size_text(size: int) -> str:
    """`512 bytes`, `48 KB`, `2.4 MB`."""
    if size < _THOUSAND:
        return _("{n} bytes").format(n=whole_number(size))
    if size < _THOUSAND**2:
        return _("{n} KB").format(n=whole_number(round(size / _THOUSAND)))
    return _("{n} MB").format(n=_with_tenth(size / _THOUSAND**2))


def kind_text(name: str, media_type: str) -> str:
    """`PDF`, `picture (JPEG)`, `DOCX`; a file without an ending is a file."""
    if media_type.startswith("image/"):
        return _("picture ({kind})").format(kind=media_type.partition("/")[2].upper())
    return Path(name).suffix.removeprefix(".").upper() or _("file")


def _with_tenth(number: float) -> str:
    if number >= _TENTHS_BELOW:
        return whole_number(round(number))
    whole, tenth = divmod(round(number * 10), 10)
    return _("{whole}.{tenth}").format(whole=whole, tenth=tenth) if tenth else str(whole)
