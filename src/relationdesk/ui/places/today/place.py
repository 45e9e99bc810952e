"""The place that a day begins with."""

from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.language.dates import full_day
from relationdesk.ui.places.today.cadence_questions import CadenceQuestions
from relationdesk.ui.places.today.changes import TodayChanges
from relationdesk.ui.places.today.coming_card import ComingCard
from relationdesk.ui.places.today.instead import Instead
from relationdesk.ui.places.today.list import MOST_ROWS, TodayList
from relationdesk.ui.places.today.promises_card import PromisesCard
from relationdesk.ui.places.today.rows import Row, RowKey, sections_of
from relationdesk.ui.places.today.week_card import WeekCard
from relationdesk.ui.places.today.wording import heading_sentence
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work import settings
from relationdesk.work.desks import Changes, Desk, Reader
from relationdesk.work.today.queries import TodayPage, UnaskedRow, today_page
from relationdesk.work.today.sections import coming_in, people_to_come_back_to, people_waiting

if TYPE_CHECKING:
    from relationdesk.ui.widgets.day_menu import DayMenu
    from relationdesk.ui.widgets.drafts import Drafts

_CARDS_WIDTH = 272
_SIDE_BY_SIDE_FROM = 800
_SHOWN_TABLES = frozenset(
    {"person", "follow_up", "promise", "interaction", "participant", "partnership", "handle"}
    | {"person_topic", "person_tag", "topic", "tag", "preference", "fact"}
)

Answer = tuple[TodayPage, UnaskedRow | None, int]
"""The page, whom to ask how often to be in touch with, and how much of what waits a day may show."""


class TodayPlace(QWidget):
    """Whom to come back to; `clock` tells the user's day and hour."""

    person_asked = Signal(object)
    terms_asked = Signal(object)
    import_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()
    said = Signal(str)
    counted = Signal(int)
    shown = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._asked: Asked | None = None
        self._day: date | None = None
        self._people = 0
        self._most: int | None = MOST_ROWS
        self._wanted: RowKey | None = None
        self._scrolled = 0
        self._changes = TodayChanges(tasks, self)
        self._changes.said.connect(self.said)
        self._cadences = CadenceQuestions(tasks, self)
        self._cadences.said.connect(self.said)
        self._cadences.moved_on.connect(self._read)
        self._build()
        self._read()

    @property
    def people(self) -> int:
        """How many people there are to come back to on the day that is shown."""
        return self._people

    @Slot()
    def begin_after_import(self) -> None:
        """People came in: ask how often to be in touch with them, one at a time."""
        self._cadences.begin_after_import()

    def refresh(self, changes: Changes | None) -> None:
        """Read the page again after changes to what it shows, or in any case for None."""
        if changes is None or changes.tables & _SHOWN_TABLES:
            self._read()

    @Slot()
    def read_again(self) -> None:
        """Read the page again, for the numbers it goes by have changed."""
        self._read()

    def show_again(self) -> None:
        """Come into view: the keys act on the selected row, and a new day is noticed."""
        if self._day is not None and self._day != today(self._clock):
            self._read()
        self._focus()

    def state(self) -> object:
        """What `restore` needs to find the user's place again."""
        return self._list.selected, self._scroll.verticalScrollBar().value()

    def restore(self, state: object) -> None:
        """Select and scroll as they were."""
        if isinstance(state, tuple):
            self._wanted, self._scrolled = state
            self._list.select(self._wanted)
            self._on_room_changed(0, self._scroll.verticalScrollBar().maximum())

    def _build(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_room_changed)
        page = self._inside = QWidget(self._scroll)
        self._scroll.setWidget(page)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._columns.setContentsMargins(Space.WIDE, Space.WIDE - Space.TIGHT, Space.WIDE - 4, Space.WIDE)
        self._columns.setSpacing(Space.WIDE)
        self._columns.addLayout(self._main_column(page), 1)
        self._cards = self._cards_column(page)
        self._columns.addWidget(self._cards)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _main_column(self, page: QWidget) -> QVBoxLayout:
        self._heading = Label("", Look.DISPLAY, page)
        self._sentence = Label("", Look.SECONDARY, page, wraps=True)
        self._cadences.card.setParent(page)
        self._list = TodayList(self._local_now, self._drafts, page)
        self._list.person_asked.connect(self.person_asked)
        self._list.finished.connect(self._changes.finish)
        self._list.dropped.connect(self._changes.drop)
        self._list.put_off.connect(self._changes.put_off)
        self._list.days_offered.connect(self._on_days_offered)
        self._list.spread_asked.connect(self._changes.spread)
        self._list.all_asked.connect(self._read_all)
        self._list.row_selected.connect(self._on_row_selected)
        self._list.grown.connect(self._order_tabs)
        self._instead = Instead(page)
        self._instead.import_asked.connect(self.import_asked)
        self._instead.new_asked.connect(self.new_asked)
        self._instead.sample_asked.connect(self.sample_asked)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addSpacing(Space.TIGHT)
        column.addWidget(self._sentence)
        column.addSpacing(Space.SMALL)
        column.addWidget(self._cadences.card)
        column.addSpacing(Space.MEDIUM)
        column.addWidget(self._list)
        column.addWidget(self._instead, 1)
        column.addStretch(1)
        return column

    def _cards_column(self, page: QWidget) -> QWidget:
        cards = QWidget(page)
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.LARGE - 2)
        self._week = WeekCard(cards)
        self._promises = PromisesCard(cards)
        self._coming = ComingCard(cards)
        for card in (self._week, self._promises, self._coming):
            column.addWidget(card)
        column.addStretch(1)
        self._promises.hide()
        self._coming.hide()
        self._promises.kept.connect(self._changes.keep_promise)
        self._promises.released.connect(self._changes.release_promise)
        self._promises.person_asked.connect(self.person_asked)
        self._coming.person_asked.connect(self.person_asked)
        self._coming.terms_asked.connect(self.terms_asked)
        return cards

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _SIDE_BY_SIDE_FROM
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._cards.setMinimumWidth(_CARDS_WIDTH if is_wide else 0)
        self._cards.setMaximumWidth(_CARDS_WIDTH if is_wide else self.maximumWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (is_plain and self._cadences.card.answer(event.text())):
            super().keyPressEvent(event)

    def _local_now(self) -> datetime:
        return self._clock.now().astimezone(self._clock.zone())

    def _drafts(self) -> "Drafts":
        from relationdesk.ui.widgets.drafts import drafts_of  # noqa: PLC0415 - no first paint shows one

        return drafts_of(self._tasks)

    @Slot()
    def _read(self) -> None:
        day, questions, most = today(self._clock), self._cadences, self._most

        def question(reader: Reader) -> Answer:
            page = today_page(reader, day, most=most)
            return page, questions.next_one(reader, page), settings.queries.numbers(reader).daily_cap

        self._asked = self._tasks.ask(self, question, self._show, instead_of=self._asked)

    @Slot()
    def _read_all(self) -> None:
        self._most = None
        self._read()

    def _show(self, answer: Answer) -> None:
        page, unasked, daily_cap = answer
        is_first = self._day is None
        self._day = page.day
        self._inside.setVisible(not is_first)  # so that the first rows are laid out once, all together
        people = people_to_come_back_to(page)
        sections = sections_of(page, daily_cap)
        self._heading.setText(full_day(page.day))
        self._sentence.setText(heading_sentence(people_waiting(page), people) if page.has_people else "")
        self._cadences.card.show_row(unasked)
        self._list.show_sections(sections)
        self._list.setVisible(bool(sections))
        if sections or unasked is not None:
            self._instead.show_nothing()
        elif page.has_people:
            self._instead.show_free_day()
        else:
            self._instead.show_welcome()
        self._cards.setVisible(page.has_people)
        self._week.show_week(page.day, page.per_day)
        self._promises.show_promises(page.promises, page.day)
        self._coming.show_coming(coming_in(page))
        self._inside.show()
        self._order_tabs()
        self._people = people
        self.counted.emit(people)
        if is_first:
            self._begin()
        self.shown.emit()

    def _order_tabs(self) -> None:
        """Tab goes through the rows and then the cards, whichever of them was made last."""
        reached = [
            part
            for column in (self._cadences.card, self._list, self._cards)
            for part in column.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
        ]
        for first, second in pairwise(reached):
            QWidget.setTabOrder(first, second)

    def _begin(self) -> None:
        if self._wanted is not None:
            self._list.select(self._wanted)
        if self.isVisible() and not isinstance(self.window().focusWidget(), QLineEdit):
            self._focus()

    @Slot(int, int)
    def _on_room_changed(self, _least: int, most: int) -> None:
        """Come back to where the page was once its rows have their places."""
        if self._scrolled and most:
            scrolled, self._scrolled = self._scrolled, 0
            self._scroll.verticalScrollBar().setValue(scrolled)

    def _focus(self) -> None:
        """Give the keys to the first thing there is to do."""
        if self._list.selected is None and self._instead.is_welcoming:
            self._instead.setFocus()
        elif self._list.selected is None and self._cadences.card.isVisible():
            self._cadences.card.setFocus()
        self._list.focus_selected()

    @Slot(object, object)
    def _on_days_offered(self, row: Row, menu: "DayMenu") -> None:
        from relationdesk.ui.widgets.after_event import offer_after_event  # noqa: PLC0415 - see `_drafts`

        offer_after_event(self._tasks, menu, row.person_id, row.follow_up, today(self._clock))
        if row.follow_up is None:
            from relationdesk.ui.widgets.peace_remark import point_out_peace  # noqa: PLC0415

            point_out_peace(self._tasks, menu, row.person_id, today(self._clock))

    @Slot(object)
    def _on_row_selected(self, row: QWidget) -> None:
        if row.hasFocus():
            self._scroll.ensureWidgetVisible(row, 0, Space.WIDE)
