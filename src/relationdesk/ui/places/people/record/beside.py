"""A line of a record whose left is a field, too: an account's platform, the label of a phone."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.value_line import LABEL_WIDTH, ValueLine

FIELD_EDGE: Final = 10
"""So far within a field its letters begin."""


def beside(left: ValueLine, *lines: QWidget) -> QWidget:
    """A field at the left, as wide as a name there, and lines one below the other at its right."""
    left.hide_name()
    left.setFixedWidth(LABEL_WIDTH + FIELD_EDGE)
    room = QWidget()
    row = QHBoxLayout(room)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.SMALL)
    column = QVBoxLayout()
    column.addWidget(left)
    column.addStretch(1)
    row.addLayout(column)
    right = QVBoxLayout()
    right.setSpacing(0)
    for line in lines:
        right.addWidget(line)
    row.addLayout(right, 1)
    return room
