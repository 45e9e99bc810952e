"""Finding who is on the desk twice, beside reading the names and the ways to reach everybody."""

from collections.abc import Iterator
from contextlib import closing

from figures import Figure, milliseconds
from setting import Setting

from relationdesk.desk.connection import open_connection
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.reader import Reader
from relationdesk.desk.vault import read_vault
from relationdesk.work.people.duplicates import duplicates_in

_READ = (
    "SELECT id, display_name FROM person",
    "SELECT kind, value_key, person_id FROM contact_point",
    "SELECT platform, name, person_id FROM handle",
)
_BUDGET = 30_000


def comparing(setting: Setting) -> Iterator[Figure]:
    """How long it takes to compare everybody on the big desk, which is done beside the window."""
    files = DeskFiles(setting.desk(setting.big))
    key = read_vault(files.vault).key_of_sample()
    assert key is not None
    floor = milliseconds(lambda: _read(files, key))
    taken = milliseconds(lambda: _compare(files, key))
    yield Figure("m. who is there twice, everybody compared", "ms", taken, floor, _BUDGET)


def _read(files: DeskFiles, key: DeskKey) -> None:
    with closing(open_connection(files.desk, key, reading=True)) as connection:
        for sql in _READ:
            connection.execute(sql).fetchall()


def _compare(files: DeskFiles, key: DeskKey) -> None:
    with closing(Reader(open_connection(files.desk, key, reading=True), files.desk)) as reader:
        duplicates_in(reader, lambda _done, _total: None)
