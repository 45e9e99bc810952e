"""A desk that travels is killed on the way: there is one whole desk at any moment, and a bundle or none."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest
from cutting import cut_off_after
from jobs import bundle_of, move_away, pack_bundle, settle_bundle, take_bundle_over
from kills import Office, office

from operations import OPERATIONS, add_someone
from real_desk import DAY, Made, archive_of, assert_sound, clock_at, made_in
from relationdesk.desk.bundles.form import prove_bundle
from relationdesk.desk.bundles.lineage import kept_states
from relationdesk.desk.bundles.unpacking import prove, unpacked
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.forwarding import place_after_moves
from relationdesk.desk.moving import move_desk
from relationdesk.desk.opening import Found, look, open_desk
from relationdesk.work.bundles import bringing, carrying, settling

KILLS = 50 if os.environ.get("RELATIONDESK_FULL") else 6
"""Of each kind of journey."""


@pytest.fixture(scope="module")
def staff() -> Iterator[Office]:
    with office() as opened:
        yield opened


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A desk that was taken along, and the bundle in which it came back with other things on it."""
    folder = tmp_path_factory.mktemp("pattern")
    home = made_in(folder)
    live(home, 1, 15)
    pack(home, clock_days=1)
    away = DeskFiles(folder / "away" / "my.desk")
    away.desk.parent.mkdir()
    (state,) = kept_states(home.files).glob("*.desk")
    shutil.copyfile(state, away.desk)
    shutil.copyfile(home.files.vault, away.vault)
    live(replace(home, files=away), 2, 12, clock_days=5)
    pack(replace(home, files=away), clock_days=6)
    bundle_of(away).replace(bundle_of(home.files))
    shutil.rmtree(away.desk.parent)
    live(home, 3, 3, clock_days=7)
    return home


def live(made: Made, seed: int, count: int, *, clock_days: int = 0) -> None:
    """Let so much happen on a desk."""
    desk, chance = opened(made.files, made, clock_days), Random(seed)
    for name in ["add", *(chance.choice(sorted(OPERATIONS)) for _ in range(count))]:
        OPERATIONS.get(name, add_someone)(desk, chance)
    desk.close()


def pack(made: Made, *, clock_days: int) -> None:
    desk = opened(made.files, made, clock_days)
    carrying.take_along(carrying.depart(desk), bundle_of(made.files))
    desk.close()


def opened(files: DeskFiles, made: Made, days: int = 0) -> Desk:
    return open_desk(look(files), made.key, clock_at(DAY + timedelta(days=days)))


def told(files: DeskFiles, made: Made) -> bytes:
    """What is on a desk, which is sound."""
    desk = opened(files, made)
    assert_sound(desk)
    archive = archive_of(desk)
    desk.close()
    (files.desk.parent / "state.json").unlink()
    return archive


@pytest.fixture
def copied(pattern: Made, tmp_path: Path):
    """Gives copies of the pattern, each in a folder of its own."""

    def copy(name: str) -> Made:
        shutil.copytree(pattern.files.desk.parent, tmp_path / name)
        return replace(pattern, files=DeskFiles(tmp_path / name / "my.desk"))

    return copy


def after(seed: int, longest: float) -> float:
    return Random(seed).uniform(0, longest)


def test_packing_that_is_killed_leaves_the_former_bundle_or_a_whole_one(copied, staff: Office):
    twin = copied("twin")
    before, former = told(twin.files, twin), bundle_of(twin.files).read_bytes()
    for seed in range(KILLS):
        made = copied(f"{seed}")
        acknowledged = staff.killed(pack_bundle, made.files, made.key, after=after(seed, 0.35))

        written = bundle_of(made.files)
        assert written.read_bytes() == former or prove_bundle(written).people > 0
        assert not acknowledged or written.read_bytes() != former
        carried = unpacked(written, made.files.desk.parent)
        prove(carried, made.key)
        carried.close()
        desk = opened(made.files, made)
        assert without_given(archive_of(desk)) == without_given(before)
        carrying.take_along(carrying.depart(desk), written)
        desk.close()


def test_packing_that_is_cut_off_anywhere_leaves_the_former_bundle_or_a_whole_one(copied):
    made = copied("cut")
    former = bundle_of(made.files).read_bytes()
    desk = opened(made.files, made)
    departure = carrying.depart(desk)
    for number in count():
        with cut_off_after(number) as left:
            carrying.take_along(departure, bundle_of(made.files))
            if left:
                break
        written = bundle_of(made.files).read_bytes()
        assert written == former or prove_bundle(bundle_of(made.files)).number == departure.head.number
        bundle_of(made.files).write_bytes(former)
    assert number > 10
    desk.close()


def test_a_move_that_is_cut_off_anywhere_leaves_one_place_that_opens_the_whole_desk(copied):
    twin = copied("twin")
    before = told(twin.files, twin)
    for number in count():
        made = copied(f"cut-{number}")
        to = DeskFiles(made.files.desk.parent / "safe" / "my.desk")
        with cut_off_after(number) as left:
            move_desk(made.files, made.key, to)
            if left:
                break
        assert told(DeskFiles(place_after_moves(made.files.desk)), made) == before
        shutil.rmtree(made.files.desk.parent)
    assert number > 20


def without_given(archive: bytes) -> list[bytes]:
    """An archive without the line that remembers which bundles were made."""
    return [line for line in archive.splitlines() if b"bundles.given" not in line]


def test_settling_that_is_killed_leaves_no_desk_or_the_whole_one(copied, staff: Office, tmp_path: Path):
    expected = None
    for seed in range(KILLS):
        made = copied(f"{seed}")
        there = DeskFiles(made.files.desk.parent / "new" / "my.desk")
        there.desk.parent.mkdir()
        bundle_of(made.files).replace(bundle_of(there))
        staff.killed(settle_bundle, there, made.key, after=after(seed, 0.9))

        if look(there).found is Found.NOTHING:
            bundle = unpacked(bundle_of(there), there.desk.parent)
            settling.settle_in(bundle, there, made.key, clock_at().now())
            bundle.close()
        expected = expected or told(there, made)
        assert told(there, made) == expected


def test_taking_over_that_is_killed_leaves_all_of_it_or_nothing(copied, staff: Office):
    twin = copied("twin")
    before = told(twin.files, twin)
    desk = opened(twin.files, twin)
    take_over(desk)
    desk.close()
    whole = told(twin.files, twin)
    assert whole != before
    for seed in range(KILLS):
        made = copied(f"{seed}")
        acknowledged = staff.killed(take_bundle_over, made.files, made.key, after=after(seed, 0.12))

        found = told(made.files, made)
        assert found in ([whole] if acknowledged else [before, whole])
        desk = opened(made.files, made)
        take_over(desk)
        desk.close()
        assert told(made.files, made) == whole


def take_over(desk: Desk) -> None:
    visit = bringing.look_into(bringing.home_of(desk), bundle_of(desk.files))
    bringing.take_over(desk, visit, {})
    visit.close()


def test_a_move_that_is_killed_leaves_one_place_that_opens_the_whole_desk(copied, staff: Office):
    twin = copied("twin")
    before = told(twin.files, twin)
    for seed in range(KILLS):
        made = copied(f"{seed}")
        to = DeskFiles(made.files.desk.parent / "safe" / "my.desk")
        acknowledged = staff.killed(move_away, made.files, made.key, after=after(seed, 0.35))

        place = DeskFiles(place_after_moves(made.files.desk))
        assert place == to or not acknowledged
        assert told(place, made) == before
        if place != to:
            move_desk(made.files, made.key, to)
            assert place_after_moves(made.files.desk) == to.desk
            assert told(to, made) == before
