"""The first tab: noting what happened, what the note offers, and everything that happened before."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, about_person
from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.domain.noting import read_picks
from relationdesk.domain.phrases import offers_in
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.panel import EntriesPanel
from relationdesk.ui.places.people.noting.note_line import NoteLine
from relationdesk.ui.places.people.noting.odd_words_hint import OddWordsHint
from relationdesk.ui.places.people.noting.offering import Offering
from relationdesk.ui.places.people.noting.offers import Offers
from relationdesk.ui.places.people.noting.pointing_out import PointingOut
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.balance_words import peace_words
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work import history
from relationdesk.work.desks import Desk, Reader


class HistoryTab(QWidget):
    """What was typed about somebody stays theirs until it is kept, whoever is looked at meanwhile.

    Says `person_asked` for somebody in an entry, `entry_asked` with a person and what happened with them, and
    `elsewhere_asked` with an entry that is changed elsewhere.
    """

    person_asked = Signal(object)
    entry_asked = Signal(object, object)
    elsewhere_asked = Signal(object)
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._view: PersonView | None = None
        self._is_kept = False  # the offers are those of a note that was kept, until another text begins
        self.note = NoteLine(tasks)
        self.note.typed.connect(self._on_typed)
        self.note.telling.picked.connect(self._on_picked)
        self._draft = FieldDraft(drafts_of(tasks), self.note.text)
        self._draft.shown.connect(self._on_draft_shown)
        self.note.paused.connect(self._on_paused)
        self.note.kept.connect(self._on_kept)
        self.hygiene = OddWordsHint()
        self._pointing_out = PointingOut(tasks, self.note.text, self.hygiene)
        self.offers = Offers()
        self._offering = Offering(tasks, self.offers)
        self._offering.said.connect(self.said)
        self.offers.changed.connect(self._on_offers_changed)
        self.offers.answered.connect(self.note.text.setFocus)
        self.entries = entries = EntriesPanel(tasks)
        self.timeline, self.kinds = entries.timeline, entries.kinds
        self.finding, self.find_bar, self.find_button = entries.finding, entries.find_bar, entries.find_button
        entries.said.connect(self.said)
        entries.person_asked.connect(self.person_asked)
        entries.entry_asked.connect(self.entry_asked)
        entries.elsewhere_asked.connect(self.elsewhere_asked)
        self._arrange()

    def show_person(self, view: PersonView) -> None:
        """Show somebody's history; for somebody else than before, also what was typed about them."""
        is_other = self._view is None or self._view.id != view.id
        self._view = view
        self._pointing_out.name = view.name
        if is_other:
            self._draft.belong_to(about_person(DraftField.NOTE, view.id))
        self._offering.show_person(view)
        self.entries.show_person(view)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pointing_out.begin()

    @Slot()
    def _on_typed(self) -> None:
        if not self.note.text.toPlainText():
            self.hygiene.show_words((), "")
        elif self._is_kept:
            self._begin_anew()

    @Slot()
    def _on_picked(self) -> None:
        self._draft.put_aside(self.note.telling.picks.written())

    @Slot()
    def _on_draft_shown(self) -> None:
        """Another text stands in the note: what it offers is read anew."""
        view = self._view
        if view is not None:
            picks = read_picks(self._draft.aside)
            self.note.telling.show_about(view.id, {view.id: view.name}, view.today, picks)
        self._begin_anew()
        self._on_paused()

    @Slot()
    def _on_paused(self) -> None:
        self._pointing_out.look()
        if self._view is None or self._is_kept:
            return
        text = self.note.text.toPlainText()
        if text.strip():
            found = offers_in(text, today=self._view.today, about=self._view.names)
            peace = self._view.page.balance.peace
            words = "" if peace is None else peace_words(peace, self._view.today)
            self.offers.show_offers(found, self._view.name, self._view.today, words)
        else:
            self._begin_anew()

    @Slot()
    def _begin_anew(self) -> None:
        self._is_kept = False
        self.offers.begin_anew()

    @Slot()
    def _on_offers_changed(self) -> None:
        put_after(self.note.keep_button, self.offers)

    @Slot()
    def _on_kept(self) -> None:
        view = self._view
        if view is None:
            return
        self._on_paused()
        told = self.note.telling.happening(view.id)
        self._draft.hand_over(
            self,
            lambda desk: history.commands.note_happening(desk, told),
            lambda interaction: self._on_note_kept(view.id, interaction),
        )
        self._is_kept = True

    def _on_note_kept(self, person: PersonId, interaction: InteractionId) -> None:
        if self._view is not None and self._view.id == person and self._is_kept:
            self.offers.origin = interaction
        self.said.emit(_("Note kept"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.LARGE - 2, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        top.setSpacing(0)
        top.addWidget(self.note)
        top.addWidget(self.hygiene)
        top.addWidget(self.offers)
        column.addLayout(top)
        column.addWidget(self.entries, 1)
