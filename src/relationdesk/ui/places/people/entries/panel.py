"""The entries of a history: filtered by kind, found in, opened and corrected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.domain.sharing import Shareable
from relationdesk.domain.vocabulary import PromiseState
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.correcting import Correcting
from relationdesk.ui.places.people.entries.editing import entry_key
from relationdesk.ui.places.people.entries.find_bar import FindBar
from relationdesk.ui.places.people.entries.finding import Finding
from relationdesk.ui.places.people.entries.kind_filter import KindFilter
from relationdesk.ui.places.people.entries.retelling import CLOSED, Retelling
from relationdesk.ui.places.people.eyes import Eye, eyes_of
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.timeline.timeline_view import TimelineView
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.attachments.queries import AttachmentLine, file_named
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.history.queries import HEAD, EntryKind, TimelineEntry, timeline
from relationdesk.work.people.keeping import Audiences

if TYPE_CHECKING:
    from relationdesk.ui.places.people.attached.flow import FileFlow
    from relationdesk.ui.places.people.attached.note_pictures import NotePictures

_ENOUGH_TO_FILTER = 8
_PAUSE = 60
"""Milliseconds until all of a long history is read, so that its head is painted before."""


class EntriesPanel(QWidget):
    """Of a long history the head is shown at once, and all of it as soon as it is read.

    Says `person_asked` for somebody in an entry, `entry_asked` with a person and what happened with them,
    and `elsewhere_asked` with an entry that is changed elsewhere. While one is edited here, the rows stay.
    """

    person_asked = Signal(object)
    entry_asked = Signal(object, object)
    elsewhere_asked = Signal(object)
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._view: PersonView | None = None
        self._shown: tuple[TimelineEntry, ...] = ()
        self._reading: Asked | None = None
        self._pausing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pausing.timeout.connect(self._on_head_seen)
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
        self._correcting.said.connect(self.said)
        self.retelling = Retelling(tasks, self.timeline, self)
        self.retelling.said.connect(self.said)
        self.retelling.ended.connect(self._on_editing_ended)
        self.retelling.row_wanted.connect(self._on_row_wanted)
        self._correcting.edit_asked.connect(self.retelling.begin)
        self.timeline.edit_asked.connect(self._on_edit_asked)
        self.timeline.edit_words = self._edit_words
        self._eyes = eyes_of(tasks)
        self._eyes.known.connect(self._on_audiences)
        self.timeline.eye = self._eye
        self._is_behind = False
        self.timeline.person_asked.connect(self.person_asked)
        self.timeline.entry_asked.connect(self.entry_asked)
        self.timeline.file_asked.connect(self._on_file_asked)
        self._files: FileFlow | None = None
        self._top: int | None = None
        self._kinds_next: tuple[PersonId, int] | None = None
        self._wanted: tuple[int, EntryKind] | None = None
        self._wanted_next: int | None = None
        self._nothing = Label("", Look.SECONDARY, wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._arrange()

    def begin_at(self, person: PersonId, row: int, kinds: int) -> None:
        """Have the history of somebody who is shown next begin at a row, filtered as it was."""
        self._top = row
        self._kinds_next = (person, kinds)

    def reveal(self, number: int, kind: EntryKind = EntryKind.INTERACTION) -> None:
        """Open an entry, once it is read; nothing for one that is not in this history."""
        self._wanted = (number, kind)
        self._show_everything()
        self._open_wanted()

    def reveal_next(self, interaction: int) -> None:
        """Open what happened in the history of whom is shown next."""
        self._wanted_next = interaction

    def _show_everything(self) -> None:
        if not self.kinds.is_everything:
            self.kinds.show_everything()
            self._show_rows()

    def _open_wanted(self) -> None:
        row = self.timeline.rows.row_of(*self._wanted) if self._wanted is not None else None
        if row is not None:
            self._wanted = None
            self.timeline.show_row(row)

    def show_person(self, view: PersonView) -> None:
        """Show somebody's history; that of somebody else begins at the top, with nothing sought in it."""
        is_other = self._view is None or self._view.id != view.id
        self._view = view
        self._correcting.name = view.name
        if is_other:
            self.retelling.keep()
            self.timeline.choose_nothing()
            self.finding.leave()
            self._wanted = None if self._wanted_next is None else (self._wanted_next, EntryKind.INTERACTION)
            self._wanted_next = None
        self.retelling.belong_to(view)
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
            self._show_kept()
            return
        self._shown = entries
        scrolled = self.timeline.verticalScrollBar().value() if keeps_place else 0
        self._show_rows()
        self.timeline.verticalScrollBar().setValue(scrolled)
        if self._top is not None and self.timeline.rows.rowCount() > self._top:
            self.timeline.show_at_top(self._top)
            self._top = None
        self._open_wanted()
        self.retelling.go_on()

    def _show_kept(self) -> None:
        """Show the row as it is read in which something was kept that does not show in this history."""
        if self.timeline.is_covered and not self.retelling.is_editing:
            self.timeline.show_opened()

    @Slot()
    def _show_rows(self) -> None:
        """Show those of the entries that the filter lets through, unless one of them is being edited."""
        view = self._view
        self._is_behind = self.retelling.is_editing
        if view is None or self._is_behind:
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
    def _on_editing_ended(self) -> None:
        if self._is_behind:
            self._show_rows()

    @Slot(object)
    def _on_row_wanted(self, _interaction: InteractionId) -> None:
        self._show_everything()
        self.retelling.go_on()

    @Slot(object)
    def _on_edit_asked(self, entry: TimelineEntry) -> None:
        if entry.kind is EntryKind.INTERACTION:
            self.retelling.begin(InteractionId(entry.id))
        elif entry.kind is EntryKind.MENTION:
            self.timeline.lead_to(entry)
        elif entry.kind in CLOSED and entry.state != PromiseState.OPEN:
            self.retelling.begin_closed(entry)
        else:
            self.elsewhere_asked.emit(entry)

    def _edit_words(self, entry: TimelineEntry) -> str:
        """What the way to editing an entry is called."""
        if self._view is None:
            return _("Edit")
        typed = drafts_of(self._tasks).draft(entry_key(self._view.id, InteractionId(entry.id)))
        return _("Edit") if typed.is_empty else _("Go on editing")

    def _eye(self, row: QWidget, entry: TimelineEntry, title: str) -> Eye | None:
        """What says who may read an entry; nothing for one that is always for the user alone."""
        if entry.kind.value not in list(Shareable):
            return None
        return self._eyes.made(row, (Shareable(entry.kind.value), entry.id), title, is_steady=True)

    @Slot(object)
    def _on_audiences(self, audiences: Audiences | None) -> None:
        self.timeline.rows.show_shared(audiences.rows if audiences is not None else frozenset())

    @Slot(object, str)
    def _on_file_asked(self, entry: TimelineEntry, digest: str) -> None:
        """Have a file that an entry names shown, as the tab of the files does."""
        self._tasks.ask(
            self,
            lambda reader: file_named(reader, InteractionId(entry.id), digest),
            self._show_file,
        )

    def _show_file(self, line: AttachmentLine | None) -> None:
        from relationdesk.ui.places.people.attached.flow import FileFlow  # noqa: PLC0415 - see below

        if line is None:
            self.said.emit(_("This file is not kept any more."))
            return
        if self._files is None:
            self._files = FileFlow(self._tasks, self)
            self._files.said.connect(self.said)
        self._files.show(line)

    def _picture(self, target: str) -> QImage | None:
        from relationdesk.ui.places.people.attached.note_pictures import NotePictures  # noqa: PLC0415 - see below

        if self._pictures is None:
            self._pictures = NotePictures(self._tasks, self)
            self._pictures.came.connect(self.timeline.show_pictures)
        return self._pictures.image(target)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.TIGHT, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        above.addStretch(1)
        above.addWidget(self.find_button)
        above.addWidget(self.kinds)
        column.addLayout(above)
        column.addWidget(self.find_bar)
        nothing = QWidget()
        inner = QVBoxLayout(nothing)
        inner.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, Space.LARGE)
        inner.addWidget(self._nothing)
        inner.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(1)
        self._pages.addWidget(self.timeline)
        self._pages.addWidget(nothing)
        column.addWidget(self._pages, 1)
