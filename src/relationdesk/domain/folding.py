"""How names and words are compared: without accents, case or ligatures."""

import re
import unicodedata


class _Folding(dict[int, str | int | None]):
    """What becomes of each character, found out when it is first met: marks above and below letters go."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.combining(chr(code)) else code
        self[code] = kept
        return kept


_SPELT = {
    "œ": "oe",
    "æ": "ae",
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "’": "'",
}
_FOLDING = _Folding({ord(letter): spelt for letter, spelt in _SPELT.items()})
_NO_LETTERS = re.compile(r"[\W_]+")
_SEPARATOR = "\x01"


def fold(text: str) -> str:
    """`text` as search compares it: `Œuvre à Évian` becomes `oeuvre a evian`."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return lowered.translate(_FOLDING)


def places_of(wanted: str, text: str) -> list[tuple[int, int]]:
    """Where the folded letters `wanted` stand in `text`, as first letter and the one after the last."""
    if not wanted:
        return []
    spelt = [fold(letter) for letter in text]
    folded = "".join(spelt)
    origins = [place for place, letters_of_it in enumerate(spelt) for _letter in letters_of_it]
    places = []
    start = folded.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        places.append((origins[start], origins[end - 1] + 1))
        start = folded.find(wanted, end)
    return places


def letters(text: str) -> str:
    """The folded letters and digits of `text`, a space between words."""
    return _NO_LETTERS.sub(" ", fold(text)).strip(" ")


def sort_key(text: str) -> str:
    """A key that orders names as a French or English reader expects.

    Letters decide before accents, accents before case (Unicode Technical Standard 10, three
    levels), and leading punctuation such as `@` or quotes does not count. Stored, so its version
    is `SORT_KEY_VERSION`.
    """
    accents = unicodedata.normalize("NFD", text.casefold())
    return _SEPARATOR.join((letters(text), accents, text.swapcase()))


def begins_word(text: str, words: str) -> bool:
    """Whether a word of `text` begins with one of `words`, which are folded and parted by spaces.

    Says what the full-text index says (unicode61, sqlite.org/fts5.html#unicode61_tokenizer): it takes
    letters and digits for words, without accents and case, and leaves ligatures as they are.
    """
    plain = text.lower()
    if not plain.isascii():
        marked = unicodedata.normalize("NFD", plain)
        plain = "".join(sign for sign in marked if not unicodedata.combining(sign))
    return any(_begins(plain, word) for word in words.split())


def _begins(text: str, word: str) -> bool:
    place = text.find(word)
    while place > 0 and text[place - 1].isalnum():
        place = text.find(word, place + 1)
    return place >= 0


SORT_KEY_VERSION = 1
