import pytest

from relationdesk.domain.card import Card, ContactEntry, HandleEntry
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.work.people.commands import create_people, create_person
from relationdesk.work.people.introductions import introduced_in
from relationdesk.work.people.likeness import Likeness, Shared
from relationdesk.work.people.queries import people_count


def test_several_people_are_one_change_and_one_undo(desk):
    create_people(desk, [Card(display_name="Léa Marchetti"), Card(display_name="Noor Benali")])
    assert people_count(desk.reader) == 2

    desk.undo()

    assert people_count(desk.reader) == 0


def test_somebody_without_a_name_keeps_everyone_out(desk):
    with pytest.raises(EmptyTextError):
        create_people(desk, [Card(display_name="Léa Marchetti"), Card(display_name=" ")])

    assert people_count(desk.reader) == 0


def test_nobody_is_no_change(desk):
    assert create_people(desk, []) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Lea MARCHETTI", Likeness.NAME),
        ("L. Marchetti, lea@trails.example", Likeness.CONTACT),
        ("L. Marchetti 06 39 98 00 12", Likeness.CONTACT),
        ("@lea.trails", Likeness.HANDLE),
        ("https://instagram.com/Lea.Trails", Likeness.HANDLE),
    ],
)
def test_whom_somebody_looks_like_is_known(desk, text, why):
    lea = create_person(
        desk,
        Card(
            display_name="Léa Marchetti",
            contacts=(
                ContactEntry(ContactKind.EMAIL, "lea@trails.example"),
                ContactEntry(ContactKind.PHONE, "+33 6 39 98 00 12"),
            ),
            handles=(HandleEntry("instagram", "lea.trails"),),
        ),
    )

    (found,) = introduced_in(desk.reader, text, "FR")

    assert found.alike is not None
    assert (found.alike.person_id, found.alike.why) == (lea, why)


def test_what_is_in_common_is_told_exactly(desk):
    mail, phone = (
        ContactEntry(ContactKind.EMAIL, "l@home.example"),
        ContactEntry(ContactKind.PHONE, "06 39 98 00 12"),
    )
    create_person(desk, Card(display_name="Léa", contacts=(mail, phone)))
    for text, shared in (("Noor l@home.example", Shared.EMAIL), ("Zoé 06 39 98 00 12", Shared.PHONE)):
        (found,) = introduced_in(desk.reader, text, "FR")
        assert found.alike is not None
        assert found.alike.shared is shared


def test_first_and_family_names_are_told_where_they_are_sure(desk):
    for text, parts in (("Éric Dupré, eric@velo.example", ("Éric", "Dupré")), ("Zoé", ("", ""))):
        (found,) = introduced_in(desk.reader, text, "FR")
        assert (found.card.given_name, found.card.family_name) == parts


def test_an_account_typed_by_hand_is_known_too(desk):
    lea = create_person(desk, Card(display_name="Léa", handles=(HandleEntry("TikTok", "lea.trails"),)))

    (found,) = introduced_in(desk.reader, "https://tiktok.com/@lea.trails", "FR")

    assert found.alike is not None
    assert found.alike.person_id == lea


def test_somebody_new_looks_like_nobody(desk):
    assert [found.alike for found in introduced_in(desk.reader, "@noor.shoots\n@dormirmieux", "FR")] == [
        None
    ] * 2
