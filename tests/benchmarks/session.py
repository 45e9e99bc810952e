"""The interface thread in a scripted session: how long the longest turn of its event loop takes."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from figures import Figure
from setting import Setting

USED = Path(__file__).with_name("used_window.py")
_BUDGET = 50


def longest_turns(setting: Setting) -> Iterator[Figure]:
    """Each step of the session, then the longest of all by the clock and by the thread's own time."""
    steps = _steps(setting)
    for step in steps:
        yield Figure(f"k. longest turn, {step['name']}", "ms", step["clock"])
    longest = max(steps, key=lambda step: step["clock"])
    busiest = max(steps, key=lambda step: step["own"])
    yield Figure(f"k. longest of all, {longest['name']}", "ms", longest["clock"], None, _BUDGET)
    yield Figure(f"k. of the thread's own time, {busiest['name']}", "ms", busiest["own"], None, _BUDGET)


def _steps(setting: Setting) -> list[dict[str, float]]:
    """What the program tells that was used, on a copy of the big desk, since it changes there."""
    source, folder = setting.desk(setting.big), setting.passing()
    for file in (source, source.with_name(f"{source.name}.vault")):
        shutil.copyfile(file, folder / file.name)
    done = subprocess.run(
        [sys.executable, str(USED), str(folder / source.name)],
        stdout=subprocess.PIPE,
        env=setting.surroundings() | {"RELATIONDESK_HOME": str(folder)},
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]
