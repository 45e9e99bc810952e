"""Which organisation another one is to be brought together with, found while typing."""

from datetime import date

from PySide6.QtWidgets import QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.organisations.words import kind_words
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.finder import MOST_FOUND, Finder, FoundLine
from relationdesk.ui.widgets.finder_dialog import FinderDialog
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.queries import OrganisationHead, organisations_found


class WhichDialog(FinderDialog):
    """Finds any organisation but the one that is looked at."""

    def __init__(
        self, tasks: Tasks[Reader, Desk], head: OrganisationHead, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("organisation.which_dialog")
        self.setWindowTitle(_("Bring together"))

        def matching(reader: Reader, typed: str) -> list[FoundLine]:
            lines = organisations_found(reader, typed, today, MOST_FOUND + 1)
            return [FoundLine(line.id, line.name, kind_words(line.kind)) for line in lines]

        words = (_("Organisation"), _("Find an organisation…"))
        finder = Finder(tasks, words, matching, _("Bring together with {name}"), self)
        finder.leave_out(head.id)
        finder.field.setObjectName("organisation.which")
        question = _("Bring {name} together with which organisation?").format(name=head.name)
        self.ask(finder, question, _("Both are shown beside each other before anything is changed."))
