"""What comes in for the fields of the user's own: into this desk's, into new ones, or as facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from relationdesk.desk.reader import Reader
from relationdesk.domain import own_values
from relationdesk.domain.card import FactEntry, OwnEntry
from relationdesk.domain.filters.operators import OwnOperator
from relationdesk.domain.folding import fold
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.exchange.reports import IncomingCard, Reading, ReportKind, RowReport
from relationdesk.exchange.tables.columns import Column, ColumnUse
from relationdesk.exchange.tables.columns import Mapping as Columns
from relationdesk.exchange.tables.headers import is_name
from relationdesk.exchange.tables.own import as_own, kind_of
from relationdesk.language.words import plural
from relationdesk.work.people.filtering import own_operators
from relationdesk.work.settings.mappings import mapping_for

__all__ = [
    "MOST_NEW",
    "OwnOperator",
    "Settling",
    "as_own",
    "better_mapping",
    "kind_of",
    "new_fields_told",
    "own_operators",
]

MOST_NEW: Final = 20
"""Fields that one import may give to every record; what comes for others is kept as facts."""
_DOUBTS: Final[Mapping[OwnKind, ReportKind]] = {
    OwnKind.TEXT: ReportKind.FIELD_TOO_LONG,
    OwnKind.NUMBER: ReportKind.UNREADABLE_NUMBER,
    OwnKind.DAY: ReportKind.UNREADABLE_DATE,
    OwnKind.YES_NO: ReportKind.UNREADABLE_ANSWER,
}


def better_mapping(reader: Reader, reading: Reading) -> Columns | None:
    """What the desk knows better than the guess of a table's columns; None where it knows nothing better.

    That is what the user made of such a table before, or else which columns are called like own fields.
    """
    if reading.mapping is None:
        return None
    kept = mapping_for(reader, reading.headers) or _with_own_fields(reader, reading, reading.mapping)
    return None if kept == reading.mapping else kept


def _with_own_fields(reader: Reader, reading: Reading, guessed: Columns) -> Columns:
    known = {fold(one.name): one for one in own_operators(reader)}
    fallback = next((use.borrowed_order for use in guessed.columns if use.borrowed_order), None)

    def settled(number: int, use: ColumnUse) -> ColumnUse:
        name = use.label if use.column is Column.OWN else use.header
        one = known.get(fold(name.strip()))
        if one is None or (use.column is not Column.OWN and is_name(use.header)):
            return use
        cells = [row[number] for row in reading.samples if number < len(row)]
        return as_own(use, one.name, one.kind, cells, fallback)

    return Columns(tuple(settled(number, use) for number, use in enumerate(guessed.columns)))


@dataclass(slots=True)
class Settling:
    """Settles what comes in with the fields that there are; of new ones it lets in `MOST_NEW`.

    What is settled has a kind where its field is new, and none where it is known.
    """

    _known: Mapping[str, OwnOperator]
    _new: dict[str, OwnKind] = field(default_factory=dict)

    @classmethod
    def on(cls, fields: Iterable[OwnOperator]) -> "Settling":
        """With the fields of a desk."""
        return cls({fold(one.name): one for one in fields})

    def settled(self, incoming: IncomingCard) -> IncomingCard:
        """A card whose own fields take what it brings; what none takes is a fact of it, and said."""
        if not incoming.card.own:
            return incoming
        own: list[OwnEntry] = []
        facts, doubts = list(incoming.card.facts), list(incoming.doubts)
        for entry in incoming.card.own:
            found = self._field(entry)
            if found is not None and own_values.fits(found[1], entry.value):
                own.append(replace(found[0], value=own_values.kept(found[1], entry.value)))
                continue
            value = entry.value.strip()
            facts.append(FactEntry(entry.field, value))
            why = ReportKind.FIELD_NOT_MADE if found is None else _DOUBTS[found[1]]
            doubts.append(RowReport(incoming.line, why, f"{entry.field}: {value}"))
        card = replace(incoming.card, own=tuple(own), facts=tuple(facts))
        return replace(incoming, card=card, doubts=tuple(doubts))

    def _field(self, entry: OwnEntry) -> tuple[OwnEntry, OwnKind] | None:
        """The entry of its field, still empty, and what the field is for; None for one too many."""
        name = own_values.field_name(entry.field)
        key = fold(name)
        if key in self._known:
            return OwnEntry(self._known[key].name, ""), self._known[key].kind
        if key not in self._new and name and len(self._new) < MOST_NEW:
            self._new[key] = entry.kind or OwnKind.TEXT
        return (OwnEntry(name, "", self._new[key]), self._new[key]) if key in self._new else None


def new_fields_told(names: Sequence[str]) -> str:
    """Which fields every record gets with an import, in words."""
    told = ", ".join(names)
    return plural(
        "New field on every record: {names}", "New fields on every record: {names}", len(names), names=told
    )
