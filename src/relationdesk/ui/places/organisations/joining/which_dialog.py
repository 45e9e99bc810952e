"""Which organisation another one is to be brought together with, found while typing."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.ids import OrganisationId
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.words import kind_words
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.finder import MOST_FOUND, Finder, FoundLine
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.queries import OrganisationHead, organisations_found

_WIDTH, _HEIGHT = 440, 350


class WhichDialog(QDialog):
    """Says `taken` with the one that is taken, and closes."""

    taken = Signal(object)

    def __init__(
        self, tasks: Tasks[Reader, Desk], head: OrganisationHead, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("organisation.which_dialog")
        self.setWindowTitle(_("Bring together"))
        self.setFixedSize(_WIDTH, _HEIGHT)

        def matching(reader: Reader, typed: str) -> list[FoundLine]:
            lines = organisations_found(reader, typed, today, MOST_FOUND + 1)
            return [FoundLine(line.id, line.name, kind_words(line.kind)) for line in lines]

        words = (_("Organisation"), _("Find an organisation…"))
        self.finder = Finder(tasks, words, matching, _("Bring together with {name}"), self)
        self.finder.leave_out(head.id)
        self.finder.field.setObjectName("organisation.which")
        self.finder.taken.connect(self._on_taken)
        title = _("Bring {name} together with which organisation?").format(name=head.name)
        told = _("Both are shown beside each other before anything is changed.")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.SMALL)
        column.addWidget(Label(title, Look.TITLE, wraps=True))
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

    def _on_taken(self, organisation: OrganisationId, _name: str) -> None:
        self.accept()
        self.taken.emit(organisation)
