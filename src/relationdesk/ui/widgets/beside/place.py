"""A place with a list, and beside it the page of what is chosen in it."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.widgets.beside.division import Division
from relationdesk.ui.widgets.beside.open_row import Id
from relationdesk.ui.widgets.beside.sought_list import SoughtList
from relationdesk.ui.widgets.beside.staying import Staying
from relationdesk.work.desks import Desk, Reader

View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class Beside:
    """What may stand beside the list: a page, a form for something new, and what is said without them."""

    page: QWidget
    form: QWidget
    nothing: QWidget
    welcome: QWidget


class ListBesidePage(QWidget, Generic[Id, View]):
    """Says `said` for what was done, and `leaving` before a page goes to which the way back is to lead.

    That is a page that was opened, worked on or looked at for long, and none that was stepped over.
    In a narrow place the list and the page take turns: the page is in view once it is entered, by a click, by
    Enter or from elsewhere, and Escape and the way back lead to the list. Where the list is empty, a welcome
    has the place to itself.
    """

    said = Signal(str)
    leaving = Signal()

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        listed: SoughtList[Id],
        beside: Beside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._one: Id | None = None
        self._gone: Id | None = None
        self._asked: Asked | None = None
        self._is_entered = False
        self._is_leaving_form = False
        self._goes_to_page = False
        self._writing: DraftKey | None = None
        self._total = 0
        self._listed = listed
        self._beside = beside
        self.staying = Staying(beside.page, self)
        self._right = QStackedWidget()
        for page in (beside.nothing, beside.page, beside.form, beside.welcome):
            self._right.addWidget(page)
        self.division = self.divided(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.division)
        listed.chosen.connect(self._on_chosen)
        listed.clicked.connect(self._on_clicked)
        listed.entered.connect(self._on_entered)
        listed.new_asked.connect(self.begin_new)
        listed.counted.connect(self._on_counted)

    def divided(self, right: QStackedWidget) -> Division:
        """The list, and beside it what is `right` of it."""
        return Division(self._listed, right, self)

    @abstractmethod
    def question(self, one: Id) -> Callable[[Reader], View | None]:
        """What is asked for the page of something."""

    @abstractmethod
    def show_page(self, view: View) -> None:
        """Have the page show what was read."""

    @abstractmethod
    def is_shown(self, one: Id) -> bool:
        """Whether the page is about something, in view or not."""

    @abstractmethod
    def take_keyboard(self, writing: DraftKey | None) -> None:
        """Put the keyboard on the page, or into the field in which the user was writing."""

    @abstractmethod
    def show_way_back(self, *, is_shown: bool) -> None:
        """Have the page lead back to the list, or not."""

    @abstractmethod
    def begin_form(self) -> None:
        """Put the cursor into the form for something new."""

    @property
    def is_page_shown(self) -> bool:
        """Whether a page is in view."""
        return self._one is not None and self._right.currentWidget() is self._beside.page

    def open_page(self, one: Id, writing: DraftKey | None = None) -> None:
        """Look at something, whether the filter lets it through or not.

        The keyboard goes to its page, or to the field in which the user was `writing`.
        """
        self._is_entered = True
        self._is_leaving_form = True
        self._goes_to_page = True
        self._writing = writing
        self.setFocus()
        self.look_at(one)
        self.staying.stay()
        self._listed.seek(one)
        self._go_to_page(one)

    @Slot(object)
    def follow(self, one: Any) -> None:
        """Look at something to which a page of this place leads."""
        self._leave_for(one)
        self.open_page(one)

    def come_back_to(self, one: Id | None, *, is_entered: bool) -> None:
        """Look at what was looked at before."""
        if one is None:
            self.look_at_nothing()
            return
        self._is_entered = is_entered
        self._is_leaving_form |= one != self._one
        self.look_at(one)
        self.staying.stay()

    @Slot()
    def begin_new(self) -> None:
        """Begin something new."""
        self._is_entered = True
        self.show_beside(self._beside.form)
        self.begin_form()

    def look_at(self, one: Id) -> None:
        """Have the page of something beside the list."""
        if one != self._one:
            self.staying.begin()
        self._one, self._gone = one, None
        self.read_page()

    def look_at_nothing(self) -> None:
        """Have no page beside the list."""
        self._one = None
        self._show_nothing()

    def read_page(self) -> None:
        """Read the page that is looked at, if any, anew."""
        one = self._one
        if one is not None:
            self._asked = self._tasks.ask(
                self, self.question(one), lambda view: self._on_read(one, view), instead_of=self._asked
            )

    def go_after(self, one: Id, following: Id | None) -> None:
        """Look at what follows something that left, where that was looked at."""
        if one not in {self._one, self._gone}:
            return
        self._is_entered = False
        if following is not None:
            self.look_at(following)
            self._listed.mark(following)
            self._listed.take_focus()

    def show_beside(self, page: QWidget) -> None:
        """Have one of the pages in view beside the list."""
        self._right.setCurrentWidget(page)
        self.fit()

    def fit(self) -> None:
        """Show what there is room for."""
        is_welcome = self._right.currentWidget() is self._beside.welcome
        has_way_back = self.division.fit(self.width(), is_entered=self._is_entered, is_welcome=is_welcome)
        self.show_way_back(is_shown=has_way_back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        is_inside = focus is not None and self._right.isAncestorOf(focus)
        if event.key() == Qt.Key.Key_Escape and is_inside:
            self.go_back()
        else:
            super().keyPressEvent(event)

    @Slot()
    def go_back(self) -> None:
        """From the page to the list, from the form to where it was begun."""
        if self._right.currentWidget() is self._beside.form:
            self.leave_form()
            return
        self._is_entered = False
        self.fit()
        self._listed.mark(self._one)
        self._listed.take_focus()

    @Slot()
    def leave_form(self) -> None:
        """Show what was looked at before something new was begun."""
        self._is_entered = False
        if self._one is None or not self.is_shown(self._one):
            self._show_nothing()
        else:
            self.show_beside(self._beside.page)
        self._listed.take_focus()

    def _on_read(self, one: Id, view: View | None) -> None:
        is_form = self._right.currentWidget() is self._beside.form
        if view is None:
            self._one, self._gone = None, one
            if not is_form:
                self._is_entered = False
                self._show_nothing()
            return
        is_other = not self.is_shown(one)
        self.show_page(view)
        if self._is_leaving_form or not is_form:
            self._is_leaving_form = False
            self._goes_to_page |= is_form
            self.show_beside(self._beside.page)
            self._go_to_page(one)
        self.page_came(one, is_other=is_other)

    def page_came(self, one: Id, *, is_other: bool) -> None:
        """Hear that a page was read and shown; of something else than before where `is_other`."""

    def _go_to_page(self, one: Id) -> None:
        """Put the keyboard on the page, as soon as it is the one that is meant."""
        if self._goes_to_page and self.is_shown(one) and self.is_page_shown:
            self._goes_to_page = False
            writing, self._writing = self._writing, None
            self.take_keyboard(writing)

    def _show_nothing(self) -> None:
        self.show_beside(self._beside.nothing if self._total else self._beside.welcome)

    @Slot(int)
    def _on_counted(self, total: int) -> None:
        self._total = total
        if self._right.currentWidget() in (self._beside.nothing, self._beside.welcome):
            self._show_nothing()

    def _leave_for(self, one: Id) -> None:
        if self._one is not None and self.staying.has_stayed and one != self._one:
            self.leaving.emit()

    @Slot(object)
    def _on_chosen(self, one: Any) -> None:
        if one != self._one or self._right.currentWidget() is not self._beside.page:
            self._leave_for(one)
            self._is_leaving_form = True
            self.look_at(one)

    @Slot(object)
    def _on_clicked(self, one: Any) -> None:
        self._is_entered = True
        self._on_chosen(one)
        self.staying.stay()
        self.fit()

    @Slot(object)
    def _on_entered(self, one: Any) -> None:
        self._goes_to_page = True
        self._on_clicked(one)
        self._go_to_page(one)
