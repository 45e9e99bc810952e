"""A field of the user's own, named: what it is called, and what is filled in."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.flow_layout import FlowLayout

_LEAST_WIDTH = 190


class OwnFieldForm(QWidget):
    """Says `told` with the name and the kind, or `left`; the kind is only asked for a new field."""

    told = Signal(str, object)
    left = Signal()

    def __init__(self, drafts: Drafts, key: DraftKey, name: str, parent: QWidget | None = None) -> None:
        """`name` is what the field is called so far, empty for a new one."""
        super().__init__(parent)
        self.key = key
        self.name = Field(_("Name of the field"), _("Name of the field"))
        self.name.setObjectName("own_field.name")
        self.name.setMinimumWidth(_LEAST_WIDTH)
        self.draft = FieldDraft(drafts, self.name)
        self.draft.belong_to(key, name)
        self.kind = ChoiceField(_("What is filled in"), [(kind, term(kind)) for kind in OwnKind])
        self.kind.setObjectName("own_field.kind")
        self.kind.show_value(OwnKind.TEXT)
        self.keep = Button(_("Keep"), Role.PRIMARY, compact=True)
        self.keep.setObjectName("own_field.keep")
        self.keep.clicked.connect(self._on_keep)
        leave = Button(_("Cancel"), Role.QUIET, compact=True)
        leave.setObjectName("own_field.leave")
        leave.clicked.connect(self.left)
        flow = FlowLayout(self, Space.SMALL, Space.SMALL)
        for widget in (self.name, *(() if name else (self.kind,)), self.keep, leave):
            flow.addWidget(widget)
        self.setFocusProxy(self.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.keep.hasFocus():
            self._on_keep()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_keep(self) -> None:
        if self.name.text().strip():
            self.told.emit(self.name.text(), self.kind.value or OwnKind.TEXT)
        else:
            self.name.setFocus()
