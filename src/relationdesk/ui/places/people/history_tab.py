"""The first tab: noting what happened, what the note offers, and everything that happened before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.hygiene import WordList
from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.domain.noting import read_picks
from relationdesk.domain.phrases import Offer, offers_in
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.panel import EntriesPanel
from relationdesk.ui.places.people.entries.retelling import Retelling
from relationdesk.ui.places.people.noting.note_line import NoteLine
from relationdesk.ui.places.people.noting.odd_words_hint import OddWordsHint
from relationdesk.ui.places.people.noting.offer_taking import take_offer
from relationdesk.ui.places.people.noting.offer_words import reading_of
from relationdesk.ui.places.people.noting.offers import Offers
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.balance_words import peace_words
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work import history
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.settings import odd_words

if TYPE_CHECKING:
    from relationdesk.ui.places.people.attached.pasting import NotePasting

_ENOUGH_TO_FILTER = 8
_PAUSE = 60
"""Milliseconds until all of a long history is read, so that its head is painted before."""


class HistoryTab(QWidget):
    """What was typed about somebody stays theirs until it is kept, whoever is looked at meanwhile.

    Says `person_asked` for somebody in an entry, and `entry_asked` with a person and what happened with them.
    """

    person_asked = Signal(object)
    entry_asked = Signal(object, object)
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._view: PersonView | None = None
        self._is_kept = False  # the offers are those of a note that was kept, until another text begins
        self.note = NoteLine(tasks)
        self.note.typed.connect(self._on_typed)
        self.note.picked.connect(self._on_picked)
        self.note.text.takes = self._take_pasted
        self._pasting: NotePasting | None = None
        self._draft = FieldDraft(drafts_of(tasks), self.note.text)
        self._draft.shown.connect(self._on_draft_shown)
        self.note.paused.connect(self._on_paused)
        self.note.kept.connect(self._on_kept)
        self.retelling = Retelling(tasks, self.note, self._draft, self)
        self.retelling.begun.connect(self._begin_anew)
        self.retelling.said.connect(self.said)
        self.hygiene = OddWordsHint()
        self._odd_words: WordList | None = None
        self.offers = Offers()
        self.offers.accepted.connect(self._on_accepted)
        self.offers.changed.connect(self._on_offers_changed)
        self.offers.answered.connect(self.note.text.setFocus)
        self.entries = entries = EntriesPanel(tasks)
        self.timeline, self.kinds = entries.timeline, entries.kinds
        self.finding, self.find_bar, self.find_button = entries.finding, entries.find_bar, entries.find_button
        entries.edit_asked.connect(self.retelling.begin)
        entries.said.connect(self.said)
        entries.person_asked.connect(self.person_asked)
        entries.entry_asked.connect(self.entry_asked)
        self._arrange()

    def show_person(self, view: PersonView) -> None:
        """Show somebody's history; for somebody else than before, also what was typed about them."""
        is_other = self._view is None or self._view.id != view.id
        if is_other:
            self.retelling.keep()
        self._view = view
        if is_other:
            if self._pasting is not None:
                self._pasting.belong_to(view.id)
            self.retelling.belong_to(view.id)
        self.entries.show_person(view)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tasks.ask(self, odd_words.word_list, self._on_word_list)

    @Slot()
    def _on_typed(self) -> None:
        if not self.note.text.toPlainText():
            self.hygiene.show_words((), "")
        elif self._is_kept:
            self._begin_anew()

    @Slot()
    def _on_picked(self) -> None:
        self._draft.put_aside(self.note.picks)

    @Slot()
    def _on_draft_shown(self) -> None:
        """Another text stands in the note: what it offers is read anew."""
        view = self._view
        if view is not None:
            aside, edited = self._draft.aside, self.retelling.edited
            picks = read_picks(aside) if aside or edited is None else edited.picks
            names = {view.id: view.name} | (edited.names if edited is not None else {})
            self.note.show_picks(picks, view.id, names, view.today)
        self._begin_anew()
        self._on_paused()

    def _on_word_list(self, words: WordList) -> None:
        self._odd_words = words
        self._point_out()

    def _point_out(self) -> None:
        """Point out the words of the note that do not belong in a record."""
        if self._view is not None and self._odd_words is not None:
            found = self._odd_words.found_in(self.note.text.toPlainText())
            self.hygiene.show_words(found, self._view.name)

    @Slot()
    def _on_paused(self) -> None:
        self._point_out()
        if self._view is None or self._is_kept or self.retelling.edited is not None:
            return
        text = self.note.text.toPlainText()
        if text.strip():
            found = offers_in(text, today=self._view.today)
            peace = self._view.page.balance.peace
            words = "" if peace is None else peace_words(peace, self._view.today)
            self.offers.show_offers(found, self._view.name, self._view.today, words)
        else:
            self._begin_anew()

    @Slot()
    def _begin_anew(self) -> None:
        self._is_kept = False
        self.offers.begin_anew()

    def _take_pasted(self, carried: QMimeData) -> bool:
        from relationdesk.ui.places.people.attached.pasting import NotePasting  # noqa: PLC0415 - with the first

        if self._view is None:
            return False
        if self._pasting is None:
            self._pasting = NotePasting(self._tasks, self.note.text)
        return self._pasting.take(self._view.id, carried)

    @Slot()
    def _on_offers_changed(self) -> None:
        put_after(self.note.keep_button, self.offers)

    @Slot()
    def _on_kept(self) -> None:
        view = self._view
        if view is None:
            return
        if self.retelling.edited is not None:
            self.retelling.keep()
            self.retelling.leave()
            return
        self._on_paused()
        told = self.note.happening(view.id)
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

    @Slot(object, object)
    def _on_accepted(self, offer: Offer, origin: InteractionId | None) -> None:
        view = self._view
        if view is None:
            return
        said = reading_of(offer, view.name, view.today)
        self._tasks.change(
            self,
            lambda desk: take_offer(desk, view.id, offer, origin),
            lambda _nothing: self._on_offer_set(offer, said),
            lambda error: self._on_offer_refused(offer, error),
        )

    def _on_offer_set(self, offer: Offer, said: str) -> None:
        self.offers.settle(offer)
        self.said.emit(said)

    def _on_offer_refused(self, offer: Offer, error: ExpectedError) -> None:
        self.offers.keep_offering(offer)
        self._tasks.refused.emit(error)

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
