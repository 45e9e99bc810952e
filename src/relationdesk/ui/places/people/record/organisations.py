"""The card of the organisations that somebody works for or is represented by."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.card import RecordCard
from relationdesk.ui.places.people.record.role_form import RoleForm, role_keys
from relationdesk.ui.places.people.record.role_row import RoleRow, is_over
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.button import Role as ButtonRole
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work import organisations
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.told import Role
from relationdesk.work.people.record_lines import RoleLine


class OrganisationsCard(RecordCard):
    """Rows of roles, those that ended below and quieter; says `organisation_asked` to open a page.

    A row that is being changed stays so while the others are shown anew.
    """

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(tasks, _("Organisations"), parent)
        self._shown_rows: dict[int, RoleRow] = {}
        self._form: RoleForm | None = None
        self._form_of: PersonId | None = None
        self.add = Button(_("Add an organisation"), ButtonRole.QUIET, Icon.PLUS, compact=True)
        self.add.setObjectName("role.add")
        self.add.clicked.connect(self.open_form)
        self.rows.addWidget(self.add)

    def show_view(self, view: PersonView) -> None:
        """Show to what somebody belongs."""
        lines = sorted(view.page.roles, key=lambda line: is_over(line, view))
        if self._form is not None and self._form_of != view.id:
            self._close_form()
        focused = self._take_away(view, lines)
        for place, line in enumerate(lines):
            if line.id not in self._shown_rows:
                self._shown_rows[line.id] = self._row(line, view)
            if self.rows.indexOf(self._shown_rows[line.id]) != place:
                self.rows.insertWidget(place, self._shown_rows[line.id])
        self._order()
        if focused in self._shown_rows:
            self._shown_rows[focused].edit.setFocus()

    def leave(self) -> None:
        """What is typed here and not kept is a draft already."""

    def write(self, key: DraftKey) -> bool:
        """Go on writing at the role of a key; False when that is not on this card."""
        if self.view is None:
            return False
        if key in role_keys(self.view.id, None):
            self.open_form()
            return True
        for row in self._shown_rows.values():
            if key in role_keys(self.view.id, row.line):
                row.open()
                return True
        return False

    def take_focus(self) -> None:
        """Take the keyboard."""
        self.add.setFocus()

    @Slot()
    def open_form(self) -> None:
        """Show the fields of another role."""
        if self.view is None:
            return
        if self._form is None:
            self._form = RoleForm(self.tasks, self.view)
            self._form_of = self.view.id
            self._form.told.connect(self._on_told)
            self._form.left.connect(self._on_left)
            self.rows.addWidget(self._form)
        self.add.hide()
        self._form.show()
        self._order()
        self._form.setFocus()

    def _take_away(self, view: PersonView, lines: Sequence[RoleLine]) -> int | None:
        """Take away the rows that are not true any more; returns the role of the one with the keyboard."""
        there, focused = {line.id: line for line in lines}, None
        for role, row in list(self._shown_rows.items()):
            is_changing = row.form is not None and role in there
            if row.view.id == view.id and (is_changing or there.get(role) == row.line):
                continue
            if row.isAncestorOf(row.focusWidget()):
                focused = role
            del self._shown_rows[role]
            row.hide()
            row.deleteLater()
        return focused

    def _row(self, line: RoleLine, view: PersonView) -> RoleRow:
        row = RoleRow(self.tasks, view, line, self.eyes)
        row.organisation_asked.connect(self.organisation_asked)
        row.changed.connect(partial(self._on_changed, row))
        row.removed.connect(partial(self._on_removed, row))
        return row

    @Slot(object)
    def _on_told(self, told: Role) -> None:
        if self.view is None:
            return
        person = self.view.id
        self.drafts.hand_over(
            self,
            role_keys(person, None),
            lambda desk: organisations.roles.add_role(desk, person, told),
            lambda _id: self.said.emit(_("Kept: {what}").format(what=told.organisation)),
        )
        self._close_form()
        self.add.setFocus()

    def _on_changed(self, row: RoleRow, told: Role) -> None:
        if self.view is None:
            return
        role = row.line.id
        self.drafts.hand_over(
            self,
            role_keys(self.view.id, row.line),
            lambda desk: organisations.roles.change_role(desk, role, told),
            lambda _none: self.said.emit(_("Kept: {what}").format(what=told.organisation)),
            empties=False,
        )
        row.close_fields()

    def _on_removed(self, row: RoleRow) -> None:
        role, name = row.line.id, row.line.organisation
        row.close_fields()
        self.change(
            lambda desk: organisations.roles.remove_role(desk, role), _("Removed: {what}").format(what=name)
        )
        self.add.setFocus()

    @Slot()
    def _on_left(self) -> None:
        self._close_form()
        self.add.setFocus()

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self.add.show()

    def _order(self) -> None:
        """Let Tab go through the rows in the order in which they stand."""
        last: QWidget = self.heading
        for role in sorted(self._shown_rows, key=lambda one: self.rows.indexOf(self._shown_rows[one])):
            last = put_after(last, self._shown_rows[role])
        QWidget.setTabOrder(last, self.add)
        if self._form is not None:
            put_after(self.add, self._form)
