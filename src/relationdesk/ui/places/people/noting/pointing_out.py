"""Words of a note that do not belong in a record about somebody, pointed out while it is typed."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPlainTextEdit

from relationdesk.domain.hygiene import WordList
from relationdesk.ui.places.people.noting.odd_words_hint import OddWordsHint
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.settings import odd_words


class PointingOut(QObject):
    """Looks through the text of `field`, which is about the person called `name`, when it is told to."""

    def __init__(self, tasks: Tasks[Reader, Desk], field: QPlainTextEdit, hint: OddWordsHint) -> None:
        super().__init__(field)
        self._tasks = tasks
        self._field = field
        self._hint = hint
        self._words: WordList | None = None
        self.name = ""

    def begin(self) -> None:
        """Read which words those are: the user may have changed them meanwhile."""
        self._tasks.ask(self, odd_words.word_list, self._on_word_list)

    @Slot()
    def look(self) -> None:
        """Point out what is there now."""
        if self._words is not None:
            self._hint.show_words(self._words.found_in(self._field.toPlainText(), self.name), self.name)

    def _on_word_list(self, words: WordList) -> None:
        self._words = words
        self.look()
