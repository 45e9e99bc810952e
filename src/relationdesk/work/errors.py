"""One clear sentence for every error of the world: what happened, what was kept, what to do."""

from collections.abc import Callable
from typing import Any

from relationdesk.desk.bundles.errors import BadBundleError, ChangedMeanwhileError, Flaw, NewerBundleError
from relationdesk.desk.errors import (
    AwayDeskError,
    DamagedDeskError,
    DamagedVaultError,
    DeskExistsError,
    FailedMigrationError,
    FullDiskError,
    NothingReadableError,
    OldLibraryError,
    TooNewDeskError,
    UnfitRowError,
    UnfitTextError,
    UnwritableDeskError,
    WrongKeyError,
    WrongSecretError,
)
from relationdesk.domain.errors import EmptyTextError, ExpectedError, NotFoundError, PastDayError
from relationdesk.domain.recovery_code import MistypedCodeError
from relationdesk.domain.repeating import UnfitRuleError
from relationdesk.dossier.errors import TypesettingError
from relationdesk.exchange.archive import BadArchiveError, NewerArchiveError
from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.language.words import _
from relationdesk.system.autostart.door import UnchangedAutostartError
from relationdesk.system.instance import BusyDeskError, UnlockableFolderError
from relationdesk.system.paths import NoHomeError
from relationdesk.work.attachments.errors import TooLargeFileError
from relationdesk.work.backups.sentences import SENTENCES as BACKUP_SENTENCES
from relationdesk.work.desks.errors import (
    KeychainRefusesError,
    LockedDeskError,
    LostDeskError,
    LostVaultError,
    LostWindowError,
    NoDeskError,
    NoProtectionError,
    NotADeskError,
    UnreadablePassphraseError,
)
from relationdesk.work.exports.errors import FullDeskError, WrongEndingError
from relationdesk.work.files import MissingFileError, OwnFileError, UnwritableFileError
from relationdesk.work.follow_ups.errors import AlreadyClosedError
from relationdesk.work.organisations.errors import BackwardPeriodError, TakenOrganisationNameError
from relationdesk.work.people.editing.errors import TakenFieldNameError
from relationdesk.work.people.errors import UnfitPictureError
from relationdesk.work.views.errors import TakenNameError


def sentence(error: ExpectedError) -> str:
    """What to tell the user, in the current language."""
    for kind, say in _SENTENCES.items():
        if isinstance(error, kind):
            return say(error)
    return _("This could not be done. Nothing was changed.")


def _unreadable(error: UnreadableFileError) -> str:
    reasons = {
        Unreadable.MISSING: _("There is no file “{file}”."),
        Unreadable.FOLDER: _("“{file}” is a folder; choose a file in it."),
        Unreadable.NOT_A_FILE: _("“{file}” is not an ordinary file and was not opened."),
        Unreadable.EMPTY: _("“{file}” is empty."),
        Unreadable.TOO_BIG: _("“{file}” is too big to be brought in at once; split it first."),
        Unreadable.TOO_MANY_ROWS: _("“{file}” has too many rows to be brought in at once; split it first."),
        Unreadable.TOO_MANY_COLUMNS: _("“{file}” has too many columns to be a table of people."),
        Unreadable.UNKNOWN_KIND: _("“{file}” is neither a contact card (.vcf) nor a table (.csv)."),
        Unreadable.NO_PERMISSION: _("“{file}” may not be read; check its permissions."),
        Unreadable.READ_FAILED: _("“{file}” could not be read to its end."),
        Unreadable.TOO_SLOW: _("“{file}” took too long to read and was given up."),
        Unreadable.TOO_MUCH_MEMORY: _("“{file}” needs more memory than an import may take."),
        Unreadable.CHILD_DIED: _("Reading “{file}” stopped unexpectedly."),
        Unreadable.CHANGED: _("“{file}” changed while it was read; try again."),
        Unreadable.CANCELLED: _("The import was cancelled."),
    }
    told = reasons[error.reason].format(file=_last_part(error.path))
    return _("{what} Nothing was changed.").format(what=told)


def _bad_bundle(error: BadBundleError) -> str:
    flaws = {
        Flaw.MISSING: _("There is no file “{file}” that can be read."),
        Flaw.EMPTY: _("“{file}” is empty. Nothing was changed."),
        Flaw.NO_BUNDLE: _("“{file}” is not a bundle of a desk. Nothing was changed."),
        Flaw.CUT_OFF: _(
            "The bundle “{file}” is not whole: wait until it has arrived, or copy it again. "
            "Nothing was changed."
        ),
        Flaw.DAMAGED: _("The bundle “{file}” is damaged: copy it again. Nothing was changed."),
        Flaw.OTHER_DESK: _("The bundle “{file}” carries another desk than this one. Nothing was changed."),
        Flaw.WRONG_KEY: _("The desk in the bundle “{file}” does not open with its key. Nothing was changed."),
    }
    return flaws[error.flaw].format(file=error.path.name)


def _last_part(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def _named(text: Callable[[], str]) -> Callable[[Any], str]:
    return lambda error: text().format(file=error.path.name)


_SENTENCES: dict[type[ExpectedError], Callable[[Any], str]] = BACKUP_SENTENCES | {
    NotFoundError: lambda _error: _("This is no longer on the desk; it was deleted meanwhile."),
    AlreadyClosedError: lambda _error: _("This was closed already. Nothing was changed."),
    WrongEndingError: lambda error: _("“{file}” has to end in {ending}.").format(
        file=error.path.name, ending=error.ending
    ),
    TakenNameError: lambda error: _("Another view is called “{name}” already: give it another name.").format(
        name=error.name
    ),
    TakenOrganisationNameError: lambda error: _(
        "Another organisation is called “{name}” already. Nothing was changed."
    ).format(name=error.name),
    BackwardPeriodError: lambda _error: _("It would end before it begins. Nothing was changed."),
    TakenFieldNameError: lambda error: _(
        "Another field is called “{name}” already: give it another name."
    ).format(name=error.name),
    EmptyTextError: lambda _error: _("There is nothing to keep yet: write a few words first."),
    PastDayError: lambda _error: _("Choose a day that lies ahead."),
    UnfitRuleError: lambda _error: _("This is no way to repeat something. Nothing was changed."),
    TooNewDeskError: lambda error: _(
        "This desk was written by a later version of RelationDesk (format {found}, this one knows {known}). "
        "It was left untouched; install the newer version to open it."
    ).format(found=error.found, known=error.known),
    FailedMigrationError: _named(
        lambda: _(
            "The desk “{file}” could not be brought to the format of this version without losing something. "
            "It was left as it is: open it with the version that you had, and tell us."
        )
    ),
    WrongKeyError: lambda _error: _("The key at hand does not open this desk. The desk was left untouched."),
    NothingReadableError: _named(
        lambda: _(
            "Nothing of “{file}” can be read, so that nothing could be saved of it. It was left as it is."
        )
    ),
    DamagedDeskError: _named(
        lambda: _(
            "The desk file “{file}” is damaged and was left as it is. Open the window: it shows what can be "
            "saved and which backup can be put back."
        )
    ),
    DamagedVaultError: _named(
        lambda: _(
            "The file “{file}”, which holds the desk’s locked key, cannot be read. "
            "Put back a copy of it; the desk was left untouched."
        )
    ),
    WrongSecretError: lambda _error: _("This passphrase or recovery code does not open this desk."),
    MistypedCodeError: lambda _error: _(
        "This recovery code has a slip in it: it has seven groups of four characters."
    ),
    OldLibraryError: lambda error: _(
        "The SQLite on this machine ({found}) can damage files; {needed} or later is needed."
    ).format(found=error.found, needed=error.needed),
    DeskExistsError: _named(lambda: _("There is a file “{file}” already. It was left untouched.")),
    AwayDeskError: _named(
        lambda: _(
            "The desk “{file}” is not there any more: its disk was taken out, or its folder moved. Nothing "
            "more is kept until it is back; what you typed stays in its field."
        )
    ),
    UnwritableDeskError: _named(
        lambda: _("The desk “{file}” cannot be written: check the folder and its permissions.")
    ),
    FullDiskError: lambda _error: _("The disk is full. What was there before is unharmed; make room first."),
    UnfitRowError: lambda error: _(
        "The archive does not fit together (table {table}). Nothing was changed."
    ).format(table=error.table),
    NewerArchiveError: _named(
        lambda: _("The archive “{file}” was written by a later version. Nothing was changed.")
    ),
    BadArchiveError: _named(
        lambda: _("“{file}” is not an archive of a desk, or a damaged one. Nothing was changed.")
    ),
    BadBundleError: _bad_bundle,
    NewerBundleError: _named(
        lambda: _("The bundle “{file}” was written by a later version of RelationDesk. Nothing was changed.")
    ),
    ChangedMeanwhileError: lambda _error: _(
        "The desk was changed since the bundle was compared with it. Nothing was taken over; open it again."
    ),
    FullDeskError: lambda _error: _(
        "An archive is a whole desk, and there are people on this one. Read it into a new desk."
    ),
    UnfitPictureError: lambda _error: _(
        "This is no picture that can be opened: choose a JPEG, PNG or WebP file of a usual size. "
        "Nothing was changed."
    ),
    TypesettingError: lambda _error: _("The dossier could not be typeset. Nothing was written."),
    UnreadableFileError: _unreadable,
    OwnFileError: _named(
        lambda: _("“{file}” belongs to a desk and was left untouched; choose another name.")
    ),
    UnwritableFileError: _named(
        lambda: _("“{file}” cannot be written there: check the folder and its permissions.")
    ),
    TooLargeFileError: lambda error: _(
        "“{file}” is larger than {megabytes} MB, the most that a desk keeps of one file. Nothing was added."
    ).format(file=error.path.name, megabytes=error.most // (1024 * 1024)),
    MissingFileError: _named(lambda: _("There is no file “{file}” that can be read.")),
    UnfitTextError: lambda _error: _(
        "The text holds a broken sign that no file can keep. Nothing was changed; take the sign out."
    ),
    NoHomeError: lambda _error: _(
        "This user has no home folder: name a desk with --desk FILE, or set RELATIONDESK_HOME."
    ),
    BusyDeskError: lambda _error: _(
        "The desk is in use by another RelationDesk. Close it there, or try again in a moment."
    ),
    UnlockableFolderError: _named(
        lambda: _("The folder “{file}” of the desk cannot be written: check its permissions.")
    ),
    LostDeskError: _named(
        lambda: _(
            "The desk “{file}” is missing or empty. Put the file back if you have it, or one of its backups; "
            "nothing was created in its place."
        )
    ),
    LostVaultError: _named(
        lambda: _(
            "The vault “{file}.vault” is missing: the small file beside the desk that the passphrase and the "
            "recovery code open. Put it back; the desk was not touched."
        )
    ),
    LockedDeskError: _named(
        lambda: _("The desk “{file}” is locked: give its passphrase with --passphrase-file FILE.")
    ),
    NoDeskError: _named(
        lambda: _("There is no desk “{file}” yet. Open the window once to make it, or name another one.")
    ),
    KeychainRefusesError: lambda _error: _(
        "This computer’s keychain does not keep the desk’s key, or does not answer. Nothing was changed."
    ),
    NotADeskError: lambda error: _(
        "“{file}” is no ordinary file, and so no desk: name the desk file."
    ).format(file=error.path.name or error.path),
    UnreadablePassphraseError: lambda error: _(
        "The passphrase file “{file}” cannot be read, or its first line is empty."
    ).format(file=error.path.name or error.path),
    LostWindowError: lambda _error: _(
        "The window of RelationDesk that was doing this went away before it was done. Look at the desk "
        "before you try again."
    ),
    UnchangedAutostartError: lambda _error: _(
        "This computer did not let it be changed whether RelationDesk starts with it. Nothing was changed."
    ),
    NoProtectionError: lambda _error: _(
        "This machine has no keychain for the desk’s key: choose a passphrase."
    ),
}
