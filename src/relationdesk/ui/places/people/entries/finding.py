"""Finding words within a history: which entries hold them, and the walk from one to the next."""

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from relationdesk.domain.folding import fold
from relationdesk.language.light_markup import runs_of
from relationdesk.ui.places.people.entries.find_bar import FindBar
from relationdesk.ui.places.people.timeline.timeline_view import TimelineView
from relationdesk.ui.places.people.timeline.timeline_words import ShownEntry
from relationdesk.work.history.queries import TimelineEntry

_SLICE = 8
"""Milliseconds of looking between two looks at what else is to be done."""


class Finding(QObject):
    """Looks through the entries that are shown, whichever the filter lets through.

    Each entry is folded once, when it is first looked at; a long history is gone through a few entries at a
    time while nothing else is to be done. The keys are given back to where they were.
    """

    def __init__(self, timeline: TimelineView, bar: FindBar, around: QWidget) -> None:
        super().__init__(around)
        self._timeline = timeline
        self._bar = bar
        self._folded: dict[TimelineEntry, str] = {}
        self._wanted = ""
        self._found: list[int] = []
        self._chosen: TimelineEntry | None = None
        self._next = 0
        self._before: QWidget | None = None
        self._going = QTimer(self, interval=0)
        self._going.timeout.connect(self._on_going)
        bar.edited.connect(self._on_edited)
        bar.stepped.connect(self.step)
        bar.left.connect(self._on_left)
        timeline.rows.modelReset.connect(self._look_anew)
        for keys, way in (("F3", 1), ("Shift+F3", -1)):
            key = QShortcut(QKeySequence(keys), around)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda way=way: self.step(way))

    @Slot()
    def begin(self) -> None:
        """Open the bar, with the keys in it."""
        focused = QApplication.focusWidget()
        if focused is not self._bar.field:
            self._before = focused
        self._bar.begin()
        self._on_edited(self._bar.field.text())

    def leave(self) -> None:
        """Close the bar and forget what was looked for, as with another person."""
        self._bar.hide()
        self._bar.field.clear()
        self._folded.clear()
        self._on_edited("")

    @Slot(int)
    def step(self, way: int) -> None:
        """Go to the match after, or with -1 to the one before; past the last one comes the first."""
        if self._found:
            at = self._at()
            first = 0 if way > 0 else -1
            self._choose(self._found[first if at is None else (at + way) % len(self._found)])

    @Slot(str)
    def _on_edited(self, typed: str) -> None:
        self._wanted = " ".join(fold(typed).split())
        self._timeline.mark(self._wanted)
        self._look_anew()

    @Slot()
    def _look_anew(self) -> None:
        self._found, self._next = [], 0
        self._going.stop()
        if not self._wanted:
            self._chosen = None
            self._tell()
            return
        self._going.start()
        self._on_going()

    @Slot()
    def _on_going(self) -> None:
        rows, slice_of_time = self._timeline.rows.rowCount(), QDeadlineTimer(_SLICE)
        while self._next < rows and not slice_of_time.hasExpired():
            if self._wanted in self._letters_of(self._next):
                self._found.append(self._next)
            self._next += 1
        if self._next >= rows:
            self._going.stop()
            self._settle()
        self._tell()

    def _settle(self) -> None:
        """Choose the entry that was chosen before, else the first match."""
        at = self._at()
        if self._found:
            self._choose(self._found[at or 0])

    def _letters_of(self, row: int) -> str:
        entry, shown = self._timeline.rows.entry_at(row), self._timeline.rows.shown_at(row)
        if entry is None or not isinstance(shown, ShownEntry):
            return ""
        if entry not in self._folded:
            text = "".join(run.text for run in runs_of(shown.text))
            names = (one.name for one in entry.company)
            parts = (shown.title, shown.company, *names, text)
            self._folded[entry] = "\n".join(" ".join(fold(part).split()) for part in parts if part)
        return self._folded[entry]

    def _choose(self, row: int) -> None:
        self._chosen = self._timeline.rows.entry_at(row)
        self._timeline.choose(row)
        self._tell()

    def _at(self) -> int | None:
        """Which of the matches is chosen."""
        rows = self._timeline.rows
        return next((at for at, row in enumerate(self._found) if rows.entry_at(row) == self._chosen), None)

    def _tell(self) -> None:
        at = self._at()
        is_sought = self._wanted and not self._going.isActive()
        if is_sought or not self._wanted:
            self._bar.show_count(None if at is None else at + 1, len(self._found))

    @Slot()
    def _on_left(self) -> None:
        before = self._before
        is_there = before is not None and isValid(before) and before.isVisible()
        self.leave()
        (before if before is not None and is_there else self._timeline).setFocus()
