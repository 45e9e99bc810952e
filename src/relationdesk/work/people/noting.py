"""Adding a single thing to a person's record: a birthday."""

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import PersonRow
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.work.rows import fetch


def set_birthday(desk: Desk, person_id: PersonId, *, day: int, month: int, year: int | None) -> None:
    """Say when a person's birthday is; without a year the one that is known stays.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_BIRTHDAY) as session:
        person = fetch(session, PersonRow, person_id)
        person.birth_day, person.birth_month = day, month
        person.birth_year = year or person.birth_year
