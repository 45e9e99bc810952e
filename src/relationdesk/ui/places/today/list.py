"""The sections of Today, one selected row among them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from relationdesk.domain.ids import FollowUpId
from relationdesk.language.words import _, plural
from relationdesk.ui.places.today.row import TodayRow
from relationdesk.ui.places.today.rows import Row, RowKey, Section, capped, trimmed
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.after_painting import AfterPainting
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.section_heading import SectionHeading

if TYPE_CHECKING:
    from relationdesk.ui.widgets.drafts import Drafts

MOST_ROWS: Final = 60
_ABOVE: Final = 200
"""Pixels of the window that lie above the first row at least."""
_ROW_HEIGHT: Final = 60
_ROWS_AT_ONCE: Final = 6


class TodayList(QWidget):
    """Rows keep their widgets, and so their focus and what is typed in them, when shown again.

    A selected row that has gone hands the selection to the one that followed it. At first only the rows
    that the window has room for are made, the others a few at a time once these are painted; says `grown`
    when all are there, and `all_asked` when rows are wanted that were not read yet.
    """

    person_asked = Signal(object)
    finished = Signal(object, str)
    dropped = Signal(object, str)
    put_off = Signal(object, object, object)
    days_offered = Signal(object, object)
    spread_asked = Signal(object)
    row_selected = Signal(object)
    grown = Signal()
    all_asked = Signal()

    def __init__(
        self,
        local_now: Callable[[], datetime],
        drafts: "Callable[[], Drafts]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._local_now = local_now
        self._rows: dict[RowKey, TodayRow] = {}
        self._sections: Sequence[Section] = ()
        self._making: Iterator[None] = iter(())
        self._shape: tuple[list[tuple[str, int, tuple[RowKey, ...]]], int] = ([], 0)
        self._cards: dict[str, Card] = {}
        self._selected: RowKey | None = None
        self._shows_all = False
        self._shows_waiting = False
        self._is_moving_rows = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._parts: list[QWidget] = []
        self.setObjectName("today.list")
        self.setAccessibleName(_("People to come back to"))

    @property
    def rows(self) -> list[TodayRow]:
        """The rows in the order in which they are shown; those still to be made are made now."""
        self._make(None)
        return list(self._rows.values())

    @property
    def selected(self) -> RowKey | None:
        """The row that the keys act on."""
        return self._selected

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these rows, at most `MOST_ROWS` of them until all are asked for."""
        self._make(None)
        self._sections = sections
        sections = [section if self._shows_waiting else trimmed(section) for section in sections]
        limit = len([row for section in sections for row in section.rows]) if self._shows_all else MOST_ROWS
        shown, left_over = capped(sections, limit)
        kept = self._next_selection([row.key for section in shown for row in section.rows])
        shape = [(part.title, part.count, tuple(row.key for row in part.rows)) for part in shown], left_over
        if shape == self._shape:
            for row in (row for section in shown for row in section.rows):
                self._rows[row.key].show_row(row)
        else:
            self._is_moving_rows = True
            self._rebuild(shown, left_over, kept)
            self._is_moving_rows = False
            self._shape = shape
        self._select(kept)

    def select(self, key: RowKey | None) -> None:
        """Select a row if it is there, without taking the focus; all rows are made now."""
        self._make(None)
        if key in self._rows:
            self._select(key)

    def focus_selected(self) -> None:
        """Give the focus to the selected row."""
        if self._selected is not None:
            self._rows[self._selected].setFocus()

    def _rebuild(self, sections: Sequence[Section], left_over: int, kept: RowKey | None) -> None:
        had_focus = self._focused_inside()
        old, self._rows = self._rows, {}
        parts, self._parts = self._parts, []
        former, self._cards = self._cards, {}
        is_first = not old
        self._making = self._rows_of(sections, left_over, old, former, kept)
        self._make(self._rows_in_view() if is_first else None)
        if is_first:
            AfterPainting(self, self._make_more)
        for row in old.values():
            row.setParent(None)
            row.deleteLater()
        for part in parts:
            if part in self._parts:
                continue
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._restore_focus(had_focus, kept)

    def _rows_in_view(self) -> int:
        return max(0, self.window().height() - _ABOVE) // _ROW_HEIGHT + 1

    def _make(self, count: int | None) -> None:
        """Make the next rows, all that are left for None."""
        for _row in islice(self._making, count):
            pass

    @Slot()
    def _make_more(self) -> None:
        made = len(self._rows)
        self._make(_ROWS_AT_ONCE)
        if len(self._rows) > made:
            QTimer.singleShot(0, self, self._make_more)
        else:
            self.grown.emit()

    def _rows_of(
        self,
        sections: Sequence[Section],
        left_over: int,
        old: dict[RowKey, TodayRow],
        former: dict[str, Card],
        kept: RowKey | None,
    ) -> Iterator[None]:
        """Add what is to be shown, a row for each step; a section keeps its card, so that rows stay in it."""
        for section in sections:
            card = self._add_card(section, former.pop(section.title, None))
            last = len(section.rows) - 1
            for place, row in enumerate(section.rows):
                widget = old.pop(row.key, None) or self._made(row, card)
                widget.show_row(row)
                widget.show_edges(is_first=place == 0, is_last=place == last)
                widget.show_selected(is_selected=row.key == kept)
                self._rows[row.key] = widget
                card.add_row(widget)
                widget.show()
                yield
            self._add_catch_up(section)
        if left_over:
            self._add_more(left_over)

    def _add_card(self, section: Section, former: Card | None) -> Card:
        heading = SectionHeading(section.title, section.count, section.tone, self)
        heading.setContentsMargins(0, Space.WIDE if self._parts else 0, 0, Space.SMALL)
        card = former or Card(parent=self, has_rows=True)
        card.take_rows_out()
        card.setAccessibleName(section.title)
        self._cards[section.title] = card
        for part in (heading, card):
            self._parts.append(part)
            self._column.addWidget(part)
            part.show()  # at once: a window that becomes active gives the keys to what is visible
        return card

    def _add_catch_up(self, section: Section) -> None:
        if section.most is None or section.count <= len(section.rows):
            return
        from relationdesk.ui.places.today.catch_up import CatchUp  # noqa: PLC0415 - most days show none

        count = section.count - len(section.rows)
        line = CatchUp(count, self, can_spread=bool(self._waiting_beyond()))
        line.all_asked.connect(self._on_waiting)
        line.spread_asked.connect(self._on_spread)
        self._parts.append(line)
        self._column.addWidget(line)

    @Slot()
    def _on_waiting(self) -> None:
        self._shows_waiting = True
        self.show_sections(self._sections)
        self.focus_selected()

    @Slot()
    def _on_spread(self) -> None:
        self.spread_asked.emit(self._waiting_beyond())

    def _waiting_beyond(self) -> list[FollowUpId]:
        """The follow-ups that wait beyond what fits a day."""
        waiting = [row for section in self._sections if section.most for row in section.rows[section.most :]]
        return [row.follow_up for row in waiting if row.follow_up is not None]

    def _add_more(self, left_over: int) -> None:
        more = Button(plural("And {n} more", "And {n} more", left_over), Role.QUIET)
        more.setObjectName("today.more")
        more.clicked.connect(self._on_more)
        self._parts.append(more)
        self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)

    def _made(self, row: Row, card: Card) -> TodayRow:
        widget = TodayRow(row, self._local_now, self._drafts, card)
        widget.person_asked.connect(self.person_asked)
        widget.finished.connect(self.finished)
        widget.dropped.connect(self.dropped)
        widget.put_off.connect(self.put_off)
        widget.days_offered.connect(self.days_offered)
        widget.selected.connect(self._on_selected)
        widget.step_asked.connect(self._on_step)
        return widget

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = True
        self.show_sections(self._sections)
        self.focus_selected()
        if any(section.unread for section in self._sections):
            self.all_asked.emit()

    @Slot(object)
    def _on_selected(self, key: RowKey) -> None:
        # Qt hands the focus around by itself while rows change their card.
        if not self._is_moving_rows:
            self._select(key)

    @Slot(int)
    def _on_step(self, step: int) -> None:
        self._make(None)
        keys = list(self._rows)
        if self._selected in self._rows:
            place = keys.index(self._selected) + step
            self._rows[keys[max(0, min(place, len(keys) - 1))]].setFocus()

    def _select(self, key: RowKey | None) -> None:
        for other, row in self._rows.items():
            row.show_selected(is_selected=other == key)
        is_new, self._selected = key != self._selected, key
        if is_new and key is not None:
            self.row_selected.emit(self._rows[key])

    def _next_selection(self, keys: list[RowKey]) -> RowKey | None:
        """The selected row if it stays, else the next one that does, else the one before, else the first."""
        if not keys:
            return None
        former = list(self._rows)
        if self._selected not in former:
            return keys[0]
        place = former.index(self._selected)
        candidates = former[place:] + former[:place][::-1]
        return next((key for key in candidates if key in keys), keys[0])

    def _focused_inside(self) -> QWidget | None:
        focused = QApplication.focusWidget()
        return focused if focused is not None and self.isAncestorOf(focused) else None

    def _restore_focus(self, had_focus: QWidget | None, kept: RowKey | None) -> None:
        if had_focus is None:
            return
        for row in self._rows.values():
            if row is had_focus or row.isAncestorOf(had_focus):
                had_focus.setFocus()
                return
        if kept is not None:
            self._rows[kept].setFocus()
