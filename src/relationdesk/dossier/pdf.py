"""A dossier as a typeset PDF, or as pictures of its pages; the same dossier gives the same bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import typst

from relationdesk.dossier.content import Dossier, Face
from relationdesk.dossier.errors import NoLayoutError, TypesettingError
from relationdesk.dossier.typesetting import TAGGED, typeset
from relationdesk.dossier.wording import worded

_LAYOUTS = {Face.INTERNAL: "internal.typ"}
_PICTURE_STARTS = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF")


class Paper(StrEnum):
    """The sheet a document is set on, by the name that typst gives it."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A PDF file; `plain` when it lacks the tags that a screen reader and an archive need."""

    content: bytes
    plain: bool


def pdf_of(dossier: Dossier, *, paper: Paper = Paper.A4) -> PdfResult:
    """The dossier in the current language as a tagged PDF (PDF/UA-1 and PDF/A-2a), else a plain one.

    A picture that cannot be set is replaced by the initials.

    Raises:
        NoLayoutError: its face has no layout for paper.
        TypesettingError: not even a plain PDF could be made.
    """
    refusal = ""
    for standards, picture in _attempts(dossier.person.picture):
        try:
            content = _compiled(dossier, paper, picture, format="pdf", pdf_standards=standards)
        except typst.TypstError as error:
            refusal = error.message
        else:
            return PdfResult(content, plain=not standards)
    raise TypesettingError(refusal)


def pages_as_png(dossier: Dossier, *, paper: Paper = Paper.A4, dots_per_inch: int = 100) -> tuple[bytes, ...]:
    """Each page as a PNG picture, for a preview.

    Raises:
        NoLayoutError: its face has no layout for paper.
        TypesettingError: the pages could not be set.
    """
    refusal = ""
    for _standards, picture in _attempts(dossier.person.picture):
        try:
            pages = _compiled(dossier, paper, picture, format="png", ppi=dots_per_inch)
        except typst.TypstError as error:
            refusal = error.message
        else:
            return (pages,) if isinstance(pages, bytes) else tuple(pages)
    raise TypesettingError(refusal)


def _attempts(picture: bytes | None) -> Iterator[tuple[list[str], bytes | None]]:
    """What to try in turn: tags matter more than the picture, the text more than the tags."""
    for standards in (TAGGED, []):
        if picture is not None:
            yield standards, picture
        yield standards, None


def _compiled(dossier: Dossier, paper: Paper, picture: bytes | None, **how: Any) -> Any:
    if dossier.face not in _LAYOUTS:
        raise NoLayoutError(dossier.face)
    words = worded(dossier) | {"paper": paper.value}
    shown = picture if picture and picture.startswith(_PICTURE_STARTS) else b""
    return typeset(_LAYOUTS[dossier.face], words, dossier.made_on, picture=shown, **how)
