"""What backups need of an open desk, on whatever thread they are made."""

from dataclasses import dataclass

from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.domain.clock import Clock


@dataclass(frozen=True, slots=True)
class Source:
    """A desk from which backups are made; it may be open on other threads, or closed by now."""

    files: DeskFiles
    key: DeskKey
    clock: Clock


def source_of(desk: Desk) -> Source:
    """What backups need of a desk."""
    return Source(desk.files, desk.key, desk.clock)
