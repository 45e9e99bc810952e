"""A line taken to pieces: e-mails, phones, links, accounts, and the text between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

import phonenumbers

from relationdesk.domain.figures import count
from relationdesk.domain.folding import fold
from relationdesk.domain.introductions import words
from relationdesk.domain.profiles import looks_like_link, platform_named, platform_words, profile

_TLD = (
    "com|fr|net|org|eu|io|co|uk|be|ch|ca|de|es|it|pt|nl|lu|ie|us|tv|me|ly|ee|blog|info|biz|paris|bzh|app|dev"
    "|media|studio|agency|press|online|site|shop|store|link|page|gg|example|fm|am|news|world|life|live|photo"
    "|photography|cat|pro|eus"
)
_PLATFORMS = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in platform_words() if word != "x")
_FOUND = re.compile(
    r"(?P<email>(?:<\s?)?(?:mailto:)?(?<![\w.+'\-])[\w.+'\-]{1,64}@(?:[\w\-]{1,63}\.){1,5}[a-z]{2,24}\b(?:\s?>)?)"
    r"|(?P<link><?(?<![\w@.])(?:https?://[^\s<>]{3,2000}|(?:[a-z0-9\-]{1,63}\.){1,4}"
    rf"(?:{_TLD})\b(?![\w@\-]|\.\w)(?:[/?#][^\s<>]{{0,2000}})?)>?)"
    rf"|(?P<named>(?<![\w@./])(?P<platform>{_PLATFORMS})\s{{0,3}}(?::\s{{0,3}}@?|\s@|\s(?=[\w\-]{{0,60}}[._\d]))"
    r"(?P<account>[\w.][\w.\-]{1,60})(?![\w:/@\-]))"
    r"|(?P<handle>(?<![\w.@/])@[\w.\-]{1,100})"
    r"|(?P<phone>(?<![\w.,])(?:\+|\(\+?)?\d[\d .()\-\u2010-\u2012]{5,28}\d"
    r"(?:\s?(?:ext\.?|x|poste)\s?\d{1,6})?(?!\w))",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\s*(?:(?<!\d),|,(?!\d)|[;|•·\t]|(?<!\S)[-–—/:→](?!\S)|–|—|\s{3,})\s*")
_BRACKETED = re.compile(r"\s*\(([^()]{1,60})\)$")
_LABEL_BEFORE = re.compile(
    r"(?:^|(?<=[\s|,;/•·(–—\-]))([^\W\d_][^\d|,;:()/•·]{0,22}?)\s?[.:]{0,2}\s{0,3}\(?$"
)
_REGIONS = ("FR", "GB", "US", "BE", "CH")
_FEWEST_DIGITS = 8
_EDGES = " \t,;|•·:/()<>[]–—-→"
_PLATFORM_AFTER = re.compile(
    rf"^\s{{0,3}}[(\[,;|\-–]?\s{{0,3}}(?:(?:on|sur|via)\s{{1,3}})?({_PLATFORMS}|x)\b\s?[)\]]?", re.IGNORECASE
)
_COUNT_AFTER = re.compile(
    r"^[\s(,;:|\-–]{0,4}"
    r"(~?(?!0\d)\d{1,12}(?:[.,  ]\d{1,12}){0,4}\s?(?:k|m|mio|million|millions|mille)?\b\+?)\s?"
    rf"({words.pattern(words.FOLLOWERS)}|abonnés|abonnées|abonné)?\s?[)\]]?(?=\s*(?:$|[,;|\t(–—]))",
    re.IGNORECASE,
)


class Kind(Enum):
    """What a piece of a line is."""

    TEXT = auto()
    EMAIL = auto()
    PHONE = auto()
    LINK = auto()
    HANDLE = auto()


@dataclass(slots=True)
class Piece:
    """A part of a line; `start` and `end` are where it stands in it."""

    kind: Kind
    value: str
    start: int
    end: int
    label: str = ""
    platform: str = ""
    link: str = ""
    audience: int | None = None


def pieces_of(line: str, region: str) -> list[Piece]:
    """The pieces of one line in order; the text is cut at commas, bars and dashes."""
    found: list[Piece] = []
    done = 0
    for piece in _found(line, region):
        start = _labelled(piece, line, done)
        found += _texts(line, done, start)
        found.append(piece)
        done = piece.end
        if piece.kind is Kind.HANDLE:
            done = _with_what_follows(piece, line)
    return found + _texts(line, done, len(line))


def is_platform(text: str) -> bool:
    """Whether `text` is the name of a platform and nothing else."""
    return bool(platform_named(text.strip(" :")))


def _found(line: str, region: str) -> Iterator[Piece]:
    for match in _FOUND.finditer(line):
        piece = _piece(match, region)
        if piece is not None:
            yield piece


def _piece(match: re.Match[str], region: str) -> Piece | None:
    start, end, kind = match.start(), match.end(), match.lastgroup
    text = match[0]
    if match["email"]:
        value = text.strip("<> ").removeprefix("mailto:").strip("'.")
        return Piece(Kind.EMAIL, value, start, end)
    if match["link"]:
        return _link(text.strip("<>"), start, end)
    if match["named"]:
        if platform_named(match["platform"]) in ("linkedin", "facebook") and match["account"][0].isupper():
            return None
        platform = platform_named(re.sub(r"\s", " ", match["platform"]))
        account = match["account"].rstrip(".-")
        end = match.end("account")
        return Piece(Kind.HANDLE, account, start, end, platform=platform) if account else None
    if kind == "handle":
        name = text[1:].rstrip(".-")
        return Piece(Kind.HANDLE, name, start, start + 1 + len(name)) if name else None
    return Piece(Kind.PHONE, text.strip(), start, end) if _is_phone(text, region) else None


def _link(text: str, start: int, end: int) -> Piece:
    value = text.rstrip(".,;:!)]'\"»")
    end -= len(text) - len(value)
    account = profile(value)
    if account and looks_like_link(value):
        return Piece(Kind.HANDLE, account[1], start, end, platform=account[0], link=value)
    return Piece(Kind.LINK, value, start, end)


def _is_phone(text: str, region: str) -> bool:
    if sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        return False
    regions = (region,) if text.lstrip("(").startswith("+") else dict.fromkeys((region, *_REGIONS))
    return any(_is_possible(text, place) for place in regions)


def _is_possible(text: str, region: str) -> bool:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return False
    reason = phonenumbers.is_possible_number_with_reason(number)
    return bool(reason == phonenumbers.ValidationResult.IS_POSSIBLE)


def _labelled(piece: Piece, line: str, floor: int) -> int:
    """Give `piece` the label that stands before it, and tell where the label begins."""
    window = max(floor, piece.start - 40)
    before = _LABEL_BEFORE.search(line[window : piece.start])
    if before is None:
        return piece.start
    whole = before[1]
    has_sign = bool(re.search(r"[.:]\s*\(?$", before[0]))
    for start in (0, *(found.end() for found in re.finditer(r"\s", whole))):
        label = _label(piece, whole[start:].strip(), has_sign=has_sign)
        if label is not None:
            piece.label = label
            return window + before.start(1) + start
    return piece.start


def _label(piece: Piece, said: str, *, has_sign: bool) -> str | None:
    """The label that `said` makes; None when it is none for this kind of piece."""
    key = fold(said).rstrip(". ")
    is_sure = has_sign or (len(key) > 1 and " " not in key)
    if piece.kind is Kind.PHONE and key in words.PHONE_LABELS and (is_sure or len(key) == 1):
        label = words.PHONE_LABELS[key]
        return said if label is None else label
    if piece.kind is Kind.EMAIL and key in words.MAIL_LABELS and has_sign:
        return ""
    if piece.kind is Kind.LINK and key in words.LINK_LABELS and has_sign:
        return ""
    if piece.kind is Kind.HANDLE:
        named = platform_named(said)
        if named and (not piece.platform or named == piece.platform):
            piece.platform = named
            return ""
        return None
    return said if key in words.TYPED_LABELS and has_sign else None


def _with_what_follows(piece: Piece, line: str) -> int:
    """Take the platform and the audience that stand after an account; tells where they end."""
    end = piece.end
    for _ in range(2):
        rest = line[end : end + 60]
        named = _PLATFORM_AFTER.match(rest) if not piece.platform else None
        counted = _COUNT_AFTER.match(rest) if piece.audience is None else None
        number = count(counted[1]) if counted else None
        if named and rest[: named.end()].strip(" ") and platform_named(named[1]):
            piece.platform = platform_named(named[1])
            end += named.end()
        elif counted and number is not None:
            piece.audience = number
            end += counted.end()
    return end


def _texts(line: str, start: int, end: int) -> list[Piece]:
    """The text between two places of a line, cut where signs part it; what is left empty is nothing."""
    texts: list[Piece] = []
    begun = start
    for sign in (*_BREAK.finditer(line, start, end), None):
        stop = sign.start() if sign else end
        texts += _text(line, begun, stop)
        begun = sign.end() if sign else end
    return texts


def _text(line: str, start: int, end: int) -> list[Piece]:
    while start < end and (line[start].isspace() or (line[start] in _EDGES and line[start] != "(")):
        start += 1
    while start < end and (line[end - 1].isspace() or (line[end - 1] in _EDGES and line[end - 1] != ")")):
        end -= 1
    if fold(line[start:end]) in words.JOINING or not any(map(str.isalnum, line[start:end])):
        return []
    bracket = _BRACKETED.search(line, start, end)
    if bracket and bracket.start() > start:
        inside = Piece(
            Kind.TEXT, line[bracket.start() : end].strip(), bracket.end(1) - len(bracket[1]) - 1, end
        )
        return [Piece(Kind.TEXT, line[start : bracket.start()], start, bracket.start()), inside]
    return [Piece(Kind.TEXT, line[start:end].strip('"“”«» '), start, end)]
