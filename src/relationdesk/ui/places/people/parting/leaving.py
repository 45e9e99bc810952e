"""People who leave the list: into archive or trash, for good, or out of a record they were merged into."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from relationdesk.ui.places.people.listing.people_list import PeopleList
from relationdesk.ui.places.people.parting.apart_flow import ApartFlow
from relationdesk.ui.places.people.parting.archive_flow import ArchiveFlow
from relationdesk.ui.places.people.parting.erase_flow import EraseFlow
from relationdesk.ui.places.people.parting.trash_flow import TrashFlow
from relationdesk.ui.places.people.person_screen import PersonScreen
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Desk, Reader


class Leaving(QObject):
    """Says `gone` with who left and who follows them in the list, or None, and `said` for what was done."""

    gone = Signal(object, object)
    said = Signal(str)

    def __init__(
        self, tasks: Tasks[Reader, Desk], people: PeopleList, screen: PersonScreen, owner: QWidget
    ) -> None:
        super().__init__(owner)
        trashing, erasing = TrashFlow(tasks, people.model, owner), EraseFlow(tasks, people.model, owner)
        parting, archiving = ApartFlow(tasks, owner), ArchiveFlow(tasks, owner)
        people.trash_asked.connect(trashing.begin)
        screen.trash_asked.connect(trashing.begin)
        screen.erase_asked.connect(erasing.begin)
        screen.apart_asked.connect(parting.begin)
        screen.archive_asked.connect(archiving.begin)
        trashing.done.connect(self.gone)
        erasing.done.connect(self.gone)
        for flow in (trashing, erasing, parting, archiving):
            flow.said.connect(self.said)
