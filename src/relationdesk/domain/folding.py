"""How names and words are compared: without accents, case or ligatures."""

import unicodedata

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"}
)
_SEPARATOR = "\x01"


def fold(text: str) -> str:
    """`text` as search compares it: `Œuvre à Évian` becomes `oeuvre a evian`."""
    lowered = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(
        _LETTERS
    )
    return "".join(character for character in lowered if not unicodedata.combining(character))


def sort_key(text: str) -> str:
    """A key that orders names as a French or English reader expects.

    Letters decide before accents, accents before case (Unicode Technical Standard 10, three
    levels), and leading punctuation such as `@` or quotes does not count. Stored, so its version
    is `SORT_KEY_VERSION`.
    """
    letters = " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
    accents = unicodedata.normalize("NFD", text.casefold())
    return _SEPARATOR.join((letters, accents, text.swapcase()))


SORT_KEY_VERSION = 1
