"""Keeping, renaming, reordering and deleting views."""

from sqlmodel import Session, select

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import SavedViewRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.folding import fold
from relationdesk.domain.ids import ViewId
from relationdesk.domain.labels import Label
from relationdesk.work.rows import fetch, move_by
from relationdesk.work.views.errors import TakenNameError

MOST_LETTERS = 60


def save_view(desk: Desk, *, name: str, typed: str) -> ViewId:
    """Keep a filter under a name, below the other views; one of that name is told the new filter instead.

    Raises:
        EmptyTextError: the name or the filter is empty.
    """
    called = _called(name)
    if not typed.strip():
        raise EmptyTextError("typed")
    with desk.change(Label.SAVE_VIEW) as session:
        row = _named(session, called)
        if row is None:
            row = SavedViewRow(
                id=desk.fresh_id(), name=called, name_key=fold(called), rank=_last_rank(session) + 1
            )
            session.add(row)
        row.typed = typed.strip()
        return ViewId(row.id)


def rename_view(desk: Desk, view: ViewId, name: str) -> None:
    """Call a view otherwise.

    Raises:
        EmptyTextError: the name is empty.
        TakenNameError: another view has this name.
        NotFoundError: it was deleted meanwhile.
    """
    called = _called(name)
    with desk.change(Label.EDIT_VIEWS) as session:
        row = fetch(session, SavedViewRow, view)
        other = _named(session, called)
        if other is not None and other.id != row.id:
            raise TakenNameError(other.name)
        row.name, row.name_key = called, fold(called)


def move_view(desk: Desk, view: ViewId, *, by: int) -> None:
    """Move a view so many places down the rail, up for a negative number; no further than there are views.

    Raises:
        NotFoundError: it was deleted meanwhile.
    """
    with desk.change(Label.EDIT_VIEWS) as session:
        row = fetch(session, SavedViewRow, view)
        move_by(_in_order(session), row, by)


def delete_view(desk: Desk, view: ViewId) -> None:
    """Forget a view; whom it showed stays as they are.

    Raises:
        NotFoundError: it was deleted before.
    """
    with desk.change(Label.EDIT_VIEWS) as session:
        session.delete(fetch(session, SavedViewRow, view))


def _last_rank(session: Session) -> int:
    return max((row.rank for row in _in_order(session)), default=-1)


def _in_order(session: Session) -> list[SavedViewRow]:
    return sorted(session.exec(select(SavedViewRow)), key=lambda row: (row.rank, row.id))


def _named(session: Session, name: str) -> SavedViewRow | None:
    return session.exec(select(SavedViewRow).where(SavedViewRow.name_key == fold(name))).first()


def _called(name: str) -> str:
    called = " ".join(name.split())[:MOST_LETTERS]
    if not called:
        raise EmptyTextError("name")
    return called
