"""What can go wrong with a desk in a folder that a service copies about, and what can be done."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.desks.location import Whereabouts

_WIDTH = 460


class FolderDialog(QDialog):
    """Says `move_asked`, `bundle_asked`, or `quiet_asked` for being told no more."""

    move_asked = Signal()
    bundle_asked = Signal()
    quiet_asked = Signal()

    def __init__(self, found: Whereabouts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Your desk lies in a folder of {service}").format(service=found.service)
        self.setObjectName("folder.dialog")
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(IconMark(Icon.TRIANGLE_ALERT, Tint.WARN, IconSize.LARGE))
        column.addWidget(_line(title, Look.TITLE))
        told = _(
            "Such a service copies a file while the program is still writing it, may put an older copy in "
            "its place, or make two of it. Your desk is encrypted there, and may be damaged all the same."
        )
        column.addWidget(_line(told, Look.SECONDARY))
        column.addSpacing(Space.SMALL)
        self._add(column, _move_words(found), Role.PRIMARY, "folder.move", self.move_asked)
        if found.safe is not None:
            told = _("It goes to {folder}. The former desk stays where it is, under another name.")
            column.addWidget(_line(told.format(folder=found.safe.desk.parent), Look.HINT))
        self._add(column, _("Take it along in a bundle…"), Role.SECONDARY, "folder.bundle", self.bundle_asked)
        quiet = _("Leave it there, and say no more")
        self._add(column, quiet, Role.SECONDARY, "folder.quiet", self.quiet_asked)
        self._add(column, _("Not now"), Role.QUIET, "folder.not_now")

    def _add(
        self,
        column: QVBoxLayout,
        words: str,
        role: Role,
        name: str,
        signal: SignalInstance | None = None,
    ) -> None:
        """A way on, which says `signal`; without one it only closes the dialog."""
        button = Button(words, role)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(self.reject if signal is None else self.accept)
        if signal is not None:
            button.clicked.connect(signal)
        column.addWidget(button)


def _move_words(found: Whereabouts) -> str:
    if found.safe is None:
        return _("Move the desk to a safe folder…")
    return _("Move the desk to a safe folder")


def _line(text: str, look: Look) -> Label:
    label = Label(text, look, wraps=True)
    label.setFixedWidth(_WIDTH)
    return label
