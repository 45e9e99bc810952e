"""What is being typed is kept on the side."""

from pathlib import Path

import pytest

from real_desk import Made, archive_of, made_in
from relationdesk.desk.desk import Desk
from relationdesk.domain.drafts import Draft, DraftField, DraftKey, about_person, named_subject
from relationdesk.domain.ids import PersonId
from relationdesk.work.drafts.commands import keep_drafts, let_rest
from relationdesk.work.drafts.queries import kept_drafts
from relationdesk.work.exports.commands import read_archive, write_archive

NEW = DraftKey(DraftField.INTRODUCTION)


@pytest.fixture
def lea(add) -> PersonId:
    return add("Léa Marchetti")


def note(person: PersonId, text: str) -> Draft:
    return Draft(about_person(DraftField.NOTE, person), text, "call")


def texts(desk: Desk) -> list[str]:
    return [kept.text for kept in kept_drafts(desk.reader)]


def test_a_text_is_kept_where_it_belongs(desk: Desk, lea: PersonId):
    keep_drafts(desk, [note(lea, "She asked"), Draft(NEW, "Noor, @noor.shoots")])

    by_field = {kept.field: kept for kept in kept_drafts(desk.reader)}

    assert by_field[DraftField.NOTE].draft == note(lea, "She asked")
    assert by_field[DraftField.NOTE].name == "Léa Marchetti"
    assert (by_field[DraftField.INTRODUCTION].person_id, by_field[DraftField.INTRODUCTION].name) == (None, "")


def test_what_is_typed_further_takes_the_place_of_what_was_typed_before(desk: Desk, lea: PersonId):
    for text in ("She", "She asked", "She asked for the blue ones"):
        keep_drafts(desk, [note(lea, text)])

    assert texts(desk) == ["She asked for the blue ones"]


@pytest.mark.parametrize("blank", ["", "  \n "])
def test_a_text_that_was_emptied_is_forgotten(desk: Desk, lea: PersonId, blank: str):
    keep_drafts(desk, [note(lea, "She asked")])
    keep_drafts(desk, [note(lea, blank)])

    assert texts(desk) == []


def test_keeping_a_draft_is_no_step_of_undo_and_leaves_redo_alone(desk: Desk, add):
    person = add("Léa Marchetti")
    add("Noor Benali")
    desk.undo()

    keep_drafts(desk, [note(person, "She asked")])

    state = desk.undo_state()
    assert state.undo is not None
    assert state.redo is not None
    desk.redo()
    assert texts(desk) == ["She asked"]


def test_a_draft_goes_with_its_person_and_one_about_somebody_gone_is_passed_over(desk: Desk, lea: PersonId):
    keep_drafts(desk, [note(lea, "She asked")])
    desk.undo()
    assert texts(desk) == []

    keep_drafts(desk, [note(lea, "She asked"), Draft(NEW, "Noor")])

    assert texts(desk) == ["Noor"]


def test_a_draft_that_rests_is_offered_again_once_it_is_typed_at(desk: Desk, lea: PersonId):
    keep_drafts(desk, [note(lea, "She asked")])

    let_rest(desk, [note(lea, "").key])
    assert [kept.rests for kept in kept_drafts(desk.reader)] == [True]

    keep_drafts(desk, [note(lea, "She asked for")])
    assert [kept.rests for kept in kept_drafts(desk.reader)] == [False]


def test_a_broken_sign_is_no_reason_to_lose_the_rest(desk: Desk, lea: PersonId):
    keep_drafts(desk, [note(lea, "half \ud83d and a\0b")])

    assert texts(desk) == ["half ? and a\0b"]


def test_drafts_are_in_the_archive_and_come_back(desk: Desk, lea: PersonId, tmp_path: Path):
    keep_drafts(desk, [note(lea, "She asked"), Draft(NEW, "Noor")])
    write_archive(desk.reader, tmp_path / "desk.json")
    (tmp_path / "other").mkdir()
    other: Made = made_in(tmp_path / "other")
    there = other.opened()

    read_archive(there, tmp_path / "desk.json")

    assert archive_of(there) == (tmp_path / "desk.json").read_bytes()
    there.close()


def test_what_is_being_typed_does_not_keep_an_archive_out_and_stays(desk: Desk, tmp_path: Path):
    (tmp_path / "other").mkdir()
    source = made_in(tmp_path / "other").opened()
    keep_drafts(source, [Draft(NEW, "from there")])
    write_archive(source.reader, tmp_path / "desk.json")
    source.close()
    keep_drafts(desk, [Draft(NEW, "typed here")])

    read_archive(desk, tmp_path / "desk.json")

    assert texts(desk) == ["typed here"]


def test_a_subject_that_has_a_name_alone_has_a_number_that_readers_of_json_can_hold():
    numbers = {named_subject(name) for name in ("people.vcf", "people.csv", "x\ud800")}

    assert len(numbers) == 3
    assert all(0 <= number < 2**53 for number in numbers)
