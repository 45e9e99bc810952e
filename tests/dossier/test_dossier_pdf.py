import io
import struct
import tempfile
import zlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from relationdesk.domain.card import ContactEntry
from relationdesk.domain.vocabulary import ContactKind, InteractionKind
from relationdesk.dossier import typesetting
from relationdesk.dossier.content import Face, HistoryEntry, PersonHead, Reach
from relationdesk.dossier.errors import NoLayoutError, TypesettingError
from relationdesk.dossier.pdf import Paper, pages_as_png, pdf_of
from relationdesk.language.resources import resource
from relationdesk.language.words import Language, speaking

needs_french = pytest.mark.skipif(
    not resource("translations", "fr.mo").is_file(), reason="the French catalogue is not built yet"
)


def reader_of(dossier, **how):
    return PdfReader(io.BytesIO(pdf_of(dossier, **how).content))


def text_of(dossier):
    """The words of a document with single spaces, as far as they stand on their lines."""
    return " ".join(" ".join(page.extract_text() for page in reader_of(dossier).pages).split())


def png(width=4, height=4):
    """A grey picture, made by hand."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\x00" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def test_a_whole_dossier_can_be_read_back(lea):
    text = text_of(lea)

    for part in (
        "Camille Ferrand",
        "Léa Marchetti",
        "introduced by Noor Benali",
        "lea@trails.example",
        "Scripts and approved wording",
        "Honest tests, in the rain if possible",
        "Exclusive for Salto in running shoes until 31 January 2027.",
        "€1,250.50",
        "Wants to test in the rain, not on a treadmill.",
        "(https://trails.example/journal/night)",
        "I would rather run less and mean it.",
        "The trail shoes, size 39 due 20 November 2026, 4 days late",
        "4 December 2026, 17:00",
        "Internal brief · 24 November 2026 · Private Page 1 of 3",
    ):
        assert part in text


def test_a_screen_reader_finds_tags_a_title_and_the_language(lea):
    result = pdf_of(lea)
    reader = PdfReader(io.BytesIO(result.content))
    catalogue = reader.trailer["/Root"]

    assert not result.plain
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/Lang"] == "en"
    assert reader.metadata.title == "Internal brief: Léa Marchetti"
    assert b"pdfuaid" in catalogue["/Metadata"].get_data()


@needs_french
def test_a_french_dossier_is_french(lea):
    with speaking(Language.FRENCH):
        reader = reader_of(lea)

    assert reader.trailer["/Root"]["/Lang"] == "fr"
    assert "24 novembre 2026" in reader.pages[0].extract_text()


def test_the_same_dossier_gives_the_same_bytes(lea):
    assert pdf_of(lea).content == pdf_of(lea).content


def test_a_name_alone_makes_one_page_without_empty_parts(nameonly):
    reader = reader_of(nameonly)

    assert len(reader.pages) == 1
    assert reader.pages[0].extract_text().split("\n")[:3] == ["Internal brief", "Noor Benali", "NB"]


@pytest.mark.parametrize(
    "text",
    [
        "#let x = 1",
        "$x$ + @ref <label>",
        "<b>x</b> &amp;",
        "{0} %s {page}",
        "// x /* y */",
        "= y \\ z",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 ok",
    ],
)
def test_hostile_text_is_printed_as_it_is(nameonly, text):
    entry = HistoryEntry(date(2026, 1, 2), InteractionKind.NOTE, f"T {text}", f"N {text}", (f"P {text}",))
    result = pdf_of(replace(nameonly, person=PersonHead(f"A {text}"), history=(entry,)))
    read = PdfReader(io.BytesIO(result.content)).pages[0].extract_text()

    assert not result.plain
    for part in "ATNP":
        assert f"{part} {text}" in read


@pytest.mark.parametrize(
    "name",
    [
        "x\u202eevil",
        "e" + "\u0301" * 10_000,
        "\ud800",
        "\x00\x07",
        "北京",
        "",
        " ",
        "👨\u200d👩\u200d👧\u200d👦 🇫🇷 ❤️ 1️⃣",
        "\u0301",
        "'; DROP TABLE",
    ],
)
def test_no_name_keeps_a_dossier_from_being_tagged(nameonly, name):
    entry = HistoryEntry(date(2026, 1, 2), InteractionKind.NOTE, name, name)
    reach = Reach((ContactEntry(ContactKind.EMAIL, name),))

    assert not pdf_of(replace(nameonly, person=PersonHead(name), reach=reach, history=(entry,))).plain


def test_a_word_of_ten_thousand_letters_stays_on_the_paper(nameonly):
    endless = "x" * 10_000
    reach = Reach((ContactEntry(ContactKind.LINK, f"https://{endless}"),))
    reader = reader_of(replace(nameonly, person=PersonHead(endless), reach=reach))

    assert all(page.extract_text().count("x") < 10_000 for page in reader.pages)
    assert sum(page.extract_text().count("x") for page in reader.pages) >= 20_000


def test_a_history_of_five_thousand_entries_flows_over_its_pages(nameonly):
    entries = tuple(
        HistoryEntry(
            date(2026, 11, 1) - timedelta(day), InteractionKind.CALL, f"Call {day}", "Talked for long."
        )
        for day in range(5_000)
    )
    reader = reader_of(replace(nameonly, history=entries))

    assert "Call 0" in reader.pages[0].extract_text()
    assert "Call 4999" in reader.pages[-1].extract_text()


def test_a_picture_is_set_and_described(nameonly):
    result = pdf_of(replace(nameonly, person=PersonHead("Noor", picture=png())))
    reader = PdfReader(io.BytesIO(result.content))

    assert not result.plain
    assert len(reader.pages[0].images) == 1


@pytest.mark.parametrize("picture", [b"", b"<svg/>", b"\x89PNG broken", b"\xff\xd8\xff", b"RIFFxxxx"])
def test_a_broken_picture_gives_way_to_the_initials(nameonly, picture):
    result = pdf_of(replace(nameonly, person=PersonHead("Noor Benali", picture=picture)))

    assert not result.plain
    assert "NB" in PdfReader(io.BytesIO(result.content)).pages[0].extract_text()


def test_the_sheet_can_be_letter(nameonly):
    assert reader_of(nameonly, paper=Paper.LETTER).pages[0].mediabox[2:] == [612, 792]
    assert round(float(reader_of(nameonly).pages[0].mediabox[2])) == 595


def test_the_preview_has_a_picture_for_each_page(lea):
    pages = pages_as_png(lea, dots_per_inch=40)

    assert len(pages) == len(reader_of(lea).pages)
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_nothing_is_left_in_temporary_folders(lea, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    pdf_of(replace(lea, person=PersonHead("Noor", picture=png())))

    assert list(tmp_path.iterdir()) == []


def test_neither_words_nor_picture_are_in_a_file_meanwhile(lea, monkeypatch):
    compiled = typesetting.typst.compile
    lying_there: set[str] = set()

    def looking(path, **how):
        lying_there.update(file.name for file in path.parent.rglob("*"))
        return compiled(path, **how)

    monkeypatch.setattr(typesetting.typst, "compile", looking)
    pdf_of(replace(lea, person=PersonHead("Noor", picture=png())))

    assert lying_there == {"internal.typ", "page.typ"}


def test_a_refusal_of_the_typesetter_is_an_expected_error(nameonly, tmp_path, monkeypatch):
    for template in ("internal.typ", "page.typ"):
        (tmp_path / template).write_text("#panic()", encoding="utf-8")
    monkeypatch.setattr(typesetting, "resource", lambda *parts: tmp_path / parts[-1])

    with pytest.raises(TypesettingError) as refused:
        pdf_of(nameonly)
    assert refused.value.diagnostic
    with pytest.raises(TypesettingError):
        pages_as_png(nameonly)


def test_a_face_without_a_layout_is_refused(nameonly):
    with pytest.raises(NoLayoutError) as refused:
        pdf_of(replace(nameonly, face=Face.SHARE))
    assert refused.value.face is Face.SHARE
