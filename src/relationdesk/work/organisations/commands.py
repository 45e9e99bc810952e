"""Changing organisations."""

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import OrganisationRow
from relationdesk.domain.ids import OrganisationId
from relationdesk.domain.labels import Label
from relationdesk.work.rows import move_to_trash, put_back


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
