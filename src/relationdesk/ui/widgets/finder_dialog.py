"""Asking which one is meant, found while typing, before anything is done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.finder import Finder
from relationdesk.ui.widgets.label import Label, Look

_WIDTH, _HEIGHT = 440, 350


class FinderDialog(QDialog):
    """Says `taken` with the one that is taken, and closes. Whoever makes it shows its `finder` with `ask`."""

    taken = Signal(object)
    finder: Finder

    def ask(self, finder: Finder, question: str, told: str) -> None:
        """Ask for one with a `finder`, below a question and what is told with it."""
        self.finder = finder
        self.setFixedSize(_WIDTH, _HEIGHT)
        finder.taken.connect(self._on_taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.SMALL)
        column.addWidget(Label(question, Look.TITLE, wraps=True))
        column.addWidget(Label(told, Look.SECONDARY, wraps=True))
        column.addWidget(finder.field)
        column.addWidget(finder.rows)
        column.addStretch(1)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(cancel)
        column.addLayout(ways)

    def _on_taken(self, one: object, _name: str) -> None:
        self.accept()
        self.taken.emit(one)
