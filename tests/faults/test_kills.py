"""A saved change survives a crash (promise 1)."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from kills import RIGHT, TORN, Office, Verdict, judged, office

from real_desk import assert_sound, made_in

KILLS = 200 if os.environ.get("RELATIONDESK_FULL") else 50
ROUND = 10
LONGEST = 0.2
"""Seconds that a consultant lives at most: some twenty operations."""


@pytest.fixture(scope="module")
def right_office() -> Iterator[Office]:
    with office() as opened:
        yield opened


def killed(where: Office, folder: Path, seed: int, operations: dict) -> Verdict:
    place, twin = folder / f"{seed}", folder / f"{seed}-twin"
    place.mkdir()
    twin.mkdir()
    made = made_in(place)
    acknowledged = where.killed_on(made, seed, Random(seed).uniform(0, LONGEST))
    verdict = judged(made, made_in(twin), acknowledged, seed, operations)
    desk = made.opened()
    assert_sound(desk)
    desk.close()
    return verdict


@pytest.mark.parametrize("seeds", [range(first, first + ROUND) for first in range(0, KILLS, ROUND)], ids=str)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there(right_office: Office, tmp_path: Path, seeds):
    verdicts = [killed(right_office, tmp_path, seed, RIGHT) for seed in seeds]

    assert sum(verdict.acknowledged for verdict in verdicts) > ROUND
    assert [verdict for verdict in verdicts if verdict.was_lost or verdict.is_half] == []


def test_the_harness_notices_a_change_that_is_acknowledged_before_it_is_kept(tmp_path: Path):
    with office("early") as hasty:
        assert any(killed(hasty, tmp_path, seed, RIGHT).was_lost for seed in range(8))


def test_the_harness_notices_a_change_that_is_half_there(tmp_path: Path):
    with office("torn") as careless:
        assert any(killed(careless, tmp_path, seed, TORN).is_half for seed in range(8))
