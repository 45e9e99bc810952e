"""Bringing two organisations together that are one."""

from collections.abc import Iterable

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import OrganisationRow, PartnershipRow, RefusalRow, RoleRow
from relationdesk.domain.folding import fold, sort_key
from relationdesk.domain.ids import OrganisationId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Audience
from relationdesk.work.organisations.queries import OrganisationHead
from relationdesk.work.organisations.together import together
from relationdesk.work.organisations.told import Chosen
from relationdesk.work.rows import fetch

_NOTHING_CHOSEN = Chosen()


def join_organisations(
    desk: Desk, kept: OrganisationId, other: OrganisationId, chosen: Chosen = _NOTHING_CHOSEN
) -> None:
    """Have one organisation of two: every role, partnership and refusal goes to `kept`, and `other` is gone.

    What it tells afterwards is as `together` says. It is not in the trash afterwards.

    Raises:
        NotFoundError: one of them was removed meanwhile.
        ValueError: they are one already.
    """
    if kept == other:
        raise ValueError(kept)
    with desk.change(Label.JOIN_ORGANISATIONS) as session:
        row, gone = fetch(session, OrganisationRow, kept), fetch(session, OrganisationRow, other)
        _take_over(row, gone, chosen)
        _bring_roles(session, row.id, gone.id)
        for table in (PartnershipRow, RefusalRow):
            of_other = update(table).where(col(table.client_id) == other)
            session.execute(of_other.values(client_id=kept))
        session.execute(delete(OrganisationRow).where(col(OrganisationRow.id) == other))


def _take_over(row: OrganisationRow, gone: OrganisationRow, chosen: Chosen) -> None:
    whole = together(_head(row), _head(gone), chosen)
    row.name, row.kind, row.website, row.notes = whole.name, whole.kind, whole.website, whole.notes
    row.sort_key = sort_key(row.name)
    row.trashed_at = None


def _head(row: OrganisationRow) -> OrganisationHead:
    return OrganisationHead(OrganisationId(row.id), row.name, row.kind, row.website, row.notes)


def _bring_roles(session: Session, kept: int, other: int) -> None:
    """Give each role to the kept one; a role that one of its own says already goes into that."""
    there = session.scalars(select(RoleRow).where(col(RoleRow.organisation_id) == kept)).all()
    for role in session.scalars(select(RoleRow).where(col(RoleRow.organisation_id) == other)).all():
        twin = _twin(there, role)
        if twin is None:
            role.organisation_id = kept
        else:
            twin.since, twin.until = twin.since or role.since, twin.until or role.until
            if role.audience is Audience.ONLY_ME:
                twin.audience = Audience.ONLY_ME
            session.delete(role)
    session.flush()


def _twin(there: Iterable[RoleRow], role: RoleRow) -> RoleRow | None:
    """The role of the same person that says the same and of no other time."""
    return next((one for one in there if _is_same(one, role)), None)


def _is_same(one: RoleRow, other: RoleRow) -> bool:
    is_alike = (one.person_id, one.kind, fold(one.title)) == (other.person_id, other.kind, fold(other.title))
    return is_alike and all(
        known is None or told is None or known == told
        for known, told in ((one.since, other.since), (one.until, other.until))
    )
