"""The question what to do where another organisation is called so already."""

from enum import Enum, auto

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.organisations.queries import Namesake

_WIDTH = 460


class Way(Enum):
    """What the user wants."""

    LEAVE = auto()
    RENAME = auto()
    JOIN = auto()


class JoinDialog(QDialog):
    """`way` tells what was chosen; Escape leaves everything as it was."""

    def __init__(self, found: Namesake, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = Way.LEAVE
        title = _("“{name}” is there already").format(name=found.name)
        self.setWindowTitle(title)
        self.setObjectName("organisation.join_dialog")
        self.setFixedWidth(_WIDTH + 2 * Space.WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(_line(title, Look.TITLE))
        for sentence in _sentences(found, name):
            column.addWidget(_line(sentence, Look.BODY))
        column.addSpacing(Space.SMALL)
        column.addLayout(self._ways(found))

    def _ways(self, found: Namesake) -> QHBoxLayout:
        leave = Button(_("Leave the name"))
        leave.setObjectName("organisation.leave")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        join = Button(_("Bring both together"), Role.PRIMARY, Icon.MERGE)
        join.setObjectName("organisation.join")
        join.setDefault(True)
        join.clicked.connect(lambda: self._choose(Way.JOIN))
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addStretch(1)
        line.addWidget(leave)
        if not found.is_exact:
            rename = Button(_("Rename all the same"))
            rename.setObjectName("organisation.rename")
            rename.setAutoDefault(False)
            rename.clicked.connect(lambda: self._choose(Way.RENAME))
            line.addWidget(rename)
        line.addWidget(join)
        return line

    def _choose(self, way: Way) -> None:
        self.way = way
        self.accept()


def _sentences(found: Namesake, name: str) -> list[str]:
    together = _(
        "If it is the same organisation, bring both together: the roles, partnerships and refusals of both "
        "are then found at “{name}”. Undo parts them again."
    ).format(name=name)
    return [_("It is in the trash."), together] if found.is_trashed else [together]


def _line(text: str, look: Look) -> Label:
    line = Label(text, look, wraps=True)
    line.setFixedWidth(_WIDTH)
    return line
