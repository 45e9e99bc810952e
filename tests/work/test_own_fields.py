"""Fields of the user's own on every record: added, filled in, renamed, moved, removed, found."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from real_desk import DAY, FULL_CARD, archive_of, assert_sound, made_in
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Card, FactEntry
from relationdesk.domain.errors import EmptyTextError, NotFoundError
from relationdesk.domain.ids import OwnFieldId, PersonId
from relationdesk.domain.vocabulary import Audience, OwnKind
from relationdesk.work.dossiers.commands import gathered
from relationdesk.work.exports.commands import export_people, read_archive, write_archive
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.editing.errors import TakenFieldNameError
from relationdesk.work.people.editing.own_fields import (
    add_own_field,
    change_own_value,
    fill_own_field,
    move_own_field,
    remove_own_field,
    rename_own_field,
)
from relationdesk.work.people.filtering import read_on
from relationdesk.work.people.merging import merge
from relationdesk.work.people.own_fields import own_fields_of, own_lines_of
from relationdesk.work.search.queries import found
from relationdesk.work.views.commands import save_view
from relationdesk.work.views.queries import saved_views

Add = Callable[[str], PersonId]


def names(desk: Desk) -> list[str]:
    return [filled.field.name for filled in own_fields_of(desk.reader, PersonId(1))]


def lines(desk: Desk, person: PersonId) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in own_lines_of(desk.reader, person)]


@pytest.fixture
def size(desk: Desk) -> OwnFieldId:
    return add_own_field(desk, name="Shoe size", kind=OwnKind.NUMBER)


def test_a_value_is_kept_by_its_kind_and_as_typed_where_doubtful(desk: Desk, add: Add, size: OwnFieldId):
    lea = add("Léa")
    value = fill_own_field(desk, lea, size, " 1,250.50 ")
    assert lines(desk, lea) == [("Shoe size", "1,250.50")]

    change_own_value(desk, value, "39 or so")
    (line,) = own_lines_of(desk.reader, lea)
    assert (line.text, line.is_doubtful, line.is_shared) == ("39 or so", True, False)

    change_own_value(desk, value, "   ")
    assert lines(desk, lea) == []
    desk.undo()
    assert lines(desk, lea) == [("Shoe size", "39 or so")]


def test_a_field_is_on_every_record_and_holds_something_of_one(desk: Desk, add: Add, size: OwnFieldId):
    lea, noor = add("Léa"), add("Noor")
    fill_own_field(desk, lea, size, "39")

    (filled,), (empty,) = own_fields_of(desk.reader, lea), own_fields_of(desk.reader, noor)

    assert [value.value for value in filled.values] == ["39"]
    assert [value.audience for value in filled.values] == [Audience.ONLY_ME]
    assert empty.values == ()
    assert filled.field.people == empty.field.people == 1


def test_people_leave_in_tables_and_json_with_what_the_fields_hold(
    desk: Desk, add: Add, size: OwnFieldId, tmp_path: Path
):
    noor = add("Noor")
    lea = create_person(desk, Card(display_name="Léa", facts=(FactEntry("Allergy", "nuts"),)))
    day = add_own_field(desk, name="Birthday", kind=OwnKind.DAY)
    allergy = add_own_field(desk, name="Allergy", kind=OwnKind.TEXT)
    fill_own_field(desk, lea, size, "38.5")
    fill_own_field(desk, noor, day, "2026-11-24")
    fill_own_field(desk, noor, allergy, "none")
    fill_own_field(desk, noor, allergy, "none yet")

    export_people(desk.reader, tmp_path / "all.csv")
    export_people(desk.reader, tmp_path / "all.json")

    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row.pop("Name"): row for row in csv.DictReader(file)}
    assert rows == {
        "Léa": {"Allergy": "", "Own field: Birthday": "", "Shoe size": "38.5", "Fact: Allergy": "nuts"},
        "Noor": {
            "Allergy": "none ::: none yet",
            "Own field: Birthday": "2026-11-24",
            "Shoe size": "",
            "Fact: Allergy": "",
        },
    }
    (told,) = [one for one in json.loads((tmp_path / "all.json").read_bytes())["persons"] if "facts" in one]
    assert told["own"] == [{"field": "Shoe size", "value": "38.5", "kind": "number"}]


def test_a_view_that_names_a_field_goes_on_when_it_is_called_otherwise(
    desk: Desk, add: Add, size: OwnFieldId
):
    fill_own_field(desk, add("Léa"), size, "39")
    fill_own_field(desk, add("Noor"), size, "42")
    add_own_field(desk, name="Other", kind=OwnKind.TEXT)
    typed = 'shoe other:shoe -"Shoe size":>40 shoe-size:<40 last:>90d'
    save_view(desk, name="Small feet", typed=typed)

    rename_own_field(desk, size, "2nd size")

    (view,) = saved_views(desk.reader)
    assert view.typed == 'shoe other:shoe -"2nd size":>40 "2nd size":<40 last:>90d'
    assert read_on(desk.reader, view.typed).mistakes == ()
    desk.undo()
    assert saved_views(desk.reader)[0].typed == typed


def test_a_name_is_given_once_however_it_is_written(desk: Desk, size: OwnFieldId):
    other = add_own_field(desk, name="  Member   since ", kind=OwnKind.DAY)
    for taken in ("SHOE SIZE", "shoé size"):
        with pytest.raises(TakenFieldNameError):
            add_own_field(desk, name=taken, kind=OwnKind.TEXT)
        with pytest.raises(TakenFieldNameError):
            rename_own_field(desk, other, taken)
    for empty in ("", "  "):
        with pytest.raises(EmptyTextError):
            rename_own_field(desk, other, empty)

    rename_own_field(desk, size, "Shoe Size")

    assert names(desk) == ["Shoe Size", "Member since"]


def test_fields_are_moved_no_further_than_there_are_fields(desk: Desk):
    one, two, three = (add_own_field(desk, name=name, kind=OwnKind.TEXT) for name in ("1", "2", "3"))
    move_own_field(desk, three, by=-1)
    assert names(desk) == ["1", "3", "2"]
    move_own_field(desk, one, by=9)
    assert names(desk) == ["3", "2", "1"]
    move_own_field(desk, two, by=-9)
    assert names(desk) == ["2", "3", "1"]
    desk.undo()
    assert names(desk) == ["3", "2", "1"]


def test_a_removed_field_says_how_many_it_held_something_of_and_comes_back(
    desk: Desk, add: Add, size: OwnFieldId
):
    for name in ("Léa", "Noor"):
        fill_own_field(desk, add(name), size, "39")
    add("Ana")
    before = archive_of(desk)

    assert remove_own_field(desk, size) == 2

    assert names(desk) == []
    with pytest.raises(NotFoundError):
        remove_own_field(desk, size)
    desk.undo()
    assert archive_of(desk) == before
    assert_sound(desk)


def test_nothing_is_no_value_and_nobody_has_none(desk: Desk, add: Add, size: OwnFieldId):
    with pytest.raises(EmptyTextError):
        fill_own_field(desk, add("Léa"), size, "  ")
    with pytest.raises(NotFoundError):
        fill_own_field(desk, PersonId(1), size, "39")


def test_what_own_fields_hold_is_found(desk: Desk, add: Add):
    lea, _noor = add("Léa"), add("Noor")
    fill_own_field(desk, lea, add_own_field(desk, name="Agency", kind=OwnKind.TEXT), "Maison Élan")

    (line,) = found(desk.reader, "elan", DAY)

    assert (line.kind, line.person_id) == ("own_value", lea)


def test_two_values_of_merged_people_stay_and_the_same_one_stays_once(desk: Desk, size: OwnFieldId):
    lea, same = (create_person(desk, replace(FULL_CARD, display_name=name)) for name in ("Léa", "Lea"))
    agency = add_own_field(desk, name="Agency", kind=OwnKind.TEXT)
    for person, number in ((lea, "39"), (same, "40")):
        fill_own_field(desk, person, size, number)
        fill_own_field(desk, person, agency, "Élan")
    before = archive_of(desk)

    merge(desk, lea, same, {})

    assert lines(desk, lea) == [("Shoe size", "39"), ("Shoe size", "40"), ("Agency", "Élan")]
    desk.undo()
    assert archive_of(desk) == before


def test_own_fields_stand_in_the_archive_and_in_the_brief(
    desk: Desk, add: Add, size: OwnFieldId, tmp_path: Path
):
    lea = add("Léa")
    fill_own_field(desk, lea, size, "39")
    write_archive(desk.reader, tmp_path / "all.json")
    (tmp_path / "other").mkdir()
    other = made_in(tmp_path / "other").opened()
    read_archive(other, tmp_path / "all.json")

    assert lines(other, lea) == [("Shoe size", "39")]
    other.close()
    brief = gathered(desk.reader, lea, today=DAY)
    assert [(fact.label, fact.value) for fact in brief.facts] == [("Shoe size", "39")]
