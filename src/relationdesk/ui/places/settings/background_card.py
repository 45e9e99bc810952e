"""What goes on while no window is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from relationdesk.language.words import _
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.label import Label, Look


class BackgroundCard(Card):
    """Says `start_chosen` and `stay_chosen` with what the user wants from now on."""

    start_chosen = Signal(bool)
    stay_chosen = Signal(bool)

    def __init__(self, *, has_tray: bool, can_start: bool, parent: QWidget | None = None) -> None:
        super().__init__(_("While the window is closed"), parent=parent)
        told = _(
            "Reminders come as long as RelationDesk runs. In the tray it runs without a window and shows how "
            "many people there are to come back to."
        )
        self._hint(told)
        self._start = self._box(_("Start with the computer, in the tray"), "settings.start")
        self._start.setEnabled(can_start)
        if not can_start:
            self._hint(_("Programs installed this way cannot start with the computer by themselves."))
        self._stay = self._box(_("Stay in the tray when the window is closed"), "settings.stay")
        self._stay.setEnabled(has_tray)
        if not has_tray:
            told = _(
                "This desktop has no tray: RelationDesk starts with its window minimised, and ends when the "
                "window is closed."
            )
            self._hint(told)
        self._start.clicked.connect(self.start_chosen)
        self._stay.clicked.connect(self.stay_chosen)

    def show_state(self, *, stays: bool, starts: bool) -> None:
        """Show what is set."""
        self._stay.setChecked(stays)
        self._start.setChecked(starts)

    def _box(self, words: str, name: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(name)
        self.body.addWidget(box)
        return box

    def _hint(self, words: str) -> None:
        self.body.addWidget(Label(words, Look.HINT, wraps=True))
