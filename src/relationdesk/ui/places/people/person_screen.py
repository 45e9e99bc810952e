"""A person's screen: the head, the tabs, and in a narrow window what to remember as one of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.domain.drafts import DraftField, DraftKey, about_person
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.dossier_flow import DossierFlow
from relationdesk.ui.places.people.eyes import eyes_of
from relationdesk.ui.places.people.header.header import PersonHeader
from relationdesk.ui.places.people.header.picture_flow import PictureFlow
from relationdesk.ui.places.people.history_tab import HistoryTab
from relationdesk.ui.places.people.knowledge.preferences_tab import PreferencesTab
from relationdesk.ui.places.people.late_tab import LateTab
from relationdesk.ui.places.people.leading import Leading
from relationdesk.ui.places.people.partnerships.partnerships_tab import PartnershipsTab
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.relations.relations_tab import RelationsTab
from relationdesk.ui.places.people.remembering.remember import Remember
from relationdesk.ui.places.people.tab_titles import show_titles
from relationdesk.ui.places.people.writing import Writing
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.picture_store import PictureStore
from relationdesk.ui.widgets.tab_bar import TabBar
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.places.people.attached.tab import FilesTab
    from relationdesk.ui.places.people.record.tab import RecordTab

_REMEMBER_WIDTH = 248
_ANY_WIDTH = 16_777_215


class PersonScreen(QWidget):
    """Shows one person; `person_asked` leads to another one, `trash_asked` throws this one away, by name.

    `archive_asked` puts them into the archive or out of it, `erase_asked` leaves nothing of them,
    `apart_asked` makes two of one who was merged, `merge_asked` one of them and somebody else, and
    `organisation_asked` leads to an organisation.
    """

    person_asked = Signal(object)
    organisation_asked = Signal(object)
    trash_asked = Signal(object, str)
    archive_asked = Signal(object, str, bool)
    erase_asked = Signal(object)
    apart_asked = Signal(object, str)
    merge_asked = Signal(object, str)
    back_asked = Signal()
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: PersonView | None = None
        self._comes_back: tuple[PersonId | None, int] | None = None
        self._is_folded = False
        self._tasks = tasks
        self.leading = Leading(self)
        self.writing = Writing(self, drafts_of(tasks))
        self.eyes = eyes_of(tasks)
        self.pictures = PictureStore(tasks, self)
        self.header = PersonHeader(self.pictures, self.eyes)
        self._join_header()
        self.history = HistoryTab(tasks)
        self.partnerships = PartnershipsTab(tasks)
        self.preferences = PreferencesTab(tasks)
        self.relations = RelationsTab(tasks, self.pictures)
        self.files = LateTab(self._made_files)
        self.record = LateTab(self._made_record)
        self.remember = Remember(tasks, clock)
        self.dossier = DossierFlow(tasks, self)
        self.picture = PictureFlow(tasks, self)
        self.header.picture.change_asked.connect(self.change_picture)
        self.header.picture.crop_asked.connect(self.crop_picture)
        self.header.picture.remove_asked.connect(self.remove_picture)
        self.tabs = TabBar(_("What is known"))
        self.tabs.setObjectName("person.tabs")
        self._pages = QStackedWidget()
        self._own_pages = (
            self.history,
            self.partnerships,
            self.preferences,
            self.relations,
            self.files,
            self.record,
        )
        for tab in self._own_pages:
            self.tabs.addTab("")
            self._pages.addWidget(tab)
        self._stale: set[QWidget] = set()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.tabs.currentChanged.connect(self._show_tab)
        for saying in (
            self.history,
            self.partnerships,
            self.preferences,
            self.relations,
            self.remember,
            self.dossier,
            self.picture,
            self.eyes,
        ):
            saying.said.connect(self.said)
        self.history.person_asked.connect(self.person_asked)
        self.history.entry_asked.connect(self._on_entry_asked)
        self.history.elsewhere_asked.connect(self.leading.to_change)
        self.relations.person_asked.connect(self.person_asked)
        self.remember.person_asked.connect(self.person_asked)
        self.remember.organisation_asked.connect(self.organisation_asked)
        self.partnerships.organisation_asked.connect(self.organisation_asked)
        self.remember.reach_asked.connect(self.edit_reach)
        self.remember.relations_asked.connect(self.leading.to_relations)
        self.remember.origin_asked.connect(self.leading.to_origin)
        self._arrange()

    @property
    def is_folded(self) -> bool:
        """Whether what to remember is one of the tabs."""
        return self._is_folded

    def _join_header(self) -> None:
        self.header.back_asked.connect(self.back_asked)
        self.header.dossier_asked.connect(self.write_dossier)
        self.header.record_asked.connect(self.edit_record)
        self.header.trash_asked.connect(self.ask_for_trash)
        self.header.archive_asked.connect(self.ask_for_archive)
        self.header.erase_asked.connect(self.ask_for_erasing)
        self.header.apart_asked.connect(self.ask_for_parting)
        self.header.merge_asked.connect(self.ask_for_merge)
        self.header.organisation_asked.connect(self.organisation_asked)

    def show_person(self, view: PersonView) -> None:
        """Show somebody, on the tab that was open."""
        self.view = view
        self.eyes.show_person(view.id)
        self.header.show_person(view)
        self.remember.show_person(view)
        self._stale = set(self._own_pages)
        coming, self._comes_back = self._comes_back, None
        if coming is not None and coming[0] == view.id:
            self.tabs.setCurrentIndex(coming[1])
        self._show_tab()
        self._show_titles(view)

    def come_back(self, person: PersonId | None, tab: int) -> None:
        """Have a tab open, once it is somebody's who is still to be shown."""
        if person is None or (self.view is not None and self.view.id == person):
            self.tabs.setCurrentIndex(tab)
        else:
            self._comes_back = (person, tab)

    @Slot()
    def _show_tab(self) -> None:
        """Fill the tab that is open; the others are filled when they are."""
        tab = self._pages.currentWidget()
        if self.view is None or tab not in self._stale:
            return
        for page in self._own_pages:
            if page is tab:
                self._stale.discard(page)
                page.show_person(self.view)
                put_after(self.tabs, page)

    def take_focus(self) -> None:
        """Put the cursor into the note, or on the tabs where another tab is open.

        Who walks the circle stays in it.
        """
        if self.relations.circle.has_keyboard:
            return
        note = self.history.note.text
        (note if note.isVisible() else self.tabs).setFocus()

    def begin(self, field: DraftField) -> None:
        """Begin to write in one of the fields about the person who is shown."""
        if self.view is not None:
            self.write(about_person(field, self.view.id))

    def write(self, key: DraftKey) -> None:
        """Go on writing at what stands under a key; a text whose field is gone goes on as a note."""
        self.writing.write(key)

    def open_page(self, page: QWidget) -> None:
        """Open the tab of a page; what has none is in view anyway."""
        if (tab := self._pages.indexOf(page)) >= 0:
            self.tabs.setCurrentIndex(tab)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.view is not None:
            self._show_titles(self.view)

    def _show_titles(self, view: PersonView) -> None:
        beside = 0 if self._is_folded else _REMEMBER_WIDTH
        show_titles(self.tabs, view, self.width() - beside - 2 * Space.WIDE)

    def fold_remember(self, *, is_folded: bool) -> None:
        """Keep what to remember in a tab, or beside the tabs."""
        is_in_tab, self._is_folded = self._is_folded, is_folded
        if is_folded and not is_in_tab:
            self.remember.setMinimumWidth(0)
            self.remember.setMaximumWidth(_ANY_WIDTH)
            self._pages.addWidget(self.remember)
            self.tabs.addTab(_("Remember"))
        elif not is_folded and is_in_tab:
            self.tabs.removeTab(len(self._own_pages))
            self.remember.setFixedWidth(_REMEMBER_WIDTH)
            self._beside.addWidget(self.remember)
            self.remember.show()
        self._edge.setVisible(not is_folded)
        if self.view is not None:
            self._show_titles(self.view)

    @Slot()
    def edit_record(self) -> None:
        """Open the record of the person who is shown, with the cursor in its first field."""
        if self.view is not None:
            self.open_page(self.record)
            self.record.page.take_focus()

    def find_in_history(self) -> None:
        """Look for words in the history of the person who is shown."""
        if self.view is not None:
            self.open_page(self.history)
            self.history.finding.begin()

    @Slot()
    def edit_reach(self) -> None:
        """Open the record of the person who is shown where it tells how they are reached."""
        if self.view is not None:
            self.open_page(self.record)
            self.record.page.show_reach()

    def _made_files(self) -> "FilesTab":
        from relationdesk.ui.places.people.attached.tab import FilesTab  # noqa: PLC0415 - with its first use

        made = FilesTab(self._tasks)
        made.said.connect(self.said)
        made.origin_asked.connect(self.leading.to_entry)
        return made

    def _made_record(self) -> "RecordTab":
        from relationdesk.ui.places.people.record.tab import RecordTab  # noqa: PLC0415 - with its first use

        made = RecordTab(self._tasks)
        made.said.connect(self.said)
        made.person_asked.connect(self.person_asked)
        made.organisation_asked.connect(self.organisation_asked)
        made.line_asked.connect(self.leading.to_line)
        return made

    @Slot(object, object)
    def _on_entry_asked(self, person: PersonId, interaction: int) -> None:
        self.history.entries.reveal_next(interaction)
        self.person_asked.emit(person)

    @Slot()
    def change_picture(self) -> None:
        """Ask for another picture of the person who is shown."""
        if self.view is not None:
            self.picture.begin(self.view)

    @Slot()
    def crop_picture(self) -> None:
        """Ask which part of their picture shall show the person."""
        if self.view is not None:
            self.picture.crop(self.view)

    @Slot()
    def remove_picture(self) -> None:
        """Show the person by their initials."""
        if self.view is not None and self.view.page.record.picture_hash is not None:
            self.picture.remove(self.view.id)

    @Slot()
    def ask_for_erasing(self) -> None:
        """Ask for the person who is shown to be erased."""
        if self.view is not None:
            self.erase_asked.emit(self.view.id)

    @Slot()
    def ask_for_trash(self) -> None:
        """Ask for the person who is shown to be moved to the trash."""
        if self.view is not None:
            self.trash_asked.emit(self.view.id, self.view.name)

    @Slot()
    def ask_for_archive(self) -> None:
        """Ask for the person who is shown to be put into the archive, or out of it who is there."""
        if self.view is not None:
            self.archive_asked.emit(self.view.id, self.view.name, self.view.page.record.is_archived)

    @Slot()
    def ask_for_merge(self) -> None:
        """Ask with whom the person who is shown is to be merged."""
        if self.view is not None:
            self.merge_asked.emit(self.view.id, self.view.name)

    @Slot()
    def ask_for_parting(self) -> None:
        """Ask for two people to be made of the one who is shown, who was merged."""
        if self.view is not None:
            self.apart_asked.emit(self.view.id, self.view.name)

    @Slot()
    def write_dossier(self) -> None:
        """Begin a dossier about the person who is shown."""
        if self.view is not None:
            self.dossier.begin(self.view)

    def _arrange(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.header)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        tabs.addWidget(self.tabs)
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addWidget(self._pages, 1)
        line.addLayout(column, 1)
        self._edge = Hairline()
        self._edge.setMinimumHeight(0)
        self._edge.setMaximumHeight(_ANY_WIDTH)
        self._edge.setFixedWidth(1)
        line.addWidget(self._edge)
        self._beside = QHBoxLayout()
        self._beside.addWidget(self.remember)
        line.addLayout(self._beside)
        self.remember.setFixedWidth(_REMEMBER_WIDTH)
