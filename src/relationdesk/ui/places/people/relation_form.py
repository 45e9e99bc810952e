"""Saying who is what to somebody: what it is, and whom it is said of, found while typing."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.domain.terms import relation_term
from relationdesk.domain.vocabulary import RelationKind
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.queries import PersonLine, people_matching, person_lines

_MOST_FOUND = 6
_FIELD_WIDTH = 220

Reading = tuple[RelationKind, bool]


class RelationForm(QWidget):
    """Choose what somebody is, type a name, take one with Enter or a click; says `said` once it is kept."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._view: PersonView | None = None
        self._asked: Asked | None = None
        self._found: list[TextButton] = []
        self.reading: ChoiceField[Reading] = ChoiceField(_("What they are"), readings())
        self.reading.setObjectName("relation.kind")
        self.name = Field(_("Whom"), _("Find a person…"), Icon.SEARCH)
        self.name.setObjectName("relation.person")
        self.name.setMinimumWidth(_FIELD_WIDTH)
        self.name.textEdited.connect(self._on_typed)
        self.name.returnPressed.connect(self._on_enter)
        self.name.installEventFilter(self)
        line = FlowLayout(None, Space.SMALL, Space.SMALL)
        line.addWidget(self.reading)
        line.addWidget(self.name)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addLayout(line)
        column.addLayout(self._rows)

    def show_person(self, view: PersonView) -> None:
        """Say it of somebody; what was typed about somebody else goes."""
        if self._view is None or self._view.id != view.id:
            self.name.clear()
            self._show_found([])
        self._view = view

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the field to the first who was found."""
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.name and is_down and event.type() == QEvent.Type.KeyPress and self._found:
            self._found[0].setFocus()
            return True
        return super().eventFilter(watched, event)

    @property
    def found(self) -> list[TextButton]:
        """Those who were found, the nearest first."""
        return self._found

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        if self._asked is not None:
            self._asked.cancel()
        if typed.strip():
            self._asked = self._tasks.ask(self, partial(_matching, typed=typed), self._show_found)
        else:
            self._show_found([])

    def _show_found(self, lines: list[PersonLine]) -> None:
        for button in self._found:
            button.hide()
            button.deleteLater()
        own = None if self._view is None else self._view.id
        self._found = []
        for line in [line for line in lines if line.id != own][:_MOST_FOUND]:
            button = TextButton(line.name, "", _("Add {name}").format(name=line.name))
            button.clicked.connect(partial(self._take, line.id, line.name))
            self._rows.addWidget(button)
            self._found.append(button)

    @Slot()
    def _on_enter(self) -> None:
        if self._found:
            self._found[0].click()

    def _take(self, other: PersonId, name: str, *_checked: object) -> None:
        view, reading = self._view, self.reading.value
        if view is None or reading is None:
            return
        kind, outgoing = reading
        self.name.clear()
        self._show_found([])
        self.name.setFocus()
        relation = relation_term(kind, outgoing=outgoing)
        told = _("Relation noted: {relation}, {name}").format(relation=relation, name=name)
        self._tasks.change(
            self,
            lambda desk: people.relations.add_relation(desk, view.id, other, kind, outgoing=outgoing),
            lambda _id: self.said.emit(told),
        )


def readings() -> list[tuple[Reading, str]]:
    """Each kind as it reads from the person, and where it is another thing, as it reads to them."""
    found: list[tuple[Reading, str]] = []
    for kind in RelationKind:
        found.append(((kind, True), relation_term(kind, outgoing=True)))
        if relation_term(kind, outgoing=False) != relation_term(kind, outgoing=True):
            found.append(((kind, False), relation_term(kind, outgoing=False)))
    return found


def _matching(reader: Reader, typed: str) -> list[PersonLine]:
    return person_lines(reader, people_matching(reader, typed)[: _MOST_FOUND + 1])
