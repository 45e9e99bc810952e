"""What a process does on a desk until it is killed or has done (promise 1 and after).

A job says `begun` once it may be killed, and acknowledges each thing that has to survive. Operations are
declared in `operations`; to have something else killed, add a job.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from operations import BESIDES, OPERATIONS, Operation, add_someone, note_something
from real_desk import clock_at
from relationdesk.desk import migrating
from relationdesk.desk.backups.restoring import restore
from relationdesk.desk.backups.shelf import backups_of
from relationdesk.desk.bundles.unpacking import unpacked
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.last_talk import count_some_again
from relationdesk.desk.moving import move_desk
from relationdesk.desk.opening import look, open_desk
from relationdesk.desk.salvage.saving import save
from relationdesk.domain.card import Card
from relationdesk.domain.labels import Label
from relationdesk.work.bundles import bringing, carrying, settling
from relationdesk.work.people.commands import create_person


@dataclass(frozen=True)
class Telling:
    """How a job tells of itself: by bytes in a pipe and in a file, which outlive it."""

    pipe: int
    record: int

    def begun(self) -> None:
        """From now on it may be killed."""
        os.write(self.pipe, b".")

    def acknowledge(self) -> None:
        """What was done last has to survive."""
        os.write(self.record, b".")


Job = Callable[[DeskFiles, DeskKey, int, Telling], None]


def torn(desk: Desk, chance: Random) -> None:
    """A command with a fault: it makes its change in two transactions."""
    create_person(desk, Card(display_name=str(chance.random())))
    note_something(desk, chance)


RIGHT: dict[str, Operation] = OPERATIONS | BESIDES
TORN: dict[str, Operation] = {"torn": torn}


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


def consult(files: DeskFiles, key: DeskKey, seed: int, telling: Telling) -> None:
    """Work, acknowledging each operation."""
    _consult(files, key, seed, telling, RIGHT)


def consult_in_halves(files: DeskFiles, key: DeskKey, seed: int, telling: Telling) -> None:
    """The same, with commands that make their change in two transactions."""
    _consult(files, key, seed, telling, TORN)


def consult_hastily(files: DeskFiles, key: DeskKey, seed: int, telling: Telling) -> None:
    """The same, but each operation is acknowledged before it is done."""
    desk = Desk(files, key, clock_at())
    for operation in work(desk, seed, RIGHT):
        telling.acknowledge()
        operation()
        telling.begun()


def count_again(files: DeskFiles, key: DeskKey, _seed: int, telling: Telling) -> None:
    """Count everybody again who waits for it, a person at a time."""
    desk = Desk(files, key, clock_at())
    telling.begun()
    is_more = True
    while is_more:
        with desk.change_plainly(Label.EDIT_MY_DETAILS) as connection:
            is_more = count_some_again(connection, 1)
        telling.acknowledge()


def _consult(
    files: DeskFiles, key: DeskKey, seed: int, telling: Telling, operations: dict[str, Operation]
) -> None:
    desk = Desk(files, key, clock_at())
    for operation in work(desk, seed, operations):
        operation()
        telling.acknowledge()
        telling.begun()


def migrate(files: DeskFiles, key: DeskKey, _seed: int, telling: Telling) -> None:
    """Open a desk of an earlier version, which is backed up and brought up to date."""
    telling.begun()
    open_desk(look(files), key, clock_at())
    telling.acknowledge()


def migrate_bit_by_bit(files: DeskFiles, key: DeskKey, seed: int, telling: Telling) -> None:
    """The same with an engine that begins no transaction, as the driver's own ways would have it."""
    migrating.make_engine = lambda path, connect: create_engine(
        f"sqlite:///{path.as_posix()}", module=dbapi2, creator=connect, poolclass=StaticPool
    )
    migrate(files, key, seed, telling)


def save_readable(files: DeskFiles, key: DeskKey, _seed: int, telling: Telling) -> None:
    """Put what can be read of a damaged desk in its place."""
    telling.begun()
    save(files, key, lambda _table, _identity: None)
    telling.acknowledge()


def restore_backup(files: DeskFiles, key: DeskKey, _seed: int, telling: Telling) -> None:
    """Put the newest backup in the place of a damaged desk."""
    backup = backups_of(files)[0]
    telling.begun()
    restore(files, backup.path, key, clock_at().now())
    telling.acknowledge()


def bundle_of(files: DeskFiles) -> Path:
    """Where the bundle of a desk is written to, and comes from."""
    return files.desk.with_name("travel.reldesk")


def pack_bundle(files: DeskFiles, key: DeskKey, _seed: int, telling: Telling) -> None:
    """Take a desk along in a bundle."""
    desk = Desk(files, key, clock_at())
    departure = carrying.depart(desk)
    telling.begun()
    carrying.take_along(departure, bundle_of(files))
    telling.acknowledge()


def settle_bundle(files: DeskFiles, key: DeskKey, _seed: int, telling: Telling) -> None:
    """Make the desk of a bundle the one of this computer."""
    telling.begun()
    bundle = unpacked(bundle_of(files), files.desk.parent)
    settling.settle_in(bundle, files, key, clock_at().now())
    telling.acknowledge()


def take_bundle_over(files: DeskFiles, key: DeskKey, _seed: int, telling: Telling) -> None:
    """Take over what changed in a bundle."""
    desk = Desk(files, key, clock_at())
    visit = bringing.look_into(bringing.home_of(desk), bundle_of(files))
    telling.begun()
    bringing.take_over(desk, visit, {})
    telling.acknowledge()


def move_away(files: DeskFiles, key: DeskKey, _seed: int, telling: Telling) -> None:
    """Move a desk to a folder beside its own."""
    telling.begun()
    move_desk(files, key, DeskFiles(files.desk.parent / "safe" / "my.desk"))
    telling.acknowledge()


JOBS: dict[str, Job] = {
    job.__name__: job
    for job in (
        consult,
        consult_in_halves,
        consult_hastily,
        migrate,
        migrate_bit_by_bit,
        save_readable,
        restore_backup,
        pack_bundle,
        settle_bundle,
        take_bundle_over,
        move_away,
        count_again,
    )
}
