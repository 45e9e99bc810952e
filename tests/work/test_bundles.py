"""A desk is taken along, worked on elsewhere, and comes back: the whole way, in the words of the user."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from real_desk import DAY, FULL_CARD, Made, archive_of, assert_sound, clock_at, made_in
from relationdesk.desk.bundles.errors import BadBundleError, ChangedMeanwhileError, Flaw
from relationdesk.desk.bundles.lineage import kept_states
from relationdesk.desk.catalogue import CATALOGUE, Undo
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.shapes import shapes
from relationdesk.domain.card import Card
from relationdesk.domain.comparing.matters import Choice
from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import InteractionKind, PromiseSide
from relationdesk.language.words import Language, speaking
from relationdesk.work.bundles import bringing, carrying, settling
from relationdesk.work.bundles.labels import QUIET, UNTOLD, label, thing
from relationdesk.work.bundles.story import Kind, Line
from relationdesk.work.desks.protection import Secret
from relationdesk.work.errors import sentence
from relationdesk.work.files import OwnFileError, UnwritableFileError
from relationdesk.work.follow_ups.commands import keep_promise, make_promise
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person, set_cadence
from relationdesk.work.people.knowledge import remember_fact
from relationdesk.work.people.told import Fact


@dataclass
class Travel:
    """A desk at home, the same desk away, and the folder in which bundles go to and fro."""

    folder: Path
    home: Made
    away: Made
    days: int = 0

    def open(self, made: Made) -> Desk:
        """Each opening is on another day, as no two computers are used at one moment."""
        self.days += 1
        return made.opened(clock_at(DAY + timedelta(days=self.days)))

    def pack(self, made: Made, name: str) -> Path:
        desk = self.open(made)
        path = self.folder / name
        carrying.take_along(carrying.depart(desk), path)
        desk.close()
        return path

    def copied(self, folder: Path) -> "Travel":
        """The same travel in another folder."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        home, away = (
            replace(self.home, files=DeskFiles(folder / name / "my.desk")) for name in ("home", "away")
        )
        return Travel(folder, home, away, self.days)

    def settle(self, path: Path) -> None:
        arrival = settling.arrive(self.away.files, path)
        key = settling.key_for(arrival, Secret(recovery_code=self.home.code))
        settling.settle_in(arrival.bundle, self.away.files, key, clock_at().now())
        arrival.close()


def begun(folder: Path) -> Travel:
    """A desk with Léa and Noor on it, taken along to another computer."""
    for name in ("home", "away"):
        (folder / name).mkdir()
    home = made_in(folder / "home")
    travel = Travel(folder, home, replace(home, files=DeskFiles(folder / "away" / "my.desk")))
    desk = travel.open(home)
    create_person(desk, FULL_CARD)
    create_person(desk, Card(display_name="Noor Benali"))
    desk.close()
    travel.settle(travel.pack(home, "away.reldesk"))
    return travel


def live(travel: Travel) -> None:
    """Something happened on both sides, and the desk comes back."""
    here = travel.open(travel.home)
    remember_fact(here, person(here, "Noor Benali"), Fact("allergic to nuts"))
    set_cadence(here, person(here, "Léa Marchetti"), ideal_days=30, longest_days=60)
    here.close()
    there = travel.open(travel.away)
    lea, noor = person(there, "Léa Marchetti"), person(there, "Noor Benali")
    log_interaction(there, people=[lea, noor], kind=InteractionKind.MEETING, text="", title="Dinner in Lyon")
    set_cadence(there, lea, ideal_days=14, longest_days=60)
    create_person(there, Card(display_name="Sacha Vidal", city="Lyon"))
    there.close()
    travel.pack(travel.away, "back.reldesk")


def person(desk: Desk, name: str) -> PersonId:
    return PersonId(desk.reader.ids("SELECT id FROM person WHERE display_name = :name", name=name)[0])


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Travel, Travel]:
    """How it stands after the departure, and when the bundle comes back, each to be copied."""
    travel = begun(tmp_path_factory.mktemp("travel"))
    departed = travel.copied(tmp_path_factory.mktemp("departed"))
    live(travel)
    return departed, travel


@pytest.fixture
def travel(stages: tuple[Travel, Travel], tmp_path: Path) -> Travel:
    """A desk that was taken along to another computer."""
    return stages[0].copied(tmp_path)


@pytest.fixture
def returned(stages: tuple[Travel, Travel], tmp_path: Path) -> Travel:
    """A desk on which something happened on both sides, and its bundle is back."""
    return stages[1].copied(tmp_path)


@pytest.fixture
def lived(returned: Travel) -> Path:
    """The bundle that came back."""
    return returned.folder / "back.reldesk"


@pytest.fixture
def home(returned: Travel) -> Iterator[Desk]:
    """The desk at home, open, when the bundle comes back."""
    desk = returned.open(returned.home)
    yield desk
    desk.close()


@pytest.fixture
def visit(home: Desk, lived: Path) -> Iterator[bringing.Visit]:
    """The bundle, looked into at home."""
    looked = bringing.look_into(bringing.home_of(home), lived)
    yield looked
    looked.close()


def told(lines: tuple[Line, ...]) -> list[tuple[Kind, str]]:
    return [(line.kind, line.thing) for line in lines]


def test_what_changed_is_told_by_person_and_side(visit: bringing.Visit):
    people = {one.name: one for one in visit.story.people}
    dinner = (Kind.NEW, "meeting: 28 November 2026 · Dinner in Lyon")

    assert list(people) == ["Léa Marchetti", "Noor Benali", "Sacha Vidal"]
    assert told(people["Noor Benali"].here) == [(Kind.NEW, "fact: allergic to nuts")]
    assert told(people["Noor Benali"].there) == [dinner]
    assert told(people["Léa Marchetti"].there) == [(Kind.CHANGED, ""), dinner]
    assert told(people["Sacha Vidal"].there) == [(Kind.NEW, "")]
    assert people["Sacha Vidal"].here == ()


def test_what_both_sides_changed_is_a_conflict_field_by_field(visit: bringing.Visit):
    (conflict,) = visit.story.conflicts
    (field,) = conflict.fields

    assert (conflict.name, conflict.can_blend) == ("Léa Marchetti", True)
    assert (field.label, field.was, field.here, field.there, field.is_clash) == (
        "How often to be in touch",
        "",
        "every 30 days · after 60 days at the latest",
        "every 14 days · after 60 days at the latest",
        True,
    )


def test_the_changes_are_told_in_french_too(home: Desk, lived: Path):
    with speaking(Language.FRENCH):
        looked = bringing.look_into(bringing.home_of(home), lived)
    looked.close()

    assert looked.story.conflicts[0].fields[0].here == "tous les 30 jours · au plus tard après 60 jours"


def test_taking_over_brings_the_other_side_and_keeps_its_word_as_a_note(home: Desk, visit: bringing.Visit):
    taken = bringing.take_over(home, visit, {})
    lea = person(home, "Léa Marchetti")
    notes = home.reader._rows(
        "SELECT title, text FROM interaction JOIN participant ON interaction_id = interaction.id"
        " WHERE person_id = :lea AND kind = 'note'",
        {"lea": lea},
    )

    assert taken.notes == 1
    assert person(home, "Sacha Vidal")
    assert home.reader.number("SELECT ideal_gap_days FROM person WHERE id = :lea", lea=lea) == 30
    assert notes == [
        (
            "Written on the other computer",
            "* How often to be in touch: every 14 days · after 60 days at the latest",
        ),
    ]
    assert_sound(home)


@pytest.mark.parametrize(("choice", "days"), [(Choice.HERE, 30), (Choice.THERE, 14), (Choice.BLEND, 30)])
def test_the_user_decides_what_becomes_of_a_conflict(home: Desk, visit: bringing.Visit, choice, days):
    taken = bringing.take_over(home, visit, {visit.story.conflicts[0].place: choice})
    lea = person(home, "Léa Marchetti")

    assert home.reader.number("SELECT ideal_gap_days FROM person WHERE id = :lea", lea=lea) == days
    assert taken.notes == (choice is Choice.BLEND)


def test_taking_over_is_one_step_that_can_be_taken_back_and_taken_again(home: Desk, visit: bringing.Visit):
    before = archive_of(home)
    bringing.take_over(home, visit, {})
    after = archive_of(home)

    undone = home.undo()
    assert undone is not None
    assert undone.label is Label.TAKE_OVER
    assert archive_of(home) == before
    home.redo()
    assert archive_of(home) == after


def test_what_was_taken_over_is_not_offered_again(home: Desk, visit: bringing.Visit, lived: Path):
    bringing.take_over(home, visit, {})
    again = bringing.look_into(bringing.home_of(home), lived)
    again.close()

    assert not again.findings.is_new
    assert [one for one in again.story.people if one.there] == []
    assert again.story.conflicts == ()


def test_what_was_taken_back_is_offered_again(home: Desk, visit: bringing.Visit, lived: Path):
    bringing.take_over(home, visit, {})
    home.undo()
    again = bringing.look_into(bringing.home_of(home), lived)
    again.close()

    assert again.findings.is_new
    assert again.story == visit.story


def test_a_desk_goes_to_and_fro_and_only_what_is_new_comes_each_time(
    returned: Travel, home: Desk, visit: bringing.Visit
):
    travel = returned
    bringing.take_over(home, visit, {})
    home.close()
    second = travel.pack(travel.home, "second.reldesk")
    there = travel.open(travel.away)
    remember_fact(there, person(there, "Sacha Vidal"), Fact("plays the cello"))
    look = bringing.look_into(bringing.home_of(there), second)
    names = [one.name for one in look.story.people if one.there]
    bringing.take_over(there, look, {})
    look.close()
    there.close()
    third = travel.pack(travel.away, "third.reldesk")
    here = travel.open(travel.home)
    back = bringing.look_into(bringing.home_of(here), third)
    lines = [line for one in back.story.people for line in told(one.there)]
    bringing.take_over(here, back, {})
    back.close()

    assert look.story.conflicts == back.story.conflicts == ()
    assert names == ["Léa Marchetti", "Noor Benali"]
    assert lines == [(Kind.NEW, "fact: plays the cello")]
    assert_sound(here)
    here.close()


def test_new_rows_come_above_what_came_from_a_computer_whose_clock_is_ahead(travel: Travel):
    ahead = travel.away.opened(clock_at(DAY + timedelta(days=4000)))
    create_person(ahead, Card(display_name="Sacha Vidal"))
    ahead.close()
    path = travel.pack(travel.away, "ahead.reldesk")
    desk = travel.open(travel.home)
    look = bringing.look_into(bringing.home_of(desk), path)
    bringing.take_over(desk, look, {})
    look.close()

    assert create_person(desk, Card(display_name="Jeanne Oury")) > person(desk, "Sacha Vidal")
    desk.close()


def test_a_desk_changed_since_it_was_compared_takes_over_nothing(home: Desk, visit: bringing.Visit):
    set_cadence(home, person(home, "Léa Marchetti"), ideal_days=5, longest_days=9)
    before = archive_of(home)

    with pytest.raises(ChangedMeanwhileError):
        bringing.take_over(home, visit, {visit.story.conflicts[0].place: Choice.THERE})

    assert archive_of(home) == before


def test_somebody_deleted_at_home_and_written_about_away_is_for_the_user_to_decide(travel: Travel):
    here = travel.open(travel.home)
    with here.change(Label.EDIT_PERSON) as session:
        session.connection().exec_driver_sql("DELETE FROM person WHERE display_name = 'Léa Marchetti'")
    here.close()
    there = travel.open(travel.away)
    promise = make_promise(
        there, person_id=person(there, "Léa Marchetti"), side=PromiseSide.I_OWE, what="The shoes"
    )
    keep_promise(there, promise)
    there.close()
    path = travel.pack(travel.away, "back.reldesk")
    here = travel.open(travel.home)
    look = bringing.look_into(bringing.home_of(here), path)
    (conflict,) = look.story.conflicts

    assert (conflict.name, conflict.can_blend, conflict.fields) == ("Léa Marchetti", False, ())
    assert told(conflict.here) == [(Kind.DELETED, "")]
    assert told(conflict.there) == [(Kind.NEW, "promise: I owe · The shoes")]
    bringing.take_over(here, look, {conflict.place: Choice.THERE})
    look.close()
    assert person(here, "Léa Marchetti")
    assert_sound(here)
    here.close()


def test_a_bundle_goes_nowhere_where_a_desk_is(travel: Travel):
    desk = travel.open(travel.home)

    with pytest.raises(OwnFileError):
        carrying.take_along(carrying.depart(desk), travel.home.files.desk)
    with pytest.raises(UnwritableFileError):
        carrying.take_along(carrying.depart(desk), travel.folder / "nowhere" / "away.reldesk")
    assert len(list(kept_states(travel.home.files).iterdir())) == 2
    desk.close()


def test_a_wrong_secret_opens_no_bundle(travel: Travel):
    arrival = settling.arrive(travel.away.files, travel.folder / "away.reldesk")

    for secret in (Secret(passphrase="guess"), Secret(recovery_code="guess")):
        with pytest.raises(ExpectedError):
            settling.key_for(arrival, secret)
    assert not arrival.situation(travel.away.files).has_passphrase
    arrival.close()


def test_the_whole_desk_of_a_bundle_takes_the_place_of_the_one_at_home_which_is_kept(
    returned: Travel, lived: Path
):
    travel = returned
    arrival = settling.arrive(travel.home.files, lived)
    restored = settling.settle_in(arrival.bundle, travel.home.files, travel.home.key, clock_at().now())
    arrival.close()
    here, there = travel.open(travel.home), travel.open(travel.away)

    assert archive_of(here) == archive_of(there)
    assert restored.kept is not None
    assert restored.kept.is_file()
    for desk in (here, there):
        desk.close()


def test_nothing_of_anybody_can_be_read_in_a_bundle_or_in_what_is_kept_of_it(returned: Travel, lived: Path):
    told = archive_text(returned)
    needles = {word for word in re.findall(r"[^\W\d_]{6,}", told) if word.lower() not in OUR_OWN_WORDS}
    files = [path for path in returned.folder.rglob("*") if path.is_file()]

    assert {"Marchetti", "Annecy", "Dinner"} <= needles
    assert any(path.suffix == ".reldesk" for path in files)
    for path in files:
        content = path.read_bytes()
        for needle in needles:
            assert needle.encode() not in content, (path.name, needle)
            assert needle.encode("utf-16-le") not in content, (path.name, needle)


OUR_OWN_WORDS = {"relationdesk", "people", "number", "bundle", "schema", "passphrase", "recovery", "wrapped"}


def archive_text(travel: Travel) -> str:
    """Every text on the desk away, and nothing of the archive's own."""
    desk = travel.open(travel.away)
    rows = json.loads(archive_of(desk))["tables"]
    desk.close()
    (travel.away.files.desk.parent / "state.json").unlink()
    shown = ("person", "fact", "interaction", "preference", "postal_address", "contact_point")
    values = (value for name in shown for row in rows[name] for value in row.values())
    return " ".join(value for value in values if isinstance(value, str))


@pytest.mark.parametrize("flaw", Flaw)
def test_every_flaw_of_a_bundle_is_told_in_a_sentence_that_names_it(flaw: Flaw):
    for language in Language:
        with speaking(language):
            assert "away.reldesk" in sentence(BadBundleError(Path("some", "away.reldesk"), flaw))


def test_every_table_that_is_compared_has_a_name_that_a_user_understands():
    unnamed = [name for name in shapes() if name not in UNTOLD and thing(name) is None]

    assert unnamed == []
    assert {name for name, table in CATALOGUE.items() if table.undo is Undo.UNDOABLE} == set(shapes())


@pytest.mark.parametrize("name", sorted(set(shapes()) - UNTOLD))
def test_every_column_that_a_user_is_told_of_has_a_label(name: str):
    groups = [group for group in shapes()[name].together if group[0] not in QUIET]

    assert [group for group in groups if label(name, group) in group] == []
    told_by = thing(name)
    assert told_by is not None
    assert set(told_by.shown) <= set(shapes()[name].columns)
