"""One migration of a desk, on a connection of its own and in one transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection as EngineConnection

from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.errors import DamagedDeskError
from relationdesk.desk.key import DeskKey
from relationdesk.desk.last_talk import rebuild_last_talks
from relationdesk.desk.search_index import rebuild_indexes
from relationdesk.desk.writer import make_engine, telling

_SCRIPTS = Path(__file__).parent / "migrations"
_FIRST_WITH_LAST_TALKS = 2


def migrate(path: Path, key: DeskKey, *, to_version: int, application_id: int) -> None:
    """Bring the tables of a desk to `to_version`, make anew what triggers keep, and prove the links.

    Foreign keys are off before the transaction begins, because rebuilding a table would otherwise
    delete its children.

    Raises:
        FullDiskError, UnwritableDeskError: the file did not take it; nothing is changed.
        DamagedDeskError: a link would point to nothing afterwards; nothing is changed.
    """
    raw = open_connection(path, key)
    engine = make_engine(path, lambda: raw)
    try:
        raw.execute("PRAGMA foreign_keys = 0")
        with telling(path), engine.begin() as connection:
            _upgrade(connection, f"{to_version:04}")
            rebuild_indexes(raw)
            if to_version >= _FIRST_WITH_LAST_TALKS:
                rebuild_last_talks(raw)
            _prove_links(raw, path)
            raw.execute(f"PRAGMA user_version = {to_version}")
            raw.execute(f"PRAGMA application_id = {application_id}")
    finally:
        engine.dispose()
        raw.close()


def _upgrade(connection: EngineConnection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _prove_links(connection: Connection, path: Path) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DamagedDeskError(path)
