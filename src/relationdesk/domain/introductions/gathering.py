"""Putting the pieces of lines where they belong on a card."""

import re

from relationdesk.domain.card import ContactEntry, HandleEntry
from relationdesk.domain.folding import fold
from relationdesk.domain.introductions import words
from relationdesk.domain.introductions.pieces import Kind, Piece
from relationdesk.domain.introductions.sketch import Sketch
from relationdesk.domain.vocabulary import ContactKind, PersonKind

_CONTACTS = {Kind.EMAIL: ContactKind.EMAIL, Kind.PHONE: ContactKind.PHONE, Kind.LINK: ContactKind.LINK}
_AT = re.compile(r"\s+(?:at|chez|@|pour|for)\s+|\s*@\s*", re.IGNORECASE)
_LONGEST_TITLE = 70
_MOST_WORDS_OF_COMPANY = 6
_MOST_WORDS_OF_TITLE = 8
_MEDIUM = re.compile(r"\((?:le |the |son |her |his )?(\w+)\)", re.IGNORECASE)


def keep_found(sketch: Sketch, piece: Piece) -> None:
    """Put an e-mail, phone, link or account on the card."""
    if piece.kind is Kind.HANDLE:
        sketch.handles.append(HandleEntry(piece.platform, piece.value, piece.link, piece.audience))
    else:
        sketch.contacts.append(ContactEntry(_CONTACTS[piece.kind], piece.value, piece.label))


def take_text(sketch: Sketch, text: str, *, may_be_company: bool) -> bool:
    """Put `text` on the card as a job, a company or a kind of person; False when it is none of them.

    `may_be_company` when it stands where a company stands, right after a name or a title.
    """
    medium = _MEDIUM.fullmatch(text)
    if medium:
        return _take_medium(sketch, fold(medium[1]))
    if not sketch.title and is_title(text):
        _take_title(sketch, text)
        return True
    if not sketch.organisation and (is_company(text, sketch) or (may_be_company and _can_be_company(text))):
        sketch.organisation = text
        return True
    return False


def finish(sketch: Sketch) -> None:
    """Draw what follows from the job; a job without a company is kept as a note, unless its kind says all."""
    sketch.kinds += _kinds_in(sketch.title) + _media_in(sketch.organisation)
    if sketch.title and not sketch.organisation and fold(sketch.title) not in words.KIND_WORDS:
        sketch.notes.insert(0, sketch.title)


def is_title(text: str) -> bool:
    """Whether `text` tells what somebody does."""
    plain = re.findall(r"[\w\-]+", fold(_cut(text)[0]))
    is_short = len(plain) <= _MOST_WORDS_OF_TITLE and len(text) <= _LONGEST_TITLE
    is_of_company = (
        bool(plain) and plain[-1] in words.ORGANISATION_WORDS and text[:1].isupper() and len(plain) > 1
    )
    has_job = any(word in words.TITLES for word in plain)
    return (
        is_short
        and has_job
        and not (is_of_company and plain[0] not in words.TITLES and _is_capitalised(text))
    )


def is_company(text: str, sketch: Sketch) -> bool:
    """Whether `text` is surely a company: by one of its words, or because an e-mail or site is named so."""
    plain = re.findall(r"\w+", fold(text))
    if not _can_be_company(text):
        return False
    has_word = len(plain) > 1 and any(word in words.ORGANISATION_WORDS for word in plain)
    return (has_word and _is_capitalised(text)) or "".join(plain) in _domains(sketch)


def _domains(sketch: Sketch) -> set[str]:
    hosts = [
        fold(re.sub(r"^(?:https?://)?(?:www\.)?|^[^@]*@", "", entry.value)).partition("/")[0]
        for entry in sketch.contacts
        if entry.kind in (ContactKind.EMAIL, ContactKind.LINK)
    ]
    return {re.sub(r"[^a-z0-9]", "", host.rpartition(".")[0]) for host in hosts} - {""}


def _can_be_company(text: str) -> bool:
    first = text[:1]
    is_short = len(text.split()) <= _MOST_WORDS_OF_COMPANY and len(text) <= _LONGEST_TITLE
    is_sentence = text.endswith((".", "!", "?", ":", "…")) or first in "(#\"'“«"
    return is_short and not is_sentence and first.isupper()


def _is_capitalised(text: str) -> bool:
    return text[:1].isupper()


def _take_title(sketch: Sketch, text: str) -> None:
    title, _, company = _cut(text)
    sketch.title = title
    if company and sketch.organisation:
        sketch.notes.append(text)
    elif company:
        sketch.organisation = company


def _cut(text: str) -> tuple[str, str, str]:
    found = _AT.search(text)
    if found and text[found.end() : found.end() + 1].isupper():
        return text[: found.start()].strip(), found[0], text[found.end() :].strip()
    return text, "", ""


def _take_medium(sketch: Sketch, medium: str) -> bool:
    kind = words.MEDIUM_WORDS.get(medium)
    if kind is None:
        return False
    sketch.kinds.append(kind)
    return True


def _media_in(company: str) -> list[PersonKind]:
    return [
        words.MEDIUM_WORDS[word] for word in re.findall(r"\w+", fold(company)) if word in words.MEDIUM_WORDS
    ]


def _kinds_in(title: str) -> list[PersonKind]:
    plain = " ".join(re.findall(r"[\w-]+", fold(title)))
    return list(dict.fromkeys(kind for word, kind in words.KIND_WORDS.items() if f" {word} " in f" {plain} "))
