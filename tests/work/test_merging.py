"""Merging two people, and taking them apart again."""

from collections.abc import Callable
from random import Random

import pytest

from operations import OPERATIONS
from relationdesk.desk.contents import archived_tables, rows_of
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card, ContactEntry, HandleEntry
from relationdesk.domain.drafts import Draft, DraftField, about_person
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.work.drafts.commands import keep_drafts
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.knowledge import remember_fact
from relationdesk.work.people.merging import mark_not_same, merge, mergers_of, take_apart
from relationdesk.work.people.told import Fact

LEA = Card(
    display_name="Léa Marchetti",
    contacts=(ContactEntry(ContactKind.EMAIL, "lea@trails.example"),),
    handles=(HandleEntry("instagram", "lea.trails"),),
    topics=("Trail running", "Wool"),
)
LEA_AGAIN = Card(
    display_name="Lea Marchetti",
    city="Annecy",
    contacts=(
        ContactEntry(ContactKind.EMAIL, "LEA@trails.example"),
        ContactEntry(ContactKind.PHONE, "06 39 98 00 12"),
    ),
    handles=(HandleEntry("instagram", "lea.trails"), HandleEntry("youtube", "lea")),
    topics=("Wool", "Maps"),
)


def content(desk: Desk) -> dict[str, list[dict[str, object]]]:
    return {
        table: sorted((dict(row) for row in rows_of(desk.reader, table)), key=str)
        for table in archived_tables()
    }


def both(desk: Desk) -> tuple[PersonId, PersonId]:
    return create_person(desk, LEA), create_person(desk, LEA_AGAIN)


def of(desk: Desk, table: str, person: PersonId) -> list[dict[str, object]]:
    return [dict(row) for row in rows_of(desk.reader, table) if row["person_id"] == person]


def test_a_merged_person_has_everything_of_both_once(desk: Desk):
    kept, other = both(desk)

    merge(desk, kept, other, {"city": "Annecy"})

    assert [row["city"] for row in rows_of(desk.reader, "person")] == ["Annecy"]
    assert sorted(str(row["value"]) for row in of(desk, "contact_point", kept)) == [
        "06 39 98 00 12",
        "lea@trails.example",
    ]
    assert [row["platform"] for row in of(desk, "handle", kept)] == ["Instagram", "YouTube"]
    assert sorted(int(str(row["rank"])) for row in of(desk, "person_topic", kept)) == [0, 1, 3]


@pytest.mark.parametrize("seed", range(5))
def test_whatever_two_people_are_merging_and_taking_apart_gives_both_back(desk: Desk, seed: int):
    chance = Random(seed)
    kept, other = both(desk)
    for _step in range(30):
        name = chance.choice(sorted(set(OPERATIONS) - {"merge two people", "take two people apart"}))
        OPERATIONS[name](desk, chance)
    people = [row["id"] for row in rows_of(desk.reader, "person")]
    if not {kept, other} <= set(people):
        kept, other = people[0], people[-1]
    before = content(desk)

    merger = merge(desk, kept, other, {"city": "Lyon", "how_met": "At a fair"})
    merged = content(desk)
    take_apart(desk, merger)

    assert content(desk) == before
    desk.undo()
    assert content(desk) == merged
    desk.undo()
    assert content(desk) == before
    lines = {row["interaction_id"] for row in before["participant"]}
    assert {row["interaction_id"] for row in merged["participant"]} == lines
    assert not [row for table in merged.values() for row in table if row.get("person_id") == other]


def test_what_was_changed_since_stays_and_what_was_added_goes_where_it_is_said(desk: Desk):
    for goes_along in (False, True):
        kept, other = both(desk)
        merger = merge(desk, kept, other, {"city": "Annecy"})
        remember_fact(desk, kept, Fact(label="Shoe size", value="39"))

        back = take_apart(desk, merger, new_goes_along=goes_along)

        assert back == other
        assert len(of(desk, "fact", other if goes_along else kept)) == 1
        with pytest.raises(NotFoundError):
            take_apart(desk, merger)


@pytest.mark.parametrize("first", [0, 1])
def test_two_merges_are_taken_apart_in_any_order(desk: Desk, first: int):
    kept, other = both(desk)
    third = create_person(desk, LEA_AGAIN)
    before = {table: content(desk)[table] for table in ("person", "contact_point", "handle", "participant")}
    mergers = [merge(desk, other, third, {}), merge(desk, kept, other, {})]
    assert len(mergers_of(desk.reader, kept)) == 2

    take_apart(desk, mergers[first])
    take_apart(desk, mergers[1 - first])

    assert {table: content(desk)[table] for table in before} == before


def test_two_people_marked_as_not_the_same_stay_so_until_undone(desk: Desk, add: Callable[[str], PersonId]):
    lea, noor = add("Léa"), add("Noor")

    mark_not_same(desk, noor, lea)
    mark_not_same(desk, lea, noor)

    assert list(rows_of(desk.reader, "not_same")) == [{"person_id": lea, "other_id": noor}]
    desk.undo()
    assert list(rows_of(desk.reader, "not_same")) == []


def test_what_is_being_typed_about_both_goes_on_with_the_one_who_stays(desk: Desk):
    kept, other = both(desk)
    drafts = [
        Draft(about_person(DraftField.NOTE, kept), "about one"),
        Draft(about_person(DraftField.NOTE, other), "about another"),
        Draft(about_person(DraftField.PROMISE, other), "shoes"),
    ]
    keep_drafts(desk, drafts)

    merge(desk, kept, other, {})

    left = {str(row["field"]): row["text"] for row in of(desk, "draft", kept) if row["subject"] == kept}
    assert left == {"note": "about one\nabout another", "promise": "shoes"}
    assert of(desk, "draft", other) == []
