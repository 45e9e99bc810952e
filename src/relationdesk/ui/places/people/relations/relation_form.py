"""Saying who is what to somebody: what it is, and whom it is said of, found while typing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.domain.terms import relation_term
from relationdesk.domain.vocabulary import RelationKind
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.person_finder import PersonFinder
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader

_FIELD_WIDTH = 220

Reading = tuple[RelationKind, bool]


class RelationForm(QWidget):
    """Choose what somebody is, type a name, take one with Enter or a click; says `said` once it is kept."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._view: PersonView | None = None
        self.reading: ChoiceField[Reading] = ChoiceField(_("What they are"), readings())
        self.reading.setObjectName("relation.kind")
        self._finder = PersonFinder(tasks, _("Whom"), _("Find a person…"), _("Add {name}"), self)
        self._finder.taken.connect(self._take)
        self.name = self._finder.field
        self.name.setObjectName("relation.person")
        self.name.setMinimumWidth(_FIELD_WIDTH)
        line = FlowLayout(None, Space.SMALL, Space.SMALL)
        line.addWidget(self.reading)
        line.addWidget(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addLayout(line)
        column.addWidget(self._finder.rows)

    def show_person(self, view: PersonView) -> None:
        """Say it of somebody; what was typed about somebody else goes."""
        if self._view is None or self._view.id != view.id:
            self._finder.clear()
        self._finder.leave_out(view.id)
        self._view = view

    @property
    def found(self) -> list[TextButton]:
        """Those who were found, the nearest first."""
        return self._finder.found

    @Slot(object, str)
    def _take(self, other: PersonId, name: str) -> None:
        view, reading = self._view, self.reading.value
        if view is None or reading is None:
            return
        kind, outgoing = reading
        self._finder.clear()
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
