"""Finding somebody by typing their name: a field, and those who are found below it."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.queries import PersonLine, people_matching, person_lines

_MOST_FOUND = 6


class PersonFinder(QObject):
    """Says `taken` with somebody and their name, taken with Enter, from Down on with Space, or with a click.

    `field` and `rows` are placed by whoever has it. `spoken` is what taking somebody is called, with {name}.
    """

    taken = Signal(object, str)

    def __init__(
        self, tasks: Tasks[Reader, Desk], name: str, placeholder: str, spoken: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._spoken = spoken
        self._asked: Asked | None = None
        self._left_out: PersonId | None = None
        self.found: list[TextButton] = []
        self.field = Field(name, placeholder, Icon.SEARCH)
        self.field.textEdited.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_enter)
        self.field.installEventFilter(self)
        self.rows = QWidget()
        column = self._column = QVBoxLayout(self.rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)

    def leave_out(self, person: PersonId) -> None:
        """Find everybody else."""
        self._left_out = person

    def clear(self) -> None:
        """Begin anew."""
        self.field.clear()
        self._show_found([])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the field to the first who was found."""
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.field and is_down and event.type() == QEvent.Type.KeyPress and self.found:
            self.found[0].setFocus()
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        if self._asked is not None:
            self._asked.cancel()
        if typed.strip():
            self._asked = self._tasks.ask(self, partial(_matching, typed=typed), self._show_found)
        else:
            self._show_found([])

    def _show_found(self, lines: list[PersonLine]) -> None:
        for button in self.found:
            button.hide()
            button.deleteLater()
        self.found = []
        for line in [line for line in lines if line.id != self._left_out][:_MOST_FOUND]:
            button = TextButton(line.name, "", self._spoken.format(name=line.name))
            button.clicked.connect(partial(self._take, line.id, line.name))
            self._column.addWidget(button)
            self.found.append(button)

    @Slot()
    def _on_enter(self) -> None:
        if self.found:
            self.found[0].click()

    def _take(self, person: PersonId, name: str, *_checked: object) -> None:
        self.taken.emit(person, name)


def _matching(reader: Reader, typed: str) -> list[PersonLine]:
    return person_lines(reader, people_matching(reader, typed)[: _MOST_FOUND + 1])
