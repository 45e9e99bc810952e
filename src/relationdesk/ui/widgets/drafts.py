"""What is typed in the fields of the window, kept while it is typed and shown again where it was typed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6.Shiboken import isValid

from relationdesk.domain.drafts import Draft, DraftKey
from relationdesk.domain.errors import ExpectedError
from relationdesk.ui.tasks import Failed, Tasks
from relationdesk.work import drafts
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.drafts.queries import KeptDraft, kept_drafts

PAUSE: Final = 500
"""Milliseconds after the last key until a text is kept."""
LONGEST: Final = 1500
"""Milliseconds that a text waits at most while keys go on; the rest of two seconds is for the disk."""
_TRIED_AGAIN: Final = 5000

T = TypeVar("T")


class Drafts(QObject):
    """Every text of the window that was typed and not finished; one for each open desk.

    Says `changed` with the key of a text that changed elsewhere than in its own field, `written` with that
    of one that was typed at or taken in, and `was_read` once `left` tells what was typed before the start.
    Everything is kept when the desk is closed.
    """

    changed = Signal(object)
    written = Signal(object)
    was_read = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk]) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._texts: dict[DraftKey, Draft] = {}
        self._unsaved: dict[DraftKey, None] = {}
        self.left: Sequence[KeptDraft] = ()
        self._is_read = False
        self._is_closed = False
        self._is_refused = False
        self._is_ready = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.save)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._longest.timeout.connect(self.save)
        tasks.closing.connect(self._on_closing)
        tasks.ask(self, kept_drafts, self._on_read, self._on_unreadable)

    @property
    def is_read(self) -> bool:
        """Whether what was typed before the start is known."""
        return self._is_read

    @property
    def texts(self) -> list[Draft]:
        """Everything that stands in a field and is not finished."""
        return list(self._texts.values())

    def type_again(self, texts: Iterable[Draft]) -> None:
        """Have texts stand in their fields that stood there when the desk was closed, unless they do."""

        def put() -> None:
            for draft in texts:
                if draft.text not in self.draft(draft.key).text:
                    self.put(draft)

        if self._is_read:
            put()
        else:
            self.was_read.connect(put)

    def draft(self, key: DraftKey) -> Draft:
        """What stands under a key."""
        return self._texts.get(key, Draft(key, ""))

    def write(self, draft: Draft) -> None:
        """Remember a text as it stands in its field now, and keep it on the desk in a moment."""
        if self._is_closed or draft == self.draft(draft.key):
            return
        if not draft.is_empty:
            self._texts[draft.key] = draft
            self._ready()
        else:
            self._texts.pop(draft.key, None)
        self._mark(draft.key)
        self.written.emit(draft.key)

    def forget(self, keys: Iterable[DraftKey]) -> None:
        """Keep nothing under these keys; their fields go on to show what they show."""
        for key in keys:
            self.write(Draft(key, ""))

    def throw_away(self, key: DraftKey) -> None:
        """Empty the field of this key, wherever it is."""
        self.forget([key])
        self.changed.emit(key)

    def put(self, draft: Draft) -> None:
        """Have a text stand in the field of its key, wherever it is, after what is typed there."""
        there = self.draft(draft.key)
        text = f"{draft.text}\n{there.text}" if there.text else draft.text
        self.write(Draft(draft.key, text, draft.aside or there.aside))
        self.changed.emit(draft.key)

    @Slot()
    def save(self) -> None:
        """Keep on the desk what is not kept there yet, without waiting for it."""
        self._pause.stop()
        self._longest.stop()
        if not self._unsaved or not self._is_read or self._is_closed:
            return
        unsaved, self._unsaved = list(self._unsaved), {}
        texts = [self.draft(key) for key in unsaved]
        self._tasks.change(
            self,
            lambda desk: drafts.commands.keep_drafts(desk, texts),
            lambda _none: self._on_saved(),
            lambda error: self._on_refused(unsaved, error),
        )

    def hand_over(
        self,
        owner: QObject,
        keys: Iterable[DraftKey],
        command: Callable[[Desk], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        empties: bool = True,
    ) -> None:
        """Run a command that takes in what stands under these keys; refused, it gives it back.

        The texts stay kept on the desk until the command is done. Their fields are emptied at once, unless
        they are to show what they show until somebody else empties them.
        """
        self.save()
        handed = [draft for key in keys if not (draft := self.draft(key)).is_empty]
        for draft in handed:
            del self._texts[draft.key]
            if empties:
                self.changed.emit(draft.key)
            self.written.emit(draft.key)

        def work(desk: Desk) -> T:
            result = command(desk)
            if handed:
                drafts.commands.keep_drafts(desk, [Draft(draft.key, "") for draft in handed])
            return result

        def done(result: T) -> None:
            if isValid(owner):
                then(result)

        def refused(error: ExpectedError) -> None:
            for draft in handed:
                self._give_back(draft, empties=empties)
            if failed is not None and isValid(owner):
                failed(error)
            else:
                self._tasks.refused.emit(error)

        self._tasks.change(self, work, done, refused)

    def let_rest(self, keys: Iterable[DraftKey]) -> None:
        """Offer these texts by themselves no more."""
        resting = list(keys)
        self._tasks.change(self, lambda desk: drafts.commands.let_rest(desk, resting))

    def keep_again(self) -> None:
        """Keep every text anew: people may have come back to the desk without what was typed about them."""
        for key in self._texts:
            self._mark(key)

    def _give_back(self, draft: Draft, *, empties: bool) -> None:
        if empties:
            self.put(draft)
        elif self.draft(draft.key).is_empty:
            self.write(draft)

    def _ready(self) -> None:
        """Whoever types is about to change something: what that needs is read in meanwhile."""
        if not self._is_ready:
            self._is_ready = True
            self._tasks.change(self, lambda desk: desk.ready_for_changes(), failed=lambda _error: None)

    def _mark(self, key: DraftKey) -> None:
        self._unsaved[key] = None
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _on_read(self, kept: Sequence[KeptDraft]) -> None:
        self._is_read = True
        for one in kept:
            typed = self._texts.get(one.draft.key)
            if typed is None:
                self._texts[one.draft.key] = one.draft
            else:
                self.write(Draft(typed.key, f"{one.text}\n{typed.text}", typed.aside or one.aside))
            self.changed.emit(one.draft.key)
        self.left = kept
        self.was_read.emit()
        if self._unsaved:
            self._pause.start()

    def _on_unreadable(self, error: ExpectedError) -> None:
        self._tasks.refused.emit(error)
        self._on_read(())

    def _on_saved(self) -> None:
        self._is_refused = False

    def _on_refused(self, unsaved: Iterable[DraftKey], error: ExpectedError) -> None:
        """Say it once, and try again until there is room."""
        self._unsaved = dict.fromkeys(unsaved) | self._unsaved
        QTimer.singleShot(_TRIED_AGAIN, self, self.save)
        if not self._is_refused:
            self._is_refused = True
            self._tasks.refused.emit(error)

    @Slot()
    def _on_closing(self) -> None:
        self.save()
        self._is_closed = True
        self._texts.clear()
        self._unsaved.clear()


def drafts_of(tasks: Tasks[Reader, Desk]) -> Drafts:
    """The drafts of the desk behind `tasks`, read when they are first asked for."""
    return tasks.findChild(Drafts) or Drafts(tasks)
