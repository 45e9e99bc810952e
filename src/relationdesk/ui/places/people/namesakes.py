"""Who is called the same as somebody about to be added."""

from relationdesk.domain.folding import fold
from relationdesk.work.desks import Reader
from relationdesk.work.people.queries import PersonLine, people_matching, person_lines

_MOST_COMPARED = 200
_MOST_SHOWN = 3


def namesakes(reader: Reader, name: str) -> list[PersonLine]:
    """The people whose name is the same, accents, case and signs apart; a few at most."""
    if not _letters(name):
        return []
    alike = person_lines(reader, people_matching(reader, name)[:_MOST_COMPARED])
    return [line for line in alike if _letters(line.name) == _letters(name)][:_MOST_SHOWN]


def _letters(name: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())
