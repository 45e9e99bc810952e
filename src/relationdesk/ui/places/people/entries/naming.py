"""Naming people in a text after an `@`: their names are completed while they are typed."""

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from relationdesk.domain.mentions import SIGN, Mention, name_begun, name_for, named_in
from relationdesk.ui.places.people.entries.finding_people import Meant, people_meant
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.completion import CompletionList
from relationdesk.work.desks import Desk, Reader


class Naming(QObject):
    """Knows whom the text of a field names; says `changed` when somebody was named."""

    changed = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._tasks = tasks
        self._field = field
        self._known: tuple[Mention, ...] = ()
        self._meant: list[Meant] = []
        self._asked: Asked | None = None
        self.list = CompletionList(field, begins_chosen=True, corner=self._below_cursor)
        self.list.row_taken.connect(self._on_taken)
        field.textChanged.connect(self._on_typed)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Whom the text names as it stands."""
        return named_in(self._field.toPlainText(), self._known)

    def show_mentions(self, mentions: tuple[Mention, ...]) -> None:
        """Know whom a text names that comes to stand in the field."""
        self._known = mentions
        self.list.close()

    @Slot()
    def _on_typed(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        begun = self._begun()
        if begun is None or begun.rstrip() in {mention.name for mention in self._known}:
            self.list.close()
            return
        self._asked = self._tasks.ask(
            self, lambda reader: people_meant(reader, begun), lambda found: self._offer(begun, found)
        )

    def _offer(self, begun: str, found: list[Meant]) -> None:
        if self._begun() == begun:
            self._meant = found
            self.list.offer([one.words for one in found])

    @Slot(int)
    def _on_taken(self, row: int) -> None:
        begun, meant = self._begun(), self._meant[row]
        if begun is None:
            return
        written = name_for(meant.name, meant.person, self.mentions)
        self._known = (*self.mentions, Mention(meant.person, written))
        cursor = self._field.textCursor()
        for _letter in range(len((SIGN + begun).encode("utf-16-le")) // 2):
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{SIGN}{written} ")
        self._field.setTextCursor(cursor)
        self.changed.emit()

    def _begun(self) -> str | None:
        """The letters of a name between the sign and the cursor."""
        cursor = self._field.textCursor()
        if cursor.hasSelection() or not self._field.hasFocus():
            return None
        before = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()]
        return name_begun(before.decode("utf-16-le", "replace"))

    def _below_cursor(self) -> QPoint:
        corner = self._field.cursorRect().bottomLeft()
        return self._field.viewport().mapTo(self._field, corner) + QPoint(0, Space.TIGHT)
