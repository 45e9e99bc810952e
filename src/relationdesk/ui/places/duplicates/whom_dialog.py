"""Whom somebody is to be merged with, found while typing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.person_finder import PersonFinder
from relationdesk.work.desks import Desk, Reader

_WIDTH, _HEIGHT = 440, 330


class WhomDialog(QDialog):
    """Says `taken` with whoever is taken, and closes."""

    taken = Signal(object)

    def __init__(
        self, tasks: Tasks[Reader, Desk], person: PersonId, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("merge.whom.dialog")
        self.setWindowTitle(_("Merge two people"))
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.finder = PersonFinder(tasks, _("Whom"), _("Find a person…"), _("Merge with {name}"), self)
        self.finder.leave_out(person)
        self.finder.field.setObjectName("merge.whom")
        self.finder.taken.connect(self._on_taken)
        told = _("Both are shown beside each other before anything is merged.")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.SMALL)
        column.addWidget(Label(_("Merge {name} with whom?").format(name=name), Look.TITLE, wraps=True))
        column.addWidget(Label(told, Look.SECONDARY, wraps=True))
        column.addWidget(self.finder.field)
        column.addWidget(self.finder.rows)
        column.addStretch(1)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(cancel)
        column.addLayout(ways)

    def _on_taken(self, person: PersonId, _name: str) -> None:
        self.accept()
        self.taken.emit(person)
