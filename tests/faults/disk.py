"""A disk in memory that tells what a power cut leaves (promise 2).

It is told of every write, sync and rename in their order. What was synced is there after a cut. Of what was
not, anything may be: each write whole, torn into its sectors or not at all, in any order; the names made,
changed and removed since the folder was synced up to some point, as a journaling file system keeps them.
"""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a disk, or was acknowledged.

    `kind` is one of create, write, truncate, sync, whole (a file as it was when it was synced), rename,
    remove, folder (its names were synced) and acknowledged.
    """

    kind: str
    name: str = ""
    content: bytes = b""
    offset: int = 0
    other: str = ""


@dataclass(slots=True)
class _File:
    """One file, whatever its name: what is safe, and what was written since."""

    safe: bytes = b""
    pending: list[Event] = field(default_factory=list)


class Disk:
    """What was told of so far."""

    def __init__(self, folder: Path) -> None:
        """A disk on which everything in `folder` is safe."""
        files = {path.name: _File(path.read_bytes()) for path in folder.iterdir() if path.is_file()}
        self._now = dict(files)
        self._safe = dict(files)
        self._names: list[dict[str, _File]] = []

    def hear(self, event: Event) -> None:
        """Have something happen."""
        if event.kind in {"write", "truncate"}:
            self._now[event.name].pending.append(event)
        elif event.kind == "sync":
            file = self._now[event.name]
            file.safe = _written(file.safe, file.pending)
            file.pending = []
        elif event.kind == "whole":
            self._now.setdefault(event.name, _File()).safe = event.content
        elif event.kind == "folder":
            self._safe = dict(self._now)
            self._names = []
        elif event.kind != "acknowledged":
            self._rename(event)
            self._names.append(dict(self._now))

    def _rename(self, event: Event) -> None:
        if event.kind == "create":
            self._now.setdefault(event.name, _File())
        elif event.kind == "rename":
            self._now[event.other] = self._now.pop(event.name)
        else:
            self._now.pop(event.name, None)

    def left_after_cut(self, folder: Path, chance: Random) -> None:
        """Write into an empty folder what is left when the power goes now."""
        kept = chance.choice([0.0, 1.0, chance.random()])
        names = chance.choice([self._safe, *self._names])
        for name, file in names.items():
            pending = [part for event in file.pending for part in _survived(event, kept, chance)]
            (folder / name).write_bytes(_written(file.safe, pending))


def _survived(event: Event, kept: float, chance: Random) -> list[Event]:
    if event.kind == "truncate" or chance.random() < 0.5:
        return [event] if chance.random() < kept else []
    return [
        Event("write", event.name, event.content[start : start + SECTOR], event.offset + start)
        for start in range(0, len(event.content), SECTOR)
        if chance.random() < kept
    ]


def _written(content: bytes, events: list[Event]) -> bytes:
    result = bytearray(content)
    for event in events:
        if event.kind == "truncate":
            del result[event.offset :]
            result.extend(bytes(event.offset - len(result)))
        else:
            end = event.offset + len(event.content)
            result.extend(bytes(max(0, event.offset - len(result))))
            result[event.offset : end] = event.content
    return bytes(result)
