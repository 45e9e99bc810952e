"""Resident memory of the whole program, with a desk open and searched. Linux alone tells it from outside."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from figures import Figure
from setting import Setting

BARE = Path(__file__).with_name("bare_window.py")
SEARCHED = Path(__file__).with_name("searched_window.py")
MEDIUM = 10_000


def memory(setting: Setting) -> Iterator[Figure]:
    """The big desk and one of 10,000 people, both beside a bare window."""
    bare = _resident([sys.executable, str(BARE)], setting)
    for people, target in ((setting.big, 260), (MEDIUM, 150)):
        resident = _resident([sys.executable, str(SEARCHED), str(setting.desk(people))], setting)
        yield Figure(f"j. memory, {people:,} people open and searched", "MB", resident, bare, target)


def _resident(command: Sequence[str], setting: Setting) -> float:
    """Megabytes in memory once the command says that it is ready."""
    surroundings = setting.surroundings()
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=surroundings, text=True) as process:
        lines = iter(process.stderr or ())
        while next(lines).strip() != ("searched" if str(SEARCHED) in command else "painted"):
            pass
        status = Path(f"/proc/{process.pid}/status")
        told = dict(line.split(":", 1) for line in status.read_text().splitlines()) if status.exists() else {}
        process.kill()
    return int(told["VmRSS"].split()[0]) / 1024 if told else float("nan")
