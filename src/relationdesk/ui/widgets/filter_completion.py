"""Completes the operators of a filter and their values in the field where it is typed."""

from PySide6.QtCore import QObject, Signal, Slot

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.filters.completing import Place, choices_at, completed, place_at
from relationdesk.domain.filters.reading import may_name_own_field
from relationdesk.domain.folding import fold
from relationdesk.language.words import current_language
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.widgets.completion import CompletionList
from relationdesk.ui.widgets.field import Field
from relationdesk.work.desks import Desk, Reader


class FilterCompletion(QObject):
    """Says `offered` whenever what can be completed was looked up; taking a choice edits the field."""

    offered = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, field: Field) -> None:
        super().__init__(field)
        self._tasks = tasks
        self._clock = clock
        self._field = field
        self._asked: Asked | None = None
        self._place: Place | None = None
        self.list = CompletionList(field)
        self.list.taken.connect(self._on_taken)
        field.edited.connect(self._on_edited)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        cursor = self._field.cursorPosition()
        place = place_at(text, cursor)
        if place is None and not may_name_own_field(text):
            self._show(text, None, [])
        elif place is not None and place.operator is not None and not place.wants_desk:
            self._show(text, place, [])
        else:
            self._ask_desk(text, cursor)

    def _ask_desk(self, text: str, cursor: int) -> None:
        from relationdesk.work.people.filter_values import place_on  # noqa: PLC0415 - not before it is needed

        self._asked = self._tasks.ask(
            self,
            lambda reader: place_on(reader, text, cursor),
            lambda found: self._show(text, *found),
            instead_of=self._asked,
        )

    def _show(self, text: str, place: Place | None, values: list[str]) -> None:
        if self._field.text() != text:
            return
        self._place = place
        choices = [] if place is None else choices_at(place, current_language(), today(self._clock), values)
        is_whole = place is not None and [fold(choice) for choice in choices] == [fold(place.typed)]
        self.list.offer([] if is_whole else choices)
        self.offered.emit()

    @Slot(str)
    def _on_taken(self, choice: str) -> None:
        if self._place is None:
            return
        text, cursor = completed(self._field.text(), self._place, choice)
        self._field.setText(text)
        self._field.setCursorPosition(cursor)
        self._field.edited.emit(text)
