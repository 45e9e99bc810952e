"""Work on a desk with all that it does on the disk recorded (promise 2).

Run as a script it carries out one of `TASKS` and leaves a list of events for `disk.Disk`. To have something
new cut off, add it there: a task tells, by what it yields, each time that something is acknowledged and how
the desk stands then.
"""

import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "faults")]

from disk import Event  # noqa: E402
from jobs import RIGHT, work  # noqa: E402
from recorder import Recorder  # noqa: E402

from operations import CODES, state_of  # noqa: E402
from real_desk import clock_at  # noqa: E402
from relationdesk.desk.connection import SETTINGS  # noqa: E402
from relationdesk.desk.desk import Desk  # noqa: E402
from relationdesk.desk.files import DeskFiles  # noqa: E402
from relationdesk.desk.key import DeskKey  # noqa: E402
from relationdesk.desk.making import make_desk  # noqa: E402
from relationdesk.desk.opening import Found, look, open_desk  # noqa: E402
from relationdesk.desk.replacing import make_room_for_coming, take_place  # noqa: E402
from relationdesk.desk.schema import bring_up_to_date  # noqa: E402
from relationdesk.desk.vault import new_vault  # noqa: E402

DAYS, OPERATIONS_A_DAY = 3, 13
"""Between two days the desk is closed, which works the log into the file and removes it."""
PAGES_IN_LOG = 60
"""So few that the log is worked into the file during the day, too."""
NOTHING, LOST = "no desk", "a lost desk"
LAXER = {"normal": 1, "off": 0}
"""Faults: what `synchronous` is set to instead of FULL."""


@dataclass(frozen=True)
class Order:
    """What is to be recorded: a task on the desk of a key, and perhaps a fault that is planted."""

    task: str
    path: str
    key: str
    seed: int = 0
    fault: str = ""


def recorded(order: Order) -> list[Event]:
    """What happens on the disk while an order is carried out."""
    told = Path(order.path).parent.with_suffix(".events")
    subprocess.run([sys.executable, __file__, json.dumps(asdict(order)), str(told)], check=True)
    events: list[Event] = pickle.loads(told.read_bytes())
    return events


def standing(files: DeskFiles, key: DeskKey, proof: Callable[[Desk], None] | None = None) -> str:
    """How a desk stands that is opened as the program opens it; `proof` looks closer."""
    place = look(files)
    if place.found is not Found.LOCKED:
        return NOTHING if place.found is Found.NOTHING else LOST
    desk = open_desk(place, key, clock_at())
    try:
        if proof is not None:
            proof(desk)
        return state_of(desk)
    finally:
        desk.close()


def days_of_work(files: DeskFiles, key: DeskKey, seed: int) -> Iterator[str]:
    """Some days of all that a consultant does."""
    for day in range(DAYS):
        desk = Desk(files, key, clock_at())
        desk.writer._connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_IN_LOG}")
        if day == 0:
            yield state_of(desk)
        for _, operation in zip(range(OPERATIONS_A_DAY), work(desk, seed + day, RIGHT), strict=False):
            operation()
            yield state_of(desk)
        desk.close()


def _standing_elsewhere(desk: bytes, vault: bytes, key: DeskKey) -> str:
    """How a desk stands, looked at in a copy that nobody records."""
    with TemporaryDirectory() as elsewhere:
        same = DeskFiles(Path(elsewhere) / "my.desk")
        same.desk.write_bytes(desk)
        same.vault.write_bytes(vault)
        return standing(same, key)


def making(files: DeskFiles, key: DeskKey, _seed: int) -> Iterator[str]:
    """A new desk."""
    vault = new_vault(key, CODES[0])
    with TemporaryDirectory() as elsewhere:
        same = DeskFiles(Path(elsewhere) / "my.desk")
        make_desk(same, key, vault)
        made = standing(same, key)
    yield standing(files, key)
    make_desk(files, key, vault)
    yield made


def replacing(files: DeskFiles, key: DeskKey, _seed: int) -> Iterator[str]:
    """The desk beside it, called `other.desk`, takes its place."""
    other = files.desk.with_name("other.desk").read_bytes()
    replaced = _standing_elsewhere(other, files.vault.read_bytes(), key)
    yield standing(files, key)
    make_room_for_coming(files).write_bytes(other)
    take_place(files)
    yield replaced


def migrating(files: DeskFiles, key: DeskKey, _seed: int) -> Iterator[str]:
    """A desk of an earlier version is brought up to date, which every opening does."""
    always = _standing_elsewhere(files.desk.read_bytes(), files.vault.read_bytes(), key)
    yield always
    bring_up_to_date(files.desk, key)
    yield always


TASKS: dict[str, Callable[[DeskFiles, DeskKey, int], Iterator[str]]] = {
    "days of work": days_of_work,
    "making": making,
    "replacing": replacing,
    "migrating": migrating,
}


def main(order: Order, told: Path) -> None:
    """Carry an order out, and leave what happened in `told`."""
    files = DeskFiles(Path(order.path))
    recorder = Recorder(files.desk.parent)
    if order.fault in LAXER:
        SETTINGS["synchronous"] = LAXER[order.fault]
    recorder.listen_to_sqlite()
    recorder.listen_to_python(syncs=order.fault != "files unsynced")
    for state in TASKS[order.task](files, DeskKey(bytes.fromhex(order.key)), order.seed):
        recorder.acknowledge(state)
    told.write_bytes(pickle.dumps(recorder.events))


if __name__ == "__main__":
    main(Order(**json.loads(sys.argv[1])), Path(sys.argv[2]))
