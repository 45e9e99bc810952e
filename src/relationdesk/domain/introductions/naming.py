"""What a person's name looks like, and how much of one is in a handle or an e-mail."""

import re
from dataclasses import dataclass

from relationdesk.domain.folding import fold
from relationdesk.domain.introductions import words

_WORD = re.compile(r"(?:[^\W\d_]|['’.\-])+")
_MOST_WORDS = 4
_FEWEST_CAPITALS = 3
_LONGEST_NAME = 80
_PARTS = re.compile(r"[._\-]+|(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
_SLUG_TAIL = re.compile(r"-(?=[0-9a-f]*\d)[0-9a-f]{5,}$|-?\d+$")
_FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name; the parts are told only where capitals tell them apart."""

    display: str
    given: str = ""
    family: str = ""


def leading_name(text: str) -> str:
    """The part that `text` begins with and that can be a person's name; empty when there is none."""
    taken: list[str] = []
    count = 0
    for word in text[:_LONGEST_NAME].split(" "):
        if _is_particle(word) and taken:
            taken.append(word)
        elif _is_name_word(word) and count < _MOST_WORDS:
            taken.append(word)
            count += 1
        else:
            break
    while taken and _is_particle(taken[-1]) and taken[-1].islower():
        taken.pop()
    return " ".join(taken) if count else ""


def is_name(text: str) -> bool:
    """Whether `text` as a whole can be a person's given and family name."""
    return leading_name(text) == text and " " in text and not is_about_work(text)


def is_lower_name(text: str) -> bool:
    """Whether `text` can be a name that was typed without capitals."""
    parts = text.split(" ")
    is_plain = len(parts) <= _FEWEST_CAPITALS and all(_WORD.fullmatch(part) for part in parts)
    return is_plain and text.islower() and not is_about_work(text) and text[0].isalpha()


def is_about_work(text: str) -> bool:
    """Whether a word of `text` tells a job, a company or a street."""
    return any(
        word in words.TITLES or word in words.ORGANISATION_WORDS or word in words.STREETS - words.PARTICLES
        for word in re.findall(r"[\w\-]+", fold(text))
    )


def told(text: str) -> Name:
    """`text` as a name: `VASSEUR Odile` is Odile Vasseur, `karim diallo` is Karim Diallo."""
    parts = text.split(" ")
    capitals = [part for part in parts if part.isupper() and _letters(part) >= _FEWEST_LETTERS]
    others = [part for part in parts if part not in capitals]
    is_told_apart = bool(others) and any(_letters(part) >= _FEWEST_CAPITALS for part in capitals)
    if is_told_apart and any(part[0].isupper() for part in others):
        given, family = " ".join(others), _all_cased(capitals)
        return Name(f"{given} {family}", given, family)
    if (text.isupper() and _letters(text) > _FEWEST_CAPITALS) or text.islower():
        return Name(_all_cased(parts))
    return Name(text)


def parts_of_name(name: str) -> tuple[str, str]:
    """The given and the family name in `name` where it surely is one of each, else two empty texts.

    That is two words, and any particles between them belong to the second: `Vincent van Gogh`.
    """
    first, *rest = name.split(" ")
    is_sure = (
        bool(rest)
        and fold(first).rstrip(".") not in words.CIVILITIES
        and all(map(_is_particle, rest[:-1]))
        and all(_is_name_word(word) and _letters(word) >= _FEWEST_LETTERS for word in (first, rest[-1]))
        and not any(word.endswith(".") for word in (first, rest[-1]))
        and not is_about_work(name)
        and (fold(rest[-1]) not in words.GIVEN_NAMES or fold(first) in words.GIVEN_NAMES)
    )
    return (first, " ".join(rest)) if is_sure else ("", "")


def name_of_handle(platform: str, handle: str) -> tuple[str, bool]:
    """The name in a handle and True where it is plainly readable, else the handle itself."""
    slug = _SLUG_TAIL.sub("", handle) if platform == "linkedin" else handle
    parts = [part for part in _PARTS.split(slug) if part]
    is_readable = len(parts) in (2, 3) and all(part.isalpha() for part in parts)
    is_called = platform == "linkedin" or (
        bool(parts) and fold(parts[0]) in words.GIVEN_NAMES and not _is_about_things(parts[1:])
    )
    if is_readable and is_called:
        return " ".join(map(_cased, parts)), True
    return handle, False


def name_of_mailbox(address: str) -> str:
    """`camille.perret@velo.example` is Camille Perret; empty when the box tells no name."""
    box = address.partition("@")[0]
    parts = [part for part in re.split(r"[._]+", box) if part]
    if any(fold(part) in words.HOUSE_MAILBOXES for part in parts) or not all(map(str.isalpha, parts)):
        return ""
    if len(parts) in (2, 3) and all(len(part) >= _FEWEST_LETTERS for part in parts):
        return " ".join(map(_cased, parts))
    return _cased(box) if fold(box) in words.GIVEN_NAMES else ""


def _is_about_things(parts: list[str]) -> bool:
    return any(
        fold(part) in words.THINGS
        or fold(part).removesuffix("s") in words.THINGS
        or fold(part).endswith(("ing", "s"))
        or len(part) < _FEWEST_LETTERS
        for part in parts
    )


def _is_particle(word: str) -> bool:
    return fold(word) in words.PARTICLES or fold(word) in ("d'", "o'")


def _is_name_word(word: str) -> bool:
    plain = word.lstrip("'’.-")
    is_elided = len(word) > _FEWEST_LETTERS and word[1] in "'’" and word[2].isupper()
    return bool(_WORD.fullmatch(word)) and bool(plain) and (plain[0].isupper() or is_elided)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _all_cased(parts: list[str]) -> str:
    return re.sub(r"\bde L([ae])\b", r"de l\1", " ".join(map(_cased, parts)))


def _cased(word: str) -> str:
    if fold(word) in words.PARTICLES - {"le", "la", "ben", "al", "el"}:
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda found: found[0][0].upper() + found[0][1:].lower(), word)
