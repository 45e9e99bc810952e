"""The first tab: noting what happened, what the note offers, and everything that happened before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.hygiene import WordList
from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.domain.noting import read_picks
from relationdesk.domain.phrases import Offer, offers_in
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.correcting import Correcting
from relationdesk.ui.places.people.entries.find_bar import FindBar
from relationdesk.ui.places.people.entries.finding import Finding
from relationdesk.ui.places.people.entries.kind_filter import KindFilter
from relationdesk.ui.places.people.entries.retelling import Retelling
from relationdesk.ui.places.people.note_line import NoteLine
from relationdesk.ui.places.people.odd_words_hint import OddWordsHint
from relationdesk.ui.places.people.offer_taking import take_offer
from relationdesk.ui.places.people.offer_words import reading_of
from relationdesk.ui.places.people.offers import Offers
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.timeline_view import TimelineView
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.balance_words import peace_words
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work import history
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.history.queries import HEAD, TimelineEntry, timeline
from relationdesk.work.settings import odd_words

if TYPE_CHECKING:
    from relationdesk.ui.places.people.attached.note_pictures import NotePictures
    from relationdesk.ui.places.people.attached.pasting import NotePasting

_ENOUGH_TO_FILTER = 8
_PAUSE = 60
"""Milliseconds until all of a long history is read, so that its head is painted before."""


class HistoryTab(QWidget):
    """What was typed about somebody stays theirs until it is kept, whoever is looked at meanwhile.

    Of a long history the head is shown at once, and all of it as soon as it is read. Says `person_asked` for
    somebody in an entry, and `entry_asked` with a person and what happened with them.
    """

    person_asked = Signal(object)
    entry_asked = Signal(object, object)
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._view: PersonView | None = None
        self._shown: tuple[TimelineEntry, ...] = ()
        self._reading: Asked | None = None
        self._pausing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pausing.timeout.connect(self._on_head_seen)
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
        self.kinds = KindFilter()
        self.kinds.picked.connect(self._show_rows)
        self.timeline = TimelineView()
        self.find_button = Button("", Role.QUIET, Icon.SEARCH, compact=True, name=_("Find in the history"))
        self.find_bar = FindBar()
        self.finding = Finding(self.timeline, self.find_bar, self)
        self.find_button.clicked.connect(self.finding.begin)
        self.timeline.picture = self._picture
        self._pictures: NotePictures | None = None
        self._correcting = Correcting(tasks, self.timeline, self)
        self._correcting.edit_asked.connect(self.retelling.begin)
        self._correcting.said.connect(self.said)
        self.timeline.person_asked.connect(self.person_asked)
        self.timeline.entry_asked.connect(self.entry_asked)
        self._top: int | None = None
        self._kinds_next: tuple[PersonId, int] | None = None
        self._wanted: int | None = None
        self._wanted_next: int | None = None
        self._nothing = Label("", Look.SECONDARY, wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._arrange()

    def begin_at(self, person: PersonId, row: int, kinds: int) -> None:
        """Have the history of somebody who is shown next begin at a row, filtered as it was."""
        self._top = row
        self._kinds_next = (person, kinds)

    def reveal(self, interaction: int) -> None:
        """Open what happened, once it is read; nothing for what is not in this history."""
        self._wanted = interaction
        if not self.kinds.is_everything:
            self.kinds.show_everything()
            self._show_rows()
        self._open_wanted()

    def reveal_next(self, interaction: int) -> None:
        """Open what happened in the history of whom is shown next."""
        self._wanted_next = interaction

    def _open_wanted(self) -> None:
        row = self.timeline.rows.row_of(self._wanted) if self._wanted is not None else None
        if row is not None:
            self._wanted = None
            self.timeline.show_row(row)

    def show_person(self, view: PersonView) -> None:
        """Show somebody's history; for somebody else than before, also what was typed about them."""
        is_other = self._view is None or self._view.id != view.id
        if is_other:
            self.retelling.keep()
        self._view = view
        self._correcting.name = view.name
        if is_other:
            self.finding.leave()
            self._wanted, self._wanted_next = self._wanted_next, None
            if self._pasting is not None:
                self._pasting.belong_to(view.id)
            self.retelling.belong_to(view.id)
        self._filter_as_before(view.id, is_other=is_other)
        is_head = len(view.history) == HEAD
        if is_other or not is_head:
            self._show_history(view.history, keeps_place=not is_other)
        self._pausing.stop()
        if self._reading is not None:
            self._reading.cancel()
        if is_head:
            self._pausing.start()

    def _filter_as_before(self, person: PersonId, *, is_other: bool) -> None:
        """Filter by kind as when one went away from somebody, else show everything of somebody else."""
        came_back, self._kinds_next = self._kinds_next, None
        if came_back is not None and came_back[0] == person:
            kinds = came_back[1]
        else:
            kinds = 0 if is_other else self.kinds.choice
        if kinds != self.kinds.choice:
            self.kinds.show_choice(kinds)
            if not is_other:
                self._show_rows()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tasks.ask(self, odd_words.word_list, self._on_word_list)

    @Slot()
    def _on_head_seen(self) -> None:
        view = self._view
        if view is None:
            return
        self._reading = self._tasks.ask(
            self,
            lambda reader: tuple(timeline(reader, view.id)),
            lambda entries: self._show_history(entries, keeps_place=True),
        )

    def _show_history(self, entries: tuple[TimelineEntry, ...], *, keeps_place: bool) -> None:
        if keeps_place and entries == self._shown:
            return
        self._shown = entries
        scrolled = self.timeline.verticalScrollBar().value() if keeps_place else 0
        self._show_rows()
        self.timeline.verticalScrollBar().setValue(scrolled)
        if self._top is not None and self.timeline.rows.rowCount() > self._top:
            self.timeline.show_at_top(self._top)
            self._top = None
        self._open_wanted()

    @Slot()
    def _show_rows(self) -> None:
        """Show those of the entries that the filter lets through."""
        view = self._view
        if view is None:
            return
        entries = tuple(filter(self.kinds.lets, self._shown))
        is_long = len(self._shown) >= _ENOUGH_TO_FILTER
        self.kinds.setVisible(is_long or not self.kinds.is_everything)
        self.find_button.setVisible(is_long)
        self.timeline.rows.show_entries(entries, view.name, view.today)
        nothing_yet = _("Nothing noted about {name} yet. The first line you keep above begins the history.")
        words = _("Nothing of that kind in the history.") if self._shown else nothing_yet
        self._nothing.setText(words.format(name=view.name))
        self._pages.setCurrentIndex(0 if entries else 1)

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

    def _picture(self, target: str) -> QImage | None:
        from relationdesk.ui.places.people.attached.note_pictures import NotePictures  # noqa: PLC0415 - see below

        if self._pictures is None:
            self._pictures = NotePictures(self._tasks, self)
            self._pictures.came.connect(self.timeline.show_pictures)
        return self._pictures.image(target)

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
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(1)
        nothing = QWidget()
        inner = QVBoxLayout(nothing)
        inner.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, Space.LARGE)
        inner.addWidget(self._nothing)
        inner.addStretch(1)
        self._pages.addWidget(self.timeline)
        self._pages.addWidget(nothing)
        above = QHBoxLayout()
        above.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        above.addStretch(1)
        above.addWidget(self.find_button)
        above.addWidget(self.kinds)
        column.addSpacing(Space.TIGHT)
        column.addLayout(above)
        column.addWidget(self.find_bar)
        column.addWidget(self._pages, 1)
