"""Moving somebody to the trash, and whom to look at then."""

from PySide6.QtCore import QObject, Signal

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.listing.list_model import PeopleModel
from relationdesk.ui.tasks import Tasks
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader


class TrashFlow(QObject):
    """Says `done` with who is gone, and with who stands next in the list or None."""

    done = Signal(object, object)
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], model: PeopleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._model = model

    def begin(self, person: PersonId, name: str) -> None:
        """Move somebody to the trash; undo brings them back."""
        following = self._model.neighbour_of(person)
        self._tasks.change(
            self,
            lambda desk: people.commands.trash_person(desk, person),
            lambda _none: self._on_trashed(person, name, following),
        )

    def _on_trashed(self, person: PersonId, name: str, following: PersonId | None) -> None:
        if name:
            self.said.emit(_("{name} is in the trash").format(name=name))
        self.done.emit(person, following)
