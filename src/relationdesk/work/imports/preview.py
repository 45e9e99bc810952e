"""What an import would do, line by line, before anything is written."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relationdesk.desk.reader import Reader
from relationdesk.exchange.reports import IncomingCard, Reading
from relationdesk.work.cycles import no_search_for_cycles
from relationdesk.work.erasing.queries import erased_among
from relationdesk.work.imports.own_fields import Settling, own_operators
from relationdesk.work.people.likeness import Alike, Likeness, marks_of, on_desk


class Standing(StrEnum):
    """What a line of the file would be on the desk."""

    NEW = "new"
    DOUBTFUL = "doubtful"
    """New, with a value that can hardly be right, or the name of somebody who is reached otherwise."""
    KNOWN = "known"
    """Somebody who is on the desk already, or earlier in the same file."""
    TRASHED = "trashed"
    """Somebody who is in the trash."""
    ERASED = "erased"
    """Somebody who is reached or called as one who was erased from the desk."""

    @property
    def is_proposed(self) -> bool:
        """Whether such a line is ticked at first: everyone who is not known, in the trash or erased."""
        return self in {Standing.NEW, Standing.DOUBTFUL}


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One person of the file; `number` is their place in the reading's cards."""

    number: int
    incoming: IncomingCard
    standing: Standing
    alike: Alike | None
    erased_on: date | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring."""

    reading: Reading
    lines: tuple[PreviewLine, ...]

    def count(self, standing: Standing) -> int:
        """How many lines stand so."""
        return sum(line.standing is standing for line in self.lines)

    @property
    def new_fields(self) -> tuple[str, ...]:
        """The fields that every record gets with it."""
        own = (entry for line in self.lines for entry in line.incoming.card.own)
        return tuple(dict.fromkeys(entry.field for entry in own if entry.kind is not None))

    def proposed(self) -> frozenset[int]:
        """The numbers that are ticked at first."""
        return frozenset(line.number for line in self.lines if line.standing.is_proposed)


@no_search_for_cycles()
def preview(reader: Reader, reading: Reading, region: str) -> Preview:
    """Compare what was read with the desk and with itself; `region` is where the user dials from."""
    settling = Settling.on(own_operators(reader))
    incoming_cards = [settling.settled(incoming) for incoming in reading.cards]
    marks = [list(marks_of(incoming.card, region)) for incoming in incoming_cards]
    known = on_desk(reader, (mark for each in marks for mark in each))
    erased = erased_among(reader, (mark for each in marks for mark in each))
    lines = []
    for number, (incoming, own) in enumerate(zip(incoming_cards, marks, strict=True)):
        alike = next((known[mark] for mark in own if mark in known), None)
        is_reachable = any(likeness is not Likeness.NAME for likeness, _mark in own)
        erased_on = next((erased[mark] for mark in own if mark in erased), None)
        standing = _standing(incoming, alike, is_reachable=is_reachable)
        if erased_on is not None and standing.is_proposed:
            standing = Standing.ERASED
        lines.append(PreviewLine(number, incoming, standing, alike, erased_on))
        for mark in own:
            known.setdefault(mark, Alike(None, incoming.card.display_name, mark[0], mark=mark[1]))
    return Preview(reading, tuple(lines))


def _standing(incoming: IncomingCard, alike: Alike | None, *, is_reachable: bool) -> Standing:
    """A name alone makes nobody known who comes with a way to reach them: two people may share it."""
    if alike is None:
        return Standing.DOUBTFUL if incoming.doubts else Standing.NEW
    if alike.why is Likeness.NAME and is_reachable:
        return Standing.DOUBTFUL
    return Standing.TRASHED if alike.is_trashed else Standing.KNOWN
