"""Finding one thing by typing its name: a field, and what is found below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work.desks import Desk, Reader

MOST_FOUND: Final = 6


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Something that was found, its name, and a quieter word beside it."""

    id: Any
    name: str
    detail: str = ""


Matching = Callable[[Reader, str], Sequence[FoundLine]]
"""What matches what was typed, one more than is shown, for one may be left out."""


class Finder(QObject):
    """Says `taken` with a thing and its name, taken with Enter, from Down on with Space, or with a click.

    `field` and `rows` are placed by whoever has it. `spoken` is what taking one is called, with {name}.
    """

    taken = Signal(object, str)

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        words: tuple[str, str],
        matching: Matching,
        spoken: str,
        parent: QObject,
    ) -> None:
        """`words` name the field and stand in it while it is empty."""
        super().__init__(parent)
        self._tasks = tasks
        self._matching = matching
        self._spoken = spoken
        self._asked: Asked | None = None
        self._left_out: object = None
        self.found: list[TextButton] = []
        self.field = Field(*words, Icon.SEARCH)
        self.field.textEdited.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_enter)
        self.field.installEventFilter(self)
        self.rows = QWidget()
        column = self._column = QVBoxLayout(self.rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)

    def leave_out(self, one: object) -> None:
        """Find all others."""
        self._left_out = one

    def clear(self) -> None:
        """Begin anew."""
        self.field.clear()
        self._show_found([])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the field to the first that was found."""
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
            self._asked = self._tasks.ask(
                self, lambda reader: self._matching(reader, typed), self._show_found
            )
        else:
            self._show_found([])

    def _show_found(self, lines: Sequence[FoundLine]) -> None:
        for button in self.found:
            button.hide()
            button.deleteLater()
        self.found = []
        for line in [line for line in lines if line.id != self._left_out][:MOST_FOUND]:
            button = TextButton(line.name, line.detail, self._spoken.format(name=line.name))
            button.clicked.connect(partial(self._take, line.id, line.name))
            self._column.addWidget(button)
            self.found.append(button)

    @Slot()
    def _on_enter(self) -> None:
        if self.found:
            self.found[0].click()

    def _take(self, one: object, name: str, *_checked: object) -> None:
        self.taken.emit(one, name)
