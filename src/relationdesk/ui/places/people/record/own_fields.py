"""The card of the fields that the user adds to every record."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.drafts import DraftKey, of_record
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.card import RecordCard, kept_words
from relationdesk.ui.places.people.record.own_field_form import OwnFieldForm
from relationdesk.ui.places.people.record.own_field_row import OwnFieldRow
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people import editing, own_fields
from relationdesk.work.people.own_fields import FilledField, OwnField

Shape = list[tuple[int, str, OwnKind, int]]


class OwnFieldsCard(RecordCard):
    """A line for each field with what it holds of the person, and a way to add another field."""

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(tasks, _("Your own fields"), parent)
        self._asked: Asked | None = None
        self._whose: PersonId | None = None
        self._shape: Shape = []
        self.shown: list[OwnFieldRow] = []
        self.form: OwnFieldForm | None = None
        self._renaming: OwnField | None = None
        self.add = Button(_("Add a field to every record"), Role.QUIET, Icon.PLUS, compact=True)
        self.add.setObjectName("own_field.add")
        self.add.clicked.connect(self._on_add)
        self.rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_view(self, view: PersonView) -> None:
        """Show what the fields hold of somebody."""
        if view.id != self._whose:
            self._whose = view.id
            for row in self.shown:
                row.show_value(None)
        self._asked = self.tasks.ask(
            self,
            lambda reader: own_fields.own_fields_of(reader, view.id),
            self._show,
            instead_of=self._asked,
        )

    def leave(self) -> None:
        """Keep what is typed; the name of a field that is being added is a draft already."""
        super().leave()
        self._put_away()

    def write(self, key: DraftKey) -> bool:
        """Go on writing in the field of a key; False when that is not on this card."""
        if self.view is not None and key == self._key(None):
            self.open_form(None)
            return True
        for row in self.shown:
            if key == self._key(row.field):
                self.open_form(row.field)
                return True
        return super().write(key)

    def take_focus(self) -> None:
        """Take the keyboard."""
        self.add.setFocus()

    def open_form(self, field: OwnField | None) -> None:
        """Ask for the name of a field, or of another one."""
        self._put_away()
        self._renaming = field
        self.form = OwnFieldForm(self.drafts, self._key(field), field.name if field else "")
        self.form.told.connect(self._on_told)
        self.form.left.connect(self.close_form)
        self.rows.addWidget(self.form)
        self.add.hide()
        self.form.setFocus()

    @Slot()
    def close_form(self) -> None:
        """Hide the form; what stands in it and was not handed over is thrown away."""
        if self.form is not None:
            self.drafts.throw_away(self.form.key)
        self._put_away()
        self.add.setFocus()

    def _show(self, filled: tuple[FilledField, ...]) -> None:
        shape: Shape = [
            (one.field.id, one.field.name, one.field.kind, max(1, len(one.values))) for one in filled
        ]
        if shape != self._shape:
            self._make_rows(filled, shape)
        rows = iter(self.shown)
        for one in filled:
            for value in one.values or (None,):
                row = next(rows)
                row.field = one.field
                row.show_value(value)

    def _make_rows(self, filled: tuple[FilledField, ...], shape: Shape) -> None:
        focused = next((row.field.id for row in self.shown if row.isAncestorOf(row.focusWidget())), None)
        self.leave_rows()
        self._shape = shape
        self.shown = [
            self._row(one.field, place) for one in filled for place in range(max(1, len(one.values)))
        ]
        last: QWidget = self.heading
        for place, row in enumerate(self.shown):
            self.rows.insertWidget(place, row)
            last = put_after(last, row)
            if row.field.id == focused:
                row.more.setFocus()
        QWidget.setTabOrder(last, self.add)

    def leave_rows(self) -> None:
        """Keep what is typed in the rows, and let them go."""
        super().leave()
        for row in self.shown:
            self.forget(row)

    def _row(self, field: OwnField, place: int) -> OwnFieldRow:
        row = OwnFieldRow(self, field, place)
        row.rename_asked.connect(lambda: self.open_form(row.field))
        row.moved.connect(partial(self._on_moved, row))
        row.removed.connect(partial(self._on_removed, row))
        return row

    def _key(self, field: OwnField | None) -> DraftKey:
        assert self.view is not None  # noqa: S101 - nothing is added before somebody is shown
        return of_record(self.view.id, "own field new" if field is None else f"own field {field.id} name")

    def _put_away(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form, self._renaming = None, None
            self.add.show()

    @Slot()
    def _on_add(self) -> None:
        if self.view is not None:
            self.open_form(None)

    @Slot(str, object)
    def _on_told(self, name: str, kind: OwnKind) -> None:
        field, form = self._renaming, self.form
        if form is None:
            return

        def keep(desk: Desk) -> None:
            if field is None:
                editing.own_fields.add_own_field(desk, name=name, kind=kind)
            else:
                editing.own_fields.rename_own_field(desk, field.id, name)

        self.drafts.hand_over(
            self, [form.key], keep, lambda _none: self.said.emit(kept_words(name.strip())), empties=False
        )
        self._put_away()
        self.add.setFocus()

    def _on_moved(self, row: OwnFieldRow, by: int) -> None:
        field = row.field.id
        self.change(
            lambda desk: editing.own_fields.move_own_field(desk, field, by=by), kept_words(row.field.name)
        )

    def _on_removed(self, row: OwnFieldRow) -> None:
        field, name = row.field.id, row.field.name
        self.tasks.change(
            self,
            lambda desk: editing.own_fields.remove_own_field(desk, field),
            lambda people: self.said.emit(_removed(name, people)),
        )


def _removed(name: str, people: int) -> str:
    return plural(
        "{name} was removed; it held something of {n} person.",
        "{name} was removed; it held something of {n} people.",
        people,
        name=name,
    )
