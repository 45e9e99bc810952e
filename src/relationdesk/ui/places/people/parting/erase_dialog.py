"""The question before somebody is erased, which says exactly what goes, what stays, and where."""

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _, plural
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.erasing.queries import Belongings
from relationdesk.work.erasing.sentences import what_goes

_WIDTH = 440


class EraseDialog(QDialog):
    """Accepted when the user wants it; Enter keeps, for it cannot be undone.

    `backups` is how many of them hold the person too; `with_backups` tells whether these are rewritten.
    """

    def __init__(self, own: Belongings, backups: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Erase {name}?").format(name=own.name)
        self.setWindowTitle(title)
        self.setObjectName("erase.dialog")
        self.setFixedWidth(_WIDTH + 2 * Space.WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(self._line(title, Look.TITLE))
        column.addWidget(self._line(_("Everything that is kept about them is erased."), Look.BODY))
        for sentence in what_goes(own):
            column.addWidget(self._line(sentence, Look.BODY))
        for sentence in _consequences(own):
            column.addWidget(self._line(sentence, Look.SECONDARY))
        self._backups = QCheckBox(
            plural("Erase from {n} backup as well", "Erase from {n} backups as well", backups)
        )
        self._backups.setObjectName("erase.backups")
        self._backups.setChecked(True)
        if not backups:
            self._backups.hide()
        column.addWidget(self._backups)
        column.addSpacing(Space.SMALL)
        column.addLayout(self._ways())
        self.keep.setFocus()

    @property
    def with_backups(self) -> bool:
        """Whether the person is to be erased from the backups as well."""
        return self._backups.isChecked()

    def _line(self, text: str, look: Look) -> Label:
        line = Label(text, look, wraps=True)
        line.setFixedWidth(_WIDTH)
        return line

    def _ways(self) -> QHBoxLayout:
        self.keep = Button(_("Keep"))
        self.keep.setObjectName("erase.keep")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.reject)
        erase = Button(_("Erase"), Role.PRIMARY, Icon.TRASH_2)
        erase.setObjectName("erase.now")
        erase.setAutoDefault(False)
        erase.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addStretch(1)
        line.addWidget(self.keep)
        line.addWidget(erase)
        return line


def _consequences(own: Belongings) -> list[str]:
    told = [
        _("This cannot be undone, and Undo will not reach back before it. Nothing goes to the trash."),
        _("Bundles, desks that were kept aside, archives and other files are not touched."),
        _("A mark that tells nothing about them stays, so that an import can say that they were erased."),
    ]
    if own.shared:
        stays = plural(
            "{n} entry is about others too and stays in their history: see whether it names them.",
            "{n} entries are about others too and stay in their history: see whether they name them.",
            own.shared,
        )
        told.insert(0, stays)
    return told
