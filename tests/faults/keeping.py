"""Backups and restorings in a process that is killed: at any moment, or before it touches a certain file.

Run as a script this is an office: it has imported everything, and for each line it is given it forks a
process that does the work, and kills it with SIGKILL or lets it kill itself.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from real_desk import clock_at  # noqa: E402
from relationdesk.desk.backups import making  # noqa: E402
from relationdesk.desk.backups.restoring import restore  # noqa: E402
from relationdesk.desk.backups.shelf import Backup, backups_of, take_off  # noqa: E402
from relationdesk.desk.checking import Step  # noqa: E402
from relationdesk.desk.desk import Desk  # noqa: E402
from relationdesk.desk.files import DeskFiles  # noqa: E402
from relationdesk.desk.key import DeskKey  # noqa: E402
from relationdesk.domain.card import Card  # noqa: E402
from relationdesk.work.backups import making as work_making  # noqa: E402
from relationdesk.work.backups.making import back_up  # noqa: E402
from relationdesk.work.backups.source import Source  # noqa: E402
from relationdesk.work.people.commands import create_person  # noqa: E402

_TOUCHING = frozenset({"open", "os.rename", "os.remove", "os.utime", "os.mkdir"})
"""What Python tells of before it is done (docs.python.org/3/library/audit_events.html)."""
_FEW_PAGES = 20


@dataclass(frozen=True)
class Order:
    """What to do, and when to be killed: after so many seconds, or at so many moments of it."""

    work: str
    desk: str
    key: str
    backup: str = ""
    after: float | None = None
    moment: int | None = None
    fault: str = ""


def carry_out(order: Order, step: Step) -> None:
    """Do what was ordered, until killed."""
    files, key = DeskFiles(Path(order.desk)), DeskKey(bytes.fromhex(order.key))
    making._PAGES_AT_ONCE = _FEW_PAGES
    if order.fault in _FAULTS:
        _FAULTS[order.fault]()
    if order.work == "restore":
        restore(files, Path(order.backup), key, clock_at().now(), step)
        return
    if order.work == "back up at work":
        Thread(target=_write_meanwhile, args=(files, key), daemon=True).start()
    for _ in range(2):
        back_up(Source(files, key, clock_at()), step)


def _fill_in_place() -> None:
    """A fault: a backup is filled under its own name, with its vault beside it."""
    making.part_beside = _under_its_name


@contextmanager
def _under_its_name(path: Path) -> Iterator[Path]:
    path.touch()
    of_desk = DeskFiles(path.parent.with_name(path.parent.name.removesuffix(".backups")))
    DeskFiles(path).vault.write_bytes(of_desk.vault.read_bytes())
    yield path


def _thin_first() -> None:
    """A fault: what is there goes before what comes is made."""
    right = making.make_backup

    def hasty(files: DeskFiles, key: DeskKey, now: datetime, step: Step) -> Backup:
        for backup in backups_of(files):
            take_off(backup)
        return right(files, key, now, step)

    work_making.make_backup = hasty


_FAULTS = {"in place": _fill_in_place, "thin first": _thin_first}


def _write_meanwhile(files: DeskFiles, key: DeskKey) -> None:
    desk = Desk(files, key, clock_at())
    for number in range(1000):
        create_person(desk, Card(display_name=f"Meanwhile {number}"))


class _Moments:
    """Counts the files that are touched and the steps that are told, and dies at one of them."""

    def __init__(self, deadly: int | None) -> None:
        self.passed = 0
        self._deadly = deadly
        sys.addaudithook(self._watch)

    def step(self, _done: int, _total: int) -> None:
        """The work is going on."""
        if self.passed == self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        self.passed += 1

    def _watch(self, event: str, _arguments: tuple[object, ...]) -> None:
        if event in _TOUCHING:
            self.step(0, 0)


class Office:
    """Has work done, and killed."""

    def __init__(self) -> None:
        command = [sys.executable, str(Path(__file__))]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def was_killed(self, order: Order) -> bool:
        """Carry an order out; False when it was done before it could be killed."""
        return self.moments(order) is None

    def moments(self, order: Order) -> int | None:
        """Carry an order out; how many moments it has, None when it was killed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        told = self._process.stdout.readline().strip()
        return None if told == "killed" else int(told)

    def close(self) -> None:
        """Send everybody home."""
        self._process.communicate(timeout=30)


@contextmanager
def office() -> Iterator[Office]:
    """An office that is closed after the block."""
    opened = Office()
    try:
        yield opened
    finally:
        opened.close()


def main() -> None:
    """Fork a process for each line that comes in, and see it die."""
    for line in sys.stdin:
        order = Order(**json.loads(line))
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            moments = _Moments(order.moment)
            carry_out(order, moments.step)
            os.write(tell, str(moments.passed).encode())
            os._exit(0)
        os.close(tell)
        if order.after is not None:
            time.sleep(order.after)
            os.kill(child, signal.SIGKILL)
        _pid, status = os.waitpid(child, 0)
        passed = os.read(told, 20).decode()
        os.close(told)
        sys.stdout.write("killed\n" if os.WIFSIGNALED(status) else f"{passed}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
