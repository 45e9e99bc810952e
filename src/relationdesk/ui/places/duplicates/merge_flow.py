"""Making one record of two people: compared field by field, backed up first, then merged."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.backing_first import back_up_first
from relationdesk.ui.tasks import Tasks
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.places.duplicates.merge_dialog import MergeDialog
    from relationdesk.work.people.sides import Sides


class MergeFlow(QObject):
    """Says `said` what was done, and `merged` with whose record it is now and who went into it.

    Says `gone` for two of whom one is not there any more.
    """

    said = Signal(str)
    merged = Signal(object, object)
    gone = Signal(object, object)

    def __init__(self, tasks: Tasks[Reader, Desk], owner: QWidget) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._owner = owner

    def choose(self, person: PersonId, name: str) -> None:
        """Ask whom somebody is to be merged with."""
        from relationdesk.ui.places.duplicates.whom_dialog import WhomDialog  # noqa: PLC0415 - rare

        dialog = WhomDialog(self._tasks, person, name, self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(lambda other: self.begin(person, other))
        dialog.open()
        dialog.finder.field.setFocus()

    def begin(self, kept: PersonId, other: PersonId) -> None:
        """Show two people beside each other, to be merged into the record of the first."""

        def question(reader: Reader) -> "Sides | None":
            return people.sides.sides(reader, kept, other)

        self._tasks.ask(self, question, lambda sides: self._ask(kept, other, sides))

    def _ask(self, kept: PersonId, other: PersonId, sides: "Sides | None") -> None:
        if sides is None:
            self.gone.emit(kept, other)
            return
        from relationdesk.ui.places.duplicates.merge_dialog import MergeDialog  # noqa: PLC0415 - rare

        dialog = MergeDialog(sides, self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._back_up(sides, dialog))
        dialog.open()

    def _back_up(self, sides: "Sides", dialog: "MergeDialog") -> None:
        chosen = people.sides.chosen_values(sides, dialog.choices)
        back_up_first(self._tasks, self, lambda trouble: self._merge(sides, chosen, trouble))

    def _merge(self, sides: "Sides", chosen: dict[str, object], trouble: str) -> None:
        told = _("{name} and {other} are one person now").format(name=sides.left_name, other=sides.right_name)

        def on_merged(_merger: int) -> None:
            self.said.emit(_("{held} {why}").format(held=told, why=trouble).strip())
            self.merged.emit(sides.left, sides.right)

        self._tasks.change(
            self, lambda desk: people.merging.merge(desk, sides.left, sides.right, chosen), on_merged
        )
