"""Changing how the user speaks to a person."""

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import PersonRow
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import FormOfAddress
from relationdesk.work.rows import fetch


def set_form_of_address(desk: Desk, person_id: PersonId, form: FormOfAddress | None) -> None:
    """Say tu or vous to a person from now on, or with None that nothing is known of it.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_ADDRESSING) as session:
        fetch(session, PersonRow, person_id).form_of_address = form


def set_by_title(desk: Desk, person_id: PersonId, *, by_title: bool) -> None:
    """Address a person by title and family name, or by their first name.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_ADDRESSING) as session:
        fetch(session, PersonRow, person_id).addressed_by_title = by_title
