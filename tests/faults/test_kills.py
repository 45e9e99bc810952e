"""A saved change survives a crash (promise 1)."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from jobs import RIGHT, TORN, Job, consult, consult_hastily, consult_in_halves, work
from kills import Office, office

from operations import Operation, state_of
from real_desk import Made, assert_sound, made_in

KILLS = 200 if os.environ.get("RELATIONDESK_FULL") else 50
ROUND = 10
LONGEST = 0.15
"""Seconds that a consultant lives at most: some twenty operations."""


@dataclass(frozen=True)
class Verdict:
    """How a desk stood after its consultant was killed."""

    acknowledged: int
    was_lost: bool
    is_half: bool


@pytest.fixture(scope="module")
def offices() -> Iterator[Office]:
    with office() as opened:
        yield opened


def killed(
    where: Office, folder: Path, seed: int, job: Job = consult, operations: dict[str, Operation] = RIGHT
) -> Verdict:
    place, twin = folder / f"{seed}", folder / f"{seed}-twin"
    place.mkdir()
    twin.mkdir()
    made = made_in(place)
    after = Random(seed).uniform(0, LONGEST)
    acknowledged = where.killed(job, made.files, made.key, after=after, seed=seed)
    verdict = judged(made, made_in(twin), acknowledged, seed, operations)
    desk = made.opened()
    assert_sound(desk)
    desk.close()
    return verdict


def judged(made: Made, twin: Made, acknowledged: int, seed: int, operations: dict[str, Operation]) -> Verdict:
    """Compare a desk whose consultant was killed with a twin on which the same work is done in peace.

    It has to stand where the last acknowledged operation left it, or where the next one does.
    """
    survivor = made.opened()
    found = state_of(survivor)
    survivor.close()
    desk = twin.opened()
    former, right = [], []
    for done, operation in enumerate(work(desk, seed, operations)):
        (former if done < acknowledged else right).append(state_of(desk))
        if done > acknowledged:
            break
        operation()
    desk.close()
    is_wrong = found not in right
    was_lost = is_wrong and found in former
    return Verdict(acknowledged, was_lost=was_lost, is_half=is_wrong and not was_lost)


@pytest.mark.parametrize("seeds", [range(first, first + ROUND) for first in range(0, KILLS, ROUND)], ids=str)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there(offices: Office, tmp_path: Path, seeds):
    verdicts = [killed(offices, tmp_path, seed) for seed in seeds]

    assert sum(verdict.acknowledged for verdict in verdicts) > ROUND
    assert [verdict for verdict in verdicts if verdict.was_lost or verdict.is_half] == []


def test_the_harness_notices_a_change_that_is_acknowledged_before_it_is_kept(offices: Office, tmp_path: Path):
    assert any(killed(offices, tmp_path, seed, consult_hastily).was_lost for seed in range(12))


def test_the_harness_notices_a_change_that_is_half_there(offices: Office, tmp_path: Path):
    assert any(killed(offices, tmp_path, seed, consult_in_halves, TORN).is_half for seed in range(12))
