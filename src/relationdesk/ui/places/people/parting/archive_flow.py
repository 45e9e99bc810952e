"""Putting somebody into the archive, where they are kept out of the list, and out of it again."""

from PySide6.QtCore import QObject, Signal

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.listing.list_words import archive_filter
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Desk, Reader


class ArchiveFlow(QObject):
    """Says `said` where they are now; whoever is looked at stays in view."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks

    def begin(self, person: PersonId, name: str, is_archived: bool) -> None:  # noqa: FBT001 - Qt's
        """Put somebody into the archive, or have them in the list again who `is_archived`."""
        if is_archived:
            told = _("{name} is in the list again").format(name=name)
        else:
            words = _("{name} is in the archive; the filter {filter} shows it")
            told = words.format(name=name, filter=archive_filter())

        def change(desk: Desk) -> None:
            from relationdesk.work.people import several  # noqa: PLC0415 - it needs the toolkits of a change

            (several.unarchive_people if is_archived else several.archive_people)(desk, [person])

        self._tasks.change(self, change, lambda _none: self.said.emit(told))
