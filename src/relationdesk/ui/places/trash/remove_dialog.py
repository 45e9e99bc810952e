"""The question before something is removed for good, which says exactly what goes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.trash.words import title_of
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.trash.queries import Kind, Trashed

_WIDTH = 440


class RemoveDialog(QDialog):
    """Accepted when the user wants it; Enter keeps, for it cannot be undone."""

    def __init__(self, trashed: Trashed, goes: Sequence[str], parent: QWidget | None = None) -> None:
        """`goes` are the lines that say what goes besides."""
        super().__init__(parent)
        title = _("Remove {name} for good?").format(name=title_of(trashed))
        self.setWindowTitle(title)
        self.setObjectName("trash.remove_dialog")
        self.setFixedWidth(_WIDTH + 2 * Space.WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(self._line(title, Look.TITLE))
        if goes:
            column.addWidget(self._line(_("This goes as well:"), Look.BODY))
            column.addWidget(self._line("\n".join(goes), Look.SECONDARY))
        for sentence in _consequences(trashed):
            column.addWidget(self._line(sentence, Look.BODY))
        column.addSpacing(Space.SMALL)
        column.addLayout(self._ways())

    def _line(self, text: str, look: Look) -> Label:
        line = Label(text, look, wraps=True)
        line.setFixedWidth(_WIDTH)
        return line

    def _ways(self) -> QHBoxLayout:
        self.keep = Button(_("Keep in the trash"))
        self.keep.setObjectName("trash.keep")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.remove = Button(_("Remove for good"), Role.PRIMARY, Icon.TRASH_2)
        self.remove.setObjectName("trash.remove_now")
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addStretch(1)
        line.addWidget(self.keep)
        line.addWidget(self.remove)
        return line


def _consequences(trashed: Trashed) -> list[str]:
    told = [_("This cannot be undone, and Undo will not reach back before it.")]
    if trashed.kind is Kind.PERSON:
        told.insert(0, _("What happened with others too stays in their history."))
    told.append(_("Backups that were made before still hold it."))
    return told
