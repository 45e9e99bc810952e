"""What changed about one person, line by line, on each side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from relationdesk.language.words import _, plural
from relationdesk.ui.places.bundles.wording import MARKS, detail_text, line_text, name_of
from relationdesk.ui.theme.tokens import IconSize, Space
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.bundles.story import Line, PersonChanges

_MOST = 60
"""More lines of one side than anybody reads."""


class LinesPanel(QScrollArea):
    """Shows one person, or what to do to see one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bundle.lines")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_person(None)

    def show_person(self, person: PersonChanges | None) -> None:
        """Show what changed about a person."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.LARGE)
        column.setSpacing(Space.SMALL)
        if person is None:
            column.addWidget(Label(_("Choose a person to see what changed."), Look.HINT, wraps=True))
        else:
            column.addWidget(Label(name_of(person), Look.HEADING, wraps=True))
            _add_side(column, _("On this computer"), person.here)
            _add_side(column, _("In the bundle"), person.there)
        column.addStretch(1)
        self.setWidget(inside)
        self.setAccessibleName(_("What changed") if person is None else name_of(person))


def side_of(lines: Sequence[Line]) -> QVBoxLayout:
    """Lines one below the other, each with its mark and what changed in it."""
    column = QVBoxLayout()
    column.setSpacing(Space.SMALL)
    for line in lines[:_MOST]:
        column.addLayout(_row(line))
    more = len(lines) - _MOST
    if more > 0:
        column.addWidget(Label(plural("and {n} more", "and {n} more", more), Look.HINT))
    if not lines:
        column.addWidget(Label(_("Nothing changed."), Look.HINT))
    return column


def _add_side(column: QVBoxLayout, heading: str, lines: Sequence[Line]) -> None:
    column.addSpacing(Space.SMALL)
    column.addWidget(Label(heading, Look.SECTION))
    column.addLayout(side_of(lines))


def _row(line: Line) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.SMALL)
    mark = IconMark(*MARKS[line.kind], IconSize.SMALL)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(line_text(line), Look.BODY, wraps=True))
    for detail in line.details:
        words.addWidget(Label(detail_text(detail), Look.HINT, wraps=True))
    row.addLayout(words, 1)
    return row
