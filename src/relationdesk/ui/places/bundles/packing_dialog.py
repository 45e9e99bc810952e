"""The desk is packed into a bundle."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _, plural
from relationdesk.ui.places.bundles.quiet_pages import AskingPage, WaitingPage
from relationdesk.ui.progress import Progress
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.work.bundles import carrying
from relationdesk.work.bundles.carrying import Departure
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.errors import sentence

_SIZE = (560, 340)


class PackingDialog(QDialog):
    """Says `said` in words when the bundle is written; `another_asked` is for choosing another place."""

    said = Signal(str)
    another_asked = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bundle.packing")
        self.setWindowTitle(_("Take this desk to another computer"))
        self._tasks = tasks
        self._asked: Asked | None = None
        self._is_left = False
        self.waiting = WaitingPage()
        self.waiting.cancelled.connect(self.reject)
        self.refusal = AskingPage(
            Icon.TRIANGLE_ALERT, _("Choose another place…"), _("Close"), "bundle.unpacked"
        )
        self.refusal.agreed.connect(self._on_another)
        self.refusal.declined.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget()
        for page in (self.waiting, self.refusal):
            self._pages.addWidget(page)
        column.addWidget(self._pages)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.resize(*_SIZE)

    def write(self, path: Path) -> None:
        """Pack the desk as it is now."""
        self.waiting.begin(_("Packing the desk into “{file}”…").format(file=path.name))
        self._tasks.change(self, carrying.depart, partial(self._pack, path), self._on_refused)

    def _pack(self, path: Path, departure: Departure) -> None:
        if self._is_left:
            return

        def pack(progress: Progress) -> int:
            return carrying.take_along(departure, path, progress.step)

        self._asked = self._tasks.run(
            self,
            pack,
            partial(self._on_written, path),
            self._on_refused,
            progressed=self.waiting.show_step,
        )

    def _on_written(self, path: Path, people: int) -> None:
        told = plural(
            "The desk with {n} person is in {file}; open it on the other computer",
            "The desk with {n} people is in {file}; open it on the other computer",
            people,
            file=path.name,
        )
        self.said.emit(told)
        self.accept()

    def _on_refused(self, error: ExpectedError) -> None:
        self.refusal.ask(_("The desk could not be packed"), sentence(error))
        self._pages.setCurrentWidget(self.refusal)

    def _on_another(self) -> None:
        self.reject()
        self.another_asked.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._is_left = True
            if self._asked is not None:
                self._asked.cancel()
