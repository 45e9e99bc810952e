"""The lines of the files as the table shows them, in their order."""

from collections.abc import Sequence
from dataclasses import dataclass

from relationdesk.language.dates import whole_number
from relationdesk.language.words import _, plural
from relationdesk.ui.places.imports.files import ReadFile
from relationdesk.ui.places.imports.wording import (
    alike_words,
    erased_words,
    known_of,
    quoted,
    report_words,
    standing_chip,
)
from relationdesk.ui.widgets.chip import ChipText
from relationdesk.work.imports.preview import Preview, PreviewLine, Standing
from relationdesk.work.imports.reading import RowReport


@dataclass(frozen=True, slots=True)
class FileLine:
    """One line of one of the files: a person, or a report of why nobody came of it."""

    file: int
    entry: PreviewLine | RowReport

    @property
    def line(self) -> int:
        """The line of the file, from 1."""
        return self.entry.line if isinstance(self.entry, RowReport) else self.entry.incoming.line

    @property
    def standing(self) -> Standing | None:
        """What the line would be on the desk; None when nobody came of it."""
        return None if isinstance(self.entry, RowReport) else self.entry.standing


@dataclass(frozen=True, slots=True)
class ShownLine:
    """What the table tells of a line; `is_ticked` is None where there is nobody to tick."""

    is_ticked: bool | None
    name: str
    known: str
    chip: ChipText
    reason: str
    where: str
    tip: tuple[str, ...]


def lines_of(previews: Sequence[Preview]) -> list[FileLine]:
    """Every line of every file, the files one after the other."""
    lines: list[FileLine] = []
    for index, preview in enumerate(previews):
        own = [FileLine(index, line) for line in preview.lines]
        own += [FileLine(index, report) for report in preview.reading.reports]
        lines += sorted(own, key=lambda line: line.line)
    return lines


def shown(line: FileLine, file: ReadFile, *, is_ticked: bool, of_several: bool) -> ShownLine:
    """What the table tells of a line; the file's name too when there are several."""
    number = whole_number(line.line)
    where = _("line {line}").format(line=number)
    if of_several:
        where = _("{file}, line {line}").format(file=file.name, line=number)
    entry = line.entry
    if isinstance(entry, RowReport):
        said = report_words(entry)
        name = quoted(entry.detail) or where
        return ShownLine(
            None, name, _("Nobody comes of this line"), standing_chip(None), said, where, (said,)
        )
    is_second = is_ticked and not entry.standing.is_proposed
    chip = standing_chip(entry.standing, is_second=is_second)
    card = entry.incoming.card
    reasons = _reasons(entry)
    name, known = quoted(card.display_name), known_of(card)
    return ShownLine(is_ticked, name, known, chip, _short(reasons), where, tuple(reasons))


def spoken(line: ShownLine) -> str:
    """What a screen reader says of a line."""
    parts = (line.name, line.known, line.chip.text, line.reason, line.where)
    return ", ".join(part for part in parts if part)


def _reasons(entry: PreviewLine) -> list[str]:
    alike = [] if entry.alike is None else [alike_words(entry.alike)]
    if entry.erased_on is not None:
        alike.append(erased_words(entry.erased_on))
    return alike + [report_words(doubt) for doubt in entry.incoming.doubts]


def _short(reasons: Sequence[str]) -> str:
    if len(reasons) <= 1:
        return "".join(reasons)
    return plural("{first} (and {n} more)", "{first} (and {n} more)", len(reasons) - 1, first=reasons[0])
