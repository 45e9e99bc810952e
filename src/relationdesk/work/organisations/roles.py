"""Saying what somebody does for an organisation, and taking it back."""

from typing import Any

from sqlmodel import Session

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import PersonRow, RoleRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import one_line
from relationdesk.domain.vocabulary import Audience, OrganisationKind, RoleKind, Source
from relationdesk.work.organisations.errors import BackwardPeriodError
from relationdesk.work.organisations.told import Role
from relationdesk.work.people.writing import CardWriter
from relationdesk.work.rows import fetch, prove_there
from relationdesk.work.settings.region import home_region


def add_role(desk: Desk, person_id: PersonId, told: Role) -> int:
    """Say what somebody does for an organisation, which is put on the desk when new.

    Raises:
        EmptyTextError: the organisation has no name.
        BackwardPeriodError: it ends before it begins.
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.ADD_ROLE) as session:
        prove_there(session, PersonRow, person_id)
        values = _of(desk, session, told)
        row = RoleRow(id=desk.fresh_id(), person_id=person_id, audience=Audience.ONLY_ME, **values)
        session.add(row)
    return row.id


def change_role(desk: Desk, role_id: int, told: Role) -> None:
    """Have a role say something else; who may read it stays.

    Raises:
        EmptyTextError: the organisation has no name.
        BackwardPeriodError: it ends before it begins.
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_ROLE) as session:
        fetch(session, RoleRow, role_id).sqlmodel_update(_of(desk, session, told))


def remove_role(desk: Desk, role_id: int) -> None:
    """Forget that somebody did something for an organisation, which stays.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.REMOVE_ROLE) as session:
        session.delete(fetch(session, RoleRow, role_id))


def _of(desk: Desk, session: Session, told: Role) -> dict[str, Any]:
    name = one_line(told.organisation)
    if not name:
        raise EmptyTextError("organisation")
    if told.since is not None and told.until is not None and told.until < told.since:
        raise BackwardPeriodError(told.since, told.until)
    writer = CardWriter(desk, session, region=home_region(desk), source=Source.THEY_SAID)
    kind = OrganisationKind.AGENCY if told.kind is RoleKind.REPRESENTED_BY else OrganisationKind.OTHER
    organisation = writer.organisation(name, kind)
    writer.write()
    return {
        "organisation_id": organisation,
        "kind": told.kind,
        "title": one_line(told.title),
        "since": told.since,
        "until": told.until,
    }
