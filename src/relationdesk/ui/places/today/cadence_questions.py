"""Whom to ask about next, and what becomes of the answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from relationdesk.ui.places.today.cadence_card import CadenceCard, Gap, told
from relationdesk.ui.tasks import Tasks
from relationdesk.work import people, settings
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.today.queries import TodayPage, UnaskedRow, person_without_cadence


class CadenceQuestions(QObject):
    """Keeps the card to one person at a time; `moved_on` asks for the page to be read again.

    Asks while nothing is due, and on the day of an import in any case. What was answered with "later" or
    "enough" is kept on the desk for the day, so neither a new start nor another language asks again.
    """

    said = Signal(str)
    moved_on = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.card = CadenceCard()
        self.card.answered.connect(self._on_answered)
        self.card.put_off.connect(self._on_put_off)
        self.card.rest_asked.connect(self._on_rest_asked)

    def begin_after_import(self) -> None:
        """People came in: ask about them, whatever else is due."""
        self._move_on(lambda desk: settings.commands.ask_cadence_after_import_on(desk, desk.today()))

    def next_one(self, reader: Reader, page: TodayPage) -> UnaskedRow | None:
        """Whom to ask about beside this page; called on the reading thread."""
        day, asked = page.day, settings.queries
        is_busy = bool(page.overdue or page.due_today)
        if is_busy and not asked.asks_cadence_after_import_on(reader, day):
            return None
        if not asked.asks_cadence_on(reader, day):
            return None
        return person_without_cadence(reader, skipped=asked.cadence_put_off_on(reader, day))

    @Slot(object, object)
    def _on_answered(self, row: UnaskedRow, gap: Gap) -> None:
        ideal, longest = gap
        self._tasks.change(
            self,
            lambda desk: people.commands.set_cadence(
                desk, row.person_id, ideal_days=ideal, longest_days=longest
            ),
            lambda _none: self.said.emit(told(row.name, gap)),
        )

    @Slot(object)
    def _on_put_off(self, row: UnaskedRow) -> None:
        self._move_on(lambda desk: settings.commands.put_cadence_off_on(desk, row.person_id, desk.today()))

    @Slot()
    def _on_rest_asked(self) -> None:
        self._move_on(lambda desk: settings.commands.ask_no_cadence_on(desk, desk.today()))

    def _move_on(self, command: Callable[[Desk], None]) -> None:
        self._tasks.change(self, command, lambda _none: self.moved_on.emit())
