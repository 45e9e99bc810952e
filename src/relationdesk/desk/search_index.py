"""The full-text indexes, one beside each table that the catalogue gives search weights.

They hold no copy of the text (FTS5 external content) and are kept by triggers, so nothing written
by any road is missing from them. Accents are folded, prefixes of one to three letters are indexed,
and deleted words do not linger in the file (FTS5 option `secure-delete`).
"""

from collections.abc import Container, Iterator
from contextlib import contextmanager

from sqlcipher3.dbapi2 import SQLITE_INTERRUPT

from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.connection import Connection

_MERGED = 2
"""A step that changed fewer rows than this had nothing to merge (sqlite.org/fts5.html, section 6.8)."""
_OPTIONS = "content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'"


def indexed_tables() -> dict[str, tuple[str, ...]]:
    """Each table with an index, and the columns that it covers."""
    return {name: tuple(table.search) for name, table in CATALOGUE.items() if table.search}


def index_of(table: str) -> str:
    """The name of a table's full-text index."""
    return f"{table}_fts"


def words_in(table: str) -> str:
    """The name of the list of words that a table's index holds, for finding what was misspelt."""
    return f"{index_of(table)}_words"


def rebuild_indexes(connection: Connection, tables: Container[str] | None = None) -> None:
    """Make every index and its triggers anew from what the tables hold, in the caller's transaction.

    With `tables` only theirs. A table that an earlier schema does not have yet, or not with these columns,
    gets none.
    """
    for table, columns in indexed_tables().items():
        if tables is not None and table not in tables:
            continue
        if set(columns) <= {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}:
            for statement in _statements(table, columns):
                connection.execute(statement)


@contextmanager
def many_deletions(connection: Connection) -> Iterator[None]:
    """Strike words out of the indexes instead of taking them out, for the time of the block.

    Taking out one word rewrites the whole run of rows that share it, so that undoing an import of 10,000
    people takes 55 s; struck out, they take 5 s, and leave the file when the index is merged next. Call it
    inside a transaction, which also puts the indexes back to their strict ways when it fails.
    """
    _set_strict(connection, 0)
    yield
    _set_strict(connection, 1)


def merge_some(connection: Connection, pages: int) -> bool:
    """Merge a few pages of an index, in which words that were struck out vanish; whether there is more.

    A step of what `optimize` does at once (sqlite.org/fts5.html, section 6.8). Call it inside a transaction.
    """
    return any(_merge(connection, table, pages) for table in _indexed_in(connection))


def _merge(connection: Connection, table: str, pages: int) -> bool:
    index, before = index_of(table), connection.total_changes
    connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('merge', ?)", (-pages,))
    return bool(connection.total_changes - before >= _MERGED)


def _set_strict(connection: Connection, value: int) -> None:
    for table in _indexed_in(connection):
        index = index_of(table)
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('secure-delete', {value})")


def _indexed_in(connection: Connection) -> list[str]:
    """The tables that have their index here; a backup of an earlier schema may lack some."""
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return [table for table in indexed_tables() if index_of(table) in names]


def check_indexes(connection: Connection) -> list[str]:
    """The tables whose index does not tell what the table holds."""
    return [table for table in indexed_tables() if not _is_true(connection, table)]


def _is_true(connection: Connection, table: str) -> bool:
    index = index_of(table)
    try:
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    except connection.DatabaseError as error:
        if error.sqlite_errorcode == SQLITE_INTERRUPT:
            raise
        return False
    return True


def _statements(table: str, columns: tuple[str, ...]) -> list[str]:
    index = index_of(table)
    names = ", ".join(columns)
    old = ", ".join(f"OLD.{column}" for column in columns)
    new = ", ".join(f"NEW.{column}" for column in columns)
    forget = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', OLD.rowid, {old});"
    learn = f"INSERT INTO {index}(rowid, {names}) VALUES (NEW.rowid, {new});"
    return [
        f"DROP TRIGGER IF EXISTS {index}_inserted",
        f"DROP TRIGGER IF EXISTS {index}_deleted",
        f"DROP TRIGGER IF EXISTS {index}_updated",
        f"DROP TABLE IF EXISTS {words_in(table)}",
        f"DROP TABLE IF EXISTS {index}",
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content = '{table}', {_OPTIONS})",
        f"CREATE VIRTUAL TABLE {words_in(table)} USING fts5vocab({index}, row)",
        f"INSERT INTO {index}({index}, rank) VALUES ('secure-delete', 1)",
        f"INSERT INTO {index}({index}) VALUES ('rebuild')",
        f"CREATE TRIGGER {index}_inserted AFTER INSERT ON {table} BEGIN {learn} END",
        f"CREATE TRIGGER {index}_deleted AFTER DELETE ON {table} BEGIN {forget} END",
        f"CREATE TRIGGER {index}_updated AFTER UPDATE OF {names} ON {table} BEGIN {forget} {learn} END",
    ]
