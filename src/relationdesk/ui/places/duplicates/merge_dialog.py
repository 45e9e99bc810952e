"""Two records beside each other: whose value stays in each field, and what is kept of both."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from relationdesk.language.words import _, in_context, plural
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.people.sides import Side

if TYPE_CHECKING:
    from relationdesk.work.people.sides import Field, Sides

_WIDTH, _HEIGHT = 760, 560
_SMALLEST = (560, 400)
_MOST_LINES = 12
_LONG_WORD, _MAY_BREAK = re.compile(r"\S{16,}"), re.compile(r"[@./_]")
_LABELS_WIDE = 132
_FIRST_LINE = Space.TIGHT + 2
_TOP = Qt.AlignmentFlag.AlignTop


class MergeDialog(QDialog):
    """Accepted when they are to be merged; `choices` says whose value stays in which field."""

    def __init__(self, found: "Sides", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("merge.dialog")
        self.setWindowTitle(_("Merge two people"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(_WIDTH, _HEIGHT)
        self.choices: dict[tuple[str, ...], Side] = {field.columns: field.sensible for field in found.fields}
        self.merge = Button(in_context("two people", "Merge"), Role.PRIMARY, Icon.MERGE)
        self.merge.setObjectName("merge.now")
        self.merge.setDefault(True)
        self.merge.clicked.connect(self.accept)
        cancel = Button(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(Label(_("What stays in the one record?"), Look.TITLE, wraps=True))
        for sentence in _sentences(found):
            column.addWidget(Label(sentence, Look.SECONDARY, wraps=True))
        column.addWidget(self._seen(found), 1)
        ways = QHBoxLayout()
        ways.setSpacing(Space.SMALL)
        ways.addStretch(1)
        ways.addWidget(cancel)
        ways.addWidget(self.merge)
        column.addLayout(ways)

    def _seen(self, found: "Sides") -> QScrollArea:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, Space.SMALL, 0)
        grid.setHorizontalSpacing(Space.LARGE)
        grid.setVerticalSpacing(Space.SMALL)
        grid.setColumnMinimumWidth(0, _LABELS_WIDE)
        for column, name in ((1, found.left_name), (2, found.right_name)):
            grid.addWidget(Label(name, Look.STRONG, wraps=True), 0, column, _TOP)
            grid.setColumnStretch(column, 1)
        if not found.fields:
            same = Label(_("The fields of both records are the same."), wraps=True)
            grid.addWidget(same, 1, 0, 1, 3)
        for field in found.fields:
            self._add_field(grid, field)
        if found.joined:
            heading = Label(_("Kept of both"), Look.SECTION)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 3)
        for kind in found.joined:
            heading = Label(kind.name, Look.SECONDARY, wraps=True)
            _add_row(grid, heading, [_lines(kind.left), _lines(kind.right)])
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setObjectName("merge.fields")
        scroll.setAccessibleName(_("Both records"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        return scroll

    def _add_field(self, grid: QGridLayout, field: "Field") -> None:
        group = QButtonGroup(self)
        sides = [(Side.LEFT, field.left or "—"), (Side.RIGHT, field.right or "—")]
        if field.can_be_both:
            sides.append((Side.BOTH, _("Both")))
        choices = []
        for side, text in sides:
            choice = _Choice(text)
            choice.way.setObjectName(f"merge.{field.columns[0]}.{side.name.lower()}")
            choice.way.setAccessibleName(_("{field}: {value}").format(field=field.label, value=text))
            choice.way.setChecked(side is field.sensible)
            choice.way.toggled.connect(lambda on, side=side: self._on_toggled(field, side, is_on=on))
            group.addButton(choice.way)
            choices.append(choice)
        _add_row(grid, _level(Label(field.label, Look.SECONDARY, wraps=True)), choices)

    def _on_toggled(self, field: "Field", side: Side, *, is_on: bool) -> None:
        if is_on:
            self.choices[field.columns] = side


class _Choice(QWidget):
    """A way to choose that says its whole text, in as many lines as that takes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.way = QRadioButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SMALL)
        line.addWidget(self.way, 0, _TOP)
        line.addWidget(_level(Label(_breakable(text), wraps=True)), 1, _TOP)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.way.setChecked(True)
            self.way.setFocus()


def _sentences(found: "Sides") -> list[str]:
    told = _(
        "Choose whose value stays where they differ. Both records are kept as they were, and can be taken "
        "apart again at any time."
    )
    archived = _("One of them is in the archive; the one record is in the list.")
    return [told, archived] if found.leaves_archive else [told]


def _lines(lines: Sequence[str]) -> Label:
    """All that one side has of a kind, each in a line; how many more where they are very many."""
    shown, more = lines[:_MOST_LINES], len(lines) - _MOST_LINES
    told = [*shown, plural("and {n} more", "and {n} more", more)] if more > 0 else shown
    return Label(_breakable("\n".join(told)) or "—", wraps=True)


def _breakable(text: str) -> str:
    """A text whose long words, such as addresses, may go on in the next line."""
    return _LONG_WORD.sub(lambda word: _MAY_BREAK.sub("\\g<0>\N{ZERO WIDTH SPACE}", word[0]), text)


def _level(label: Label) -> Label:
    """A text whose first line stands beside the middle of a way to choose."""
    label.setContentsMargins(0, _FIRST_LINE, 0, 0)
    return label


def _add_row(grid: QGridLayout, name: Label, widgets: Sequence[QWidget]) -> None:
    """A row of both sides; what is beyond two stands below them."""
    row = grid.rowCount()
    grid.addWidget(name, row, 0, _TOP)
    for place, widget in enumerate(widgets):
        grid.addWidget(widget, row + place // 2, 1 + place % 2, _TOP)
