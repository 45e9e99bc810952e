"""The question before a whole desk is restored, which says exactly what goes and what stays."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.language.words import _
from relationdesk.ui.places.settings.backup_words import counts_text, holds_text, made_text
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.backups.queries import Counts, Holdings

_WIDTH = 440


class RestoreDialog(QDialog):
    """Accepted by whoever is sure; Enter keeps, for Undo does not reach back over it."""

    def __init__(self, held: Holdings, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restore.dialog")
        self.setWindowTitle(_("Restore the whole desk"))
        moment = made_text(held, clock.zone())
        self._present = _line("", Look.BODY)
        self._present.setObjectName("restore.present")
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(_line(_("Restore the whole desk?"), Look.TITLE))
        then = _("It will hold again what it held on {moment}: {what}.")
        column.addWidget(_line(then.format(moment=moment, what=holds_text(held)), Look.BODY))
        column.addWidget(self._present)
        stays = _(
            "What was changed since that moment is no longer on the desk. The desk as it is now is kept "
            "beside it in a file of its own, and in a backup that is made first. Undo does not reach back "
            "over it."
        )
        column.addWidget(_line(stays, Look.SECONDARY))
        column.addSpacing(Space.SMALL)
        column.addLayout(self._ways())

    def show_present(self, now: Counts) -> None:
        """Say what the desk holds now."""
        self._present.setText(_("Now it holds: {what}.").format(what=counts_text(now.people, now.entries)))

    def _ways(self) -> QHBoxLayout:
        keep = Button(_("Leave it as it is"))
        keep.setObjectName("restore.keep")
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        sure = Button(_("Restore"), Role.PRIMARY)
        sure.setObjectName("restore.sure")
        sure.setAutoDefault(False)
        sure.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addStretch(1)
        line.addWidget(keep)
        line.addWidget(sure)
        return line


def _line(text: str, look: Look) -> Label:
    label = Label(text, look, wraps=True)
    label.setFixedWidth(_WIDTH)
    return label
