"""What a check looks at, each by itself, so that each runs where it is in nobody's way."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from relationdesk.desk.backups.proving import newest_good
from relationdesk.desk.backups.shelf import backups_of
from relationdesk.desk.checking import Findings, Step, check_file, go_on
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedDeskError, DamagedVaultError, WrongKeyError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import read_vault
from relationdesk.domain.backups import OVERDUE
from relationdesk.work import settings
from relationdesk.work.backups.source import Source, source_of

__all__ = ["Findings", "Report", "Source", "VaultState", "source_of"]
EVERY: Final = timedelta(days=7)


class VaultState(StrEnum):
    """How the vault beside a desk stands."""

    FITS = "fits"
    OPEN = "open"
    """It hides nothing: the desk holds invented people."""
    MISSING = "missing"
    UNREADABLE = "unreadable"
    OF_ANOTHER = "of_another"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies beside a desk: its vault, and its backups.

    `newest` is when the newest backup that proved good was made; `backups` counts all there are.
    """

    vault: VaultState
    has_passphrase: bool
    backups: int
    newest: datetime | None

    def is_overdue(self, now: datetime) -> bool:
        """Whether the newest good backup is too old, or missing."""
        return self.newest is None or now - self.newest > OVERDUE


@dataclass(frozen=True, slots=True)
class Report:
    """How a desk stands. `mended` names the tables whose indexes lied and were made anew."""

    files: DeskFiles
    size: int
    findings: Findings
    mended: tuple[str, ...]
    surroundings: Surroundings

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong any more with the desk and its vault."""
        return not self.findings.is_damaged and self.surroundings.vault in {VaultState.FITS, VaultState.OPEN}


def is_due(checked: datetime | None, now: datetime) -> bool:
    """Whether all of a desk is to be checked again."""
    return checked is None or not timedelta(0) <= now - checked < EVERY


def findings_of(source: Source, step: Step = go_on) -> Findings:
    """What is the matter with the file of a desk, which may be open and worked on.

    Raises:
        WrongKeyError, DamagedDeskError: it does not even open.
        UnwritableDeskError, FullDiskError: the system does not let it be read.
    """
    return check_file(source.files.desk, source.key, step=step, with_indexes=False)


def surroundings_of(source: Source, step: Step = go_on) -> Surroundings:
    """What lies beside a desk."""
    state, has_passphrase = _vault(source)
    backups = backups_of(source.files)
    good = newest_good(backups, source.key, step)
    return Surroundings(state, has_passphrase, len(backups), None if good is None else good.made)


def report_on(desk: Desk, step: Step = go_on) -> Report:
    """Check everything, and mend the indexes that lie.

    Raises:
        DamagedDeskError: the desk does not even open.
        UnwritableDeskError, FullDiskError: the system does not let it be read or mended.
    """
    source = source_of(desk)
    findings = findings_of(source, step)
    mended = () if findings.is_damaged else desk.mend_indexes(step)
    report = Report(desk.files, _size(desk.files), findings, mended, surroundings_of(source, step))
    if report.is_sound:
        settings.commands.remember_check(desk, desk.clock.now())
    return report


def report_on_broken(source: Source) -> Report | None:
    """What can be told of a desk that does not open; None when not even its pages can be looked at."""
    try:
        findings = findings_of(source)
    except (DamagedDeskError, WrongKeyError):
        return None
    return report_of(source, findings, (), surroundings_of(source))


def report_of(source: Source, findings: Findings, mended: tuple[str, ...], around: Surroundings) -> Report:
    """A report put together from its parts."""
    return Report(source.files, _size(source.files), findings, mended, around)


def _size(files: DeskFiles) -> int:
    return files.desk.stat().st_size if files.desk.is_file() else 0


def _vault(source: Source) -> tuple[VaultState, bool]:
    if not source.files.vault.is_file():
        return VaultState.MISSING, False
    try:
        vault = read_vault(source.files.vault)
    except DamagedVaultError:
        return VaultState.UNREADABLE, False
    if not vault.fits(source.key):
        return VaultState.OF_ANOTHER, False
    return VaultState.OPEN if vault.open_key else VaultState.FITS, vault.passphrase is not None
