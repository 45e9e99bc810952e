"""What the menu starts with bundles: the desk goes to another computer, and comes back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.language.words import _
from relationdesk.ui.shell.starting import StepTold
from relationdesk.ui.tasks import Tasks
from relationdesk.work import bundles
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.work.bundles.bringing import Visit

SUFFIX = "reldesk"


class BundleFlows(QObject):
    """Says what happened by `said`, and `closing_asked` with work for which the desk has to be closed."""

    said = Signal(str)
    closing_asked = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, window: QWidget, *, is_sample: bool) -> None:
        super().__init__(window)
        self._is_sample = is_sample
        self._tasks = tasks
        self._clock = clock
        self._window = window

    @property
    def is_possible(self) -> bool:
        """Whether this desk goes anywhere: one of invented people is thrown away."""
        return not self._is_sample

    @Slot()
    def take_along(self) -> None:
        """Ask where the bundle goes, and write it."""
        from relationdesk.ui.places.bundles.wording import file_name  # noqa: PLC0415 - rare, kept off the start

        dialog = self._dialog(_("Take this desk to another computer"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(f"{file_name(self._clock.now().astimezone(self._clock.zone()))}.{SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.pack(Path(name)))
        dialog.open()

    def pack(self, path: Path) -> None:
        """Write a bundle of the desk as it is now."""
        from relationdesk.ui.places.bundles.packing_dialog import PackingDialog  # noqa: PLC0415 - see above

        dialog = PackingDialog(self._tasks, self._window)
        dialog.said.connect(self.said)
        dialog.another_asked.connect(self.take_along)
        _open(dialog)
        dialog.write(path)

    @Slot()
    def bring_back(self) -> None:
        """Ask which bundle comes back, and show what changed."""
        dialog = self._dialog(_("Bring a bundle back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.look_into(Path(name)))
        dialog.open()

    def look_into(self, path: Path) -> None:
        """Show what changed on each side."""
        from relationdesk.ui.places.bundles.return_dialog import ReturnDialog  # noqa: PLC0415 - see above

        dialog = ReturnDialog(self._tasks, self._window)
        dialog.said.connect(self.said)
        dialog.another_asked.connect(self.bring_back)
        dialog.whole_wanted.connect(self._on_whole_wanted)
        _open(dialog)
        dialog.read(path)

    @Slot(object)
    def _on_whole_wanted(self, visit: "Visit") -> None:
        from relationdesk.ui.shell.closed_work import ClosedWork  # noqa: PLC0415 - see above

        def replaced(step: StepTold) -> Desk:
            return bundles.bringing.put_in_place(visit, self._clock, step)

        told = _("Putting the desk of the bundle in place…")
        done = _("The desk of the bundle is in place; the former one is kept beside it")
        self.closing_asked.emit(ClosedWork(told, replaced, done))

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(_("Bundles of a desk ({pattern})").format(pattern=f"*.{SUFFIX}"))
        return dialog


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
