"""A consultant's process that is killed at any moment (promise 1).

Run as a script this is an office: it has imported everything, and for each line it is given it forks a
consultant, who works on a desk until killed. Every operation that a consultant has finished is acknowledged
by one line in a file. The order of operations, and so every state of the desk, follows from the seed.

An operation is declared in `operations`.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from operations import (  # noqa: E402
    BESIDES,
    OPERATIONS,
    Operation,
    add_someone,
    note_something,
    state_of,
)
from real_desk import Made, clock_at  # noqa: E402
from relationdesk.desk.desk import Desk  # noqa: E402
from relationdesk.desk.files import DeskFiles  # noqa: E402
from relationdesk.desk.key import DeskKey  # noqa: E402
from relationdesk.domain.card import Card  # noqa: E402
from relationdesk.work.people.commands import create_person  # noqa: E402


def torn(desk: Desk, chance: Random) -> None:
    """A command with a fault: it makes its change in two transactions."""
    create_person(desk, Card(display_name=str(chance.random())))
    note_something(desk, chance)


RIGHT: dict[str, Operation] = OPERATIONS | BESIDES
TORN: dict[str, Operation] = {"torn": torn}


@dataclass(frozen=True)
class Verdict:
    """How a desk stood after its consultant was killed."""

    acknowledged: int
    was_lost: bool
    is_half: bool


def work(desk: Desk, seed: int, operations: dict[str, Operation]) -> Iterator[Callable[[], None]]:
    """Operations without end, in the order that the seed decides; each is carried out by calling it."""
    chance = Random(seed)
    yield lambda: add_someone(desk, chance)
    names = sorted(operations)
    while True:
        name = chance.choice(names)
        yield lambda name=name: _carry_out(operations[name], desk, chance)


def _carry_out(operation: Operation, desk: Desk, chance: Random) -> None:
    is_anybody_there = desk.reader.number("SELECT count(*) FROM person") > 0
    (operation if is_anybody_there else add_someone)(desk, chance)


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


class Office:
    """Gives one consultant after the other."""

    def __init__(self, fault: str = "") -> None:
        command = [sys.executable, str(Path(__file__)), fault]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def killed_on(self, made: Made, seed: int, after: float) -> int:
        """Let a consultant work and kill them after so many seconds; how much they had acknowledged."""
        record = made.files.desk.with_name("acknowledged")
        order = [str(made.files.desk), made.key.raw.hex(), seed, str(record), after]
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "killed\n"
        return len(record.read_bytes())

    def close(self) -> None:
        """Send everybody home."""
        self._process.communicate(timeout=30)


@contextmanager
def office(fault: str = "") -> Iterator[Office]:
    """An office that is closed after the block; `fault` plants one."""
    opened = Office(fault)
    try:
        yield opened
    finally:
        opened.close()


def main(fault: str) -> None:
    """Fork a consultant for each line that comes in, and kill it."""
    for line in sys.stdin:
        desk, key, seed, record, after = json.loads(line)
        ready, begun = os.pipe()
        child = os.fork()
        if child == 0:
            consult(Path(desk), key, seed, record=record, begun=begun, fault=fault)
        os.close(begun)
        os.read(ready, 1)
        os.close(ready)
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        sys.stdout.write("killed\n")
        sys.stdout.flush()


def consult(path: Path, key: str, seed: int, *, record: str, begun: int, fault: str) -> None:
    """Work until killed, acknowledging each operation by one byte."""
    acknowledged = os.open(record, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
    desk = Desk(DeskFiles(path), DeskKey(bytes.fromhex(key)), clock_at())
    for number, operation in enumerate(work(desk, seed, TORN if fault == "torn" else RIGHT)):
        if fault == "early":
            os.write(acknowledged, b".")
        operation()
        if fault != "early":
            os.write(acknowledged, b".")
        if number == 0:
            os.write(begun, b".")


if __name__ == "__main__":
    main(sys.argv[1])
