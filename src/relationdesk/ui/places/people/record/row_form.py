"""A form that opens in the place of a row of the record, or below them for another one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look


class RowForm(QWidget):
    """Says `told` with what was typed, `removed`, or `left`; Enter keeps and Escape leaves.

    A form tells in `try_to_keep` what is to be done with what was typed.
    """

    told = Signal(object)
    removed = Signal()
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` begins the object names of the buttons: `role.keep`."""
        super().__init__(parent)
        self._name = name
        self.hint = Label("", Look.HINT, wraps=True)
        self.hint.hide()
        self.keep = self._button(_("Keep"), "keep", Role.PRIMARY)
        self.keep.clicked.connect(self._on_keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.keep.hasFocus():
            self.try_to_keep()
        else:
            super().keyPressEvent(event)

    def tell_of(self, field: QWidget, sentence: str, tone: Tone) -> None:
        """Say something of a field below the fields; nothing for an empty sentence."""
        self.hint.setText(sentence)
        self.hint.show_tone(tone)
        self.hint.setVisible(bool(sentence))
        field.setAccessibleDescription(sentence)

    def try_to_keep(self) -> None:
        """Say `told`, or what is missing."""
        raise NotImplementedError

    def arrange(self, lines: Sequence[Sequence[QWidget]], *, indent: int, can_remove: bool) -> None:
        """Put the fields line by line above the buttons; a day stands behind its name."""
        column = QVBoxLayout(self)
        column.setContentsMargins(indent, Space.TIGHT, Space.SMALL, Space.SMALL)
        column.setSpacing(Space.SMALL)
        for fields in lines:
            room = QWidget()
            flow = FlowLayout(room, Space.SMALL, Space.SMALL)
            for field in fields:
                flow.addWidget(_named(field) if isinstance(field, DateField) else field)
            column.addWidget(room)
        column.addWidget(self.hint)
        column.addLayout(self._buttons(can_remove=can_remove))

    def _buttons(self, *, can_remove: bool) -> QHBoxLayout:
        leave = self._button(_("Cancel"), "leave", Role.QUIET)
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        buttons.addWidget(self.keep)
        buttons.addWidget(leave)
        if can_remove:
            remove = self._button(_("Remove"), "remove", Role.QUIET, Icon.TRASH_2)
            remove.clicked.connect(self.removed)
            buttons.addWidget(remove)
        buttons.addStretch(1)
        return buttons

    def _button(self, words: str, name: str, role: Role, icon: Icon | None = None) -> Button:
        button = Button(words, role, icon, compact=True)
        button.setObjectName(f"{self._name}.{name}")
        return button

    @Slot()
    def _on_keep(self) -> None:
        self.try_to_keep()


def _named(field: DateField) -> QWidget:
    """A day behind its name, which the field itself shows nowhere."""
    room = QWidget()
    line = QHBoxLayout(room)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.TIGHT + 2)
    line.addWidget(Label(field.accessibleName(), Look.HINT))
    line.addWidget(field)
    return room
