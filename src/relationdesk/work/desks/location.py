"""Where a desk lies, and moving it to a folder that no service copies about."""

from dataclasses import dataclass, field
from pathlib import Path

from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.opening import look, open_desk
from relationdesk.domain.clock import Clock
from relationdesk.system.instance import hold
from relationdesk.system.paths import NoHomeError, usual_folder
from relationdesk.system.synchronised import synchronised_by

_MOST_NAMES = 100


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The service that keeps a desk's folder the same elsewhere, None for none; and where it may move to."""

    service: str | None
    safe: DeskFiles | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A desk that is to be moved, and what opens it."""

    files: DeskFiles
    key: DeskKey = field(repr=False)


def source_of(desk: Desk) -> Source:
    """An open desk as what is moved once it is closed."""
    return Source(desk.files, desk.key)


def whereabouts(files: DeskFiles) -> Whereabouts:
    """Where a desk lies; it may touch the disk at some length."""
    service = synchronised_by(files.desk)
    return Whereabouts(service, None if service is None else safe_place(files))


def safe_place(files: DeskFiles, folder: Path | None = None) -> DeskFiles | None:
    """Where a desk may be moved to: a free name in `folder`, or in the program's usual one.

    None where a service keeps that folder the same elsewhere too, or where there is none. It may touch the
    disk at some length.
    """
    try:
        place = folder or usual_folder()
    except NoHomeError:
        return None
    if synchronised_by(place) is not None:
        return None
    name, ending = files.desk.stem, files.desk.suffix
    names = [files.desk.name, *(f"{name} {number}{ending}" for number in range(2, _MOST_NAMES))]
    places = (DeskFiles(place / one) for one in names)
    return next((one for one in places if not one.desk.exists() and not one.vault.exists()), None)


def move(source: Source, to: DeskFiles, clock: Clock, step: Step = go_on) -> Desk:
    """Move a desk that nobody has open and the caller holds, and open it at its new place.

    Raises:
        BusyDeskError, UnlockableFolderError: the new place cannot be held.
        ExpectedError: as `move_desk`; the desk is where it was.
    """
    from relationdesk.desk.moving import move_desk  # noqa: PLC0415 - rare, and it knows what backups are

    held = hold(to.in_use)
    try:
        move_desk(source.files, source.key, to, step)
    finally:
        held.release()
    return open_desk(look(to), source.key, clock)
