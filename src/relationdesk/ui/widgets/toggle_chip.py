"""A chip that says by a tick whether something is so, and is turned by a click."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.chip import ChipButton, ChipText


class ToggleChip(ChipButton):
    """Says `turned` with what is so from now on, and only when the user turned it."""

    turned = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        self._words = words
        super().__init__(ChipText(words), parent)
        self.setCheckable(True)
        self.toggled.connect(self._show)
        self.clicked.connect(self.turned)

    @Slot(bool)
    def _show(self, is_so: bool) -> None:  # noqa: FBT001 - Qt's
        self.show_chip(ChipText(self._words, Tone.ACCENT, Icon.CHECK) if is_so else ChipText(self._words))
