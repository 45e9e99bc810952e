"""The place of organisations: the list, the page that is looked at, and one that is new."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.ids import OrganisationId
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.list import ListState, OrganisationList
from relationdesk.ui.places.organisations.new_form import NewOrganisation
from relationdesk.ui.places.organisations.screen import OrganisationScreen
from relationdesk.ui.places.organisations.welcome import none_yet, nothing_chosen
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.work import organisations
from relationdesk.work.desks import Changes, Desk, Reader
from relationdesk.work.organisations.queries import OrganisationPage, organisation_page

_LIST_WIDTH = 284
_SMALL_LIST = 236
_FOLDS_BELOW = 840
_ALTERNATES_BELOW = 640
_NARROWEST = 300
_SHOWN_TABLES = frozenset({"organisation", "role", "person", "partnership", "refusal"})


@dataclass(frozen=True, slots=True)
class OrganisationsState:
    """Where somebody was in the place, to come back to."""

    listed: ListState = field(default_factory=ListState)
    organisation: OrganisationId | None = None
    is_entered: bool = False
    scrolled: int = 0


class OrganisationsPlace(QWidget):
    """Says `person_asked` with somebody to look at, and `said` for what was done."""

    person_asked = Signal(object)
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._organisation: OrganisationId | None = None
        self._asked: Asked | None = None
        self._is_entered = False
        self._is_folded = False
        self._goes_to_page = False
        self._writing: DraftKey | None = None
        self._scroll_to: int | None = None
        self._total = 0
        self.setAccessibleName(_("Organisations"))
        self.list = OrganisationList(tasks, clock)
        self.screen_of_organisation = OrganisationScreen(tasks, clock)
        self.form = NewOrganisation(tasks)
        self._none_chosen = nothing_chosen()
        self._welcome = none_yet()
        self._right = QStackedWidget()
        self._right.setMinimumSize(_NARROWEST, _NARROWEST)
        for page in (self._none_chosen, self.screen_of_organisation, self.form, self._welcome):
            self._right.addWidget(page)
        self._arrange()
        self._join()
        self.list.read()

    @property
    def organisation(self) -> OrganisationId | None:
        """What is looked at."""
        return self._organisation

    @property
    def is_page_shown(self) -> bool:
        """Whether an organisation's page is in view."""
        is_page = self._right.currentWidget() is self.screen_of_organisation
        return self._organisation is not None and is_page

    def open_organisation(self, organisation: OrganisationId, writing: DraftKey | None = None) -> None:
        """Look at an organisation, whether the filter lets it through or not.

        The keyboard goes to its page, or to the field in which the user was `writing`.
        """
        self._is_entered = True
        self._goes_to_page = True
        self._writing = writing
        self.setFocus()
        self._look_at(organisation)
        self.list.seek(organisation)

    def new_organisation(self) -> None:
        """Begin an organisation that is new."""
        self._is_entered = True
        self._show(self.form)
        self.form.begin()

    def refresh(self, changes: Changes | None) -> None:
        """Show what a change made different; everything anew for None."""
        if changes is not None and not changes.tables & _SHOWN_TABLES:
            return
        self.list.read()
        if self._organisation is not None:
            self._ask(self._organisation)

    def show_again(self) -> None:
        """Come into view: the keyboard goes to the list, unless something is written or looked at closely."""
        if self._right.currentWidget() is self.form:
            self.form.begin()
        elif not self._goes_to_page:
            self.list.take_focus()

    def state(self) -> OrganisationsState:
        """Where the place is."""
        scrolled = self.screen_of_organisation.scrolled
        return OrganisationsState(self.list.state, self._organisation, self._is_entered, scrolled)

    def restore(self, state: object) -> None:
        """Come back to where the place was when it told its `state`."""
        if not isinstance(state, OrganisationsState):
            return
        self.list.restore(state.listed, state.organisation)
        self._is_entered = state.is_entered
        self._scroll_to = state.scrolled
        if state.organisation is not None:
            self._look_at(state.organisation)
        else:
            self._organisation = None
            self._show_nothing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        is_inside = focus is not None and self._right.isAncestorOf(focus)
        if event.key() == Qt.Key.Key_Escape and is_inside:
            self._on_back()
        else:
            super().keyPressEvent(event)

    @Slot()
    def trash_shown(self) -> None:
        """Move the organisation that is looked at to the trash."""
        if self._organisation is not None:
            self._on_trash_asked(self._organisation)

    def _look_at(self, organisation: OrganisationId) -> None:
        self._organisation = organisation
        self._ask(organisation)

    def _ask(self, organisation: OrganisationId) -> None:
        self._asked = self._tasks.ask(
            self,
            lambda reader: organisation_page(reader, organisation),
            self._on_page_read,
            instead_of=self._asked,
        )

    def _on_page_read(self, page: OrganisationPage | None) -> None:
        is_form = self._right.currentWidget() is self.form
        if page is None:
            self._organisation = None
            if not is_form:
                self._is_entered = False
                self._show_nothing()
            return
        screen = self.screen_of_organisation
        screen.show_page(page, today(self._clock))
        if not is_form or self._goes_to_page:
            self._show(screen)
        if self._scroll_to is not None:
            scrolled, self._scroll_to = self._scroll_to, None
            QApplication.sendPostedEvents(screen)
            screen.scroll_down_to(scrolled)
        if self._goes_to_page:
            self._goes_to_page = False
            writing, self._writing = self._writing, None
            screen.take_focus() if writing is None else screen.write(writing)

    def _show_nothing(self) -> None:
        self._show(self._none_chosen if self._total else self._welcome)

    def _show(self, page: QWidget) -> None:
        self._right.setCurrentWidget(page)
        self._fit()

    def _fit(self) -> None:
        """Give up showing the list and the page at once where there is no room for both."""
        is_narrow = self.width() < _ALTERNATES_BELOW
        is_folded = self.width() < _FOLDS_BELOW
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._splitter.setSizes([_SMALL_LIST if is_folded else _LIST_WIDTH, _FOLDS_BELOW])
        self.screen_of_organisation.header.show_way_back(is_shown=is_narrow)
        is_welcome = self._right.currentWidget() is self._welcome
        self.list.setVisible(not is_welcome and not (is_narrow and self._is_entered))
        self._right.setVisible(is_welcome or not is_narrow or self._is_entered)

    @Slot(int)
    def _on_counted(self, total: int) -> None:
        self._total = total
        if self._right.currentWidget() in (self._none_chosen, self._welcome):
            self._show_nothing()

    @Slot(object)
    def _on_chosen(self, organisation: OrganisationId) -> None:
        if organisation != self._organisation or not self.is_page_shown:
            self.screen_of_organisation.leave()
            self._show(self.screen_of_organisation)
            self._look_at(organisation)

    @Slot(object)
    def _on_clicked(self, organisation: OrganisationId) -> None:
        self._is_entered = True
        self._on_chosen(organisation)
        self._fit()

    @Slot(object)
    def _on_entered(self, organisation: OrganisationId) -> None:
        self._goes_to_page = True
        self._is_entered = True
        self._look_at(organisation)

    @Slot(object)
    def _on_trash_asked(self, organisation: OrganisationId) -> None:
        following = self.list.model.neighbour_of(organisation)
        page = self.screen_of_organisation.page
        name = page.head.name if page is not None and page.head.id == organisation else ""
        self._tasks.change(
            self,
            lambda desk: organisations.commands.trash_organisation(desk, organisation),
            lambda _none: self._on_trashed(organisation, name, following),
        )

    def _on_trashed(self, organisation: OrganisationId, name: str, following: OrganisationId | None) -> None:
        self.said.emit(_("{name} is in the trash").format(name=name))
        self._is_entered = False
        if self._organisation in (organisation, None) and following is not None:
            self._look_at(following)
            self.list.mark(following)
        self._fit()
        self.list.take_focus()

    @Slot()
    def _on_back(self) -> None:
        self._is_entered = False
        if self._right.currentWidget() is self.form:
            self._on_left_form()
            return
        self._fit()
        self.list.mark(self._organisation)
        self.list.take_focus()

    @Slot()
    def _on_left_form(self) -> None:
        self._is_entered = False
        if self._organisation is None:
            self._show_nothing()
        else:
            self._show(self.screen_of_organisation)
        self.list.take_focus()

    def _join(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.clicked.connect(self._on_clicked)
        self.list.entered.connect(self._on_entered)
        self.list.trash_asked.connect(self._on_trash_asked)
        self.list.new_asked.connect(self.new_organisation)
        self.list.counted.connect(self._on_counted)
        self.screen_of_organisation.person_asked.connect(self.person_asked)
        self.screen_of_organisation.trash_asked.connect(self.trash_shown)
        self.screen_of_organisation.back_asked.connect(self._on_back)
        self.screen_of_organisation.said.connect(self.said)
        self.form.created.connect(self.open_organisation)
        self.form.organisation_asked.connect(self.open_organisation)
        self.form.left.connect(self._on_left_form)
        self.form.said.connect(self.said)
        self._welcome.acted.connect(self.new_organisation)

    def _arrange(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([_LIST_WIDTH, _FOLDS_BELOW])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
