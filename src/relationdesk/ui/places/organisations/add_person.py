"""Saying on an organisation's page who belongs to it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import RoleKind
from relationdesk.language.words import _
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.person_finder import PersonFinder
from relationdesk.work import organisations
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.queries import OrganisationPage
from relationdesk.work.organisations.told import Role as RoleTold

_FIELD_WIDTH = 220


class AddPerson(QWidget):
    """A button, and when it is pressed a name to type; one is taken with Enter or a click. Says `said`.

    As what, and since when, is said in the person's record.
    """

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._page: OrganisationPage | None = None
        self.button = Button(_("Add a person"), Role.QUIET, Icon.PLUS, compact=True)
        self.button.setObjectName("organisation.add_person")
        self.button.clicked.connect(self.begin)
        self.kind: ChoiceField[RoleKind] = ChoiceField(
            _("How they belong to it"), [(kind, term(kind)) for kind in RoleKind]
        )
        self.kind.setObjectName("organisation.person_kind")
        self._finder = PersonFinder(tasks, _("Whom"), _("Find a person…"), _("Add {name}"), self)
        self._finder.taken.connect(self._take)
        self.name = self._finder.field
        self.name.setObjectName("organisation.person_name")
        self.name.setMinimumWidth(_FIELD_WIDTH)
        self._told = Label("", Look.HINT, wraps=True)
        self._told.hide()
        self._arrange()

    def show_page(self, page: OrganisationPage, *, is_other: bool) -> None:
        """Say it of an organisation; what was begun about another one goes."""
        self._page = page
        if is_other:
            self.leave()

    @Slot()
    def begin(self) -> None:
        """Ask who it is."""
        self.button.hide()
        self._form.show()
        self.name.setFocus()

    def leave(self) -> None:
        """Ask no more."""
        had_keyboard = self._form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._finder.clear()
        self._told.hide()
        self._form.hide()
        self.button.show()
        if had_keyboard:
            self.button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self.leave()
        else:
            super().keyPressEvent(event)

    @Slot(object, str)
    def _take(self, person: PersonId, name: str) -> None:
        page, kind = self._page, self.kind.value
        if page is None or kind is None:
            return
        if any((one.person_id, one.kind, one.until) == (person, kind, None) for one in page.members):
            self._told.setText(_("{name} is there already.").format(name=name))
            self._told.show()
            return
        self._told.hide()
        self._finder.clear()
        self.name.setFocus()
        told = _("{name} belongs to {organisation} now. Their record says as what").format(
            name=name, organisation=page.head.name
        )
        role = RoleTold(kind, page.head.name, "", None, None)
        self._tasks.change(
            self,
            lambda desk: organisations.roles.add_role(desk, person, role),
            lambda _id: self.said.emit(told),
        )

    def _arrange(self) -> None:
        self._form = QWidget()
        self._form.hide()
        line = FlowLayout(None, Space.SMALL, Space.SMALL)
        line.addWidget(self.kind)
        line.addWidget(self.name)
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.TIGHT)
        inside.addLayout(line)
        inside.addWidget(self._finder.rows)
        inside.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._form)
