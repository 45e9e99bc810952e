"""One thing that is to be remembered, as a row that opens into the fields to change it in."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.eyes import Eye
from relationdesk.ui.places.people.knowledge.knowledge_forms import KnowledgeForm
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.tab_order import put_after


class KnownRow(QWidget):
    """Says `changed` with what is told now, `removed`, `preferred` to go up by one, and `closed`.

    The fields are made when they are wanted.
    """

    changed = Signal(object)
    removed = Signal()
    preferred = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str,
        detail: str,
        make_form: Callable[[], KnowledgeForm],
        parent: QWidget | None = None,
        *,
        goes_up: bool = False,
    ) -> None:
        super().__init__(parent)
        self._make_form = make_form
        self._form: KnowledgeForm | None = None
        self._words = Label(text, wraps=True)
        self._detail = Label(detail, Look.HINT, wraps=True)
        self.edit = Button("", Role.QUIET, Icon.PENCIL_LINE, compact=True, name=_("Change this"))
        self.edit.setObjectName("known.edit")
        self._up = Button("", Role.QUIET, Icon.CHEVRON_UP, compact=True, name=_("Prefer this channel"))
        self._up.setObjectName("known.up")
        self._up.clicked.connect(self.preferred)
        self.edit.clicked.connect(self.open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.LARGE, Space.TIGHT, Space.SMALL, Space.TIGHT)
        self._column.setSpacing(Space.TIGHT)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._words)
        told.addWidget(self._detail)
        line.addLayout(told, 1)
        line.addLayout(self._end(goes_up=goes_up))
        self._column.addLayout(line)
        self._name_buttons(text)

    @property
    def is_open(self) -> bool:
        """Whether it is being changed."""
        return self._form is not None

    def put_eye(self, eye: Eye) -> None:
        """Put an eye at the end of the line."""
        self._buttons.addWidget(eye)

    def show_words(self, text: str, detail: str) -> None:
        """Say what it says now."""
        self._words.setText(text)
        self._detail.setText(detail)
        self._name_buttons(text)

    @Slot()
    def open(self) -> None:
        """Show the fields, or close them where they are shown."""
        if self._form is not None:
            self.close_fields()
            return
        self._form = self._make_form()
        self._form.changed.connect(self.changed)
        self._room = QWidget()
        column = QVBoxLayout(self._room)
        column.setContentsMargins(0, 0, Space.SMALL, Space.SMALL)
        column.addWidget(self._form)
        column.addLayout(self._done_or_removed())
        self._column.addWidget(self._room)
        put_after(self.edit, self._room)
        self._form.setFocus()

    @Slot()
    def close_fields(self) -> None:
        """Hide the fields; what was typed last is told."""
        if self._form is None:
            return
        self._form.tell()
        self._form = None
        self._room.hide()
        self._room.deleteLater()
        self.edit.setFocus()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_fields()
        else:
            super().keyPressEvent(event)

    def _end(self, *, goes_up: bool) -> QHBoxLayout:
        """The buttons, each in its own column with those of the rows above and below."""
        if not goes_up:
            self._up.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(0)
        self._buttons.addWidget(self._up)
        self._buttons.addWidget(self.edit)
        return self._buttons

    def _name_buttons(self, text: str) -> None:
        self.edit.setAccessibleName(_("Change: {what}").format(what=text))
        self._up.setAccessibleName(_("Prefer this channel: {what}").format(what=text))

    def _done_or_removed(self) -> QHBoxLayout:
        done = Button(_("Done"), compact=True)
        done.setObjectName("known.done")
        done.clicked.connect(self.close_fields)
        remove = Button(_("Remove"), Role.QUIET, Icon.TRASH_2, compact=True)
        remove.setObjectName("known.remove")
        remove.clicked.connect(self.removed)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addWidget(done)
        line.addWidget(remove)
        line.addStretch(1)
        return line
