"""Bringing the organisation that is looked at together with another one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.ids import OrganisationId
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.joining.join_dialog import JoinDialog, Way
from relationdesk.ui.places.organisations.joining.sides import Pair
from relationdesk.ui.places.organisations.joining.which_dialog import WhichDialog
from relationdesk.ui.tasks import Tasks
from relationdesk.work import organisations
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.queries import OrganisationHead, organisation_page


class JoinFlow(QWidget):
    """Says `said` for what was done."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._tasks = tasks
        self._clock = clock

    def begin(self, head: OrganisationHead) -> None:
        """Ask with which one, and then go on as `begin_with`."""
        dialog = WhichDialog(self._tasks, head, today(self._clock), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(lambda other: self.begin_with(head.id, other))
        dialog.open()
        dialog.finder.field.setFocus()

    def begin_with(self, kept: OrganisationId, other: OrganisationId) -> None:
        """Show both, and bring them together when that is wanted; nothing where one is gone meanwhile."""
        self._tasks.ask(self, lambda reader: pair_of(reader, kept, other), self._show)

    def _show(self, pair: Pair | None) -> None:
        if pair is None:
            return
        dialog = JoinDialog(pair, today(self._clock), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda: self._on_finished(dialog, pair))
        dialog.open()

    def _on_finished(self, dialog: JoinDialog, pair: Pair) -> None:
        if dialog.way is not Way.JOIN:
            return
        kept, other, chosen = pair.kept.head.id, pair.other.head.id, dialog.chosen
        self._tasks.change(
            self,
            lambda desk: organisations.joining.join_organisations(desk, kept, other, chosen),
            lambda _none: self.said.emit(_("Brought together: {name}").format(name=chosen.name)),
        )


def pair_of(
    reader: Reader, kept: OrganisationId, other: OrganisationId, *, is_trashed: bool = False
) -> Pair | None:
    """Two organisations as they may be shown beside each other; None where one of them is gone."""
    pages = organisation_page(reader, kept), organisation_page(reader, other, with_trash=is_trashed)
    return Pair(pages[0], pages[1], is_trashed) if pages[0] and pages[1] else None
