"""Whose a change is: the people whose rows it touched, or else the one thing it is about."""

from collections.abc import Iterable

from relationdesk.desk.connection import Connection
from relationdesk.domain.labels import Whose

_MOST_NAMED = 2
_MOST_COUNTED = 200
_TOOK_PART = """SELECT DISTINCT person_id FROM participant
    WHERE interaction_id IN (SELECT row FROM temp.journal WHERE id BETWEEN ? AND ? AND tab = 'interaction')
    LIMIT ?"""
_CALLED = "SELECT display_name FROM person WHERE id = ?"
_THINGS = ("organisation", "own_field", "saved_view")
"""Tables whose rows have a name by which the user knows them."""
_ROWS = "SELECT DISTINCT row FROM temp.journal WHERE id BETWEEN ? AND ? AND tab = ? LIMIT 2"


def whose(connection: Connection, span: tuple[int, int], named: Iterable[int]) -> Whose:
    """Whose the entries `span` of the log are, in which the rows of the people `named` stand.

    What happened is everybody's who took part, even where only its own row was changed.
    """
    people = set(named)
    if len(people) <= _MOST_NAMED:
        people |= {row[0] for row in connection.execute(_TOOK_PART, (*span, _MOST_COUNTED + 1))}
    if len(people) > _MOST_COUNTED:
        return Whose()
    if len(people) > _MOST_NAMED:
        return Whose(people=len(people))
    if people:
        return Whose(tuple(name for one in sorted(people) for name in _called(connection, _CALLED, one)))
    return _thing(connection, span)


def _thing(connection: Connection, span: tuple[int, int]) -> Whose:
    for table in _THINGS:
        rows = connection.execute(_ROWS, (*span, table)).fetchall()
        if len(rows) == 1:
            name = f"SELECT name FROM {table} WHERE id = ?"  # noqa: S608 - names of the schema
            return Whose(_called(connection, name, rows[0][0]))
    return Whose()


def _called(connection: Connection, sql: str, row: int) -> tuple[str, ...]:
    return tuple(name for (name,) in connection.execute(sql, (row,)).fetchall())
