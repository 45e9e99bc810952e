"""Two records beside each other, and whose value stays in each field."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
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

from relationdesk.language.words import _, in_context
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import literal, plain_tip
from relationdesk.work.people.sides import Side

if TYPE_CHECKING:
    from relationdesk.work.people.sides import Field, Sides

_WIDTH, _HEIGHT = 720, 520
_SMALLEST = (600, 400)
_LONGEST = 34


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
        joined = _(
            "Ways to reach them, accounts, topics, preferences and both histories are joined. Both records "
            "are kept as they were, and can be taken apart again at any time."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(Label(_("What stays in the one record?"), Look.TITLE, wraps=True))
        column.addWidget(Label(joined, Look.SECONDARY, wraps=True))
        column.addWidget(self._fields(found), 1)
        ways = QHBoxLayout()
        ways.setSpacing(Space.SMALL)
        ways.addStretch(1)
        ways.addWidget(cancel)
        ways.addWidget(self.merge)
        column.addLayout(ways)

    def _fields(self, found: "Sides") -> QScrollArea:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.LARGE)
        grid.setVerticalSpacing(Space.SMALL)
        for column, name in ((1, found.left_name), (2, found.right_name)):
            grid.addWidget(Label(name, Look.STRONG, wraps=True), 0, column)
            grid.setColumnStretch(column, 1)
        if not found.fields:
            grid.addWidget(Label(_("The fields of both records are the same."), Look.BODY), 1, 0, 1, 3)
        for row, field in enumerate(found.fields, 1):
            self._add_field(grid, row, field)
        grid.setRowStretch(len(found.fields) + 2, 1)
        scroll = QScrollArea()
        scroll.setObjectName("merge.fields")
        scroll.setAccessibleName(_("Fields in which they differ"))
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        return scroll

    def _add_field(self, grid: QGridLayout, row: int, field: "Field") -> None:
        grid.addWidget(Label(field.label, Look.SECONDARY), row, 0, Qt.AlignmentFlag.AlignVCenter)
        group = QButtonGroup(self)
        sides = [(Side.LEFT, field.left or "—"), (Side.RIGHT, field.right or "—")]
        if field.can_be_both:
            sides.append((Side.BOTH, _("Both")))
        for column, (side, text) in enumerate(sides, 1):
            way = QRadioButton(literal(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"))
            way.setObjectName(f"merge.{field.columns[0]}.{side.name.lower()}")
            way.setAccessibleName(_("{field}: {value}").format(field=field.label, value=text))
            way.setToolTip(plain_tip(text))
            way.setChecked(side is field.sensible)
            way.toggled.connect(lambda on, side=side: self._on_toggled(field, side, is_on=on))
            group.addButton(way)
            grid.addWidget(way, row, column, Qt.AlignmentFlag.AlignVCenter)

    def _on_toggled(self, field: "Field", side: Side, *, is_on: bool) -> None:
        if is_on:
            self.choices[field.columns] = side
