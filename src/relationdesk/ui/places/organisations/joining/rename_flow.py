"""Renaming an organisation; where another one is called so, both may be brought together."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.ids import OrganisationId
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.joining.join_dialog import JoinDialog, Way
from relationdesk.ui.places.organisations.joining.join_flow import pair_of
from relationdesk.ui.places.organisations.joining.sides import Pair
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work import organisations
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.named import namesake
from relationdesk.work.organisations.told import Chosen, OrganisationText


@dataclass(frozen=True, slots=True)
class _Renaming:
    """A name that was typed for an organisation, in the line that was settled on it."""

    organisation: OrganisationId
    line: ValueLine
    key: DraftKey | None
    name: str
    before: str

    @property
    def keys(self) -> list[DraftKey]:
        """The draft that the name was typed in."""
        return [] if self.key is None else [self.key]


@dataclass(frozen=True, slots=True)
class _Taken:
    """Who has a name already, and whether exactly so."""

    pair: Pair
    is_exact: bool


class RenameFlow(QWidget):
    """Says `said` for what was done. One name is asked about at a time."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._tasks = tasks
        self._clock = clock
        self._drafts = drafts_of(tasks)

    def begin(self, organisation: OrganisationId, line: ValueLine) -> None:
        """Keep the name that stands in a line, unless another organisation is called so."""
        name = line.text.strip()
        renaming = _Renaming(organisation, line, line.key, name, line.settle())

        def go_on(taken: _Taken | None) -> None:
            if taken is None:
                self._rename(renaming)
            else:
                self._ask(renaming, taken)

        self._tasks.ask(
            self,
            lambda reader: _taken(reader, name, organisation),
            go_on,
            lambda error: self._refuse(renaming, error),
        )

    def _ask(self, renaming: _Renaming, taken: _Taken) -> None:
        dialog = JoinDialog(
            taken.pair,
            today(self._clock),
            self.window(),
            typed=renaming.name,
            may_rename=not taken.is_exact,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def finished() -> None:
            if dialog.way is Way.JOIN:
                self._join(renaming, taken.pair.other.head.id, dialog.chosen)
            elif dialog.way is Way.RENAME:
                self._rename(renaming)
            else:
                self._put_back(renaming)

        dialog.finished.connect(finished)
        dialog.open()

    def _rename(self, renaming: _Renaming) -> None:
        one, name = renaming.organisation, renaming.name
        self._drafts.hand_over(
            self,
            renaming.keys,
            lambda desk: organisations.commands.set_text(desk, one, OrganisationText.NAME, name),
            lambda _none: self.said.emit(_("It is called “{name}” now").format(name=name)),
            lambda error: self._refuse(renaming, error),
            empties=False,
        )

    def _join(self, renaming: _Renaming, other: OrganisationId, chosen: Chosen) -> None:
        kept = renaming.organisation
        self._drafts.hand_over(
            self,
            renaming.keys,
            lambda desk: organisations.joining.join_organisations(desk, kept, other, chosen),
            lambda _none: self.said.emit(_("Brought together: {name}").format(name=chosen.name)),
            empties=False,
        )

    def _refuse(self, renaming: _Renaming, error: Exception) -> None:
        """What was refused stays typed, unless the line is another organisation's by now."""
        if renaming.line.key == renaming.key:
            renaming.line.unsettle(renaming.before)
        self._tasks.refused.emit(error)

    def _put_back(self, renaming: _Renaming) -> None:
        line = renaming.line
        line.unsettle(renaming.before)
        if line.key is not None:
            self._drafts.throw_away(line.key)
        line.field.setFocus()


def _taken(reader: Reader, name: str, organisation: OrganisationId) -> _Taken | None:
    found = namesake(reader, name, organisation)
    if found is None:
        return None
    pair = pair_of(reader, organisation, found.id, is_trashed=found.is_trashed)
    return None if pair is None else _Taken(pair, found.is_exact)
