"""One migration of a desk, on a connection of its own and in one transaction."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection as EngineConnection

from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.errors import DamagedDeskError, FailedMigrationError
from relationdesk.desk.key import DeskKey
from relationdesk.desk.last_talk import rebuild_last_talks
from relationdesk.desk.search_index import rebuild_indexes
from relationdesk.desk.sessions import make_engine, telling

_SCRIPTS = Path(__file__).parent / "migrations"
_FIRST_WITH_LAST_TALKS = 2
_OF_THE_LIBRARY = ("sqlite_", "alembic_")


def migrate(path: Path, key: DeskKey, *, to_version: int, application_id: int) -> None:
    """Bring the tables of a desk to `to_version`, make anew what triggers keep, and prove that all is there.

    Foreign keys are off before the transaction begins, because rebuilding a table would otherwise
    delete its children.

    Raises:
        FullDiskError, UnwritableDeskError: the file did not take it; nothing is changed.
        DamagedDeskError: a link would point to nothing afterwards; nothing is changed.
        FailedMigrationError: a table would have lost or won rows; nothing is changed.
    """
    raw = open_connection(path, key)
    engine = make_engine(path, lambda: raw)
    try:
        raw.execute("PRAGMA foreign_keys = 0")
        with telling(path), engine.begin() as connection:
            rows = _rows_by_table(raw)
            _upgrade(connection, f"{to_version:04}")
            rebuild_indexes(raw)
            if to_version >= _FIRST_WITH_LAST_TALKS:
                rebuild_last_talks(raw)
            _prove_links(raw, path)
            _prove_rows(raw, path, rows)
            raw.execute(f"PRAGMA user_version = {to_version}")
            raw.execute(f"PRAGMA application_id = {application_id}")
    finally:
        engine.dispose()
        raw.close()


def _upgrade(connection: EngineConnection, revision: str) -> None:
    from alembic import command  # noqa: PLC0415 - only when a migration is due
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _prove_links(connection: Connection, path: Path) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DamagedDeskError(path)


def _prove_rows(connection: Connection, path: Path, before: Mapping[str, int]) -> None:
    after = _rows_by_table(connection)
    if any(after.get(table) != rows for table, rows in before.items()):
        raise FailedMigrationError(path)


def _rows_by_table(connection: Connection) -> dict[str, int]:
    """How many rows each table of a desk holds, whatever the version that made it; search indexes aside."""
    listed = connection.execute("PRAGMA table_list").fetchall()
    names = [name for schema, name, kind, *_ in listed if schema == "main" and kind == "table"]
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names of the schema
        for name in names
        if not name.startswith(_OF_THE_LIBRARY)
    }
