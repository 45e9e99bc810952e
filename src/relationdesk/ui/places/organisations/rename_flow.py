"""Renaming an organisation; where another one is called so, both may be brought together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from relationdesk.domain.ids import OrganisationId
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.join_dialog import JoinDialog, Way
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work import organisations
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.queries import Namesake, namesake
from relationdesk.work.organisations.told import OrganisationText


class RenameFlow(QWidget):
    """Says `said` for what was done. One name is asked about at a time."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._tasks = tasks
        self._drafts = drafts_of(tasks)

    def begin(self, organisation: OrganisationId, line: ValueLine) -> None:
        """Keep the name that stands in a line, unless another organisation is called so."""
        name, key = line.text.strip(), line.key
        before = line.settle()

        def go_on(found: Namesake | None) -> None:
            if found is None:
                self._rename(organisation, line, name, before)
            else:
                self._ask(organisation, line, found, name, before)

        def refused(error: Exception) -> None:
            if line.key == key:
                line.unsettle(before)
            self._tasks.refused.emit(error)

        self._tasks.ask(self, lambda reader: namesake(reader, name, organisation), go_on, refused)

    def _ask(
        self, organisation: OrganisationId, line: ValueLine, found: Namesake, name: str, before: str
    ) -> None:
        dialog = JoinDialog(found, name, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def finished() -> None:
            if dialog.way is Way.JOIN:
                self._join(organisation, line, found, name)
            elif dialog.way is Way.RENAME:
                self._rename(organisation, line, name, before)
            else:
                self._put_back(line, before)

        dialog.finished.connect(finished)
        dialog.open()

    def _rename(self, organisation: OrganisationId, line: ValueLine, name: str, before: str) -> None:
        key = line.key

        def refused(error: Exception) -> None:
            if line.key == key:
                line.unsettle(before)
            self._tasks.refused.emit(error)

        self._drafts.hand_over(
            self,
            [] if key is None else [key],
            lambda desk: organisations.commands.set_text(desk, organisation, OrganisationText.NAME, name),
            lambda _none: self.said.emit(_("It is called “{name}” now").format(name=name)),
            refused,
            empties=False,
        )

    def _join(self, organisation: OrganisationId, line: ValueLine, found: Namesake, name: str) -> None:
        key, other = line.key, found.id
        self._drafts.hand_over(
            self,
            [] if key is None else [key],
            lambda desk: organisations.joining.join_organisations(desk, organisation, other, name=name),
            lambda _none: self.said.emit(_("Brought together: {name}").format(name=name)),
            empties=False,
        )

    def _put_back(self, line: ValueLine, before: str) -> None:
        line.unsettle(before)
        if line.key is not None:
            self._drafts.throw_away(line.key)
        line.field.setFocus()
