"""The list of organisations: the filter, every organisation that matches, and how many they are."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.ids import OrganisationId
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.model import Matches, OrganisationsModel, matches
from relationdesk.ui.places.organisations.words import counted
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.beside.sought_list import SoughtList
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.row_table import RowTable
from relationdesk.work.desks import Desk, Reader


@dataclass(frozen=True, slots=True)
class ListState:
    """Where somebody was in the list."""

    text: str = ""
    scrolled: int = 0


class OrganisationList(SoughtList[OrganisationId]):
    """Says `trash_asked` for Delete."""

    trash_asked = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        field = Field(_("Filter the organisations"), _("Name…"), Icon.SEARCH)
        field.setObjectName("organisations.filter")
        self.model = OrganisationsModel(tasks, clock)
        table = RowTable("organisations.list", _("Organisations"))
        table.setModel(self.model)
        new = Button(_("New organisation"), Role.QUIET, Icon.PLUS, compact=True)
        new.setObjectName("organisation.new")
        super().__init__(field, table, new, parent)
        self.model.setParent(self)
        self._tasks = tasks
        self._clock = clock
        self._asked: Asked | None = None
        self.setAccessibleName(_("List of organisations"))
        field.edited.connect(self.seek_as_typed)
        table.trash_asked.connect(lambda row: self.trash_asked.emit(self.at(row)))
        top = QWidget()
        inside = QVBoxLayout(top)
        inside.setContentsMargins(Space.MEDIUM, Space.MEDIUM, Space.MEDIUM, Space.MEDIUM)
        inside.addWidget(field)
        nothing = Label(_("Nothing matches"), Look.SECONDARY)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.arrange(top, nothing)

    @property
    def state(self) -> ListState:
        """Where the list is, to come back to."""
        return ListState(self.filter.text(), self.table.scrolled)

    def restore(self, state: ListState, organisation: OrganisationId | None) -> None:
        """Come back to where the list was."""
        self.filter.setText(state.text)
        self.open_row.come_back(organisation, state.scrolled)
        self.read()

    def at(self, row: int) -> OrganisationId | None:
        """What stands in a row."""
        return self.model.organisation_at(row)

    def row_of(self, one: OrganisationId | None) -> int | None:
        """Where an organisation stands; None where it does not."""
        return self.model.row_of(one)

    def read(self) -> None:
        """Ask what matches now; a newer question replaces this one."""
        text, day, near = self.filter.text(), today(self._clock), self.open_row.one
        self._asked = self._tasks.ask(
            self, lambda reader: matches(reader, text, day, near), self._show, instead_of=self._asked
        )

    def _show(self, found: Matches) -> None:
        scrolled = self.open_row.scrolled
        self.model.show_matches(found)
        self.open_row.settle(scrolled)
        words = counted(len(found.ids), found.total, has_filter=bool(found.text.strip()))
        self.show_count(len(found.ids), found.total, words)
