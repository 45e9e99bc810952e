"""Bringing people in: one file, one batch, one step of undo."""

import csv
import io
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from relationdesk.desk.desk import Desk
from relationdesk.desk.files import write_whole
from relationdesk.desk.rows import insert_rows
from relationdesk.desk.tables import ImportBatchRow, ImportedRow
from relationdesk.domain.card import Card
from relationdesk.domain.ids import BatchId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Source
from relationdesk.exchange.reports import IncomingCard, Reading
from relationdesk.exchange.tables.writer import harmless
from relationdesk.language.words import _
from relationdesk.work.cycles import no_search_for_cycles
from relationdesk.work.files import writing
from relationdesk.work.imports.preview import Preview, Standing
from relationdesk.work.people.writing import CardWriter
from relationdesk.work.settings.region import home_region

_REMARKS = {
    Standing.KNOWN: "known_already",
    Standing.TRASHED: "in_the_trash",
    Standing.ERASED: "erased_before",
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought; `known` were on the desk already and left as they are."""

    batch_id: BatchId
    added: int
    known: int
    unreadable: int


@no_search_for_cycles()
def import_people(
    desk: Desk,
    preview: Preview,
    *,
    file_name: str,
    title: str,
    chosen: Collection[int] | None = None,
    tag: str = "",
) -> Imported:
    """Bring in the chosen people of a file, or all that are not known when none were chosen one by one.

    `title` names what came in, for days of contact or of coming back that the file gives without a word.
    All of it is one change.
    """
    numbers = preview.proposed() if chosen is None else frozenset(chosen)
    reading = preview.reading
    batch = ImportBatchRow(
        id=desk.fresh_id(),
        file_name=file_name,
        format=reading.kind,
        columns=_columns(reading),
        imported_at=desk.clock.now(),
        people_added=len(numbers),
        people_known=preview.count(Standing.KNOWN),
        rows_unreadable=len(reading.reports),
    )
    with desk.change(Label.IMPORT) as session:
        session.add(batch)
        session.flush()
        writer = CardWriter(desk, session, home_region(desk), Source.IMPORTED, came_as=title)
        people = [
            (line.incoming.line, writer.add(_ready(line.incoming, tag)))
            for line in preview.lines
            if line.number in numbers
        ]
        writer.write()
        first = desk.fresh_ids(len(people) or 1)
        rows = [
            {"id": first + n, "batch_id": batch.id, "line": line, "table_name": "person", "row_id": person}
            for n, (line, person) in enumerate(people)
        ]
        insert_rows(session, ImportedRow, rows)
    return Imported(BatchId(batch.id), len(people), batch.people_known, batch.rows_unreadable)


def write_report(path: Path, previews: Iterable[tuple[str, Preview]]) -> int:
    """Write what was doubtful, known already or not readable in files; returns how many lines it has.

    A line names its file, its line there, what is to be said of it and the words it is about.

    Raises:
        UnwritableFileError, FullDiskError: it cannot be written.
    """
    found = [(name, *remark) for name, preview in previews for remark in sorted(_remarks(preview))]
    table = io.StringIO(newline="")
    rows = csv.writer(table)
    rows.writerow(("file", "line", "what", "detail"))
    rows.writerows((harmless(name), line, what, harmless(detail)) for name, line, what, detail in found)
    with writing(path):
        write_whole(path, table.getvalue().encode("utf-8-sig"))
    return len(found)


def _remarks(preview: Preview) -> Iterator[tuple[int, str, str]]:
    for report in preview.reading.reports:
        yield report.line, report.kind.value, report.detail
    for line in preview.lines:
        for doubt in line.incoming.doubts:
            yield doubt.line, doubt.kind.value, doubt.detail
        if line.alike is not None:
            yield line.incoming.line, _REMARKS.get(line.standing, "same_name"), line.alike.name


def _columns(reading: Reading) -> str:
    return "" if reading.mapping is None else json.dumps([asdict(use) for use in reading.mapping.columns])


def _ready(incoming: IncomingCard, tag: str) -> Card:
    """The card with the batch's tag, and with a name to be found by when the file gives none."""
    card = incoming.card
    if not card.display_name.strip():
        card = replace(card, display_name=_("No name (line {line})").format(line=incoming.line))
    return replace(card, tags=(*card.tags, tag.strip())) if tag.strip() else card
