"""The place of organisations: the list, the page that is looked at, and one that is new."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.ids import OrganisationId
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.list import ListState, OrganisationList
from relationdesk.ui.places.organisations.new_form import NewOrganisation
from relationdesk.ui.places.organisations.screen import OrganisationScreen
from relationdesk.ui.places.organisations.welcome import none_yet, nothing_chosen
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.beside.place import Beside, ListBesidePage
from relationdesk.work import organisations
from relationdesk.work.desks import Changes, Desk, Reader
from relationdesk.work.organisations.queries import OrganisationPage, organisation_page

_SHOWN_TABLES = frozenset({"organisation", "role", "person", "partnership", "refusal"})


@dataclass(frozen=True, slots=True)
class OrganisationsState:
    """Where somebody was in the place, to come back to."""

    listed: ListState = field(default_factory=ListState)
    organisation: OrganisationId | None = None
    is_entered: bool = False
    scrolled: int = 0


class OrganisationsPlace(ListBesidePage[OrganisationId, OrganisationPage]):
    """Says `person_asked` with somebody to look at, and `said` for what was done."""

    person_asked = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        self._clock = clock
        self._scroll_to: int | None = None
        self.list = OrganisationList(tasks, clock)
        self.screen_of_organisation = OrganisationScreen(tasks, clock)
        self.form = NewOrganisation(tasks)
        self._welcome = none_yet()
        beside = Beside(self.screen_of_organisation, self.form, nothing_chosen(), self._welcome)
        super().__init__(tasks, self.list, beside, parent)
        self.setAccessibleName(_("Organisations"))
        self._join()
        self.list.read()

    @property
    def organisation(self) -> OrganisationId | None:
        """What is looked at."""
        return self._one

    def open_organisation(self, organisation: OrganisationId, writing: DraftKey | None = None) -> None:
        """Look at an organisation; the keyboard goes to the field in which the user was `writing`, if any."""
        self.open_page(organisation, writing)

    def new_organisation(self) -> None:
        """Begin an organisation that is new."""
        self.begin_new()

    def refresh(self, changes: Changes | None) -> None:
        """Show what a change made different; everything anew for None."""
        if changes is None or changes.tables & _SHOWN_TABLES:
            self.list.read()
            self.read_page()

    def show_again(self) -> None:
        """Come into view: the keyboard goes to the list, unless something is written or looked at closely."""
        if self._right.currentWidget() is self.form:
            self.form.begin()
        elif not self._goes_to_page:
            self.list.take_focus()

    def state(self) -> OrganisationsState:
        """Where the place is."""
        scrolled = self.screen_of_organisation.scrolled
        return OrganisationsState(self.list.state, self._one, self._is_entered, scrolled)

    def restore(self, state: object) -> None:
        """Come back to where the place was when it told its `state`."""
        if not isinstance(state, OrganisationsState):
            return
        self.list.restore(state.listed, state.organisation)
        self._scroll_to = state.scrolled
        self.come_back_to(state.organisation, is_entered=state.is_entered)

    @Slot()
    def trash_shown(self) -> None:
        """Move the organisation that is looked at to the trash."""
        if self._one is not None:
            self._on_trash_asked(self._one)

    def question(self, one: OrganisationId) -> Callable[[Reader], OrganisationPage | None]:
        """What is asked for the page of an organisation."""
        return partial(organisation_page, organisation=one)

    def show_page(self, view: OrganisationPage) -> None:
        """Have the page show what was read."""
        self.screen_of_organisation.show_page(view, today(self._clock))

    def is_shown(self, one: OrganisationId) -> bool:
        """Whether the page is about an organisation, in view or not."""
        return self.screen_of_organisation.id == one

    def page_came(self, _one: OrganisationId, *, is_other: bool) -> None:  # noqa: ARG002 - the place's
        """Scroll a page to where it was."""
        if self._scroll_to is not None:
            scrolled, self._scroll_to = self._scroll_to, None
            QApplication.sendPostedEvents(self.screen_of_organisation)
            self.screen_of_organisation.scroll_down_to(scrolled)

    def take_keyboard(self, writing: DraftKey | None) -> None:
        """Put the keyboard on the page, or into the field in which the user was writing."""
        if writing is None:
            self.screen_of_organisation.take_focus()
        else:
            self.screen_of_organisation.write(writing)

    def show_way_back(self, *, is_shown: bool) -> None:
        """Have the page lead back to the list, or not."""
        self.screen_of_organisation.header.show_way_back(is_shown=is_shown)

    def begin_form(self) -> None:
        """Put the cursor into the form for one that is new."""
        self.form.begin()

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
        self.go_after(organisation, following)

    def _join(self) -> None:
        self.list.trash_asked.connect(self._on_trash_asked)
        self.screen_of_organisation.person_asked.connect(self.person_asked)
        self.screen_of_organisation.trash_asked.connect(self.trash_shown)
        self.screen_of_organisation.back_asked.connect(self.go_back)
        self.screen_of_organisation.said.connect(self.said)
        self.form.created.connect(self.follow)
        self.form.organisation_asked.connect(self.follow)
        self.form.left.connect(self.leave_form)
        self.form.said.connect(self.said)
        self._welcome.acted.connect(self.begin_new)
