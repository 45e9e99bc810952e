"""Completes what is typed into a field of the record."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot

from relationdesk.domain.folding import fold
from relationdesk.language.words import current_language, speaking
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.widgets.completion import CompletionList
from relationdesk.ui.widgets.value_line import ValueField
from relationdesk.work.desks import Desk, Reader

Values = Callable[[Reader, str], Sequence[str]]
"""What a text that is typed may become."""


class Completing(QObject):
    """Offers what `values` finds below the field; one that is taken is typed, and kept."""

    def __init__(self, tasks: Tasks[Reader, Desk], field: ValueField, values: Values) -> None:
        super().__init__(field)
        self._tasks = tasks
        self._field = field
        self._values = values
        self._asked: Asked | None = None
        self.list = CompletionList(field, takes_first=False)
        self.list.taken.connect(self._on_taken)
        field.textEdited.connect(self._on_edited)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        typed, language = text.strip(), current_language()

        def found(reader: Reader) -> Sequence[str]:
            with speaking(language):
                return self._values(reader, typed) if typed else []

        self._asked = self._tasks.ask(
            self, found, lambda values: self._offer(text, values), instead_of=self._asked
        )

    def _offer(self, text: str, values: Sequence[str]) -> None:
        if self._field.text() == text:
            is_whole = [fold(value) for value in values] == [fold(text.strip())]
            self.list.offer([] if is_whole else values)

    @Slot(str)
    def _on_taken(self, choice: str) -> None:
        self._field.selectAll()
        self._field.insert(choice)
        self._field.entered.emit()
