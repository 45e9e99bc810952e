"""Two real desks that grew apart come together as one change, which can be taken back."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from operations import OPERATIONS, ROW_CHANGES, Operation, a_card, add_someone
from real_desk import DAY, FULL_CARD, PIXEL, Made, archive_of, assert_sound, clock_at, made_in
from relationdesk.desk.bundles.applying import apply_changes
from relationdesk.desk.bundles.comparing import compared
from relationdesk.desk.bundles.errors import ChangedMeanwhileError
from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.contents import rows_of
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import UnfitRowError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.shapes import shapes
from relationdesk.domain.comparing.matters import Choice, Matter, Side
from relationdesk.domain.comparing.merging import planned
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import RoleKind
from relationdesk.work.organisations.commands import add_organisation
from relationdesk.work.organisations.joining import join_organisations
from relationdesk.work.organisations.roles import add_role
from relationdesk.work.organisations.told import Role
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.knowledge import remember_fact
from relationdesk.work.people.merging import merge
from relationdesk.work.people.told import Fact

LATER = DAY + timedelta(days=1)
ALL: dict[str, Operation] = OPERATIONS | {
    name: operation for name, operation in ROW_CHANGES.items() if "trash" not in name
}


class Copies:
    """One desk at home, one away, and what they were when they were one."""

    def __init__(self, folder: Path) -> None:
        self.home = made_in(folder, "home.desk")
        self.away = self._copy("away.desk")
        self.origin = self._copy("origin.desk")

    def part(self) -> None:
        """From now on each goes its own way."""
        for other in (self.away, self.origin):
            shutil.copyfile(self.home.files.desk, other.files.desk)

    def matters(self) -> list[Matter]:
        with (
            self._reading(self.origin) as was,
            self._reading(self.home) as here,
            self._reading(self.away) as there,
        ):
            return compared(was, here, there)

    def take_over(self, desk: Desk, choices: dict[int, Choice] | None = None) -> int:
        plan = planned(shapes(), self.matters(), choices or {})
        with self._reading(self.away) as there, desk.change(Label.IMPORT) as session:
            apply_changes(session.connection(), plan.changes, there)
        return len(plan.changes)

    def _copy(self, name: str) -> Made:
        files = DeskFiles(self.home.files.desk.with_name(name))
        shutil.copyfile(self.home.files.vault, files.vault)
        return replace(self.home, files=files)

    def _reading(self, made: Made) -> "Reading":
        return Reading(open_connection(made.files.desk, made.key, reading=True))


class Reading:
    """A connection that is closed after a block."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Connection:
        return self._connection

    def __exit__(self, *_error: object) -> None:
        self._connection.close()


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    return Copies(tmp_path)


def live(made: Made, seed: int, count: int, day: date = DAY) -> None:
    """Let so much happen on a desk, and close it."""
    chance = Random(seed)
    desk = made.opened(clock_at(day))
    for _ in range(count):
        is_anybody_there = desk.reader.number("SELECT count(*) FROM person") > 0
        (ALL[chance.choice(sorted(ALL))] if is_anybody_there else add_someone)(desk, chance)
    desk.close()


@pytest.mark.parametrize("seed", range(12))
def test_what_was_taken_over_stands_on_a_sound_desk_and_is_taken_back_as_one_step(copies: Copies, seed: int):
    live(copies.home, seed, 12)
    copies.part()
    live(copies.home, seed + 100, seed % 7)
    live(copies.away, seed + 200, 6, LATER)
    chance = Random(seed)
    choices = {place: chance.choice((Choice.THERE, Choice.BLEND)) for place in range(40)}
    desk = copies.home.opened()
    before = archive_of(desk)

    changed = copies.take_over(desk, choices)
    assert_sound(desk)
    after = archive_of(desk)
    desk.undo()
    taken_back = archive_of(desk)
    desk.redo()

    assert changed
    assert taken_back == before
    assert archive_of(desk) == after
    desk.close()


@pytest.mark.parametrize(("choice", "stays"), [(Choice.HERE, "Moulin"), (Choice.THERE, "Olivade")])
def test_organisations_brought_together_away_are_one_at_home_where_that_is_wanted(
    copies: Copies, choice: Choice, stays: str
):
    home = copies.home.opened()
    lea = create_person(home, a_card(Random(1)))
    kept, other = (add_organisation(home, name) for name in ("Olivade", "Moulin"))
    add_role(home, lea, Role(RoleKind.WORKS_FOR, "Moulin", "editor"))
    home.close()
    copies.part()
    away = copies.away.opened(clock_at(LATER))
    join_organisations(away, kept, other)
    away.close()
    desk = copies.home.opened()
    add_role(desk, lea, Role(RoleKind.WORKS_FOR, "Moulin", "trainer"))
    before = archive_of(desk)

    (place,) = (number for number, one in enumerate(copies.matters()) if one.side is Side.BOTH)
    changed = copies.take_over(desk, {place: choice})

    assert_sound(desk)
    roles = {row["title"]: row["organisation_id"] for row in rows_of(desk.reader, "role")}
    assert roles["editor"] == {"Olivade": kept, "Moulin": other}[stays]
    for _step in range(min(changed, 1)):
        desk.undo()
    assert archive_of(desk) == before
    desk.close()


def test_two_who_were_merged_away_are_one_at_home_and_undo_parts_them(
    copies: Copies,
):
    home = copies.home.opened()
    for seed in range(2):
        create_person(home, a_card(Random(seed)))
    home.close()
    copies.part()
    away = copies.away.opened()
    first, second = away.reader.ids("SELECT id FROM person ORDER BY id LIMIT 2")
    merge(away, PersonId(first), PersonId(second), {})
    desk = copies.home.opened()
    before = archive_of(desk)

    copies.take_over(desk)

    assert archive_of(desk) == archive_of(away)
    desk.undo()
    assert archive_of(desk) == before
    for one in (desk, away):
        one.close()


def test_where_nothing_happened_at_home_it_becomes_what_it_is_away(copies: Copies):
    live(copies.home, 3, 12)
    copies.part()
    live(copies.away, 4, 12, LATER)
    desk, other = copies.home.opened(), copies.away.opened()

    copies.take_over(desk)

    assert archive_of(desk) == archive_of(other)
    for one in (desk, other):
        one.close()


def test_pictures_come_over_with_those_whom_they_show(copies: Copies):
    copies.part()
    away = copies.away.opened()
    create_person(away, FULL_CARD)
    away.close()
    desk = copies.home.opened()

    copies.take_over(desk)

    assert desk.reader._rows("SELECT content FROM blob", {}) == [(PIXEL,)]
    desk.close()


def test_a_picture_that_is_not_what_its_name_says_comes_over_with_nothing(copies: Copies):
    copies.part()
    away = copies.away.opened()
    create_person(away, FULL_CARD)
    away.close()
    raw = copies.away.raw()
    raw.execute("UPDATE blob SET content = x'89504e47'")
    raw.close()
    desk = copies.home.opened()
    before = archive_of(desk)

    with pytest.raises(UnfitRowError):
        copies.take_over(desk)

    assert archive_of(desk) == before
    desk.close()


@pytest.mark.parametrize(
    "hostile",
    [
        "UPDATE person SET trashed_at = 'whenever'",
        "UPDATE contact_point SET kind = 'telepathy'",
        "UPDATE contact_point SET value = x'00ff'",
        "UPDATE person SET birth_day = 'eleven'",
    ],
)
def test_a_row_that_no_desk_can_hold_comes_over_with_nothing(copies: Copies, hostile: str):
    desk = copies.home.opened()
    create_person(desk, FULL_CARD)
    desk.close()
    copies.part()
    raw = copies.away.raw()
    raw.execute(hostile)
    raw.close()
    desk = copies.home.opened()
    before = archive_of(desk)

    with pytest.raises(UnfitRowError):
        copies.take_over(desk)

    assert archive_of(desk) == before
    desk.close()


def test_two_tags_that_changed_names_with_each_other_come_over(copies: Copies):
    desk = copies.home.opened()
    create_person(desk, replace(FULL_CARD, tags=("vip", "press")))
    desk.close()
    copies.part()
    raw = copies.away.raw()
    names = dict(raw.execute("SELECT name, id FROM tag").fetchall())
    raw.execute("UPDATE tag SET name = id, name_key = id")
    for old, new in (("vip", "press"), ("press", "vip")):
        raw.execute("UPDATE tag SET name = ?, name_key = ? WHERE id = ?", (new, new, names[old]))
    raw.close()
    desk = copies.home.opened()

    copies.take_over(desk)

    assert dict(desk.reader._rows("SELECT name, id FROM tag", {})) == {
        "vip": names["press"],
        "press": names["vip"],
    }
    desk.close()


def test_a_desk_that_changed_since_it_was_compared_is_left_as_it_is(copies: Copies):
    desk = copies.home.opened()
    person = create_person(desk, FULL_CARD)
    copies.part()
    desk.close()
    copies.part()
    raw = copies.away.raw()
    raw.execute("UPDATE person SET city = 'Lyon'")
    raw.close()
    plan = planned(shapes(), copies.matters(), {})
    desk = copies.home.opened()
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text("UPDATE person SET city = 'Lille'"))
    remember_fact(desk, person, Fact("39"))
    before = archive_of(desk)

    with copies._reading(copies.away) as there, pytest.raises(ChangedMeanwhileError):  # noqa: SIM117 - one claim
        with desk.change(Label.IMPORT) as session:
            apply_changes(session.connection(), plan.changes, there)

    assert archive_of(desk) == before
    desk.close()
