"""Laying out runs of letters in a column, for painting."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from relationdesk.domain.folding import places_of
from relationdesk.language.light_markup import Run

Marks = tuple[QTextLayout.FormatRange, ...]
_ELLIPSIS = "…"
_UNCUT = 2**31


def lay_out(runs: tuple[Run, ...], letters: QFont, width: float, most_lines: int = _UNCUT) -> QTextLayout:
    """The lines of `runs` in a column; where `most_lines` end before the text, it ends with an ellipsis."""
    layout, cut = _laid(runs, letters, width, most_lines)
    while cut is not None and cut > 1:
        runs = _shortened(runs, cut - 1)
        layout, cut = _laid((*runs, Run(_ELLIPSIS)), letters, width, most_lines)
    return layout


def count_lines(runs: tuple[Run, ...], letters: QFont, width: float, most_lines: int = _UNCUT) -> int:
    """How many lines `lay_out` makes of the same."""
    return _laid(runs, letters, width, most_lines)[0].lineCount()


def paint_layout(
    painter: QPainter, layout: QTextLayout, top_left: QPointF, colour: str, marks: Marks = ()
) -> None:
    """Draw the lines in one colour, except where `marks` say otherwise."""
    painter.setPen(QColor(colour))
    layout.draw(painter, top_left, list(marks))


def marks_in(text: str, wanted: str, ink: str, ground: str) -> Marks:
    """Other letters and ground wherever the folded letters `wanted` stand in `text`."""
    look = QTextCharFormat()
    look.setForeground(QColor(ink))
    look.setBackground(QColor(ground))
    marks = []
    for start, end in places_of(wanted, text):
        made = QTextLayout.FormatRange()
        made.start = _units(text[:start])
        made.length = _units(text[start:end])
        made.format = look
        marks.append(made)
    return tuple(marks)


def _units(text: str) -> int:
    """How many places Qt counts for letters (UTF-16)."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def space_lines(layout: QTextLayout, line_height: float) -> QTextLayout:
    """Set the lines of a layout one below the other at equal distances."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        slack = (line_height - line.height()) / 2
        line.setPosition(QPointF(0, number * line_height + slack))
    return layout


def _laid(
    runs: tuple[Run, ...], letters: QFont, width: float, most_lines: int
) -> tuple[QTextLayout, int | None]:
    layout = QTextLayout("".join(run.text for run in runs), letters)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(runs))
    length = len(layout.text().encode("utf-16-le")) // 2
    layout.beginLayout()
    end = 0
    for _number in range(most_lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, end if end < length else None


def _formats(runs: tuple[Run, ...]) -> list[QTextLayout.FormatRange]:
    formats = []
    start = 0
    for run in runs:
        length = len(run.text.encode("utf-16-le")) // 2
        if run.is_strong or run.is_slanted:
            made = QTextLayout.FormatRange()
            made.start = start
            made.length = length
            made.format = _look(run)
            formats.append(made)
        start += length
    return formats


def _look(run: Run) -> QTextCharFormat:
    look = QTextCharFormat()
    if run.is_strong:
        look.setFontWeight(QFont.Weight.DemiBold)
    look.setFontItalic(run.is_slanted)
    return look


def _shortened(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    kept: list[Run] = []
    for run in runs:
        if length <= 0:
            break
        text = run.text[:length]
        length -= len(text)
        kept.append(Run(text.rstrip() if length <= 0 else text, run.is_strong, run.is_slanted))
    return tuple(kept)
