"""The rows of the right column: a line with an icon, and what stands in line with its letters."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.text_button import EDGE


def marked(icon: Icon, shown: str | QWidget) -> QHBoxLayout:
    """A text, or what stands in its place, behind an icon."""
    line = QHBoxLayout()
    line.setContentsMargins(EDGE, 1, EDGE, 1)
    line.setSpacing(Space.TIGHT + 2)
    line.addWidget(IconMark(icon, Tint.INK2, IconSize.SMALL), 0, Qt.AlignmentFlag.AlignTop)
    if isinstance(shown, str):
        line.addWidget(Label(shown, Look.SECONDARY, wraps=True), 1)
    else:
        line.addWidget(shown, 1)
    return line


def stacked(link: QWidget, detail: str) -> QWidget:
    """What leads somewhere, and below it more of it, if there is more."""
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    if detail:
        column.addWidget(Label(detail, Look.SECONDARY, wraps=True))
    return room


def inset(widget: QWidget) -> QHBoxLayout:
    """Set a widget in line with the letters of the text buttons."""
    line = QHBoxLayout()
    line.setContentsMargins(EDGE, 0, EDGE, 0)
    line.addWidget(widget)
    return line
