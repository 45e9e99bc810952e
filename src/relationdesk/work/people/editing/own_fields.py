"""The fields that the user adds to the record, and what is filled in of a person."""

from sqlalchemy import func
from sqlmodel import Session, col, select

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import OwnFieldRow, OwnValueRow, PersonRow, SavedViewRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.filters.operators import OwnOperator
from relationdesk.domain.filters.writing import with_other_name
from relationdesk.domain.folding import fold
from relationdesk.domain.ids import OwnFieldId, OwnValueId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.own_values import field_name, kept
from relationdesk.domain.vocabulary import Audience, OwnKind
from relationdesk.work.people.editing.errors import TakenFieldNameError
from relationdesk.work.rows import fetch, move_by, prove_there


def add_own_field(desk: Desk, *, name: str, kind: OwnKind) -> OwnFieldId:
    """Give every record one more field, below the others.

    Raises:
        EmptyTextError: it has no name.
        TakenFieldNameError: another field has this name.
    """
    called = _called(name)
    with desk.change(Label.ADD_OWN_FIELD) as session:
        _prove_free(session, called)
        last = max((row.rank for row in _in_order(session)), default=-1)
        row = OwnFieldRow(id=desk.fresh_id(), name=called, name_key=fold(called), kind=kind, rank=last + 1)
        session.add(row)
    return OwnFieldId(row.id)


def rename_own_field(desk: Desk, own_field: OwnFieldId, name: str) -> None:
    """Call a field otherwise; what it holds stays, and so does what views that name it let through.

    Raises:
        EmptyTextError: the name is empty.
        TakenFieldNameError: another field has this name.
        NotFoundError: it was removed meanwhile.
    """
    called = _called(name)
    with desk.change(Label.EDIT_OWN_FIELDS) as session:
        row = fetch(session, OwnFieldRow, own_field)
        _prove_free(session, called, but=own_field)
        own = [OwnOperator(OwnFieldId(one.id), one.name, one.kind) for one in _in_order(session)]
        renamed = next(one for one in own if one.id == own_field)
        for view in session.exec(select(SavedViewRow)):
            view.typed = with_other_name(view.typed, own, renamed, called)
        row.name, row.name_key = called, fold(called)


def move_own_field(desk: Desk, own_field: OwnFieldId, *, by: int) -> None:
    """Move a field so many places down, up for a negative number; no further than there are fields.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.EDIT_OWN_FIELDS) as session:
        row = fetch(session, OwnFieldRow, own_field)
        move_by(_in_order(session), row, by)


def remove_own_field(desk: Desk, own_field: OwnFieldId) -> int:
    """Take a field off every record with all that it holds; returns of how many people it held something.

    Raises:
        NotFoundError: it was removed before.
    """
    with desk.change(Label.REMOVE_OWN_FIELD) as session:
        row = fetch(session, OwnFieldRow, own_field)
        held = select(func.count(func.distinct(col(OwnValueRow.person_id)))).where(
            col(OwnValueRow.own_field_id) == own_field
        )
        people = session.exec(held).one()
        session.delete(row)
    return people


def fill_own_field(desk: Desk, person_id: PersonId, own_field: OwnFieldId, typed: str) -> OwnValueId:
    """Keep something in a field of a person, beside what it holds of them.

    Raises:
        EmptyTextError: there is nothing to keep.
        NotFoundError: the person or the field was removed meanwhile.
    """
    with desk.change(Label.FILL_OWN_FIELD) as session:
        prove_there(session, PersonRow, person_id)
        value = kept(fetch(session, OwnFieldRow, own_field).kind, typed)
        if not value:
            raise EmptyTextError("value")
        row = OwnValueRow(
            id=desk.fresh_id(),
            person_id=person_id,
            own_field_id=own_field,
            value=value,
            audience=Audience.ONLY_ME,
        )
        session.add(row)
    return OwnValueId(row.id)


def change_own_value(desk: Desk, own_value: OwnValueId, typed: str) -> None:
    """Have a field hold something else of a person, and nothing where nothing is typed.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.FILL_OWN_FIELD) as session:
        row = fetch(session, OwnValueRow, own_value)
        value = kept(fetch(session, OwnFieldRow, row.own_field_id).kind, typed)
        if value:
            row.value = value
        else:
            session.delete(row)


def _called(name: str) -> str:
    called = field_name(name)
    if not called:
        raise EmptyTextError("name")
    return called


def _prove_free(session: Session, name: str, *, but: int | None = None) -> None:
    other = session.exec(select(OwnFieldRow).where(OwnFieldRow.name_key == fold(name))).first()
    if other is not None and other.id != but:
        raise TakenFieldNameError(other.name)


def _in_order(session: Session) -> list[OwnFieldRow]:
    return sorted(session.exec(select(OwnFieldRow)), key=lambda row: (row.rank, row.id))
