"""What the list of people says of itself: how many there are, and that nobody matches."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.language.dates import whole_number
from relationdesk.language.words import _, plural
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.label import Label, Look


def nobody_matches(clear_filter: Callable[[], None]) -> QWidget:
    """The page in place of the list where the filter lets nobody through."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
    column.setSpacing(Space.SMALL)
    column.addWidget(_centred(_("Nobody matches"), Look.STRONG))
    column.addWidget(
        _centred(
            _("Each word has to begin a name, a topic, a place or a handle; each condition has to hold."),
            Look.HINT,
        )
    )
    clear = Button(_("Clear the filter"), compact=True)
    clear.clicked.connect(clear_filter)
    column.addWidget(clear, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    return page


def _centred(text: str, look: Look) -> Label:
    label = Label(text, look, wraps=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def counted_people(shown: int, total: int, *, has_filter: bool) -> str:
    """How many are shown of how many: `9 of 1 248 people`."""
    if not has_filter:
        return plural("{total} person", "{total} people", total, total=whole_number(total))
    return plural(
        "{shown} of {total} person",
        "{shown} of {total} people",
        total,
        shown=whole_number(shown),
        total=whole_number(total),
    )
