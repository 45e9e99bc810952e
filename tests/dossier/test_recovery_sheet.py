"""The recovery sheet says what is needed on a bad day."""

import re
from datetime import date
from io import BytesIO

import pytest
import segno
from pypdf import PdfReader

from relationdesk.domain.recovery_code import code_of, groups_of
from relationdesk.dossier.recovery_sheet import RecoverySheet, _squares, sheet_pdf, sheet_png
from relationdesk.language.spelling import spelled
from relationdesk.language.words import Language, speaking

DEEPEST = 12
CODE = code_of(bytes(range(16)))
SHEET = RecoverySheet(CODE, "my.desk", "3f2a 91bc", date(2026, 11, 25))


def text_of(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


@pytest.mark.parametrize("language", Language)
def test_the_sheet_holds_the_code_and_what_it_is_for(language: Language):
    with speaking(language):
        text = text_of(sheet_pdf(SHEET))
        spoken = [" · ".join(spelled(group)) for group in groups_of(CODE)]

    groups = groups_of(CODE)
    assert re.search(r"\s*-\s*".join(groups[:4]) + r"\s*" + r"\s*-\s*".join(groups[4:]), text)
    assert all(words in text for words in spoken)
    assert "my.desk" in text
    assert "3f2a 91bc" in text
    assert {Language.ENGLISH: "25 November 2026", Language.FRENCH: "25 novembre 2026"}[language] in text


def test_a_screen_reader_can_read_the_sheet():
    reader = PdfReader(BytesIO(sheet_pdf(SHEET)))

    assert reader.metadata.title == "Recovery sheet"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert _alternatives(reader.trailer["/Root"]["/StructTreeRoot"]) == ["The recovery code as a QR code"]


def _alternatives(node: object, depth: int = 0) -> list[str]:
    """The texts that stand for what is drawn."""
    if not isinstance(node, dict) or depth > DEEPEST:
        return []
    children = node.get("/K", [])
    found = [str(node["/Alt"])] if "/Alt" in node else []
    for child in children if isinstance(children, list) else [children]:
        found += _alternatives(child.get_object(), depth + 1)
    return found


def test_the_squares_are_the_code():
    *runs, [size] = _squares(CODE)
    drawn = [[False] * size for _row in range(size)]
    for column, row, length in runs:
        assert column + length <= size
        drawn[row][column : column + length] = [True] * length

    assert drawn == [[bool(cell) for cell in row] for row in segno.make(CODE, error="q", micro=False).matrix]


def test_every_letter_of_a_code_can_be_said():
    for language in Language:
        with speaking(language):
            said = spelled("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        assert len(said) == 32
        assert len(set(said)) == 32


def test_the_sheet_can_be_looked_at():
    assert sheet_png(SHEET).startswith(b"\x89PNG")
