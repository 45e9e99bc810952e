"""What is said when a backup cannot be made or restored from."""

from collections.abc import Callable
from typing import Any

from relationdesk.desk.backups.errors import (
    BackupFailedError,
    NewerBackupError,
    OpenElsewhereError,
    Unfit,
    UnfitBackupError,
    UnwritableBackupError,
)
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.work.backups.second_folder import NoSecondFolderError


def _unfit(error: UnfitBackupError) -> str:
    reasons = {
        Unfit.MISSING: _("There is no backup “{file}” that can be read."),
        Unfit.EMPTY: _("“{file}” is empty; it is no backup."),
        Unfit.PLAIN: _("“{file}” is an unencrypted database, not a backup of a desk."),
        Unfit.WRONG_KEY: _("“{file}” is no backup, or one that this key does not open."),
        Unfit.NO_VAULT: _("“{file}” cannot be unlocked without its vault: put “{file}.vault” beside it."),
        Unfit.OTHER_DESK: _(
            "“{file}” is a backup of another desk. To restore it, name a desk file that is not there yet."
        ),
        Unfit.DESK_ITSELF: _("“{file}” is the desk itself; choose one of its backups."),
        Unfit.NO_DESK: _("“{file}” does not hold what a desk holds."),
        Unfit.DAMAGED: _("The backup “{file}” is damaged; choose an older one."),
    }
    told = reasons[error.reason].format(file=error.path.name)
    return _("{what} Nothing was changed.").format(what=told)


SENTENCES: dict[type[ExpectedError], Callable[[Any], str]] = {
    NewerBackupError: lambda error: _(
        "This backup was written by a later version of RelationDesk (format {found}, this one knows "
        "{known}). Install the newer version to restore it; nothing was changed."
    ).format(found=error.found, known=error.known),
    UnfitBackupError: _unfit,
    BackupFailedError: lambda _error: _(
        "A backup was made and did not prove good, so it was thrown away. The older backups are unharmed; "
        "check the disk."
    ),
    UnwritableBackupError: lambda error: _(
        "No backup can be written to the folder “{file}”: check that it is there, and its permissions."
    ).format(file=error.path.name),
    OpenElsewhereError: lambda error: _(
        "The desk “{file}” is being read by another program at the moment. Nothing was changed; try again."
    ).format(file=error.path.name),
    NoSecondFolderError: lambda _error: _(
        "This is the folder of the desk’s own backups. Choose one on another disk or a stick."
    ),
}
"""Sentences by the kind of error; a subclass comes before what it is a kind of."""
