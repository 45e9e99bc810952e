"""A backup of the big desk, beside SQLite's bare backup of the same file."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from figures import Figure, middle, milliseconds
from setting import Setting

from relationdesk.desk.backups.making import make_backup
from relationdesk.desk.backups.shelf import take_off
from relationdesk.desk.connection import open_connection
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.vault import read_vault

ROUNDS = 3
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def backing_up(setting: Setting) -> Iterator[Figure]:
    """The median of a backup that is checked and on the disk, taken in turns with its floor."""
    files = DeskFiles(setting.desk(setting.big))
    key = read_vault(files.vault).key_of_sample()
    assert key is not None
    making, floor = [], []
    for _ in range(ROUNDS):
        making.append(milliseconds(lambda: take_off(make_backup(files, key, NOW))))
        floor.append(milliseconds(lambda: _bare_backup(files.desk, key)))
    target = 1.5 * middle(floor)
    yield Figure("l. backup, checked, beside the bare one", "ms", middle(making), middle(floor), target)
    yield Figure("l. the size of the desk", "MB", files.desk.stat().st_size / 1_000_000)


def _bare_backup(desk: Path, key: DeskKey) -> None:
    """Copy a desk in one step, and have the copy on the disk."""
    copy = desk.with_name("bare.db")
    with suppress(FileNotFoundError):
        copy.unlink()
    copy.touch(mode=0o600)
    source, target = open_connection(desk, key, reading=True), open_connection(copy, key)
    source.backup(target)
    source.close()
    target.close()
    descriptor = os.open(copy, os.O_RDWR)
    os.fsync(descriptor)
    os.close(descriptor)
    copy.unlink()
