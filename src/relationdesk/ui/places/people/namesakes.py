"""Who is called the same as somebody about to be added."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    """The people in the list who are called the same, and if there are none, somebody in the trash."""

    listed: tuple[PersonLine, ...]
    trashed: "Alike | None"


NOBODY = Namesakes((), None)


def namesakes(reader: Reader, name: str) -> Namesakes:
    """The people whose name is the same, accents, case and signs apart; a few at most."""
    if not _letters(name):
        return NOBODY
    alike = person_lines(reader, people_matching(reader, name)[:_MOST_COMPARED])
    listed = [line for line in alike if _letters(line.name) == _letters(name)][:_MOST_SHOWN]
    return Namesakes(tuple(listed), None if listed else _in_trash(reader, name))


def _in_trash(reader: Reader, name: str) -> "Alike | None":
    mark = (people.likeness.Likeness.NAME, letters(name))
    found = people.likeness.on_desk(reader, [mark]).get(mark)
    return found if found is not None and found.is_trashed else None


def _letters(name: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())
