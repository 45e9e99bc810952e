"""Work on a desk that nobody has open meanwhile, such as putting another in its place."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from relationdesk.language.words import _
from relationdesk.ui.progress import Step
from relationdesk.ui.shell.start_page import StartPage, way
from relationdesk.ui.shell.starting import Work
from relationdesk.ui.theme.icons import Icon

_PARTS = 1000


@dataclass(frozen=True, slots=True)
class ClosedWork:
    """What is done, in words, and the doing; `done` is told when the desk is open again."""

    told: str
    work: Work
    done: str = ""


class WorkPage(StartPage):
    """How far the work is. Says `cancelled` when the user wants no more of it."""

    cancelled = Signal()

    def __init__(self, told: str, parent: QWidget | None = None, *, title: str = "RelationDesk") -> None:
        super().__init__(Icon.HANDSHAKE, title, told, parent)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(told)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._bar)
        cancel = way(_("Cancel"), "work.cancel", is_primary=False)
        cancel.clicked.connect(self.cancelled)
        self.add_ways(cancel)
        self.lead_back_by(cancel)
        self.setFocusProxy(cancel)

    def show_step(self, step: Step) -> None:
        """Show how far the work is."""
        if step.total:
            self._bar.setRange(0, _PARTS)
            self._bar.setValue(_PARTS * step.done // step.total)
