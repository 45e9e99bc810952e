"""A disk with room for so much and no more (promise 9).

Run as a script in a mount namespace of its own, it mounts a small file system in memory and carries out each
of `TRIALS` with every budget of free bytes, from none upwards, until there is room enough. It prints a
verdict a line. To put something else to the test, add a trial.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "faults")]

from golden import KEY, golden_desks  # noqa: E402
from operations import CODES, add_someone, bring_in, state_of  # noqa: E402
from real_desk import DAY, FULL_CARD, clock_at, made_in  # noqa: E402
from relationdesk.desk.backups.making import make_backup  # noqa: E402
from relationdesk.desk.backups.restoring import restore  # noqa: E402
from relationdesk.desk.backups.shelf import backups_of, take_off  # noqa: E402
from relationdesk.desk.desk import Desk  # noqa: E402
from relationdesk.desk.files import DeskFiles  # noqa: E402
from relationdesk.desk.key import DeskKey  # noqa: E402
from relationdesk.desk.opening import look, open_desk  # noqa: E402
from relationdesk.desk.salvage.saving import save as save_readable  # noqa: E402
from relationdesk.domain.errors import ExpectedError  # noqa: E402
from relationdesk.domain.ids import PersonId  # noqa: E402
from relationdesk.language.words import Language, use_language  # noqa: E402
from relationdesk.work.desks.protection import new_recovery_code  # noqa: E402
from relationdesk.work.dossiers.commands import write_dossier  # noqa: E402
from relationdesk.work.errors import sentence  # noqa: E402
from relationdesk.work.exports.commands import export_people, write_archive  # noqa: E402
from relationdesk.work.people.commands import create_person  # noqa: E402

SIZE = 12 * 1024 * 1024
PAGE = 4096
BALLAST = "ballast"
OLD = b"what was there before"


@dataclass(frozen=True)
class Trial:
    """Something that needs room: how it is done, what it changes, and how that is taken back."""

    act: Callable[[], object]
    state: Callable[[], object]
    take_back: Callable[[], object]
    close: Callable[[], object] = field(default=lambda: None)


@dataclass(frozen=True)
class Verdict:
    """How a trial went with a budget: what was said when it was refused, and how everything stood."""

    trial: str
    budget: int
    was_done: bool
    said: str = ""
    is_as_before: bool = True
    left_behind: tuple[str, ...] = ()
    works_again: bool = True


def lived_in(folder: Path) -> Desk:
    """An open desk with a few people."""
    desk = made_in(folder).opened()
    for _ in range(5):
        create_person(desk, FULL_CARD)
    return desk


def with_undo(operation: Callable[[Desk, Random], None]) -> Callable[[Path], Trial]:
    """A change of an open desk."""

    def trial(folder: Path) -> Trial:
        desk = lived_in(folder)
        return Trial(lambda: operation(desk, Random(1)), lambda: state_of(desk), desk.undo, desk.close)

    return trial


def changed_code(folder: Path) -> Trial:
    """The vault is written anew."""
    desk = lived_in(folder)
    new_recovery_code(desk, CODES[0])
    return Trial(
        lambda: new_recovery_code(desk, CODES[1]),
        lambda: state_of(desk),
        lambda: new_recovery_code(desk, CODES[0]),
        desk.close,
    )


def exported(write: Callable[[Desk, Path], object], name: str) -> Callable[[Path], Trial]:
    """A file is written over an older one."""

    def trial(folder: Path) -> Trial:
        desk, path = lived_in(folder), folder / name
        path.write_bytes(OLD)
        return Trial(lambda: write(desk, path), path.read_bytes, lambda: path.write_bytes(OLD), desk.close)

    return trial


def the_dossier(desk: Desk, path: Path) -> None:
    person = PersonId(desk.reader.ids("SELECT id FROM person ORDER BY id")[0])
    write_dossier(desk.reader, person, path, today=DAY)


def backed_up(folder: Path) -> Trial:
    """A backup beside an older one, which stays."""
    desk = lived_in(folder)
    older = make_backup(desk.files, desk.key, desk.clock.now())

    def state() -> list[tuple[str, bytes]]:
        return [(backup.path.name, backup.path.read_bytes()) for backup in backups_of(desk.files)]

    def take_back() -> None:
        for backup in backups_of(desk.files):
            if backup.path != older.path:
                take_off(backup)

    return Trial(lambda: make_backup(desk.files, desk.key, desk.clock.now()), state, take_back, desk.close)


def opened(folder: Path) -> Trial:
    """A desk that is closed is opened."""
    desk = lived_in(folder)
    files, key = desk.files, desk.key
    desk.close()
    return Trial(lambda: open_desk(look(files), key, clock_at()).close(), files.desk.read_bytes, lambda: None)


def migrated(folder: Path) -> Trial:
    """A desk of the first version is backed up and brought up to date."""
    golden, files = golden_desks()[0], DeskFiles(folder / "my.desk")

    def put_there() -> None:
        for path in folder.rglob("*"):
            if path.is_file() and path.name != BALLAST:
                path.unlink()
        files.desk.write_bytes(golden.files.desk.read_bytes())
        files.vault.write_bytes(golden.files.vault.read_bytes())

    put_there()
    return Trial(lambda: open_desk(look(files), KEY, clock_at()).close(), files.desk.read_bytes, put_there)


def rescued(by: Callable[[DeskFiles, DeskKey], object]) -> Callable[[Path], Trial]:
    """Another file takes the place of a desk that is closed."""

    def trial(folder: Path) -> Trial:
        desk = lived_in(folder)
        files, key = desk.files, desk.key
        make_backup(files, key, desk.clock.now())
        desk.close()
        content = files.desk.read_bytes()

        def put_back() -> None:
            for backup in backups_of(files)[:-1]:
                take_off(backup)
            for path in folder.glob("my.desk.former*"):
                path.unlink()
            files.desk.write_bytes(content)

        return Trial(lambda: by(files, key), lambda: files.desk.read_bytes()[PAGE:], put_back)

    return trial


def restore_it(files: DeskFiles, key: DeskKey) -> None:
    restore(files, backups_of(files)[-1].path, key, clock_at().now())


def save_it(files: DeskFiles, key: DeskKey) -> None:
    save_readable(files, key, lambda _table, _identity: None)


TRIALS: dict[str, Callable[[Path], Trial]] = {
    "a person is kept": with_undo(add_someone),
    "people are imported": with_undo(bring_in(30)),
    "the recovery code is changed": changed_code,
    "cards are exported": exported(lambda desk, path: export_people(desk.reader, path), "people.vcf"),
    "an archive is written": exported(lambda desk, path: write_archive(desk.reader, path), "desk.json"),
    "a dossier is written": exported(the_dossier, "dossier.pdf"),
    "a backup is made": backed_up,
    "a desk is opened": opened,
    "a desk is migrated": migrated,
    "a backup is restored": rescued(restore_it),
    "what can be read is saved": rescued(save_it),
}


def verdicts(name: str, folder: Path, step: int) -> Iterator[Verdict]:
    """Carry a trial out with every budget, until there is room enough."""
    trial = TRIALS[name](folder)
    for budget in range(0, SIZE, step):
        before, there = trial.state(), names_in(folder)
        with room_for(budget, folder):
            said, was_done = tried(trial)
            is_as_before = was_done or trial.state() == before
            left = () if was_done else tuple(sorted(names_in(folder) - there - {BALLAST}))
        works_again = was_done or tried(trial) == ("", True)
        trial.take_back()
        yield Verdict(name, budget, was_done, said, is_as_before, left, works_again)
        if was_done:
            break
    trial.close()


def tried(trial: Trial) -> tuple[str, bool]:
    """What was said of a refusal, and whether it was done."""
    try:
        trial.act()
    except ExpectedError as error:
        return f"{type(error).__name__}: {sentence(error)}", False
    return "", True


def names_in(folder: Path) -> set[str]:
    """What lies in a folder, the log of an open desk and whole backups aside."""
    aside = re.compile(r"-(wal|shm)$|[.]backups(/[^.]*Z[.]desk([.]vault)?)?$")
    return {name for path in folder.rglob("*") if not aside.search(name := str(path.relative_to(folder)))}


@contextmanager
def room_for(budget: int, folder: Path) -> Iterator[None]:
    """Leave so many bytes free for the time of the block."""
    disk = os.statvfs(folder)
    with (folder / BALLAST).open("wb") as ballast:
        os.posix_fallocate(ballast.fileno(), 0, max(1, disk.f_bavail * disk.f_frsize - budget))
    try:
        yield
    finally:
        (folder / BALLAST).unlink()


def in_namespace(*arguments: str) -> list[str]:
    """A command that may mount what nobody else sees, with or without being the superuser."""
    as_user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return ["unshare", *as_user, "--mount", "--propagation", "private", *arguments]


def main(names: list[str], folder: Path, step: int) -> None:
    """Print the verdicts of some trials, each on a fresh disk."""
    use_language(Language.ENGLISH)
    for name in names:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)], check=True)
        for verdict in verdicts(name, folder, step):
            sys.stdout.write(json.dumps(vars(verdict)) + "\n")
            sys.stdout.flush()
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
