"""Whom somebody about to be added looks like."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relationdesk.domain.card import Card
from relationdesk.domain.folding import fold, letters
from relationdesk.work import people
from relationdesk.work.desks import Reader
from relationdesk.work.people.queries import PersonLine, people_matching, person_lines

if TYPE_CHECKING:
    from relationdesk.work.people.likeness import Alike

_MOST_COMPARED = 200
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Namesakes:
    """The people in the list who are called the same, and whom an e-mail, a phone or an account tells.

    If there are neither, `alike` is somebody in the trash who is called the same.
    """

    listed: tuple[PersonLine, ...]
    alike: "Alike | None"


NOBODY = Namesakes((), None)


def namesakes(reader: Reader, card: Card, region: str) -> Namesakes:
    """The people who are called the same as a card, accents, case and signs apart, or reached the same way.

    `region` is the ISO 3166 code of the country that the user dials from.
    """
    reached = _reached(reader, card, region)
    name = card.display_name
    if not _letters(name):
        return Namesakes((), reached)
    alike = person_lines(reader, people_matching(reader, name)[:_MOST_COMPARED])
    listed = [line for line in alike if _letters(line.name) == _letters(name)][:_MOST_SHOWN]
    return Namesakes(tuple(listed), reached or (None if listed else _in_trash(reader, name)))


def _reached(reader: Reader, card: Card, region: str) -> "Alike | None":
    """Who has an e-mail, a phone or an account of the card."""
    name = people.likeness.Likeness.NAME
    marks = [mark for mark in people.likeness.marks_of(card, region) if mark[0] is not name]
    known = people.likeness.on_desk(reader, marks) if marks else {}
    return next((known[mark] for mark in marks if mark in known), None)


def _in_trash(reader: Reader, name: str) -> "Alike | None":
    mark = (people.likeness.Likeness.NAME, letters(name))
    found = people.likeness.on_desk(reader, [mark]).get(mark)
    return found if found is not None and found.is_trashed else None


def _letters(name: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())
