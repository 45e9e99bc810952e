"""Taking a desk along to another computer, as one file."""

from dataclasses import dataclass, field
from pathlib import Path

from relationdesk.desk.bundles.form import SUFFIX, BundleHead
from relationdesk.desk.bundles.lineage import remember_given
from relationdesk.desk.bundles.packing import pack
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.moments import moment_kept
from relationdesk.desk.schema import SCHEMA_VERSION
from relationdesk.domain.labels import Label
from relationdesk.work.files import writing

__all__ = ["SUFFIX", "Departure", "depart", "take_along"]


@dataclass(frozen=True, slots=True)
class Departure:
    """A desk that is about to be packed: it knows the number of the bundle already."""

    files: DeskFiles
    head: BundleHead
    key: DeskKey = field(repr=False)


def depart(desk: Desk) -> Departure:
    """Have a desk remember that a bundle is made of it now; `take_along` makes it, on any thread."""
    number, now = desk.fresh_id(), moment_kept(desk.clock.now())
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        remember_given(session.connection(), number)
    return Departure(desk.files, BundleHead(desk.vault.desk_id, number, now, SCHEMA_VERSION, 0), desk.key)


def take_along(departure: Departure, path: Path, step: Step = go_on) -> int:
    """Write the bundle, whole and proved, or not at all; returns how many people are in it.

    Raises:
        DamagedVaultError, WrongKeyError, DamagedDeskError, BackupFailedError: no good copy could be made.
        UnwritableBackupError: the folder beside the desk cannot be written.
        UnwritableFileError, OwnFileError: the bundle cannot be written there.
        FullDiskError: there is no room.
    """
    with writing(path):
        return pack(departure.files, departure.key, path, departure.head, step).people
