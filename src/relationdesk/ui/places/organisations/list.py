"""The left side of the place: the filter, every organisation that matches, and how many they are."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.ids import OrganisationId
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.model import Matches, OrganisationsModel, matches
from relationdesk.ui.places.organisations.words import counted
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.row_table import RowTable
from relationdesk.work.desks import Desk, Reader

_NARROWEST = 228


@dataclass(frozen=True, slots=True)
class ListState:
    """Where somebody was in the list."""

    text: str = ""
    scrolled: int = 0


class OrganisationList(QWidget):
    """Says `chosen` with what was chosen, then `clicked`, or `entered` for Enter, `trash_asked` for Delete.

    Says `counted` with the number of all organisations whenever an answer came.
    """

    chosen = Signal(object)
    clicked = Signal(object)
    entered = Signal(object)
    trash_asked = Signal(object)
    new_asked = Signal()
    counted = Signal(int)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._asked: Asked | None = None
        self._marked: OrganisationId | None = None
        self._scroll_to: int | None = None
        self._is_seeking = False
        self.setMinimumWidth(_NARROWEST)
        self.setAccessibleName(_("List of organisations"))
        self.filter = Field(_("Filter the organisations"), _("Name…"), Icon.SEARCH)
        self.filter.setObjectName("organisations.filter")
        self.filter.edited.connect(self._on_edited)
        self.filter.installEventFilter(self)
        self.model = OrganisationsModel(tasks, clock, self)
        self.table = RowTable("organisations.list", _("Organisations"))
        self.table.setModel(self.model)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.clicked_row.connect(lambda row: self.clicked.emit(self.model.organisation_at(row)))
        self.table.activated_row.connect(lambda row: self.entered.emit(self.model.organisation_at(row)))
        self.table.trash_asked.connect(lambda row: self.trash_asked.emit(self.model.organisation_at(row)))
        self.table.typed.connect(self._on_typed_in_table)
        self.table.left_upwards.connect(self.filter.setFocus)
        self._count = ElidedLabel("", Look.HINT)
        self.new = Button(_("New organisation"), Role.QUIET, Icon.PLUS, compact=True)
        self.new.setObjectName("organisation.new")
        self.new.clicked.connect(self.new_asked)
        self._arrange()

    @property
    def state(self) -> ListState:
        """Where the list is, to come back to."""
        return ListState(self.filter.text(), self.table.scrolled)

    def restore(self, state: ListState, organisation: OrganisationId | None) -> None:
        """Come back to where the list was."""
        self.filter.setText(state.text)
        self._marked = organisation
        self._scroll_to = state.scrolled
        self.read()

    def seek(self, organisation: OrganisationId) -> None:
        """Show which page is open, once the list is read."""
        self.mark(organisation)
        self._is_seeking = self.model.row_of(organisation) is None

    def mark(self, organisation: OrganisationId | None) -> None:
        """Show which page is open, where it is in the list."""
        self._marked = organisation
        self._is_seeking = False
        row = self.model.row_of(organisation)
        self.table.mark(row)
        if row is not None:
            self.table.bring_into_view(row)

    def take_focus(self) -> None:
        """Take the keyboard: in the list where the open page stands in it, else in the filter."""
        (self.filter if self.model.row_of(self._marked) is None else self.table).setFocus()

    def read(self) -> None:
        """Ask what matches now; a newer question replaces this one."""
        text, day, near = self.filter.text(), today(self._clock), self._marked
        self._asked = self._tasks.ask(
            self, lambda reader: matches(reader, text, day, near), self._show, instead_of=self._asked
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._leads_on(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _leads_on(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            self._on_edited()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.model.rowCount():
                self.table.setFocus()
                if self.table.currentIndex().row() < 0:
                    self.table.choose(0)
            return True
        return False

    def _show(self, found: Matches) -> None:
        scrolled = self.table.scrolled if self._scroll_to is None else self._scroll_to
        self._scroll_to = None
        self.model.show_matches(found)
        row = self.model.row_of(self._marked)
        self.table.mark(row)
        self.table.scroll_down_to(scrolled)
        if self._is_seeking and row is not None:
            self._is_seeking = False
            self.table.bring_into_view(row)
        self._pages.setCurrentIndex(0 if len(found.ids) or not found.total else 1)
        self._count.setText(counted(len(found.ids), found.total, has_filter=bool(found.text.strip())))
        self.counted.emit(found.total)

    @Slot()
    def _on_edited(self) -> None:
        self._scroll_to = 0
        self.read()

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        self._marked = self.model.organisation_at(row)
        self.chosen.emit(self._marked)

    @Slot(str)
    def _on_typed_in_table(self, letters: str) -> None:
        self.filter.setFocus()
        self.filter.setText(self.filter.text() + letters)
        self._on_edited()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(Space.MEDIUM, Space.MEDIUM, Space.MEDIUM, Space.MEDIUM)
        top.addWidget(self.filter)
        column.addLayout(top)
        column.addWidget(Hairline())
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        nothing = Label(_("Nothing matches"), Look.SECONDARY)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(nothing)
        column.addWidget(self._pages, 1)
        column.addWidget(Hairline())
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.MEDIUM, Space.TIGHT + 2, Space.SMALL, Space.TIGHT + 2)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.new)
        column.addLayout(foot)
