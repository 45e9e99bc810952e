"""The tab of a person's record, card by card."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.accounts import AccountsCard
from relationdesk.ui.places.people.record.card import RecordCard
from relationdesk.ui.places.people.record.keeping import KeepingCard
from relationdesk.ui.places.people.record.naming import NamingCard
from relationdesk.ui.places.people.record.organisations import OrganisationsCard
from relationdesk.ui.places.people.record.own_fields import OwnFieldsCard
from relationdesk.ui.places.people.record.reach import ReachCard
from relationdesk.ui.places.people.record.where import WhereCard
from relationdesk.ui.places.people.record.who import WhoCard
from relationdesk.ui.places.people.tab_page import TabPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.tab_order import put_after, stops_in
from relationdesk.work.desks import Desk, Reader

CARDS: Final[tuple[Callable[[Tasks[Reader, Desk]], RecordCard], ...]] = (
    NamingCard,
    WhoCard,
    WhereCard,
    OrganisationsCard,
    ReachCard,
    AccountsCard,
    OwnFieldsCard,
    KeepingCard,
)
"""From the top; each is made with the tasks alone."""

CardT = TypeVar("CardT", bound=RecordCard)


class RecordTab(TabPage):
    """Says `said` for what was kept, `person_asked` and `organisation_asked` for who or what is looked at.

    The first card is there at once; the others are made one after the other, when what was asked before
    them has been answered, so that nobody waits for those that are out of sight.
    """

    said = Signal(str)
    person_asked = Signal(object)
    organisation_asked = Signal(object)
    line_asked = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(_("Record"), parent)
        self.setObjectName("record.tab")
        self._tasks = tasks
        self._view: PersonView | None = None
        self._rows = self.fresh_rows()
        self._coming: RecordCard | None = None
        self.cards: list[RecordCard] = []
        self._make_next()

    def card(self, kind: type[CardT]) -> CardT:
        """The card of a kind, made by now with those above it."""
        while not isinstance(self.cards[-1], kind) and len(self.cards) < len(CARDS):
            self._make_next()
        return next(card for card in self.cards if isinstance(card, kind))

    def show_person(self, view: PersonView) -> None:
        """Show somebody's record; what is being typed about the same person stays."""
        is_first = self._view is None
        if self._view is None or self._view.id != view.id:
            self.verticalScrollBar().setValue(0)
        self._view = view
        for card in self.cards:
            card.show_person(view)
        if is_first:
            self._make_others()

    def write(self, key: DraftKey) -> bool:
        """Go on writing in the field of a key; False when it is not there any more."""
        while not any(card.write(key) for card in self.cards):
            if len(self.cards) == len(CARDS):
                return False
            self._make_next()
        return True

    def show_reach(self) -> None:
        """Put the cursor where a way to reach somebody is added, with what is known in view."""
        self.show_card(ReachCard).take_focus()

    def show_card(self, kind: type[CardT]) -> CardT:
        """The card of a kind, which comes into view."""
        card = self.card(kind)
        self._coming = card
        QTimer.singleShot(0, self, self._scroll_to_coming)
        return card

    @Slot()
    def _scroll_to_coming(self) -> None:
        """Where a card stands is known once the tab was laid out."""
        if self._coming is not None:
            self.verticalScrollBar().setValue(self._coming.y())

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self.cards[0].take_focus()

    def _make_others(self) -> None:
        if len(self.cards) < len(CARDS):
            self._tasks.ask(self, lambda _reader: None, lambda _none: self._go_on())

    def _go_on(self) -> None:
        if len(self.cards) < len(CARDS):
            self._make_next()
        self._make_others()

    def _make_next(self) -> None:
        card = CARDS[len(self.cards)](self._tasks)
        self.cards.append(card)
        card.said.connect(self.said)
        card.person_asked.connect(self.person_asked)
        card.organisation_asked.connect(self.organisation_asked)
        card.line_asked.connect(self.line_asked)
        self._rows.addWidget(card)
        if self._view is not None:
            card.show_person(self._view)
            above = [stop for other in self.cards[:-1] for stop in stops_in(other)]
            put_after(above[-1], card)
