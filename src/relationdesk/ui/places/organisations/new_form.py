"""An organisation that is new: what it is called, and what it is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.ids import OrganisationId
from relationdesk.domain.vocabulary import OrganisationKind
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.words import kind_words
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work import organisations
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.named import Namesake, lookalikes, namesake

_WIDEST = 480


@dataclass(frozen=True, slots=True)
class _Known:
    """One that is there, called as what is typed or nearly so."""

    id: OrganisationId
    name: str
    is_only_alike: bool = False


class NewOrganisation(QWidget):
    """Says `created` with what was made, `organisation_asked` with one that is there, `left`, and `said`."""

    created = Signal(object)
    organisation_asked = Signal(object)
    left = Signal()
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Asked | None = None
        self._adding: Asked | None = None
        self._known: _Known | None = None
        self.setAccessibleName(_("New organisation"))
        self.name = Field(_("Name"), _("What is it called?"))
        self.name.setObjectName("organisation.new_name")
        self.name.returnPressed.connect(self._on_add)
        self.draft = FieldDraft(drafts_of(tasks), self.name)
        self.draft.belong_to(DraftKey(DraftField.NEW_ORGANISATION))
        self.name.textChanged.connect(self._on_typed)
        self.kind: ChoiceField[OrganisationKind] = ChoiceField(
            _("Kind"), [(kind, kind_words(kind)) for kind in OrganisationKind]
        )
        self.kind.setObjectName("organisation.new_kind")
        self.known = TextLink("")
        self.known.setObjectName("organisation.known")
        self.known.clicked.connect(self._on_known)
        self.known.hide()
        self.add = Button(_("Add"), Role.PRIMARY)
        self.add.setObjectName("organisation.add")
        self.add.clicked.connect(self._on_add)
        self._leave = Button(_("Cancel"))
        self._leave.clicked.connect(self.left)
        self._arrange()

    def begin(self) -> None:
        """Take the cursor."""
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_typed(self) -> None:
        name = self.name.text()
        self._asked = self._tasks.ask(
            self,
            lambda reader: _like(reader, name) if name.strip() else None,
            self._show_known,
            instead_of=self._asked,
        )

    def _show_known(self, found: _Known | None) -> None:
        self._known = found
        if found is not None:
            words = _("Open “{name}”, which is there already")
            if found.is_only_alike:
                words = _("Open “{name}”, which looks like it")
            self.known.show_text(words.format(name=found.name))
        self.known.setVisible(found is not None)

    @Slot()
    def _on_known(self) -> None:
        if self._known is not None:
            self._open(self._known.id)

    def _open(self, there: OrganisationId) -> None:
        self.draft.fill("")
        drafts_of(self._tasks).forget([DraftKey(DraftField.NEW_ORGANISATION)])
        self.organisation_asked.emit(there)

    @Slot()
    def _on_add(self) -> None:
        name, kind = self.name.text().strip(), self.kind.value
        if not name or kind is None:
            self.name.setFocus()
            return
        self._adding = self._tasks.ask(
            self,
            lambda reader: namesake(reader, name),
            lambda there: self._add(name, kind, there),
            instead_of=self._adding,
        )

    def _add(self, name: str, kind: OrganisationKind, there: Namesake | None) -> None:
        if there is not None and not there.is_trashed:
            self._open(there.id)
            self.said.emit(_("{name} was there already: here it is, as it was").format(name=there.name))
            return
        self.draft.hand_over(
            self,
            lambda desk: organisations.commands.add_organisation(desk, name, kind),
            lambda made: self._on_made(made, name),
        )

    def _on_made(self, made: OrganisationId, name: str) -> None:
        self.said.emit(_("{name} is on the desk").format(name=name))
        self.created.emit(made)

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(Label(_("New organisation"), Look.TITLE))
        column.addWidget(self.name)
        column.addWidget(self.known, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        buttons.addWidget(self.add)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        across = QHBoxLayout()
        across.addWidget(inside, 1)
        across.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.WIDE, Space.LARGE + 2, Space.WIDE, Space.WIDE)
        outer.addLayout(across)
        outer.addStretch(1)


def _like(reader: Reader, name: str) -> _Known | None:
    """One that a name means or looks like; one of that name in the trash comes back by being added."""
    found = namesake(reader, name)
    if found is not None:
        return None if found.is_trashed else _Known(found.id, found.name)
    near = lookalikes(reader, name)[:1]
    return _Known(near[0].id, near[0].name, is_only_alike=True) if near else None
