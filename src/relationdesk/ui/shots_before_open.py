"""Pictures of the pages before a desk is open: one that is locked, one that is gone, one that is damaged."""

import shutil
from collections.abc import Callable
from pathlib import Path

from relationdesk.domain.clock import FixedClock
from relationdesk.ui.shell.lock_pages import UnlockPage
from relationdesk.ui.shell.rescue_pages import RescuePage
from relationdesk.ui.shell.start_page import StartPage
from relationdesk.work import backups
from relationdesk.work.backups.source import source_of
from relationdesk.work.desks import Desk
from relationdesk.work.desks.machine import DeskFiles
from relationdesk.work.desks.rescue import Plight, Rescue

Pages = dict[str, Callable[[], StartPage]]
_HARMED = slice(4096 * 40 + 100, 4096 * 40 + 300)


def pages_before_open(desk: Desk, clock: FixedClock, folder: Path) -> Pages:
    """The pages by the names of their pictures; a copy of the desk in `folder` is harmed for it."""
    gone = Rescue(_copied(desk, folder / "gone"), desk.key, clock)
    gone.files.desk.unlink()
    damaged = Rescue(_copied(desk, folder / "damaged"), desk.key, clock)
    content = bytearray(damaged.files.desk.read_bytes())
    content[_HARMED] = bytes(_HARMED.stop - _HARMED.start)
    damaged.files.desk.write_bytes(content)
    plights = {"gone": gone.look(), "damaged": damaged.look()}
    rescues = {name: _rescue(plight) for name, plight in plights.items()}
    return {"locked": lambda: UnlockPage(has_passphrase=True), **rescues}


def _rescue(plight: Plight) -> Callable[[], StartPage]:
    return lambda: RescuePage(plight)


def _copied(desk: Desk, folder: Path) -> DeskFiles:
    """A desk as its newest backup has it, with all its backups, in a folder of its own."""
    newest = backups.queries.backups(source_of(desk))[0].path
    folder.mkdir()
    shutil.copytree(newest.parent, folder / newest.parent.name)
    files = DeskFiles(folder / desk.files.desk.name)
    shutil.copy(newest, files.desk)
    shutil.copy(desk.files.vault, files.vault)
    return files
