"""What one person and the user owe each other: added by hand, kept, released and changed in place."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, DraftKey, about_person
from relationdesk.domain.ids import PromiseId
from relationdesk.domain.sharing import Shareable
from relationdesk.domain.vocabulary import PromiseSide, PromiseState
from relationdesk.language.words import _
from relationdesk.ui.places.people.eyes import Eyes, eyes_of
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.remembering.promise_form import Promised, PromiseForm
from relationdesk.ui.places.people.timeline.timeline_words import promise_chip
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.chip import Chip
from relationdesk.ui.widgets.drafts import Drafts, drafts_of
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.text_button import EDGE
from relationdesk.work import follow_ups
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.follow_ups.queries import PromiseLine


class Promises(QWidget):
    """Belongs to one person; what is being typed stays while the promises are shown anew. Says `said`."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], view: PersonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._person = view.id
        self._rows: dict[PromiseId, PromiseRow] = {}
        self._open_button = Button(_("Add a promise"), Role.QUIET, Icon.PLUS, compact=True)
        self._open_button.setObjectName("promise.add")
        self._open_button.clicked.connect(self.open)
        self._name, self._today = view.name, view.today
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.TIGHT)
        self._column.addWidget(self._open_button)

    @cached_property
    def _form(self) -> PromiseForm:
        """The fields of a new promise, made when they are wanted."""
        key = about_person(DraftField.PROMISE, self._person)
        form = PromiseForm(self._name, self._today, drafts_of(self._tasks), key)
        form.promised.connect(self._on_promised)
        form.left.connect(self.close_form)
        self._column.addWidget(form)
        return form

    def show_promises(self, view: PersonView) -> None:
        """Show what is open between the two; one that is being changed stays so."""
        lines = {line.id: line for line in view.promises}
        for gone in self._rows.keys() - lines.keys():
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for place, (promise, line) in enumerate(lines.items()):
            if promise not in self._rows:
                self._rows[promise] = self._row(line, view)
            self._column.insertWidget(place, self._rows[promise])
            self._rows[promise].show_promise(line)

    def write(self, key: DraftKey) -> bool:
        """Go on writing at the promise that stands under a key; False when it is not open any more."""
        if key == about_person(DraftField.PROMISE, self._person):
            self.open()
            return True
        row = self._rows.get(PromiseId(key.subject))
        if row is not None:
            row.change()
        return row is not None

    @Slot()
    def open(self) -> None:
        """Show the fields of a new promise."""
        self._open_button.hide()
        self._form.show()
        self._form.setFocus()

    @Slot()
    def close_form(self) -> None:
        """Hide the fields; what was typed stays in them."""
        self._form.hide()
        self._open_button.show()
        self._open_button.setFocus()

    def take_focus(self, part: QWidget | None) -> None:
        """Take the keyboard where it was, or to the beginning when that is gone."""
        is_here = part is not None and self.isAncestorOf(part) and part.isVisibleTo(self)
        (part if part is not None and is_here else self._open_button).setFocus()

    def _row(self, line: PromiseLine, view: PersonView) -> "PromiseRow":
        row = PromiseRow(line, view, drafts_of(self._tasks), eyes_of(self._tasks))
        row.kept.connect(partial(self._close, follow_ups.commands.keep_promise, _("Promise kept")))
        row.released.connect(partial(self._close, follow_ups.commands.release_promise, _("Promise released")))
        row.changed.connect(partial(self._on_changed, row))
        return row

    @Slot(object)
    def _on_promised(self, promised: Promised) -> None:
        self.close_form()
        self._form.draft.hand_over(
            self,
            lambda desk: follow_ups.commands.make_promise(
                desk,
                person_id=self._person,
                side=promised.side,
                what=promised.what,
                due_on=promised.due_on,
            ),
            lambda _id: self._on_made(promised),
        )

    def _on_made(self, promised: Promised) -> None:
        self._form.begin_again()
        self.said.emit(_("Promise noted: {what}").format(what=promised.what))

    def _on_changed(self, row: "PromiseRow", promise: PromiseId, promised: Promised) -> None:
        row.form.draft.hand_over(
            self,
            lambda desk: follow_ups.commands.edit_promise(
                desk, promise, side=promised.side, what=promised.what, due_on=promised.due_on
            ),
            lambda _none: self.said.emit(_("Promise changed: {what}").format(what=promised.what)),
        )

    def _close(self, command: Callable[[Desk, PromiseId], None], said: str, promise: PromiseId) -> None:
        self._tasks.change(self, lambda desk: command(desk, promise), lambda _none: self.said.emit(said))


class PromiseRow(QWidget):
    """One open promise; says `kept` or `released` with it, or `changed` with it and how it reads now."""

    kept = Signal(object)
    released = Signal(object)
    changed = Signal(object, object)

    def __init__(
        self, line: PromiseLine, view: PersonView, drafts: Drafts, eyes: Eyes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._today = view.today
        self._name = view.name
        self._words = Label("", Look.SECONDARY, wraps=True)
        self._chip = Chip(promise_chip(PromiseState.OPEN, line.due_on, view.today))
        self._drafts = drafts
        self._eye = eyes.made(self, (Shareable.PROMISE, line.id), line.what)
        self._key = DraftKey(DraftField.PROMISE, line.id, view.id)
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(EDGE, 0, EDGE, Space.TIGHT)
        column.setSpacing(Space.TIGHT + 2)
        column.addWidget(self._words)
        how = QHBoxLayout()
        how.addWidget(self._chip)
        how.addStretch(1)
        how.addWidget(self._eye)
        column.addWidget(self._buttons())
        column.insertLayout(1, how)  # made last, so that Tab comes to the eye from the buttons
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._shown)

    @cached_property
    def form(self) -> PromiseForm:
        """The fields to change it in, made when they are wanted."""
        form = PromiseForm(self._name, self._today, self._drafts, self._key)
        form.promised.connect(self._on_promised)
        form.left.connect(self._on_left)
        self._whole.addWidget(form)
        return form

    def show_promise(self, line: PromiseLine) -> None:
        """Show the promise as it is now."""
        self._line = line
        is_mine = line.side is PromiseSide.I_OWE
        words = _("You owe: {what}") if is_mine else _("{name} owes you: {what}")
        text = words.format(what=line.what, name=self._name)
        self._words.setText(text)
        self._chip.show_chip(promise_chip(PromiseState.OPEN, line.due_on, self._today))
        self._eye.mark.name(line.what)
        for button in (self._keep, self._release, self._edit):
            button.setAccessibleDescription(text)

    @Slot()
    def change(self) -> None:
        """Open the fields to change it in."""
        self.form.show_promise(self._line)
        self._shown.hide()
        self.form.show()
        self.form.setFocus()

    def _buttons(self) -> QWidget:
        self._keep = Button(_("Kept"), icon=Icon.CHECK, compact=True)
        self._keep.setObjectName("promise.kept")
        self._keep.clicked.connect(lambda: self.kept.emit(self._line.id))
        self._release = Button(_("Release"), icon=Icon.X, compact=True)
        self._release.setObjectName("promise.release")
        self._release.clicked.connect(lambda: self.released.emit(self._line.id))
        self._edit = Button("", Role.QUIET, Icon.PENCIL_LINE, compact=True, name=_("Change this promise"))
        self._edit.setObjectName("promise.edit")
        self._edit.clicked.connect(self.change)
        buttons = QWidget()
        flow = FlowLayout(buttons, Space.TIGHT + 2, Space.TIGHT)
        for button in (self._keep, self._release, self._edit):
            flow.addWidget(button)
        return buttons

    @Slot(object)
    def _on_promised(self, promised: Promised) -> None:
        self._on_left()
        self.changed.emit(self._line.id, promised)

    @Slot()
    def _on_left(self) -> None:
        self.form.hide()
        self._shown.show()
        self._edit.setFocus()
