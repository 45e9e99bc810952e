"""The entry of a history that is edited in its row, until it is kept or left."""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6.Shiboken import isValid

from relationdesk.domain.drafts import Draft, DraftField, DraftKey, about_person
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import InteractionId
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.closed_editor import ClosedEditor
from relationdesk.ui.places.people.entries.editing import Edited, entry_as_told, entry_key
from relationdesk.ui.places.people.entries.entry_editor import EntryEditor
from relationdesk.ui.places.people.entries.row_editor import RowEditor
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.timeline.timeline_view import TimelineView
from relationdesk.ui.places.people.timeline.timeline_words import ShownEntry, told_title
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.history.queries import EntryKind, TimelineEntry

_HELD: Final = 20
"""Milliseconds between two looks at a button of the mouse."""
CLOSED: Final = (EntryKind.PROMISE, EntryKind.FOLLOW_UP)


class Retelling(QObject):
    """Says `row_wanted` with an entry whose row is not shown, `ended` when rows may be shown anew, `said`.

    An editor that was kept stands in its row until the row is shown anew, so that what was before does not
    flash up.
    """

    row_wanted = Signal(object)
    ended = Signal()
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], timeline: TimelineView, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._timeline = timeline
        self._view: PersonView | None = None
        self._editor: RowEditor | None = None
        self._waiting: Edited | None = None
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self._on_focus_looked_at)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def is_editing(self) -> bool:
        """Whether rows have to stay as they are."""
        editor = self._editor
        return editor is not None and isValid(editor) and (editor.has_focus_inside or editor.is_changed)

    def belong_to(self, view: PersonView) -> None:
        """Edit entries of this history from now on; one of another has to be kept before."""
        if self._view is None or self._view.id != view.id:
            self._editor = self._waiting = None
        self._view = view

    def begin(self, interaction: InteractionId) -> None:
        """Have an entry of the history that is shown edited in its row."""
        view = self._view
        if view is None:
            return
        self.keep()
        self._tasks.ask(
            self,
            lambda reader: entry_as_told(reader, view.id, interaction),
            lambda edited: self._on_entry_read(edited, entry_key(view.id, interaction)),
        )

    def begin_closed(self, entry: TimelineEntry) -> None:
        """Have the words for a closed promise or follow-up of the history edited in its row."""
        view = self._view
        self.keep()
        row = self._timeline.rows.row_of(entry.id, entry.kind)
        shown = None if row is None else self._timeline.rows.shown_at(row)
        if view is not None and row is not None and isinstance(shown, ShownEntry):
            self._put(row, ClosedEditor(drafts_of(self._tasks), entry, shown, view.id))

    def go_on(self) -> None:
        """Begin with the entry that waits for its row, if that is shown now."""
        edited, view = self._waiting, self._view
        row = None if edited is None else self._timeline.rows.row_of(edited.id)
        if edited is not None and view is not None and row is not None:
            self._waiting = None
            self._open(edited, view, row)

    @Slot()
    def keep(self) -> None:
        """Keep what is edited, if anything is; where nothing is left of it, it stays as it was."""
        editor = self._open_editor()
        if editor is None:
            return
        if not editor.is_changed:
            self._end()
            return
        if not editor.has_words:
            self._refuse_nothing(editor)
            return
        self._editor = None
        drafts_of(self._tasks).hand_over(
            self,
            [editor.key],
            editor.change(),
            lambda _none: self.said.emit(_("Changed in the history")),
            empties=False,
        )
        self.ended.emit()

    @Slot()
    def leave(self) -> None:
        """Show the entry as it was; what was typed waits until it is opened the next time."""
        if self._open_editor() is not None:
            self._end()

    @Slot()
    def _on_ended_by_key(self) -> None:
        self.leave()
        self._timeline.setFocus()

    @Slot()
    def _on_kept_by_key(self) -> None:
        had_focus = self._editor is not None and self._editor.has_focus_inside
        self.keep()
        if had_focus and self._open_editor() is None:
            self._timeline.setFocus()

    def _on_entry_read(self, edited: Edited | None, key: DraftKey) -> None:
        view = self._view
        if view is None or key.person != view.id:
            return
        if edited is None:
            self._begin_closed_or_note(key)
            return
        self._waiting = edited
        self.go_on()
        if self._waiting is not None:
            self.row_wanted.emit(edited.id)

    def _open(self, edited: Edited, view: PersonView, row: int) -> None:
        told = edited.told
        title = told_title(told.kind, told.direction, told.place, view.name)
        self._put(row, EntryEditor(self._tasks, edited, name=view.name, told_title=title, today=view.today))

    def _put(self, row: int, editor: RowEditor) -> None:
        self._timeline.put_over(row, editor)
        self._editor = editor
        editor.kept.connect(self._on_kept_by_key)
        editor.left.connect(self._on_ended_by_key)
        editor.grown.connect(self._timeline.fit_opened)
        editor.caret_moved.connect(self._on_caret_moved)
        editor.text.setFocus()

    @Slot(QRect)
    def _on_caret_moved(self, caret: QRect) -> None:
        if self._open_editor() is not None:
            self._timeline.keep_in_view(caret)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Keys that went elsewhere in the program may come back at once, as when a button goes."""
        editor = self._open_editor()
        if now is None or editor is None:
            return
        self._looking.start()
        if editor.isAncestorOf(now) and now is not editor.text:
            self._timeline.keep_in_view(QRect(now.mapTo(editor, QPoint()), now.size()))

    @Slot()
    def _on_focus_looked_at(self) -> None:
        """Rows do not move while one of them is being clicked."""
        editor, now = self._open_editor(), QApplication.focusWidget()
        if editor is None or now is None or editor.has_focus_inside:
            return
        if now is self._timeline and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(_HELD, self._looking, self._looking.start)
        else:
            self.keep()

    def _refuse_nothing(self, editor: RowEditor) -> None:
        if not editor.has_focus_inside:
            self._tasks.refused.emit(EmptyTextError("text"))
        editor.put_back_words()
        editor.tell(editor.nothing_left)

    def _end(self) -> None:
        self._editor = None
        self._timeline.show_opened()
        self.ended.emit()

    def _open_editor(self) -> RowEditor | None:
        if self._editor is not None and not isValid(self._editor):
            self._editor = None
        return self._editor

    def _begin_closed_or_note(self, key: DraftKey) -> None:
        """Go on with what is closed, or as a note where nothing of that kind is in the history any more."""
        rows = self._timeline.rows
        for kind in CLOSED:
            row = rows.row_of(key.subject, kind)
            entry = None if row is None else rows.entry_at(row)
            if entry is not None:
                self.begin_closed(entry)
                return
        self._go_on_as_note(key)

    def _go_on_as_note(self, key: DraftKey) -> None:
        """Have what was being typed in an entry that is gone stand in the note."""
        drafts = drafts_of(self._tasks)
        text = drafts.draft(key).text
        if text and key.person is not None:
            drafts.throw_away(key)
            drafts.put(Draft(about_person(DraftField.NOTE, key.person), text))
