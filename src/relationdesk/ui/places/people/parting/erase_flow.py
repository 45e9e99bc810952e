"""Erasing somebody: from the question to the last backup."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.listing.list_model import PeopleModel
from relationdesk.ui.tasks import Tasks
from relationdesk.work import erasing
from relationdesk.work.backups.source import Source, source_of
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.work.erasing.in_backups import Holding, Rewritten
    from relationdesk.work.erasing.queries import Belongings

Found = tuple["Belongings", list["Holding"]]


class EraseFlow(QObject):
    """Says `done` with who is gone, and with who stands next in the list or None; `said` what happened."""

    done = Signal(object, object)
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], model: PeopleModel, owner: QWidget) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._model = model
        self._owner = owner

    def begin(self, person: PersonId) -> None:
        """Look what there is of somebody, here and in the backups, and ask."""
        self._tasks.change(self, source_of, lambda source: self._look(person, source))

    def _look(self, person: PersonId, source: Source) -> None:
        def question(reader: Reader) -> "Found | None":
            own = erasing.queries.belongings(reader, person)
            backups = erasing.in_backups.backups_with(source, reader, person)
            return None if own is None else (own, backups)

        self._tasks.ask(self, question, lambda found: self._ask(person, source, found))

    def _ask(self, person: PersonId, source: Source, found: "Found | None") -> None:
        if found is None:
            return
        from relationdesk.ui.places.people.parting.erase_dialog import EraseDialog  # noqa: PLC0415 - rare

        own, backups = found
        dialog = EraseDialog(own, len(backups), self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self._erase(person, own.name, source, backups if dialog.with_backups else [])
        )
        dialog.open()

    def _erase(self, person: PersonId, name: str, source: Source, backups: "Sequence[Holding]") -> None:
        following = self._model.neighbour_of(person)

        def on_erased(_none: None) -> None:
            self.said.emit(_("{name} is erased").format(name=name))
            self.done.emit(person, following)
            if backups:
                self._rewrite(person, source, backups)

        self._tasks.change(self, lambda desk: erasing.commands.erase(desk, person), on_erased)

    def _rewrite(self, person: PersonId, source: Source, backups: "Sequence[Holding]") -> None:
        self._tasks.run(
            self,
            lambda progress: erasing.in_backups.rewrite(source, backups, person, progress.step),
            self._on_rewritten,
        )

    def _on_rewritten(self, rewritten: "Rewritten") -> None:
        if not rewritten.left:
            self.said.emit(
                plural("Erased from {n} backup as well", "Erased from {n} backups as well", rewritten.done)
            )
            return
        from relationdesk.work.errors import sentence  # noqa: PLC0415 - it knows every part of the program

        left = plural("{n} backup still holds them.", "{n} backups still hold them.", rewritten.left)
        why = "" if rewritten.why is None else sentence(rewritten.why)
        self.said.emit(_("{held} {why}").format(held=left, why=why).strip())
