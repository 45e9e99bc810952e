"""Whether the desk lies where it is safe, and what can be done when it does not."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from relationdesk.domain.clock import Clock
from relationdesk.language.words import _
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.after_painting import AfterPainting
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.desks.machine import DeskFiles

if TYPE_CHECKING:
    from relationdesk.ui.places.settings.computers_page import ComputersPage
    from relationdesk.ui.places.settings.place import SettingsPlace
    from relationdesk.work.desks.location import Whereabouts


class DeskFolder(QObject):
    """Looks once the window is painted; a line above the places says so when a service copies the desk about.

    Settings has a page that tells the same, and that leads to other computers.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: Tasks[Reader, Desk],
        clock: Clock,
        remembered: Remembered,
        files: DeskFiles,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._clock = clock
        self._remembered = remembered
        self._files = files
        self._found: Whereabouts | None = None
        self._page: ComputersPage | None = None
        self._is_put_away = False
        window.today.shown.connect(self._on_first_shown)
        window.rebuilt.connect(self._show)
        window.settings_made.connect(self._on_settings_made)

    def move_to(self, to: DeskFiles) -> None:
        """Move the desk, which is closed for it and opened again there."""
        from relationdesk.ui.shell.closed_work import ClosedWork  # noqa: PLC0415 - rare, kept off the start
        from relationdesk.ui.shell.starting import StepTold  # noqa: PLC0415 - see above
        from relationdesk.work.desks import location  # noqa: PLC0415 - see above

        def ask(source: location.Source) -> None:
            def moved(step: StepTold) -> Desk:
                return location.move(source, to, self._clock, step)

            told = _("The desk lies in {folder} now; the former one stays where it was, under another name")
            done = told.format(folder=to.desk.parent)
            self._window.closing_asked.emit(ClosedWork(_("Moving the desk…"), moved, done))

        self._tasks.change(self, location.source_of, ask)

    @Slot()
    def _on_first_shown(self) -> None:
        self._window.today.shown.disconnect(self._on_first_shown)
        AfterPainting(self._window, self._look)

    def _look(self) -> None:
        from relationdesk.work.desks import location  # noqa: PLC0415 - not before first paint

        self._tasks.run(self, lambda _progress: location.whereabouts(self._files), self._on_found)

    def _on_found(self, found: "Whereabouts") -> None:
        self._found = found
        self._show()
        self._show_page()

    @Slot()
    def _show(self) -> None:
        found = self._found
        if found is None or found.service is None or self._is_put_away:
            return
        if self._remembered.is_quiet_about(self._files.desk):
            return
        told = _("{service} copies the folder of your desk to other computers, which can damage the desk.")
        from relationdesk.ui.shell.quiet_bar import QuietBar  # noqa: PLC0415 - most starts show none

        bar = QuietBar(told.format(service=found.service), _("What can be done"), "folder.offer", may_go=True)
        bar.acted.connect(self.offer)
        bar.went.connect(self._on_put_away)
        self._window.frame.add_bar(bar)
        bar.offer()

    @Slot()
    def _on_put_away(self) -> None:
        self._is_put_away = True

    @Slot()
    def offer(self) -> None:
        """Say what can go wrong, and what can be done."""
        from relationdesk.ui.places.bundles.folder_dialog import FolderDialog  # noqa: PLC0415 - rare

        if self._found is None or self._found.service is None:
            return
        dialog = FolderDialog(self._found, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.move_asked.connect(self._on_move_asked)
        dialog.bundle_asked.connect(self._window.bundles.take_along)
        dialog.quiet_asked.connect(self._on_quiet_asked)
        dialog.open()

    @Slot()
    def _on_move_asked(self) -> None:
        if self._found is not None and self._found.safe is not None:
            self.move_to(self._found.safe)
            return
        dialog = QFileDialog(self._window, _("Choose a folder that stays on this computer"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def choose(self, folder: Path) -> None:
        """Move the desk to a folder, if no service copies that one about too."""
        from relationdesk.work.desks import location  # noqa: PLC0415 - rare, kept off the start

        self._tasks.run(self, lambda _progress: location.safe_place(self._files, folder), self._on_chosen)

    def _on_chosen(self, to: DeskFiles | None) -> None:
        if to is not None:
            self.move_to(to)
        else:
            self._window.say(_("A service copies that folder to other computers too; choose another one"))

    @Slot()
    def _on_quiet_asked(self) -> None:
        self._remembered.be_quiet_about(self._files.desk)

    @Slot(object)
    def _on_settings_made(self, place: "SettingsPlace") -> None:
        from relationdesk.ui.places.settings.computers_page import ComputersPage  # noqa: PLC0415 - rare

        page = self._page = ComputersPage()
        place.add_page(page)
        page.take_along_asked.connect(self._window.bundles.take_along)
        page.bring_back_asked.connect(self._window.bundles.bring_back)
        page.move_asked.connect(self.offer)
        self._show_page()

    def _show_page(self) -> None:
        if self._page is not None and self._found is not None:
            self._page.show_place(self._files.desk, self._found.service)
