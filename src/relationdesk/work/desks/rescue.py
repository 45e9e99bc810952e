"""What is done for a desk that is damaged or gone: look at it, restore a backup, save what can be read."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import tzinfo
from enum import Enum, auto
from pathlib import Path

from relationdesk.desk.backups.proving import newest_good
from relationdesk.desk.backups.reading import opened_backup
from relationdesk.desk.backups.shelf import Backup, backups_of
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.checking import Findings, Step, check_file, go_on
from relationdesk.desk.connection import open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedDeskError, UnwritableDeskError, WrongKeyError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.moments import moment_text
from relationdesk.desk.opening import look, open_desk
from relationdesk.desk.reader import Reader
from relationdesk.desk.salvage.saving import Saved, save
from relationdesk.domain.clock import Clock
from relationdesk.domain.identities import earliest_at
from relationdesk.work.backups.queries import Holdings, holdings
from relationdesk.work.backups.restoring import BroughtBack, bring_desk_back
from relationdesk.work.desks.standing_in import StandIns

__all__ = ["Backup", "BroughtBack", "Harm", "Holdings", "Offer", "Plight", "Rescue", "SavedDesk", "Since"]
_CHECKING, _PROVING = 2, 1


class Harm(Enum):
    """What is the matter with a desk file."""

    NONE = auto()
    """Nothing any more: it could be read from beginning to end."""
    MISSING = auto()
    """It is gone, or empty."""
    UNREADABLE = auto()
    """Its beginning or its length is such that it does not open at all."""
    PAGES = auto()
    """Some of its pages were changed by something else than this program."""
    LENGTH = auto()
    """Something was put behind its end, or cut off there."""
    STRUCTURE = auto()
    """Its pages do not fit together, or rows point to nothing."""


@dataclass(frozen=True, slots=True)
class Since:
    """What came to a desk after a backup was made, as far as it can be read."""

    people: int
    entries: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A backup that can be put back: what it holds, and what came since; None where that cannot be told."""

    held: Holdings
    since: Since | None


@dataclass(frozen=True, slots=True)
class Plight:
    """How a desk stands that cannot be used, and what there is to go on with.

    `newest` is the newest backup that proved good. `backups` are all there are, good or not, the latest
    first.
    """

    files: DeskFiles
    zone: tzinfo
    harm: Harm
    pages: int = 0
    broken_pages: int = 0
    newest: Offer | None = None
    backups: tuple[Backup, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedDesk:
    """What was saved of a desk, and how many things that it lacked a backup gave."""

    saved: Saved
    taken: int


@dataclass(frozen=True, slots=True)
class Rescue:
    """A desk that nobody has open any more, held by this process, and what opens it."""

    files: DeskFiles
    key: DeskKey
    clock: Clock

    def look(self, step: Step = go_on) -> Plight:
        """See what is the matter with the desk, and what its newest good backup holds."""
        stages = Stages(step, _CHECKING + _PROVING)
        plight = self._harm(stages.within(_CHECKING))
        backups = backups_of(self.files)
        good = newest_good(backups, self.key, stages.within(_PROVING))
        newest = None if good is None else self.look_into(good.path)
        return replace(plight, newest=newest, backups=tuple(backups))

    def look_into(self, backup: Path) -> Offer:
        """What a backup holds, and what came since.

        Raises:
            UnfitBackupError, NewerBackupError: it cannot be read.
        """
        held = holdings(backup, self.key)
        return Offer(held, self._since(held))

    def restore(self, backup: Path, step: Step = go_on) -> BroughtBack:
        """Put a backup in the place of the desk, which is kept beside it.

        Raises:
            UnfitBackupError, NewerBackupError, OpenElsewhereError: it cannot be; nothing was changed.
            FullDiskError, UnwritableDeskError: it cannot be written; nothing was changed.
        """
        return bring_desk_back(self.files, backup, self.key, self.clock, step)

    def save_readable(self, backup: Path | None, step: Step = go_on) -> SavedDesk:
        """Put what can be read of the desk in its place; the damaged file is kept beside it.

        What is lost and something saved points to is taken from `backup`, if it is there.

        Raises:
            NothingReadableError, TooNewDeskError: nothing could be saved; nothing was changed.
            UnfitBackupError: the backup cannot be read; nothing was changed.
            FullDiskError, UnwritableDeskError: it cannot be written; nothing was changed.
        """
        now = moment_text(self.clock.now())
        if backup is None:
            stand_ins = StandIns(now)
            return SavedDesk(save(self.files, self.key, stand_ins.row, step), stand_ins.taken)
        with opened_backup(backup, self.key) as connection:
            stand_ins = StandIns(now, connection)
            return SavedDesk(save(self.files, self.key, stand_ins.row, step), stand_ins.taken)

    def opened(self) -> Desk:
        """The desk, open.

        Raises:
            WrongKeyError, DamagedDeskError, TooNewDeskError: it does not open.
        """
        return open_desk(look(self.files), self.key, self.clock)

    def _harm(self, step: Step) -> Plight:
        if not self._is_there():
            return Plight(self.files, self.clock.zone(), Harm.MISSING)
        try:
            findings = check_file(self.files.desk, self.key, step=step, with_indexes=False)
        except (DamagedDeskError, WrongKeyError):
            return Plight(self.files, self.clock.zone(), Harm.UNREADABLE)
        return Plight(
            self.files, self.clock.zone(), _harm_in(findings), findings.pages, len(findings.broken_pages)
        )

    def _is_there(self) -> bool:
        return self.files.desk.is_file() and self.files.desk.stat().st_size > 0

    def _since(self, held: Holdings) -> Since | None:
        if not self._is_there():
            return None
        first = earliest_at(held.made)
        with suppress(DamagedDeskError, WrongKeyError, UnwritableDeskError):
            connection = open_connection(self.files.desk, self.key, reading=True, whole=False)
            reader = Reader(connection, self.files.desk)
            try:
                return Since(
                    reader.number("SELECT count(*) FROM person WHERE id >= :first", first=first),
                    reader.number("SELECT count(*) FROM interaction WHERE id >= :first", first=first),
                )
            finally:
                reader.close()
        return None


def _harm_in(findings: Findings) -> Harm:
    if findings.broken_pages:
        return Harm.PAGES
    if findings.odd_bytes:
        return Harm.LENGTH
    return Harm.STRUCTURE if findings.is_damaged else Harm.NONE
