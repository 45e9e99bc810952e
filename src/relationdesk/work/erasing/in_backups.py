"""The backups that still hold somebody, and taking them out of these too."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

from relationdesk.desk.backups.errors import NewerBackupError, UnfitBackupError
from relationdesk.desk.backups.reading import opened_backup
from relationdesk.desk.backups.rewriting import take_person_out
from relationdesk.desk.backups.shelf import Backup, backups_of, backups_on, shelf_in
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.errors import DamagedVaultError
from relationdesk.desk.reader import Reader
from relationdesk.desk.vault import read_vault
from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.ids import PersonId
from relationdesk.work.backups.making import MAY_FAIL
from relationdesk.work.backups.source import Source
from relationdesk.work.settings.queries import second_backup_folder

Holding: TypeAlias = Backup
"""A backup that holds somebody."""

_HOLDS = "SELECT EXISTS (SELECT 1 FROM person WHERE id = :person)"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """How many backups hold the person no more, and the first reason why others still do."""

    done: int
    left: int
    why: ExpectedError | None = None


def backups_with(source: Source, reader: Reader, person_id: PersonId) -> list[Backup]:
    """The backups, also those in the second folder if it is there, that hold a person; the latest first.

    One that cannot be read is passed over: nothing of anybody can be read in it.
    """
    return [backup for backup in _all_backups(source, reader) if _holds(source, backup, person_id)]


def rewrite(source: Source, backups: Iterable[Backup], person_id: PersonId, step: Step = go_on) -> Rewritten:
    """Take a person out of these backups; one that cannot be written stays as it is and is counted."""
    backups = list(backups)
    stages, why, done = Stages(step, max(1, len(backups))), None, 0
    for backup in backups:
        try:
            take_person_out(backup, source.key, person_id, stages.within(1))
            done += 1
        except (*MAY_FAIL, UnfitBackupError, NewerBackupError) as error:
            why = why or error
    return Rewritten(done, len(backups) - done, why)


def _all_backups(source: Source, reader: Reader) -> Iterator[Backup]:
    yield from backups_of(source.files)
    folder = second_backup_folder(reader)
    if folder is not None:
        with suppress(DamagedVaultError):
            desk_id = read_vault(source.files.vault).desk_id
            yield from backups_on(shelf_in(folder, source.files), desk_id)


def _holds(source: Source, backup: Backup, person_id: PersonId) -> bool:
    with suppress(UnfitBackupError, NewerBackupError), opened_backup(backup.path, source.key) as connection:
        return bool(connection.execute(_HOLDS, {"person": person_id}).fetchone()[0])
    return False
