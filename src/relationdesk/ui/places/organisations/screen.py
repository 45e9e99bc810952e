"""The page of one organisation: what it is, its people, what was agreed for it, and what was refused."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.ids import OrganisationId
from relationdesk.domain.vocabulary import RoleKind
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.about import AboutCard
from relationdesk.ui.places.organisations.add_person import AddPerson
from relationdesk.ui.places.organisations.header import OrganisationHeader
from relationdesk.ui.places.organisations.joining.join_flow import JoinFlow
from relationdesk.ui.places.organisations.joining.lookalikes import Lookalikes
from relationdesk.ui.places.organisations.rows import Involved, PersonLineRow, Section
from relationdesk.ui.places.organisations.words import (
    is_over,
    member_words,
    partnership_words,
    refusal_words,
)
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.picture_store import PictureStore
from relationdesk.ui.widgets.stage_chip import stage_chip
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.queries import (
    ClientPartnership,
    ClientRefusal,
    Member,
    OrganisationPage,
)

Making = Callable[[], PersonLineRow]


class OrganisationScreen(QWidget):
    """Says `person_asked` with somebody to look at, `trash_asked`, `back_asked`, and `said`."""

    person_asked = Signal(object)
    trash_asked = Signal()
    back_asked = Signal()
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: OrganisationPage | None = None
        self._today = date.min
        self._pictures = PictureStore(tasks, self)
        self.header = OrganisationHeader()
        self.header.trash_asked.connect(self.trash_asked)
        self.header.back_asked.connect(self.back_asked)
        self.header.join_asked.connect(self.ask_with_which)
        self.about = AboutCard(tasks, clock)
        self.about.said.connect(self.said)
        self.lookalikes = Lookalikes(tasks)
        self.lookalikes.chosen.connect(self._on_lookalike)
        self._joining = JoinFlow(tasks, clock, self)
        self._joining.said.connect(self.said)
        self.people = Section(_("People"))
        self.represented = Section(_("Represents"))
        self.former = Section(_("Formerly"))
        self.partnerships = Section(_("Partnerships"))
        self.refusals = Section(_("Said no to"))
        self._nobody = Label("", Look.SECONDARY, wraps=True)
        self.add_person = AddPerson(tasks)
        self.add_person.said.connect(self.said)
        for section in self._sections:
            section.person_asked.connect(self.person_asked)
        self._arrange()

    @property
    def id(self) -> OrganisationId | None:
        """Whose page it is."""
        return None if self.page is None else self.page.head.id

    @property
    def scrolled(self) -> int:
        """How many pixels are above what is in view."""
        return self._scroll.verticalScrollBar().value()

    def scroll_down_to(self, scrolled: int) -> None:
        """Have so many pixels above what is in view."""
        self._scroll.verticalScrollBar().setValue(scrolled)

    def show_page(self, page: OrganisationPage, today: date) -> None:
        """Show an organisation; what is being typed about the same one stays."""
        is_other = self.id != page.head.id
        self.lookalikes.look_for(page.head, is_other=is_other)
        if not is_other and (page, today) == (self.page, self._today):
            return
        self.page, self._today = page, today
        current = [one for one in page.members if not is_over(one, today)]
        self.header.show_head(page.head, len({one.person_id for one in current}))
        self.about.show_head(page.head)
        self.add_person.show_page(page, is_other=is_other)
        if is_other:
            for section in self._sections:
                section.forget_rest()
            self.scroll_down_to(0)
        self.people.show_rows(self._members(one for one in current if one.kind is RoleKind.WORKS_FOR))
        self.represented.show_rows(
            self._members(one for one in current if one.kind is not RoleKind.WORKS_FOR)
        )
        self.former.show_rows(self._members(one for one in page.members if is_over(one, today)))
        self.partnerships.show_rows([partial(self._partnership, line) for line in page.partnerships])
        self.refusals.show_rows([partial(self._refusal, line) for line in page.refusals])
        hint = _("Nobody belongs to {name} yet, and nothing was agreed for it.")
        self._nobody.setText(hint.format(name=page.head.name))
        self._nobody.setVisible(not (page.members or page.partnerships or page.refusals))
        self._order()

    def leave(self) -> None:
        """Keep what is being typed."""
        self.about.leave()

    def write(self, key: DraftKey) -> None:
        """Go on writing in the field of a key."""
        self.about.write(key)

    @Slot()
    def ask_with_which(self) -> None:
        """Ask which organisation this one is to be brought together with."""
        if self.page is not None:
            self.about.leave()
            self._joining.begin(self.page.head)

    def _on_lookalike(self, other: OrganisationId) -> None:
        if self.id is not None:
            self.about.leave()
            self._joining.begin_with(self.id, other)

    def take_focus(self) -> None:
        """Put the keyboard on the page."""
        (self.add_person.button if self.add_person.button.isVisible() else self.add_person.name).setFocus()

    @property
    def _sections(self) -> tuple[Section, ...]:
        return (self.people, self.represented, self.former, self.partnerships, self.refusals)

    def _members(self, members: Iterable[Member]) -> list[Making]:
        return [partial(self._member, member) for member in members]

    def _member(self, one: Member) -> PersonLineRow:
        words, is_quiet = member_words(one, self._today), is_over(one, self._today)
        shown = Involved(one.person_id, one.name, one.picture_hash, words, is_quiet=is_quiet)
        return PersonLineRow(shown, self._pictures)

    def _partnership(self, line: ClientPartnership) -> PersonLineRow:
        words, chip = partnership_words(line, self._today), stage_chip(line.stage)
        shown = Involved(line.person_id, line.person, line.picture_hash, words, chip)
        return PersonLineRow(shown, self._pictures)

    def _refusal(self, line: ClientRefusal) -> PersonLineRow:
        words = refusal_words(line, self._today)
        is_quiet = line.until is not None and line.until < self._today
        shown = Involved(line.person_id, line.person, line.picture_hash, words, is_quiet=is_quiet)
        return PersonLineRow(shown, self._pictures)

    def _order(self) -> None:
        """Let Tab go down the page."""
        put_after(self.header.more_button, self._inside)

    def _arrange(self) -> None:
        self._inside = QWidget()
        inner = QVBoxLayout(self._inside)
        inner.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, Space.WIDE)
        inner.setSpacing(Space.LARGE + 2)
        inner.addWidget(self.lookalikes)
        inner.addWidget(self.about)
        inner.addWidget(self._nobody)
        inner.addWidget(self.people)
        inner.addWidget(self.add_person)
        for section in self._sections[1:]:
            inner.addWidget(section)
        inner.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Hairline())
        column.addWidget(self._scroll, 1)
