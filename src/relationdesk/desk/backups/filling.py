"""A fresh desk file made by our own schema and filled, row by row, from a backup.

Nothing of the backup's own schema is taken over: neither what it computes nor what it would do by itself.
A backup of an earlier schema fills a desk of that schema, which is then migrated.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from relationdesk.desk.backups.errors import Unfit, UnfitBackupError
from relationdesk.desk.backups.reading import columns_in, opened_backup, tables_in
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.checking import Step
from relationdesk.desk.connection import Connection
from relationdesk.desk.errors import DamagedDeskError, UnfitRowError
from relationdesk.desk.fresh import being_filled, finish_filling, prove_filled
from relationdesk.desk.key import DeskKey
from relationdesk.desk.schema import schema_version

_OURS = "alembic_version"
"""Which schema it is, which the fresh desk knows for itself."""
_ROWS_AT_ONCE = 1000
_FILLING, _INDEXING, _PROVING = 3, 3, 1
SHARE = _FILLING + _INDEXING + _PROVING


def fill_from(backup: Path, key: DeskKey, fresh: Path, step: Step) -> None:
    """Fill an empty file from a backup that has proved whole, and prove what came of it.

    Both are encrypted with `key`. What is left of `fresh` when it fails is for the caller to remove.

    Raises:
        UnfitBackupError: what it holds does not fit together.
        FullDiskError, UnwritableDeskError: the file did not take it.
    """
    stages = Stages(step, SHARE)
    try:
        with opened_backup(backup, key) as source, being_filled(fresh, key, schema_version(source)) as target:
            _take_over(source, backup, target, stages.within(_FILLING))
        finish_filling(fresh, key, stages.within(_INDEXING))
        prove_filled(fresh, key, stages.within(_PROVING))
    except (UnfitRowError, DamagedDeskError) as error:
        raise UnfitBackupError(backup, Unfit.DAMAGED) from error


def _take_over(source: Connection, backup: Path, target: Connection, step: Step) -> None:
    tables = [table for table in tables_in(target) if table != _OURS]
    if not set(tables) <= set(tables_in(source)):
        raise UnfitBackupError(backup, Unfit.NO_DESK)
    for number, table in enumerate(tables):
        columns = sorted(columns_in(target, table))
        if not set(columns) <= columns_in(source, table):
            raise UnfitBackupError(backup, Unfit.NO_DESK)
        _copy_rows(source, target, table, columns, partial(step, number, len(tables)))


def _copy_rows(
    source: Connection, target: Connection, table: str, columns: Sequence[str], tell: Callable[[], None]
) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    rows = source.execute(f'SELECT {names} FROM "{table}" NOT INDEXED')  # noqa: S608 - names of our schema
    target.execute(f'DELETE FROM "{table}"')  # noqa: S608 - see above
    told = _telling_steps(rows, tell)
    target.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', told)  # noqa: S608 - see above


def _telling_steps(rows: Iterable[tuple[Any, ...]], tell: Callable[[], None]) -> Iterator[tuple[Any, ...]]:
    for number, row in enumerate(rows):
        if number % _ROWS_AT_ONCE == 0:
            tell()
        yield row
