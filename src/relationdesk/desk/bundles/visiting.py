"""Comparing the desk in a bundle with the one that it left, without touching either."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import SQLModel

from relationdesk.desk.backups.errors import Unfit, UnfitBackupError
from relationdesk.desk.backups.filling import fill_from
from relationdesk.desk.backups.proving import check_backup
from relationdesk.desk.backups.reading import columns_in, opened_backup, tables_in
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.bundles.comparing import compared
from relationdesk.desk.bundles.errors import BadBundleError, Flaw
from relationdesk.desk.bundles.lineage import known_to, last_common
from relationdesk.desk.bundles.unpacking import Unpacked, prove, telling_of
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.errors import TooNewDeskError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.schema import SCHEMA_VERSION, schema_version
from relationdesk.desk.vault import read_vault
from relationdesk.domain.comparing.matters import Matter

_PROVING, _COMPARING = 1, 1


@dataclass(frozen=True, slots=True)
class Findings:
    """How the desk in a bundle differs from the one at home. `is_new` is false for one that was taken over.

    `has_origin` tells whether the state is known from which both began.
    """

    matters: tuple[Matter, ...]
    has_origin: bool
    is_new: bool


def compare(bundle: Unpacked, files: DeskFiles, key: DeskKey, step: Step = go_on) -> Findings:
    """Prove the desk in a bundle, and compare it with the one at `files`, which may be open.

    Raises:
        BadBundleError: it is of another desk, or not whole.
        TooNewDeskError: a later version wrote it.
    """
    if read_vault(files.vault).desk_id != bundle.vault.desk_id:
        raise BadBundleError(bundle.path, Flaw.OTHER_DESK)
    stages = Stages(step, _PROVING + _COMPARING)
    prove(bundle, key, stages.within(_PROVING))
    with telling_of(bundle.path), at_rest(bundle.files, key) as there, _one_moment(files, key) as here:
        numbers = known_to(here), known_to(there)
        if bundle.head.number not in numbers[1]:
            raise BadBundleError(bundle.path, Flaw.DAMAGED)
        with _origin(files, key, numbers[0] & numbers[1]) as origin:
            try:
                found = compared(origin, here, there, stages.within(_COMPARING))
            except ValueError as error:
                raise BadBundleError(bundle.path, Flaw.DAMAGED) from error
            return Findings(tuple(found), origin is not None, bundle.head.number not in numbers[0])


@contextmanager
def at_rest(files: DeskFiles, key: DeskKey) -> Iterator[Connection]:
    """A connection to a copy of a desk that nobody changes, brought to the schema of this version first.

    Raises:
        UnfitBackupError: it is nothing that can be read.
        TooNewDeskError: a later version wrote it.
    """
    with opened_backup(files.desk, key) as connection:
        is_current = schema_version(connection) == SCHEMA_VERSION
        if is_current:
            _prove_tables(connection, files.desk)
    if is_current:
        with opened_backup(files.desk, key) as connection:
            yield connection
        return
    with tempfile.TemporaryDirectory(dir=files.desk.parent) as folder:
        fresh = Path(folder) / files.desk.name
        fresh.touch(mode=0o600)
        fill_from(files.desk, key, fresh, go_on)
        with opened_backup(fresh, key) as connection:
            yield connection


def _prove_tables(connection: Connection, path: Path) -> None:
    """What is called like a table of ours is a table, with all its columns."""
    there = set(tables_in(connection))
    for table in SQLModel.metadata.sorted_tables:
        columns = {column.name for column in table.columns}
        if table.name not in there or not columns <= columns_in(connection, table.name):
            raise UnfitBackupError(path, Unfit.NO_DESK)


@contextmanager
def _one_moment(files: DeskFiles, key: DeskKey) -> Iterator[Connection]:
    connection = open_connection(files.desk, key, reading=True)
    try:
        connection.execute("BEGIN")
        yield connection
    finally:
        connection.close()


@contextmanager
def _origin(files: DeskFiles, key: DeskKey, numbers: frozenset[int]) -> Iterator[Connection | None]:
    """The last state that both sides have been in; None when it is not kept, or cannot be read any more."""
    place = last_common(files, numbers)
    if place is None or not _is_readable(place, key):
        yield None
        return
    with at_rest(place, key) as connection:
        yield connection


def _is_readable(place: DeskFiles, key: DeskKey) -> bool:
    try:
        check_backup(place.desk, key)
    except (UnfitBackupError, TooNewDeskError):
        return False
    return True
