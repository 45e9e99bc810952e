"""The recovery sheet: a page with the recovery code, to be printed and kept away from the computer."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import segno
import typst

from relationdesk.domain.recovery_code import groups_of
from relationdesk.dossier.errors import TypesettingError
from relationdesk.dossier.pdf import Paper
from relationdesk.dossier.typesetting import TAGGED, typeset
from relationdesk.language.dates import long_day
from relationdesk.language.spelling import spelled
from relationdesk.language.words import _, current_language

_LAYOUT = "recovery-sheet.typ"


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the sheet; `desk_mark` is the beginning of the desk's identity."""

    code: str = field(repr=False)
    desk_name: str
    desk_mark: str
    made_on: date


def sheet_pdf(sheet: RecoverySheet, *, paper: Paper = Paper.A4) -> bytes:
    """The sheet in the current language, as a PDF that a screen reader can read; no file holds it meanwhile.

    Raises:
        TypesettingError: it could not be set.
    """
    try:
        content: bytes = typeset(
            _LAYOUT, _worded(sheet, paper), sheet.made_on, format="pdf", pdf_standards=TAGGED
        )
    except typst.TypstError as error:
        raise TypesettingError(error.message) from error
    return content


def sheet_png(sheet: RecoverySheet, *, dots_per_inch: int = 100) -> bytes:
    """The sheet as a picture.

    Raises:
        TypesettingError: it could not be set.
    """
    try:
        content: bytes = typeset(
            _LAYOUT, _worded(sheet, Paper.A4), sheet.made_on, format="png", ppi=dots_per_inch
        )
    except typst.TypstError as error:
        raise TypesettingError(error.message) from error
    return content


def _worded(sheet: RecoverySheet, paper: Paper) -> dict[str, Any]:
    return {
        "language": current_language().value,
        "paper": paper.value,
        "title": _("Recovery sheet"),
        "program": "RelationDesk",
        "what": _(
            "This code opens the desk when its passphrase is forgotten or the keychain of the computer is "
            "lost. Whoever has it, and a copy of the desk, can read all of it."
        ),
        "code_title": _("Recovery code"),
        "groups": groups_of(sheet.code),
        "spoken_title": _("To be read aloud"),
        "spoken": [{"group": group, "words": " · ".join(spelled(group))} for group in groups_of(sheet.code)],
        "squares": _squares(sheet.code),
        "squares_alt": _("The recovery code as a QR code"),
        "facts": [
            {"name": _("Desk"), "value": sheet.desk_name},
            {"name": _("Its mark"), "value": sheet.desk_mark},
            {"name": _("Made on"), "value": long_day(sheet.made_on)},
        ],
        "how_title": _("How to use it"),
        "how": [
            _("Open RelationDesk. Where it asks for the passphrase, choose “Use the recovery code”."),
            _("Type the code. Capitals, spaces and dashes do not matter; O counts as 0, I and L as 1."),
            _(
                "On another computer, put the desk file there first, with its vault (the small .vault file) "
                "beside it, or a backup, which has both."
            ),
        ],
        "keep_title": _("Where to keep it"),
        "keep": [
            _("On paper, away from the computer: at home in a folder, or with somebody you trust."),
            _("Delete the file that you printed it from; photographs of it end up in clouds."),
            _("A new recovery code makes this sheet void, except for backups made before."),
        ],
    }


def _squares(code: str) -> list[list[int]]:
    """The dark runs of the QR code: column, row and length of each, and last of all its size."""
    matrix = segno.make(code, error="q", micro=False).matrix
    runs: list[list[int]] = []
    for row, cells in enumerate(matrix):
        start = None
        for column, dark in enumerate([*cells, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                runs.append([start, row, column - start])
                start = None
    return [*runs, [len(matrix)]]
