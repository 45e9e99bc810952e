"""What others may read of a person, in words."""

import pytest

from real_desk import full_person
from relationdesk.desk.desk import Desk
from relationdesk.domain.ids import PersonId
from relationdesk.domain.sharing import Shareable
from relationdesk.domain.vocabulary import Audience
from relationdesk.work.partnerships.commands import trash_partnership
from relationdesk.work.people.commands import trash_person
from relationdesk.work.people.editing.audiences import set_audience
from relationdesk.work.people.keeping import audiences_of
from relationdesk.work.people.shared import SharedRow, shared_rows_of

WORDS = {
    Shareable.CONTACT_POINT: "lea@marchetti.example",
    Shareable.POSTAL_ADDRESS: "3 rue du Lac",
    Shareable.HANDLE: "lea.court",
    Shareable.ROLE: "Trail Hebdo",
    Shareable.PREFERENCE: "long distance",
    Shareable.REFUSAL: "leather",
    Shareable.FACT: "shoe size",
    Shareable.RELATION: "Noor Benali",
    Shareable.OWN_VALUE: "Shoe size",
    Shareable.INTERACTION: "Hello",
    Shareable.PROMISE: "a book",
    Shareable.PARTNERSHIP: "A story",
    Shareable.ATTACHMENT: "contract.txt",
}


@pytest.fixture
def full(desk: Desk) -> PersonId:
    return full_person(desk)


def first_of(desk: Desk, kind: Shareable, person: PersonId) -> int:
    whose = (
        "id IN (SELECT interaction_id FROM participant WHERE person_id = :who)"
        if kind is Shareable.INTERACTION
        else "person_id = :who"
    )
    return desk.reader.ids(f"SELECT id FROM {kind} WHERE {whose} ORDER BY id", who=person)[0]


@pytest.mark.parametrize("kind", list(Shareable))
def test_a_row_that_may_be_shared_is_told_by_words_of_its_own(desk: Desk, full: PersonId, kind: Shareable):
    assert shared_rows_of(desk.reader, full) == ()
    row = first_of(desk, kind, full)

    set_audience(desk, kind, row, Audience.SHARED)

    assert shared_rows_of(desk.reader, full) == (SharedRow(kind, row, WORDS[kind]),)
    assert audiences_of(desk.reader, full).rows == {(kind, row)}


def test_what_is_in_the_trash_is_not_told(desk: Desk, full: PersonId):
    for kind in (Shareable.RELATION, Shareable.PARTNERSHIP):
        set_audience(desk, kind, first_of(desk, kind, full), Audience.SHARED)
    (noor,) = desk.reader.ids("SELECT id FROM person WHERE display_name = 'Noor Benali'")
    assert [row.kind for row in shared_rows_of(desk.reader, PersonId(noor))] == [Shareable.RELATION]

    trash_partnership(desk, first_of(desk, Shareable.PARTNERSHIP, full))
    trash_person(desk, PersonId(noor))

    assert shared_rows_of(desk.reader, full) == ()
