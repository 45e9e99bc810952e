"""A card file read in two halves, beside the same file read in one go."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relationdesk.exchange import reading
from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.reading import read_people
from relationdesk.exchange.reports import Reading, ReportKind
from relationdesk.exchange.vcard import halves
from relationdesk.exchange.vcard.reader import Course, read_vcards

IMPORTS = Path(__file__).parents[2] / "fixtures" / "imports"
WHOLE = [path.read_bytes() for path in sorted(IMPORTS.glob("*.vcf"))]
SEAM = b"END:VCARD\r\nBEGIN:VCARD\r\n"
PIECES = (
    b"BEGIN:VCARD\n",
    b"END:VCARD\n",
    b"\nEND:VCARD\nBEGIN:VCARD\n",
    b"end:vcard\r\nbegin:vcard\r\n",
    b"FN:Noor\r\n",
    b"UID:one\r\n",
    b"UID:two\r\n",
    b"AGENT:\r\nBEGIN:VCARD\r\n",
    b"NOTE;ENCODING=QUOTED-PRINTABLE:soft=\r\n",
    b"PHOTO;ENCODING=b:/9j/\r\n AAAA\r\n",
    b"NOTE:cut",
    b"outside of every card\r\n",
    b"\r\n folded\r\n",
    b"\r",
    b"\xc3",
    b"\xef\xbb\xbf",
    b"\x00",
    b"item1.X-ABLabel:_$!<x>!$_\r\n",
)
messy = st.lists(st.just(SEAM) | st.sampled_from(PIECES) | st.sampled_from(WHOLE), max_size=24).map(b"".join)


def in_one_go(content: bytes) -> list[object]:
    return list(read_vcards(io.BytesIO(content)))


def in_halves(content: bytes) -> list[object] | None:
    both = halves.halves(content)
    if both is None:
        return None
    courses = (Course(), Course())
    told = [
        item for half, course in zip(both, courses, strict=True) for item in halves.read_half(half, course)
    ]
    return told if halves.fit(*courses) else None


@settings(max_examples=400, deadline=None)
@given(messy)
def test_two_halves_that_fit_tell_what_the_whole_tells(content: bytes):
    together = in_halves(content)

    assert together is None or together == in_one_go(content)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_a_file_of_many_cards_is_cut_near_its_middle(mark: bytes):
    content = mark + b"".join(many(500))
    both = halves.halves(content)

    assert both is not None
    assert abs(len(both[0].content) - len(both[1].content)) < 200
    assert in_halves(content) == in_one_go(content)


@pytest.mark.parametrize(
    "content",
    [
        b"BEGIN:VCARD\nFN:A\nUID:1\nEND:VCARD\nBEGIN:VCARD\nFN:B\nUID:1\nEND:VCARD\n",
        b"BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C\nEND:VCARD\n",
        b"BEGIN:VCARD\nFN:A\n\nxEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
        b"BEGIN:VCARD\nFN:A\nNOTE:b\n\0END:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
    ],
    ids=["one identity twice", "a card in a card", "no end", "no end either"],
)
def test_halves_that_do_not_fit_do_not_count(content: bytes):
    assert in_halves(content) is None


def test_a_file_in_an_encoding_of_two_bytes_is_not_cut():
    assert halves.halves(b"\xff\xfe" + b"".join(many(500)).decode().encode("utf-16-le")) is None


def many(count: int, more: bytes = b"") -> list[bytes]:
    card = "BEGIN:VCARD\r\nUID:{n}\r\nFN:Léa {n}\r\nTEL:+33 6 39 98 00 {n:04}\r\n"
    return [card.format(n=number).encode() + more + b"END:VCARD\r\n" for number in range(count)]


def large(tmp_path: Path, cards: list[bytes]) -> Path:
    path = tmp_path / "people.vcf"
    path.write_bytes(b"".join(cards))
    assert path.stat().st_size >= halves.SMALLEST
    return path


def read_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    with monkeypatch.context() as patch:
        patch.setattr(os, "cpu_count", lambda: 1)
        return read_people(path)


def test_two_children_read_a_large_file_as_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = large(tmp_path, [b"nobody's line\r\n", *many(4_000), b"BEGIN:VCARD\r\nNOTE:the end"])
    told: list[int] = []
    together = read_people(path, progress=told.append)

    assert together == read_whole(path, monkeypatch)
    assert len(together.cards) == 4_001
    assert [report.line for report in together.reports] == [1]
    assert together.cards[-1].doubts[0].kind is ReportKind.MISSING_END
    assert told == sorted(told)
    assert told[-1] == 4_001


@pytest.mark.parametrize(
    "cards",
    [many(2_000) + many(2_000), [b"".join(many(1, b"NOTE:" + b"a" * halves.SMALLEST + b"\r\n"))]],
    ids=["identities that come again", "one large card"],
)
def test_a_file_that_halves_badly_is_read_by_one_child(
    cards: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = large(tmp_path, cards)
    together = read_people(path)

    assert together == read_whole(path, monkeypatch)
    assert len(together.cards) == len(cards)


def test_halves_that_need_too_much_memory_are_read_by_one_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = large(tmp_path, many(4_000))
    monkeypatch.setattr(reading, "HALF", 10**6)

    assert len(read_people(path).cards) == 4_000


def test_a_large_file_that_grows_while_it_is_read_is_refused(tmp_path: Path):
    path = large(tmp_path, many(6_000))

    def grow(_count: int) -> None:
        with path.open("ab") as file:
            file.write(b"\r\n")

    with pytest.raises(UnreadableFileError) as refusal:
        read_people(path, progress=grow)
    assert refusal.value.reason is Unreadable.CHANGED


def test_reading_in_halves_is_cancelled_at_once(tmp_path: Path):
    path = large(tmp_path, many(4_000))
    heard: list[int] = []

    with pytest.raises(UnreadableFileError) as refusal:
        read_people(path, progress=heard.append, cancelled=lambda: bool(heard))

    assert refusal.value.reason is Unreadable.CANCELLED
    assert len(heard) <= 2
