"""What is promised, typed: who owes, what, and by when."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.vocabulary import PromiseSide
from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.text_button import EDGE
from relationdesk.work.follow_ups.queries import PromiseLine


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise as it was typed; `due_on` is the day by which, if there is one."""

    side: PromiseSide
    what: str
    due_on: date | None


class PromiseForm(QWidget):
    """Says `promised` with what was typed, or `left`; the words are kept under `key` while they are typed."""

    promised = Signal(object)
    left = Signal()

    def __init__(
        self, name: str, today: date, drafts: Drafts, key: DraftKey, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side = ChoiceField(
            _("Who owes"),
            [
                (PromiseSide.I_OWE, _("I owe")),
                (PromiseSide.THEY_OWE, _("{name} owes").format(name=name)),
            ],
        )
        self._side.setObjectName("promise.side")
        self._what = Field(_("What was promised"), _("What was promised?"))
        self._what.setObjectName("promise.what")
        self._what.returnPressed.connect(self._on_keep)
        self.draft = FieldDraft(drafts, self._what, key)
        self._due = DateField(_("By when"), today)
        self._due.setObjectName("promise.due")
        self._keep = Button(_("Add"), Role.PRIMARY, compact=True)
        self._keep.setObjectName("promise.set")
        self._keep.clicked.connect(self._on_keep)
        leave = Button(_("Cancel"), Role.QUIET, compact=True)
        leave.clicked.connect(self.left)
        self._arrange(leave)
        self.setFocusProxy(self._what)

    def show_promise(self, line: PromiseLine) -> None:
        """Begin with a promise that was made, to change it."""
        self._side.show_value(line.side)
        if not self._what.text():
            self.draft.fill(line.what)
        self._due.show_day(line.due_on)
        self._keep.setText(_("Keep"))

    def begin_again(self) -> None:
        """No day and my own promise, as to begin with."""
        self._side.show_value(PromiseSide.I_OWE)
        self._due.show_day(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._keep.hasFocus():
            self._on_keep()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_keep(self) -> None:
        what, side = self._what.text().strip(), self._side.value
        if not what or side is None:
            self._what.setFocus()
            return
        self.promised.emit(Promised(side, what, self._due.day))

    def _arrange(self, leave: Button) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 0, EDGE, Space.TIGHT)
        column.setSpacing(Space.TIGHT + 2)
        for widget in (self._side, self._what, self._due):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self._keep)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
