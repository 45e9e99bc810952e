"""Correcting an entry of a history by its menu, or taking it out."""

from PySide6.QtCore import QObject, QPoint, Signal, Slot

from relationdesk.domain.ids import InteractionId
from relationdesk.domain.sharing import Shareable
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.correction_menu import Correction, CorrectionMenu, correction_of
from relationdesk.ui.places.people.eyes import eyes_of
from relationdesk.ui.places.people.timeline.timeline_view import TimelineView
from relationdesk.ui.places.people.timeline.timeline_words import shown_entry
from relationdesk.ui.tasks import Tasks
from relationdesk.work import history
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.history.queries import TimelineEntry


class Correcting(QObject):
    """Opens the menu of an entry; says `edit_asked` for one to be told otherwise, and `said` what was done.

    `name` is that of whose history it is.
    """

    edit_asked = Signal(object)
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], timeline: TimelineView, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._timeline = timeline
        self._eyes = eyes_of(tasks)
        self.name = ""
        timeline.menu_asked.connect(self._on_menu_asked)

    @Slot(object, object)
    def _on_menu_asked(self, entry: TimelineEntry, place: QPoint) -> None:
        now = correction_of(entry)
        if now is None:
            return
        target = (Shareable.INTERACTION, entry.id)
        audience = self._eyes.audience_of(target)
        menu = CorrectionMenu(now, self.name, self._timeline, audience, with_others=bool(entry.company))
        title = shown_entry(entry, self.name, entry.day).title
        menu.audience_chosen.connect(lambda audience: self._eyes.turn(target, audience, title))
        menu.corrected.connect(self._on_corrected)
        menu.removal_asked.connect(self._on_removal_asked)
        menu.edit_asked.connect(self.edit_asked)
        menu.popup(place)

    @Slot(object)
    def _on_corrected(self, told: Correction) -> None:
        self._tasks.change(
            self,
            lambda desk: history.commands.correct_interaction(
                desk, told.id, kind=told.kind, direction=told.direction, tone=told.tone
            ),
            lambda _none: self.said.emit(_("Corrected in the history")),
        )

    @Slot(object)
    def _on_removal_asked(self, interaction: InteractionId) -> None:
        self._tasks.change(
            self,
            lambda desk: history.commands.remove_interaction(desk, interaction),
            lambda _none: self.said.emit(_("Removed from the history")),
        )
