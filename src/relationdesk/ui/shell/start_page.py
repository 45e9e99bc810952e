"""What the pages before a desk is open share: a quiet column in the middle, one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce

WIDTH = 440


class StartPage(QWidget):
    """A title, a sentence, what is put into `body`, and room for what went wrong."""

    def __init__(self, icon: Icon, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._back: Button | None = None
        column = QWidget()
        column.setFixedWidth(WIDTH)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(IconMark(icon, Tint.ACCENT, IconSize.LARGE))
        self.body.addWidget(wrapped(title, Look.DISPLAY))
        told = wrapped(text, Look.SECONDARY)
        told.setObjectName("start.text")
        self.body.addWidget(told)
        self.body.addSpacing(Space.SMALL)
        self._wrong = wrapped("", Look.BODY)
        self._wrong.setObjectName("start.wrong")
        self._wrong.show_tone(Tone.BAD)
        self._wrong.hide()
        across = QHBoxLayout()  # not an alignment, under which the column would not grow with its lines
        across.addStretch(1)
        across.addWidget(column)
        across.addStretch(1)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.addStretch(2)
        middle.addLayout(across)
        middle.addStretch(3)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def lead_back_by(self, button: Button) -> None:
        """Have Escape do what this button does, as long as it is there."""
        self._back = button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = self._back
        if event.key() == Qt.Key.Key_Escape and back is not None and back.isVisible():
            back.click()
            return
        super().keyPressEvent(event)

    def add_wrong(self) -> None:
        """Put what goes wrong below what is in the body so far."""
        self.body.addWidget(self._wrong)

    def show_wrong(self, sentence: str) -> None:
        """Say what went wrong; nothing for an empty sentence."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            announce(self._wrong, sentence)

    def add_ways(self, primary: Button, *others: Button) -> None:
        """Put the buttons at the end, the one that goes on first."""
        line = FlowLayout(across=Space.SMALL, down=Space.SMALL)
        for button in (primary, *others):
            line.addWidget(button)
        self.body.addSpacing(Space.SMALL)
        self.body.addLayout(line)


def wrapped(text: str, look: Look, width: int = WIDTH) -> Label:
    """A text whose lines are as long as the column is wide, so that Qt knows their number beforehand."""
    label = Label(text, look, wraps=True)
    label.setFixedWidth(width)
    return label


def way(text: str, object_name: str, *, is_primary: bool = True) -> Button:
    """A button that leads on, or a quiet one that leads elsewhere."""
    button = Button(text, Role.PRIMARY if is_primary else Role.QUIET)
    button.setObjectName(object_name)
    return button
