"""What the place shows where there is nobody to show: what it is for, and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look

_WIDEST = 400


class Guidance(QWidget):
    """An icon, a title, a sentence, and the buttons put into `buttons`."""

    def __init__(self, icon: Icon, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(IconMark(icon, Tint.INK3, IconSize.LARGE), 0, Qt.AlignmentFlag.AlignHCenter)
        for words, look in ((title, Look.HEADING), (text, Look.SECONDARY)):
            label = Label(words, look, wraps=True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.SMALL)
        column.addLayout(self.buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)


class Welcome(Guidance):
    """Says `import_asked` or `new_asked`, the two ways to begin."""

    import_asked = Signal()
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            Icon.USERS,
            _("Nobody here yet"),
            _("Bring in an address book, or add somebody you know. Everything stays on this computer."),
            parent,
        )
        bring = Button(_("Bring in an address book"), Role.PRIMARY, Icon.DOWNLOAD)
        bring.setObjectName("people.import")
        bring.clicked.connect(self.import_asked)
        add = Button(_("Add somebody"), icon=Icon.USER_PLUS)
        add.setObjectName("people.first")
        add.clicked.connect(self.new_asked)
        self.buttons.addStretch(1)
        self.buttons.addWidget(bring)
        self.buttons.addWidget(add)
        self.buttons.addStretch(1)


def nobody_chosen() -> QWidget:
    """What stands where a person's screen will stand."""
    return Guidance(
        Icon.USER,
        _("Choose somebody"),
        _("Their history, what to remember and what comes next show here."),
    )
