"""From the command to the first page with its content, each start a process of its own."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from figures import Figure, middle
from setting import USUAL, Setting

BARE = Path(__file__).with_name("bare_window.py")
_ROUNDS = 9


@dataclass(frozen=True)
class Start:
    """How long until the page was painted, on the wall's clock and of the processor, in milliseconds."""

    wall: float
    processor: float


def starting(setting: Setting) -> Iterator[Figure]:
    """Starts of a bare window, the usual desk and the big one, in turns so that all meet the same load."""
    commands = {
        "bare": [sys.executable, str(BARE)],
        "usual": _opening(setting.desk(USUAL)),
        "big": _opening(setting.desk(setting.big)),
    }
    starts: dict[str, list[Start]] = {name: [] for name in commands}
    for command in commands.values():
        _start(command, setting)  # the files are warm from here on
    for _ in range(_ROUNDS):
        for name, command in commands.items():
            starts[name].append(_start(command, setting))
    wall = {name: middle([start.wall for start in each]) for name, each in starts.items()}
    processor = {name: middle([start.processor for start in each]) for name, each in starts.items()}
    bare, usual, big = wall["bare"], wall["usual"], wall["big"]
    yield Figure("a. start to Today painted, beside a bare window", "ms", usual, bare, 3 * bare)
    yield Figure("a. the same, time of the processor", "ms", processor["usual"], processor["bare"])
    yield Figure("a. start on the big desk, beside the usual one", "ms", big, usual, 1.3 * usual)


def _opening(desk: Path) -> list[str]:
    return [sys.executable, "-m", "relationdesk", "--desk", str(desk)]


def _start(command: Sequence[str], setting: Setting) -> Start:
    """Run a command until it says that it has painted, then end it."""
    begun = perf_counter()
    surroundings = setting.surroundings()
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=surroundings, text=True) as process:
        told = process.stderr.readline() if process.stderr else ""
        wall = (perf_counter() - begun) * 1000
        processor = _processor_time(process.pid)
        process.kill()
    if told.strip() != "painted":
        raise ChildProcessError(told)
    return Start(wall, processor)


def _processor_time(process_id: int) -> float:
    """The time that a running process has taken on all its threads; not a number off Linux."""
    threads = Path(f"/proc/{process_id}/task")
    if not threads.exists():
        return float("nan")
    return sum(int((each / "schedstat").read_text().split()[0]) for each in threads.iterdir()) / 1e6
