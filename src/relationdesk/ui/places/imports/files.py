"""Reading the chosen files, and comparing them with the desk and with each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from pathlib import Path

from relationdesk.ui.progress import CancelledError, Progress
from relationdesk.work.desks import Reader
from relationdesk.work.imports.own_fields import OwnOperator, better_mapping, own_operators
from relationdesk.work.imports.preview import Preview, preview
from relationdesk.work.imports.reading import (
    FileKind,
    Mapping,
    Reading,
    Unreadable,
    UnreadableFileError,
    read_people,
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `mapping` is what becomes of its columns, None before that is known.

    It `is_chosen` when the user has just made it so, and worth remembering then.
    """

    path: Path
    mapping: Mapping | None = None
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read."""

    source: Source
    reading: Reading

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.source.path.name


@dataclass(frozen=True, slots=True)
class Found:
    """What came out of the files, and which could not be read."""

    files: tuple[ReadFile, ...]
    refusals: tuple[UnreadableFileError, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A preview for every file read, in their order, and the mappings that the desk knows better.

    `fields` are those of the user's own that the desk has.
    """

    previews: tuple[Preview, ...]
    better: tuple[Mapping | None, ...]
    fields: tuple[OwnOperator, ...]


def read_files(sources: Sequence[Source], progress: Progress) -> Found:
    """Read one file after the other; `progress` is told how many people there are so far.

    Raises:
        CancelledError: it was told to stop; the child that reads is ended.
    """
    files: list[ReadFile] = []
    refusals: list[UnreadableFileError] = []
    for source in sources:
        so_far = sum(len(file.reading.cards) for file in files)
        try:
            files.append(ReadFile(source, _read(source, so_far, progress)))
        except UnreadableFileError as error:
            if error.reason is Unreadable.CANCELLED:
                raise CancelledError from error
            refusals.append(error)
    return Found(tuple(files), tuple(refusals))


def compare(reader: Reader, files: Sequence[ReadFile], region: str) -> Compared:
    """Compare everyone who was read with the desk and with those before them in all of the files."""
    everyone = tuple(card for file in files for card in file.reading.cards)
    lines = preview(reader, Reading(FileKind.TABLE, everyone), region).lines
    ends = accumulate((len(file.reading.cards) for file in files), initial=0)
    previews = tuple(
        Preview(
            file.reading, tuple(replace(line, number=n) for n, line in enumerate(lines[begins:ends_before]))
        )
        for file, (begins, ends_before) in zip(files, pairwise(ends), strict=True)
    )
    better = (None if file.source.mapping else better_mapping(reader, file.reading) for file in files)
    return Compared(previews, tuple(better), tuple(own_operators(reader)))


def _read(source: Source, so_far: int, progress: Progress) -> Reading:
    return with_own_reports(
        read_people(
            source.path,
            mapping=source.mapping,
            progress=lambda count: progress.step(so_far + count, 0),
            cancelled=lambda: progress.is_cancelled,
        )
    )


def with_own_reports(reading: Reading) -> Reading:
    """The same, where a report about a line that gave a person all the same is a doubt about that person."""
    by_line = {incoming.line: n for n, incoming in enumerate(reading.cards)}
    if not any(report.line in by_line for report in reading.reports):
        return reading
    cards = list(reading.cards)
    for report in reading.reports:
        if report.line in by_line:
            incoming = cards[by_line[report.line]]
            cards[by_line[report.line]] = replace(incoming, doubts=(*incoming.doubts, report))
    others = tuple(report for report in reading.reports if report.line not in by_line)
    return replace(reading, cards=tuple(cards), reports=others)
