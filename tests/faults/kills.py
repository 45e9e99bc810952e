"""Processes that are killed at any moment (promise 1).

Run as a script this is an office: it has imported everything, and for each line it is given it forks a
process that carries out one of `jobs.JOBS` until it is killed, or has done.
"""

import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "faults")]

from jobs import JOBS, Job, Telling  # noqa: E402

from relationdesk.desk.files import DeskFiles  # noqa: E402
from relationdesk.desk.key import DeskKey  # noqa: E402


@dataclass(frozen=True)
class Order:
    """A job on a desk, and how many seconds after it has begun it is killed."""

    job: str
    desk: str
    key: str
    after: float
    seed: int = 0

    @property
    def record(self) -> Path:
        """Where each acknowledgement is a byte."""
        return Path(self.desk).with_name("acknowledged")


class Office:
    """Has one job after the other begun and killed."""

    def __init__(self) -> None:
        command = [sys.executable, str(Path(__file__))]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def killed(self, job: Job, files: DeskFiles, key: DeskKey, *, after: float, seed: int = 0) -> int:
        """Have a job begin and kill it; how much it had acknowledged."""
        order = Order(job.__name__, str(files.desk), key.raw.hex(), after, seed)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(vars(order)) + "\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "killed\n"
        return len(order.record.read_bytes())

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
    """Fork a process for each line that comes in, and kill it."""
    for line in sys.stdin:
        order = Order(**json.loads(line))
        ready, begun = os.pipe()
        child = os.fork()
        if child == 0:
            carry_out(order, begun)
        os.close(begun)
        os.read(ready, 1)
        time.sleep(order.after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(ready)
        sys.stdout.write("killed\n")
        sys.stdout.flush()


def carry_out(order: Order, begun: int) -> None:
    """Do the job of an order; the process ends with it."""
    record = os.open(order.record, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
    files, key = DeskFiles(Path(order.desk)), DeskKey(bytes.fromhex(order.key))
    try:
        JOBS[order.job](files, key, order.seed, Telling(begun, record))
    except BaseException:  # noqa: BLE001 - told to the test, and the process ends here
        traceback.print_exc()
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
