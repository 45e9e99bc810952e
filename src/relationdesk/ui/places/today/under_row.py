"""The lines that open under one row of Today, one at a time."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.ui.places.today.in_place import DayLine, WordLine
from relationdesk.ui.theme.tokens import AvatarSize, Space
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field_draft import FieldDraft


class UnderRow(QObject):
    """Opens lines in `layout`, reached by Tab after `before`; what is typed in one outlives its closing.

    `turned` tells that a line was opened or closed. After an answer or Escape the row has the keys again.
    """

    turned = Signal()

    def __init__(self, row: QWidget, layout: QBoxLayout, before: QWidget, drafts: Drafts) -> None:
        super().__init__(row)
        self._row = row
        self._layout = layout
        self._before = before
        self._drafts = drafts
        self._line: WordLine | DayLine | None = None
        self._asked: dict[DraftField, WordLine] = {}

    @property
    def is_open(self) -> bool:
        """Whether a line waits for its answer."""
        return self._line is not None

    def ask_words(
        self, key: DraftKey, question: str, hint: str, keep: str, then: Callable[[str], None]
    ) -> None:
        """Ask for a few words, and do something with them."""
        line = self._asked.get(key.field)
        if line is None:
            line = self._asked[key.field] = WordLine(question, hint, keep)
            line.field.setObjectName(f"followup.{key.field}.line")
            FieldDraft(self._drafts, line.field, key)
            line.answered.connect(lambda words: self._answer(lambda: then(words)))
        self._open(line)

    def ask_day(self, today: date, keep: str, then: Callable[[date], None]) -> None:
        """Ask for a day after `today`, and do something with it."""
        line = DayLine(today, keep)
        line.field.setObjectName("followup.day")
        line.answered.connect(lambda day: self._answer(lambda: then(day)))
        self._open(line)

    def _open(self, line: WordLine | DayLine) -> None:
        self._close()
        self._line = line
        if line.parentWidget() is not self._row:
            line.left.connect(self._on_left)
            line.setContentsMargins(AvatarSize.CARD + Space.MEDIUM, 0, 0, 0)
            self._layout.addWidget(line)
            line.follow_in_tab_order(self._before)
        self.turned.emit()
        line.show()
        line.setFocus()

    def _answer(self, say: Callable[[], None]) -> None:
        self._row.setFocus()
        self._close()
        say()

    def _close(self) -> None:
        if self._line is not None:
            self._line.hide()
            self._line = None
            self.turned.emit()

    @Slot()
    def _on_left(self) -> None:
        self._close()
        self._row.setFocus()
