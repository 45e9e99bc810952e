"""The tab of a person's record, card by card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.card import RecordCard
from relationdesk.ui.places.people.record.naming import NamingCard
from relationdesk.ui.places.people.record.where import WhereCard
from relationdesk.ui.places.people.record.who import WhoCard
from relationdesk.ui.places.people.tab_page import TabPage
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Desk, Reader


class RecordTab(TabPage):
    """Says `said` for what was kept, `person_asked` for somebody else."""

    said = Signal(str)
    person_asked = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(_("Record"), parent)
        self.setObjectName("record.tab")
        self.cards: tuple[RecordCard, ...] = (NamingCard(tasks), WhoCard(tasks), WhereCard(tasks))
        rows = self.fresh_rows()
        for card in self.cards:
            card.said.connect(self.said)
            card.person_asked.connect(self.person_asked)
            rows.addWidget(card)

    def show_person(self, view: PersonView) -> None:
        """Show somebody's record; what is being typed about the same person stays."""
        if any(card.view is None or card.view.id != view.id for card in self.cards):
            self.verticalScrollBar().setValue(0)
        for card in self.cards:
            card.show_person(view)

    def write(self, key: DraftKey) -> bool:
        """Go on writing in the field of a key; False when it is not there any more."""
        return any(card.write(key) for card in self.cards)

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self.cards[0].take_focus()
