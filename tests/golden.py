"""Golden desks: one of every released schema, as the program of its day wrote it, kept in fixtures/desks.

Run as a script, with the program of a release, it writes the desk of that release, small, with two rows in
every table and something in every link and column, and beside it the archive that the same program makes of
it. A golden desk is never written again: `python tests/golden.py tests/fixtures/desks` once for a release.
"""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Boolean, Column, Integer, LargeBinary
from sqlmodel import SQLModel

from relationdesk.desk.contents import archived_tables, fill
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.making import make_desk
from relationdesk.desk.schema import SCHEMA_VERSION
from relationdesk.desk.tables.columns import AmountText, DayText, HourText, MomentText, WordText
from relationdesk.desk.vault import new_vault
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.labels import Label
from relationdesk.domain.recovery_code import code_of
from relationdesk.work.exports.commands import write_archive

KEY = DeskKey(bytes(range(32)))
CODE = code_of(bytes(range(16)))
CLOCK = FixedClock(datetime(2026, 11, 24, 9, tzinfo=UTC), ZoneInfo("Europe/Paris"))
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)
FOLDER = Path(__file__).parent / "fixtures" / "desks"
ROWS = (1, 2)
TOLD = {
    "time_zone": "Europe/Paris",
    "zone": "Europe/Paris",
    "home_zone": "Europe/Paris",
    "language": "fr",
    "media_type": "image/png",
    "currency": "EUR",
    "repeat_rule": "FREQ=WEEKLY",
    "table_name": "person",
    "birth_year": 1990,
}
"""Columns whose values the program reads, and what stands in them."""


@dataclass(frozen=True)
class Golden:
    """A golden desk and the archive beside it."""

    files: DeskFiles
    archive: Path

    @property
    def version(self) -> int:
        """Its schema."""
        return int(self.files.desk.stem)


def golden_desks() -> list[Golden]:
    """Those that are kept, the oldest first."""
    found = [Golden(DeskFiles(path), path.with_suffix(".json")) for path in FOLDER.glob("*.desk")]
    return sorted(found, key=lambda golden: golden.version)


def write_golden(folder: Path) -> Golden:
    """Write the golden desk of this program's schema into `folder`."""
    files = DeskFiles(folder / f"{SCHEMA_VERSION}.desk")
    make_desk(files, KEY, new_vault(KEY, CODE))
    desk = Desk(files, KEY, CLOCK)
    with desk.change(Label.READ_ARCHIVE) as session:
        for name in archived_tables():
            fill(session, name, [a_row(name, number) for number in ROWS])
    archive = files.desk.with_suffix(".json")
    write_archive(desk.reader, archive)
    desk.close()
    return Golden(files, archive)


def a_row(table: str, number: int) -> dict[str, Any]:
    """A row with something in every column and every link; `number` tells it from the others."""
    return {column.name: _value(column, number) for column in SQLModel.metadata.tables[table].columns}


def _value(column: Column[Any], number: int) -> object:
    if column.foreign_keys:
        (key,) = column.foreign_keys
        return _value(key.column, number if column.name != "other_id" else sum(ROWS) - number)
    if column.name in TOLD:
        return TOLD[column.name]
    content = PICTURE + bytes([number])
    if column.name == "hash":
        return sha256(content).hexdigest()
    for kind, value in (
        (DayText, f"2026-0{number}-28"),
        (HourText, f"1{number}:30"),
        (MomentText, f"2026-0{number}-28T10:00:00.000Z"),
        (AmountText, f"{number}50.50"),
        (LargeBinary, content),
        (Boolean, int(number == ROWS[0])),
        (Integer, number),
    ):
        if isinstance(column.type, kind):
            return value
    if isinstance(column.type, WordText):
        return list(column.type.words)[-number].value
    return f"Léa {column.table.name} {column.name} {number}"


if __name__ == "__main__":
    write_golden(Path(sys.argv[1]))
