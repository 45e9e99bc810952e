"""A new recovery code for an open desk, for whom put the first one off or lost it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.first_pages import code_card
from relationdesk.ui.shell.start_page import WIDTH, way, wrapped
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.label import Look
from relationdesk.work.desks import protection


class RecoveryDialog(QDialog):
    """Says `copied` with the code once the user has it in a safe place; until then the former one is good."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("A new recovery code"))
        self.setObjectName("recovery.dialog")
        self._code = protection.proposed_recovery_code()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(wrapped(_("A new recovery code"), Look.TITLE))
        column.addWidget(
            wrapped(
                _(
                    "It opens the desk when the passphrase is forgotten or the keychain is lost. Write it on "
                    "paper and keep it away from this computer. Once you keep it, a code that you had before "
                    "opens nothing any more."
                ),
                Look.SECONDARY,
            )
        )
        column.addWidget(code_card(self._code, "recovery.code"))
        sure = QCheckBox(_("I have copied it to a safe place"))
        sure.setObjectName("recovery.copied")
        column.addWidget(sure)
        column.addLayout(self._ways(sure))
        self.setFixedWidth(WIDTH + 2 * Space.WIDE)
        sure.setFocus()

    def _ways(self, sure: QCheckBox) -> QHBoxLayout:
        keep = way(_("Keep this code"), "recovery.keep")
        keep.setEnabled(False)
        sure.toggled.connect(keep.setEnabled)
        keep.clicked.connect(self._on_kept)
        copy = way(_("Copy"), "recovery.copy", is_primary=False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._code))
        later = way(_("Later"), "recovery.later", is_primary=False)
        later.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        for button in (keep, copy, later):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        return line

    @Slot()
    def _on_kept(self) -> None:
        self.accept()
        self.copied.emit(self._code)
