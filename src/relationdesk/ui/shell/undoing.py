"""Undo and redo, and the words for what happened."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from relationdesk.domain.labels import Label, Whose
from relationdesk.domain.terms import term
from relationdesk.language.words import _, plural
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Changes, Desk, Reader, UndoState

_WAIT_FOR_BETTER_WORDS_MILLISECONDS = 60


class Undoing(QObject):
    """Hears every change on the desk, wherever it came from, and says it on the interface thread.

    A change is told by its label unless somebody who knows more says it better at once. `worded` comes with
    whether undo takes back what the words tell, which it does not for a file that was written.
    """

    changed = Signal(object)
    state_changed = Signal(object)
    worded = Signal(str, bool)
    _heard = Signal(object, object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._words = ""
        self._is_change_untold = False
        self.state = UndoState(None, None)
        self._patience = QTimer(self, singleShot=True, interval=_WAIT_FOR_BETTER_WORDS_MILLISECONDS)
        self._patience.timeout.connect(self._on_nothing_better_said)
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        heard = self._heard
        tasks.change(self, lambda desk: desk.listen(lambda changes: heard.emit(changes, desk.undo_state())))

    def say(self, text: str) -> None:
        """Tell what happened, a change in better words than its label."""
        self._patience.stop()
        is_change, self._is_change_untold = self._is_change_untold, False
        self.worded.emit(text, is_change and self.state.undo is not None)

    def say_by_command(self) -> None:
        """Tell that the last change was made from a terminal, where nobody in the window expected it."""
        self._is_change_untold = True
        self.say(_("{what}, from the command line").format(what=self._words))

    def undo(self) -> None:
        """Take the last change back."""
        self._tasks.change(self, lambda desk: desk.undo(), self._on_undone)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._tasks.change(self, lambda desk: desk.redo(), self._on_redone)

    @Slot(object, object)
    def _on_heard(self, changes: Changes, state: UndoState) -> None:
        self.state = state
        self.state_changed.emit(state)
        self.changed.emit(changes)
        self._words = what_changed(changes.label, changes.whose)
        self._is_change_untold = True
        self._patience.start()

    @Slot()
    def _on_nothing_better_said(self) -> None:
        self.say(self._words)

    def _on_undone(self, changes: Changes | None) -> None:
        if changes is not None:
            self.say(_("Taken back: {what}").format(what=what_changed(changes.label, changes.whose)))

    def _on_redone(self, changes: Changes | None) -> None:
        if changes is not None:
            self.say(_("Done again: {what}").format(what=what_changed(changes.label, changes.whose)))


def what_changed(label: Label, whose: Whose) -> str:
    """What a change did, and whose: `New number of followers, Éric Dupré`."""
    what = term(label)
    if whose.people:
        count = plural("{n} person", "{n} people", whose.people)
        return _("{what}, {whose}").format(what=what, whose=count)
    for name in whose.names:
        what = _("{what}, {whose}").format(what=what, whose=name)
    return what
