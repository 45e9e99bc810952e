"""Two records beside each other before a merge: in what they differ, in words, and what is kept of both."""

from datetime import date

from relationdesk.desk.catalogue import CATALOGUE, Undo
from relationdesk.desk.desk import Desk
from relationdesk.desk.shapes import shapes
from relationdesk.domain.card import Card, ContactEntry, HandleEntry
from relationdesk.domain.vocabulary import ContactKind, InteractionKind, RelationKind
from relationdesk.language.words import Language, speaking
from relationdesk.work import people
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person, set_cadence
from relationdesk.work.people.joined import UNTOLD, headings
from relationdesk.work.people.merging import merge
from relationdesk.work.people.relations import add_relation
from relationdesk.work.people.several import archive_people
from relationdesk.work.people.sides import Side, chosen_values, sides

LONG = "On a ferry, and then again at the fair of Annecy when it rained " * 4
THEO = Card(
    display_name="Théo Bastide",
    given_name="Théo",
    family_name="Bastide",
    country="FR",
    how_met=LONG.strip(),
    topics=("tech", "sleep"),
    languages=("fr",),
    contacts=(ContactEntry(ContactKind.EMAIL, "theo@podcast.example"),),
    handles=(HandleEntry("Instagram", "theo.b"),),
)


def beside(desk: Desk, *cards: Card):
    left, right = (create_person(desk, card) for card in cards)
    found = sides(desk.reader, left, right)
    assert found is not None
    return found


def values(found):
    return {field.columns[0]: (field.left, field.right) for field in found.fields}


def kept(found):
    return {one.name: (one.left, one.right) for one in found.joined}


def test_fields_are_told_in_full_and_in_words(desk: Desk):
    found = beside(desk, Card(display_name="Theo B.", country="BE"), THEO)

    told = values(found)
    assert told["country"] == ("Belgium", "France")
    assert told["how_met"] == ("", LONG.strip())
    assert told["display_name"] == ("Theo B.", "Théo Bastide\nFirst name: Théo\nFamily name: Bastide")
    with speaking(Language.FRENCH):
        again = sides(desk.reader, found.left, found.right)
        assert again is not None
        assert values(again)["country"] == ("Belgique", "France")


def test_what_is_kept_of_both_is_told_kind_by_kind(desk: Desk):
    found = beside(desk, Card(display_name="Theo B.", topics=("tech",)), THEO)
    noor = create_person(desk, Card(display_name="Noor Benali"))
    add_relation(desk, noor, found.right, RelationKind.MANAGES)
    log_interaction(
        desk, people=[found.right], kind=InteractionKind.CALL, text="Talked", happened_on=date(2026, 11, 2)
    )

    again = sides(desk.reader, found.left, found.right)

    assert again is not None
    told = kept(again)
    assert told["E-mails, phones and links"] == ((), ("e-mail: theo@podcast.example",))
    assert told["Accounts"] == ((), ("Instagram · theo.b",))
    assert told["Topics"] == (("tech",), ("tech", "sleep"))
    assert told["Languages"] == ((), ("French",))
    assert told["Relations"] == ((), ("is managed by: Noor Benali",))
    assert told["History"] == ((), ("1 history entry",))
    assert "Promises" not in told


def test_every_table_about_a_person_is_told_or_says_nothing():
    about = {
        name
        for name, shape in shapes().items()
        if "person" in shape.parents.values() and CATALOGUE[name].undo is Undo.UNDOABLE
    }
    assert about == set(headings()) | (UNTOLD - {"person"})


def test_how_often_to_be_in_touch_is_chosen_like_any_field(desk: Desk):
    found = beside(desk, Card(display_name="Theo B."), THEO)
    set_cadence(desk, found.left, ideal_days=42, longest_days=56)
    set_cadence(desk, found.right, ideal_days=14, longest_days=56)
    again = sides(desk.reader, found.left, found.right)
    assert again is not None
    assert values(again)["ideal_gap_days"] == (
        "every 42 days · after 56 days at the latest",
        "every 14 days · after 56 days at the latest",
    )

    merge(
        desk,
        again.left,
        again.right,
        chosen_values(again, {("ideal_gap_days", "longest_gap_days"): Side.RIGHT}),
    )

    page = people.record.person_page(desk.reader, again.left, desk.today())
    assert page is not None
    assert page.record.ideal_gap_days == 14


def test_that_one_of_them_leaves_the_archive_is_told(desk: Desk):
    found = beside(desk, Card(display_name="Theo B."), THEO)
    assert not found.leaves_archive
    archive_people(desk, [found.left])

    again = sides(desk.reader, found.left, found.right)

    assert again is not None
    assert again.leaves_archive
    assert chosen_values(again, {})["archived_at"] is None
