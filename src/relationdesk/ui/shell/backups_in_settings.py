"""The page of Settings for backups, and what it asks of the window."""

from pathlib import Path

from relationdesk.language.words import _
from relationdesk.ui.places.settings.backups_page import BackupsPage
from relationdesk.ui.places.settings.place import SettingsPlace
from relationdesk.ui.shell.backing import Backing
from relationdesk.ui.shell.closed_work import ClosedWork
from relationdesk.ui.shell.starting import StepTold
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.tasks import Tasks
from relationdesk.work import backups
from relationdesk.work.backups.source import Source
from relationdesk.work.desks import Desk, Reader


def join(
    backing: Backing, source: Source, place: SettingsPlace, window: MainWindow, tasks: Tasks[Reader, Desk]
) -> None:
    """Give Settings the page; it and the backing hear of each other as long as both are there."""
    page = BackupsPage(tasks, source, source.clock)
    place.add_page(page)
    page.make_asked.connect(backing.make)
    page.cancel_asked.connect(backing.cancel)
    page.restore_asked.connect(lambda path: window.closing_asked.emit(_restoring(source, path)))
    backing.stepped.connect(page.show_step)
    backing.changed.connect(page.show_state)
    page.show_state(backing.state)


def _restoring(source: Source, backup: Path) -> ClosedWork:
    def restored(step: StepTold) -> Desk:
        return backups.restoring.bring_back_and_open(source, backup, step)

    done = _("The desk is as it was then; the one of before is kept beside it")
    return ClosedWork(_("Restoring the desk…"), restored, done)
