"""A dossier as a typeset PDF, or as pictures of its pages, by typst.

The words reach typst as data and are never part of a source text, so nothing in them can run.
Only the bundled fonts are used and the clock stands at noon of the day the dossier was made on:
the same dossier gives the same bytes.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from relationdesk.dossier.content import Dossier, Face
from relationdesk.dossier.errors import NoLayoutError, TypesettingError
from relationdesk.dossier.legible import breakable, legible
from relationdesk.dossier.wording import worded
from relationdesk.language.resources import resource

_SHARED = "page.typ"
_LAYOUTS = {Face.INTERNAL: "internal.typ"}
_TAGGED: list[str] = ["a-2a", "ua-1"]
_PICTURE_STARTS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"RIFF": "webp"}
_VERBATIM = {"href", "language", "is"}


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
    for standards in (_TAGGED, []):
        if picture is not None:
            yield standards, picture
        yield standards, None


def _compiled(dossier: Dossier, paper: Paper, picture: bytes | None, **how: Any) -> Any:
    if dossier.face not in _LAYOUTS:
        raise NoLayoutError(dossier.face)
    layout = _LAYOUTS[dossier.face]
    with TemporaryDirectory(prefix="dossier-") as folder:  # made with mode 0700
        root = Path(folder)
        for template in (layout, _SHARED):
            shutil.copyfile(resource("dossier", template), root / template)
        words = _settable(worded(dossier)) | {"picture": _placed(picture, root), "paper": paper.value}
        return typst.compile(
            root / layout,
            root=root,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"words": json.dumps(words)},
            timestamp=datetime.combine(dossier.made_on, time(12), UTC),
            **how,
        )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[resource("fonts")]
    )


def _placed(picture: bytes | None, root: Path) -> str:
    """The name of the picture's file below `root`, or nothing when it is no picture."""
    kinds = [kind for start, kind in _PICTURE_STARTS.items() if (picture or b"").startswith(start)]
    if picture is None or not kinds:
        return ""
    name = f"picture.{kinds[0]}"
    (root / name).write_bytes(picture)
    return name


def _settable(words: Any) -> Any:
    """`words` with every text in them legible, and breakable where it is too long for a line."""
    if isinstance(words, str):
        return breakable(legible(words))
    if isinstance(words, list):
        return [_settable(each) for each in words]
    if isinstance(words, dict):
        return {key: each if key in _VERBATIM else _settable(each) for key, each in words.items()}
    return words
