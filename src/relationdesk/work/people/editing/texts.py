"""Changing the plain texts of a person's record: names, pronouns, where they live, how we met."""

from typing import Final

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import PersonRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.folding import sort_key
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import many_lines, one_line
from relationdesk.domain.vocabulary import RecordText
from relationdesk.work.people.writing import names_key
from relationdesk.work.rows import fetch

_LABELS: Final = {
    RecordText.DISPLAY_NAME: Label.NAME_PERSON,
    RecordText.GIVEN_NAME: Label.NAME_PERSON,
    RecordText.FAMILY_NAME: Label.NAME_PERSON,
    RecordText.PHONETIC_NAME: Label.NAME_PERSON,
    RecordText.PRONOUNS: Label.SET_ADDRESSING,
    RecordText.CITY: Label.SET_PLACE,
    RecordText.COUNTRY: Label.SET_PLACE,
    RecordText.TIME_ZONE: Label.SET_PLACE,
}


def set_text(desk: Desk, person_id: PersonId, field: RecordText, text: str) -> None:
    """Have a field of a person's record say `text`; a changed name is found and sorted by from then on.

    Raises:
        EmptyTextError: the name by which a person is shown was emptied.
        NotFoundError: the person was deleted meanwhile.
    """
    said = many_lines(text) if field is RecordText.HOW_MET else one_line(text)
    if field is RecordText.DISPLAY_NAME and not said:
        raise EmptyTextError(field.value)
    with desk.change(_LABELS.get(field, Label.EDIT_PERSON)) as session:
        person = fetch(session, PersonRow, person_id)
        setattr(person, field.value, said)
        if _LABELS.get(field) is Label.NAME_PERSON:
            names = (person.display_name, person.given_name, person.family_name, person.phonetic_name)
            person.names_key = names_key(*names)
            person.sort_key = sort_key(person.display_name)
