"""Putting back, and removing for good what was in the trash for its time."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Final

from sqlalchemy import text
from sqlmodel import Session

from relationdesk.desk.desk import Desk
from relationdesk.desk.removing import Rows, remove, sweep
from relationdesk.desk.search_index import merge_some
from relationdesk.desk.tables import OrganisationRow, PartnershipRow, PersonRow
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.labels import Label
from relationdesk.domain.trash import is_over
from relationdesk.work.rows import Trashable, connection_of, fetch, put_back
from relationdesk.work.settings.commands import note_day_of_use, note_struck_out_words, words_struck_out
from relationdesk.work.trash.queries import Kind

MOST_AT_ONCE: Final = 200
"""So many entries of histories go in one step by themselves, or one person's: nothing waits for long."""
_PAGES: Final = 50
_TABLES: Mapping[Kind, Trashable] = {
    Kind.PERSON: PersonRow,
    Kind.ORGANISATION: OrganisationRow,
    Kind.PARTNERSHIP: PartnershipRow,
}
_ENTRIES = text("SELECT count(*) FROM participant WHERE person_id = :id")


def restore(desk: Desk, kind: Kind, row_id: int) -> None:
    """Put something back from the trash with everything that belongs to it.

    Raises:
        NotFoundError: it was removed for good meanwhile.
    """
    with desk.change(Label.PUT_BACK) as session:
        put_back(session, _TABLES[kind], row_id)


def remove_for_good(desk: Desk, kind: Kind, row_id: int) -> None:
    """Remove something in the trash with everything that belongs to it.

    Neither this nor what was done before can be undone.

    Raises:
        NotFoundError: it is gone already, or was put back meanwhile.
    """
    with desk.change_for_good(Label.REMOVE_FOR_GOOD) as session:
        if fetch(session, _TABLES[kind], row_id).trashed_at is None:
            raise NotFoundError(kind, row_id)
        if remove(connection_of(session), {kind: [row_id]}):
            note_struck_out_words(session, are_there=True)
        sweep(connection_of(session))


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


def _remove_some(desk: Desk, used: Collection[date], today: date) -> bool:
    with desk.change_for_good(Label.REMOVE_FOR_GOOD) as session:
        due = _due(desk, session, used, today)
        if not any(due.values()):
            sweep(connection_of(session))
        elif remove(connection_of(session), due):
            note_struck_out_words(session, are_there=True)
    return any(due.values())


def _due(desk: Desk, session: Session, used: Collection[date], today: date) -> Rows:
    """What has been in the trash for its time, as much of it as goes in one step."""
    due: dict[str, list[int]] = {kind: [] for kind in Kind}
    room = MOST_AT_ONCE
    for kind, row_id, moment in _trashed(session):
        since = moment.astimezone(desk.clock.zone()).date()
        if room > 0 and is_over(since, used, today):
            due[kind].append(row_id)
            room -= 1 + (session.scalar(_ENTRIES, {"id": row_id}) or 0)
    return due


def _trashed(session: Session) -> Iterator[tuple[Kind, int, datetime]]:
    for kind in Kind:
        listed = f"SELECT id, trashed_at FROM {kind} WHERE trashed_at IS NOT NULL ORDER BY trashed_at, id"  # noqa: S608 - names of the schema
        for row_id, moment in session.execute(text(listed)).all():
            yield kind, row_id, datetime.fromisoformat(moment)


def _merge_words(desk: Desk) -> bool:
    """Let words that were struck out leave the file, a few pages of the search index at a time."""
    with desk.writer.transaction() as session:
        if not words_struck_out(session):
            return False
        is_more = merge_some(connection_of(session), _PAGES)
        if not is_more:
            note_struck_out_words(session, are_there=False)
    return is_more
