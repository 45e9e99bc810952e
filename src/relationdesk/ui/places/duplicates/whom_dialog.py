"""Whom somebody is to be merged with, found while typing."""

from PySide6.QtWidgets import QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.finder_dialog import FinderDialog
from relationdesk.ui.widgets.person_finder import PersonFinder
from relationdesk.work.desks import Desk, Reader


class WhomDialog(FinderDialog):
    """Finds anybody but the person who is to be merged."""

    def __init__(
        self, tasks: Tasks[Reader, Desk], person: PersonId, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("merge.whom.dialog")
        self.setWindowTitle(_("Merge two people"))
        finder = PersonFinder(tasks, _("Whom"), _("Find a person…"), _("Merge with {name}"), self)
        finder.leave_out(person)
        finder.field.setObjectName("merge.whom")
        question = _("Merge {name} with whom?").format(name=name)
        self.ask(finder, question, _("Both are shown beside each other before anything is merged."))
