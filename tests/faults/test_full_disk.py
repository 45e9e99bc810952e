"""A full disk harms nothing (promise 9)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from full_disk import PAGE, TRIALS, Verdict, in_namespace

STEP = PAGE if os.environ.get("RELATIONDESK_FULL") else 64 * PAGE
HARNESS = Path(__file__).with_name("full_disk.py")


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Verdict]]:
    """How every trial went with every budget."""
    if subprocess.run(in_namespace("true"), capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk in a namespace of their own")
    disk = tmp_path_factory.mktemp("disk")
    words = [sys.executable, str(HARNESS), json.dumps(list(TRIALS)), str(disk), str(STEP)]
    told = subprocess.run(in_namespace(*words), capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    found = [Verdict(**json.loads(line)) for line in told.stdout.splitlines()]
    return {name: [verdict for verdict in found if verdict.trial == name] for name in TRIALS}


@pytest.mark.parametrize("name", TRIALS)
def test_with_any_room_it_is_done_or_leaves_the_old_intact_and_is_done_when_room_returns(
    verdicts: dict[str, list[Verdict]], name: str
):
    *refused, done = verdicts[name]

    assert done.was_done
    assert refused
    assert [verdict for verdict in refused if not verdict.is_as_before] == []
    assert [verdict for verdict in refused if verdict.left_behind] == []
    assert [verdict for verdict in refused if not verdict.works_again] == []


@pytest.mark.parametrize("name", TRIALS)
def test_what_finds_no_room_says_so(verdicts: dict[str, list[Verdict]], name: str):
    said = {verdict.said for verdict in verdicts[name] if not verdict.was_done}

    assert said == {"FullDiskError: The disk is full. What was there before is unharmed; make room first."}
