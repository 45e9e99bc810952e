"""Pictures inside vCards: what they are is told by their first bytes, never by their name."""

import base64
import binascii
import re

from relationdesk.domain.card import Picture
from relationdesk.domain.pictures import media_type_of

LARGEST_PICTURE = 5 * 1024 * 1024
_DATA = re.compile(r"data:[^,]{0,200},", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.\-]{1,20}:|\\\\|/(?!9j/)", re.IGNORECASE)


def picture_from(value: str) -> Picture | None:
    """The picture that base64 text or a `data:` address holds, or None when it is no jpeg, png or webp."""
    data = _DATA.match(value)
    text = value[data.end() :] if data else value
    letters = re.sub(r"[^A-Za-z0-9+/]", "", text)
    whole = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    content = binascii.a2b_base64(whole + "=" * (-len(whole) % 4))
    media_type = media_type_of(content)
    return Picture(media_type, content) if media_type else None


def is_elsewhere(value: str) -> bool:
    """Whether the value only says where a picture lies; such places are never opened."""
    return not _DATA.match(value) and _ELSEWHERE.match(value.lstrip()) is not None


def picture_text(picture: Picture) -> str:
    """The base64 of a picture, on one line."""
    return base64.b64encode(picture.content).decode("ascii")
