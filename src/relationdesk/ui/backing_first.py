"""A backup before something large is done to the desk."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.tasks import Tasks
from relationdesk.work import backups
from relationdesk.work.backups.source import Source, source_of
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.errors import sentence


def back_up_first(tasks: Tasks[Reader, Desk], owner: QObject, then: Callable[[str], None]) -> None:
    """Have everything on the desk in a backup, then go on.

    `then` is told why there is none, in words, or nothing where all is well. A damaged desk is not gone on
    with: that is told as other damage is.
    """

    def back_up(source: Source) -> None:
        tasks.run(
            owner,
            lambda progress: backups.making.back_up_if_behind(source, progress.step),
            lambda _made: then(""),
            lambda error: _go_on_without(tasks, error, then),
        )

    tasks.change(owner, source_of, back_up)


def _go_on_without(tasks: Tasks[Reader, Desk], error: ExpectedError, then: Callable[[str], None]) -> None:
    if isinstance(error, backups.making.MAY_FAIL):
        then(_("No backup was made first. {why}").format(why=sentence(error)))
    else:
        tasks.refused.emit(error)
