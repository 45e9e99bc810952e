"""Who else took part in something, and the line that only one of their histories shows."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.finding_people import Meant, people_meant
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.completion import CompletionList
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.history.queries import Called, people_called

_FIELD_WIDTH = 200


class WithPeople(QWidget):
    """Those who took part besides whom the text is about; says `changed` when the user changed them.

    `add_button` begins to add somebody, and may stand anywhere. Without anybody and any line nothing shows.
    """

    changed = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._owner: PersonId | None = None
        self._names: dict[PersonId, str] = {}
        self._there: list[PersonId] = []
        self._unnamed: list[PersonId] = []  # until their names are read
        self._lines: dict[PersonId, str] = {}
        self._fields: dict[PersonId, Field] = {}
        self._boxes: dict[PersonId, QWidget] = {}
        self._meant: list[Meant] = []
        self._asked: Asked | None = None
        self._naming: Asked | None = None
        self.add_button = Button(_("With…"), Role.QUIET, Icon.USER_PLUS, compact=True)
        self.add_button.setAccessibleName(_("Who else took part"))
        self.add_button.setObjectName("note.with")
        self.add_button.clicked.connect(self.begin)
        self.name = Field(_("Who else took part"), _("Find a person…"), Icon.SEARCH)
        self.name.setObjectName("with.person")
        self.name.setFixedWidth(_FIELD_WIDTH)
        self.name.edited.connect(self._on_typed)
        self.name.installEventFilter(self)
        self.found = CompletionList(self.name, begins_chosen=True)
        self.found.row_taken.connect(self._on_taken)
        self._line_button = Button(_("A line of their own…"), Role.QUIET, Icon.PENCIL_LINE, compact=True)
        self._line_button.setObjectName("with.line")
        self._line_button.clicked.connect(self._on_line_asked)
        self._arrange()
        self.name.hide()
        self.hide()

    @property
    def lines(self) -> dict[PersonId, str]:
        """The line of each who took part; whom the text is about is among them where they have one."""
        told = {person: self._lines.get(person, "") for person in (*self._unnamed, *self._there)}
        if self._owner is not None and self._lines.get(self._owner, "").strip():
            told[self._owner] = self._lines[self._owner]
        return told

    @property
    def is_anybody(self) -> bool:
        """Whether anybody took part besides whom the text is about."""
        return bool(self._unnamed or self._there)

    def show_lines(
        self, owner: PersonId, lines: Mapping[PersonId, str], names: Mapping[PersonId, str]
    ) -> None:
        """Show who else took part in what is about `owner`.

        The names of `owner` and of whoever is in the trash are among `names`; of the others, whoever is gone
        is left out.
        """
        self._owner = owner
        self._names = dict(names)
        self._lines = dict(lines)
        self._there = [person for person in lines if person != owner and person in names]
        self._stop_adding()
        for asked in (self._asked, self._naming):
            if asked is not None:
                asked.cancel()
        others = self._unnamed = [person for person in lines if person not in names]
        if others:
            self._naming = self._tasks.ask(
                self, lambda reader: people_called(reader, others), self._on_names_known
            )
        self._show()

    @Slot()
    def begin(self) -> None:
        """Begin to add somebody."""
        self.name.show()
        self.show()
        self.name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the field takes back the wish to add somebody, and goes no further."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self.name and is_key and not self.found.is_open:
            if event.type() == QEvent.Type.KeyPress:
                self._stop_adding()
                self.add_button.setFocus()
                return True
            event.accept()
        return super().eventFilter(watched, event)

    def _on_names_known(self, found: list[Called]) -> None:
        self._names |= {one.person: one.name for one in found}
        self._unnamed = []
        self._there = [one.person for one in found] + self._there
        self._show()

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._tasks.ask(self, partial(people_meant, typed=typed), self._offer)

    def _offer(self, found: list[Meant]) -> None:
        known = {self._owner, *self._there}
        self._meant = [one for one in found if one.person not in known]
        self.found.offer([one.words for one in self._meant])

    @Slot(int)
    def _on_taken(self, row: int) -> None:
        meant = self._meant[row]
        self._names[meant.person] = meant.name
        self._there.append(meant.person)
        self.name.clear()
        self._show()
        self.changed.emit()

    def _take_off(self, person: PersonId, *_checked: object) -> None:
        """Somebody took no part; their line waits in case they did."""
        self._there.remove(person)
        self._show()
        self.add_button.setFocus()
        self.changed.emit()

    def _stop_adding(self) -> None:
        self.found.close()
        self.name.clear()
        self.name.hide()
        self.setVisible(bool(self._there or self._fields))

    @Slot()
    def _on_line_asked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in self._everybody():
            action = menu.addAction(self._names[person].replace("&", "&&"))
            action.triggered.connect(partial(self.write_line, person))
        menu.popup(self._line_button.mapToGlobal(QPoint(0, self._line_button.height())))

    def write_line(self, person: PersonId, *_checked: object) -> None:
        """Write the line that only this person's history shows."""
        self._lines.setdefault(person, "")
        self._show(open_for=person)
        self._fields[person].setFocus()

    def _on_line_typed(self, person: PersonId, text: str) -> None:
        self._lines[person] = text
        self.changed.emit()

    def _everybody(self) -> list[PersonId]:
        return [*([self._owner] if self._owner is not None else []), *self._there]

    def _show(self, open_for: PersonId | None = None) -> None:
        self._chips.clear()
        for person in self._there:
            name = self._names[person]
            chip = Button(name, Role.SECONDARY, Icon.X, compact=True)
            chip.setObjectName("with.chip")
            chip.setAccessibleName(_("With {people}").format(people=name))
            chip.setToolTip(_("Take {name} off").format(name=name.replace("<", "‹")))
            chip.clicked.connect(partial(self._take_off, person))
            self._chips.addWidget(chip)
        self._line_button.setVisible(bool(self._there))
        self._show_fields(open_for)
        self.setVisible(bool(self._there or self._fields) or self.name.isVisibleTo(self))
        self.updateGeometry()

    def _show_fields(self, open_for: PersonId | None) -> None:
        everybody = self._everybody()
        wanted = [person for person in everybody if self._lines.get(person) or person == open_for]
        for person in [person for person in self._fields if person not in wanted]:
            self._drop_field(person)
        for person in wanted:
            if person not in self._fields:
                self._add_field(person)

    def _add_field(self, person: PersonId) -> None:
        label = _("Only in the history of {name}").format(name=self._names[person])
        field = self._fields[person] = Field(label)
        field.setObjectName("with.own_line")
        field.setText(self._lines[person])
        field.edited.connect(partial(self._on_line_typed, person))
        row = self._boxes[person] = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(label, Look.HINT))
        column.addWidget(field)
        self._rows.addWidget(row)

    def _drop_field(self, person: PersonId) -> None:
        del self._fields[person]
        row = self._boxes.pop(person)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SMALL, 0, Space.SMALL, Space.TIGHT)
        column.setSpacing(Space.TIGHT)
        chips = QWidget()
        self._chips = FlowLayout(chips, Space.TIGHT, Space.TIGHT)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addWidget(self.name)
        line.addWidget(self._line_button)
        line.addStretch(1)
        column.addWidget(chips)
        column.addLayout(line)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.TIGHT)
        column.addLayout(self._rows)
