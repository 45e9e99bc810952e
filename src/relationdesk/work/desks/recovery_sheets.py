"""The recovery sheet: a page with the recovery code that lies only where the user puts it."""

from pathlib import Path

from relationdesk.desk.desk import Desk
from relationdesk.desk.files import write_whole
from relationdesk.dossier.recovery_sheet import RecoverySheet, sheet_pdf
from relationdesk.work.files import writing

__all__ = ["RecoverySheet", "sheet_of", "write_sheet"]

_MARK = 8


def sheet_of(desk: Desk, code: str) -> RecoverySheet:
    """What stands on the sheet of a desk that `code` opens, or is to open.

    Raises:
        DamagedVaultError: the vault cannot be read.
    """
    mark = desk.vault.desk_id[:_MARK]
    return RecoverySheet(code, desk.path.name, f"{mark[: _MARK // 2]} {mark[_MARK // 2 :]}", desk.today())


def write_sheet(sheet: RecoverySheet, path: Path) -> None:
    """Write the sheet as a PDF, in the current language; nothing of it is in any other file.

    Raises:
        TypesettingError: the page could not be set.
        UnwritableFileError, OwnFileError, FullDiskError: it cannot be written; what was there is as it was.
    """
    content = sheet_pdf(sheet)
    with writing(path):
        write_whole(path, content)
