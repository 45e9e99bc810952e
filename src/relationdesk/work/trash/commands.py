"""Putting back, and removing for good what was in the trash for its time."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Final

from relationdesk.desk.connection import Connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.removing import Rows, remove, sweep
from relationdesk.desk.search_index import merge_some
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.labels import Label
from relationdesk.domain.trash import is_over
from relationdesk.work.settings.commands import note_day_of_use, note_struck_out_words, words_struck_out
from relationdesk.work.trash.queries import Kind

MOST_AT_ONCE: Final = 200
"""So many entries of histories go in one step by themselves, or one person's: nothing waits for long."""
_PAGES: Final = 50
_ENTRIES = "SELECT count(*) FROM participant WHERE person_id = :id"


def restore(desk: Desk, kind: Kind, row_id: int) -> None:
    """Put something back from the trash with everything that belongs to it.

    Raises:
        NotFoundError: it was removed for good meanwhile.
    """
    put_back = f"UPDATE {kind} SET trashed_at = NULL WHERE id = :id"  # noqa: S608 - names of the schema
    with desk.change_plainly(Label.PUT_BACK) as connection:
        if _trashed_at(connection, kind, row_id) is not None:
            connection.execute(put_back, {"id": row_id})


def remove_for_good(desk: Desk, kind: Kind, row_id: int) -> None:
    """Remove something in the trash with everything that belongs to it.

    Neither this nor what was done before can be undone.

    Raises:
        NotFoundError: it is gone already, or was put back meanwhile.
    """
    with desk.change_for_good(Label.REMOVE_FOR_GOOD) as connection:
        if _trashed_at(connection, kind, row_id) is None:
            raise NotFoundError(kind, row_id)
        if remove(connection, {kind: [row_id]}):
            note_struck_out_words(connection, are_there=True)
        sweep(connection, desk.kept_aside)


def keep_house(desk: Desk) -> bool:
    """Note that the desk is used today, and remove what has been in the trash for its time.

    It goes in steps, so that other changes have their turn between; returns whether there is another. Nothing
    is removed while there is something to undo.
    """
    today = desk.today()
    used = note_day_of_use(desk, today)
    state = desk.undo_state()
    is_more = False
    if state.undo is None and state.redo is None:
        is_more = _remove_some(desk, used, today)
    return is_more or _merge_words(desk)


def _trashed_at(connection: Connection, kind: Kind, row_id: int) -> str | None:
    """When a row was moved to the trash; None for one that is not in it.

    Raises:
        NotFoundError: it is gone.
    """
    when = f"SELECT trashed_at FROM {kind} WHERE id = :id"  # noqa: S608 - names of the schema
    found: tuple[str | None] | None = connection.execute(when, {"id": row_id}).fetchone()
    if found is None:
        raise NotFoundError(kind, row_id)
    return found[0]


def _remove_some(desk: Desk, used: Collection[date], today: date) -> bool:
    with desk.change_for_good(Label.REMOVE_FOR_GOOD) as connection:
        due = _due(desk, connection, used, today)
        if not any(due.values()):
            sweep(connection, desk.kept_aside)
        elif remove(connection, due):
            note_struck_out_words(connection, are_there=True)
    return any(due.values())


def _due(desk: Desk, connection: Connection, used: Collection[date], today: date) -> Rows:
    """What has been in the trash for its time, as much of it as goes in one step."""
    due: dict[str, list[int]] = {kind: [] for kind in Kind}
    room = MOST_AT_ONCE
    for kind, row_id, moment in _trashed(connection):
        since = moment.astimezone(desk.clock.zone()).date()
        if room > 0 and is_over(since, used, today):
            due[kind].append(row_id)
            room -= 1 + connection.execute(_ENTRIES, {"id": row_id}).fetchone()[0]
    return due


def _trashed(connection: Connection) -> Iterator[tuple[Kind, int, datetime]]:
    for kind in Kind:
        listed = f"SELECT id, trashed_at FROM {kind} WHERE trashed_at IS NOT NULL ORDER BY trashed_at, id"  # noqa: S608 - names of the schema
        for row_id, moment in connection.execute(listed).fetchall():
            yield kind, row_id, datetime.fromisoformat(moment)


def _merge_words(desk: Desk) -> bool:
    """Let words that were struck out leave the file, a few pages of the search index at a time."""
    with desk.writer.plain_transaction() as connection:
        if not words_struck_out(connection):
            return False
        is_more = merge_some(connection, _PAGES)
        if not is_more:
            note_struck_out_words(connection, are_there=False)
    return is_more
