"""Taking somebody out of a record again, into which they were merged."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.dates import long_day
from relationdesk.language.words import _
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import literal
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.work.people.merging import Merger

_WIDTH = 440


class ApartDialog(QDialog):
    """Accepted when they are to be two again: who comes back, and whose is what was added since."""

    def __init__(self, name: str, mergers: "list[Merger]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Take {name} apart").format(name=name)
        self.setWindowTitle(title)
        self.setObjectName("apart.dialog")
        self.setFixedWidth(_WIDTH + 2 * Space.WIDE)
        self.who = ChoiceField(_("Who comes back"), [(merger.id, _line(merger)) for merger in mergers])
        self.who.setObjectName("apart.who")
        self.stays = QRadioButton(literal(_("stays with {name}").format(name=name)))
        self.stays.setObjectName("apart.stays")
        self.stays.setChecked(True)
        self.goes = QRadioButton(_("goes with whoever comes back"))
        self.goes.setObjectName("apart.goes")
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        told = _("Both come back as they were. What was changed since the merge stays as it is.")
        for label in (Label(title, Look.TITLE, wraps=True), Label(told, Look.SECONDARY, wraps=True)):
            label.setFixedWidth(_WIDTH)
            column.addWidget(label)
        column.addWidget(self.who)
        column.addWidget(Label(_("What was added since"), Look.STRONG))
        for way in (self.stays, self.goes):
            group.addButton(way)
            column.addWidget(way)
        column.addLayout(self._ways())

    def _ways(self) -> QHBoxLayout:
        cancel = Button(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        apart = Button(_("Take apart"), Role.PRIMARY)
        apart.setObjectName("apart.now")
        apart.setDefault(True)
        apart.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(apart)
        return line


class ApartFlow(QObject):
    """Says `said` in words who came back."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], owner: QWidget) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._owner = owner

    def begin(self, person: PersonId, name: str) -> None:
        """Ask who of those in somebody's record comes back."""

        def question(reader: Reader) -> "list[Merger]":
            return people.merging.mergers_of(reader, person)

        self._tasks.ask(self, question, lambda found: self._ask(name, found))

    def _ask(self, name: str, found: "list[Merger]") -> None:
        if not found:
            return
        dialog = ApartDialog(name, found, self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take_apart(name, found, dialog))
        dialog.open()

    def _take_apart(self, name: str, found: "list[Merger]", dialog: ApartDialog) -> None:
        merger = next(one for one in found if one.id == dialog.who.value)
        goes_along = dialog.goes.isChecked()
        told = _("{name} and {other} are two people again").format(name=name, other=merger.other_name)
        self._tasks.change(
            self,
            lambda desk: people.merging.take_apart(desk, merger.id, new_goes_along=goes_along),
            lambda _back: self.said.emit(told),
        )


def _line(merger: "Merger") -> str:
    day = long_day(merger.merged_at.astimezone().date())
    return _("{name}, merged on {day}").format(name=merger.other_name, day=day)
