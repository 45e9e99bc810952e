"""What the list of people says of itself: how many there are, and why there is nobody in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.filters.clauses import Clause, Filter, Is
from relationdesk.domain.filters.operators import Operator
from relationdesk.domain.filters.writing import written_filter
from relationdesk.language.dates import whole_number
from relationdesk.language.words import _, current_language, plural
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.label import Label, Look


def archive_filter() -> str:
    """The filter that shows who is in the archive, as it is typed."""
    return written_filter(Filter(clauses=(Clause(Operator.IS, Is.ARCHIVED),)), current_language())


class NobodyListed(QStackedWidget):
    """The page in place of an empty list: the filter lets nobody through, or everybody is in the archive."""

    def __init__(self, clear_filter: Callable[[], None], show_archive: Callable[[], None]) -> None:
        super().__init__()
        hint = _("Each word has to begin a name, a topic, a place or a handle; each condition has to hold.")
        self._archived = _centred("", Look.HINT)
        self.addWidget(
            _page(_("Nobody matches"), _centred(hint, Look.HINT), _("Clear the filter"), clear_filter)
        )
        self.addWidget(_page(_("Nobody in the list"), self._archived, _("Show the archive"), show_archive))

    def show_archived(self, count: int) -> None:
        """Tell how many people are in the archive, where that is why the list is empty; 0 where it is not."""
        number = whole_number(count)
        words = plural(
            "{count} person is in the archive.", "{count} people are in the archive.", count, count=number
        )
        self._archived.setText(words)
        self.setCurrentIndex(int(count > 0))


def _page(title: str, hint: Label, way: str, act: Callable[[], None]) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
    column.setSpacing(Space.SMALL)
    column.addWidget(_centred(title, Look.STRONG))
    column.addWidget(hint)
    button = Button(way, compact=True)
    button.clicked.connect(act)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
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
