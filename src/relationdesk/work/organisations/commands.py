"""Changing organisations."""

from sqlalchemy import select
from sqlmodel import Session, col

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import OrganisationRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.folding import sort_key
from relationdesk.domain.ids import OrganisationId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import many_lines, one_line
from relationdesk.domain.vocabulary import OrganisationKind
from relationdesk.work.organisations.errors import TakenOrganisationNameError
from relationdesk.work.organisations.told import OrganisationText
from relationdesk.work.rows import fetch, move_to_trash, put_back


def add_organisation(
    desk: Desk, name: str, kind: OrganisationKind = OrganisationKind.OTHER
) -> OrganisationId:
    """Put an organisation on the desk; one of this name that is there stays, or comes back from the trash.

    Raises:
        EmptyTextError: it has no name.
    """
    if not one_line(name):
        raise EmptyTextError("name")
    with desk.change(Label.ADD_ORGANISATION) as session:
        known = _called(session, name)
        if known is not None:
            known.trashed_at = None
            return OrganisationId(known.id)
        row = OrganisationRow(
            id=desk.fresh_id(), name=one_line(name), sort_key=sort_key(one_line(name)), kind=kind
        )
        session.add(row)
    return OrganisationId(row.id)


def set_text(desk: Desk, organisation_id: OrganisationId, field: OrganisationText, text: str) -> None:
    """Have a text of an organisation say something else.

    Raises:
        EmptyTextError: it would have no name.
        NotFoundError: it was removed meanwhile.
        TakenOrganisationNameError: another one is called exactly so.
    """
    text = many_lines(text)
    with desk.change(Label.EDIT_ORGANISATION) as session:
        row = fetch(session, OrganisationRow, organisation_id)
        if field is OrganisationText.NAME:
            _rename(session, row, text)
        else:
            setattr(row, field, text)


def set_kind(desk: Desk, organisation_id: OrganisationId, kind: OrganisationKind) -> None:
    """Say what an organisation is.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.EDIT_ORGANISATION) as session:
        fetch(session, OrganisationRow, organisation_id).kind = kind


def trash_organisation(desk: Desk, organisation_id: OrganisationId) -> None:
    """Move an organisation to the trash; nobody works for it meanwhile. One that is there stays as it is.

    Raises:
        NotFoundError: it was removed for good meanwhile.
    """
    with desk.change(Label.MOVE_TO_TRASH) as session:
        move_to_trash(session, OrganisationRow, organisation_id, desk.clock.now())


def restore_organisation(desk: Desk, organisation_id: OrganisationId) -> None:
    """Put an organisation back from the trash, with everybody who works for it.

    Raises:
        NotFoundError: it was removed for good meanwhile.
    """
    with desk.change(Label.PUT_BACK) as session:
        put_back(session, OrganisationRow, organisation_id)


def _rename(session: Session, row: OrganisationRow, name: str) -> None:
    if not name:
        raise EmptyTextError("name")
    known = _called(session, name)
    if known is not None and known.id != row.id:
        raise TakenOrganisationNameError(name)
    row.name = name
    row.sort_key = sort_key(name)


def _called(session: Session, name: str) -> OrganisationRow | None:
    """The organisation of exactly this name, in the trash or not."""
    same = select(OrganisationRow).where(col(OrganisationRow.sort_key) == sort_key(one_line(name)))
    return session.scalars(same.order_by(col(OrganisationRow.id))).first()
