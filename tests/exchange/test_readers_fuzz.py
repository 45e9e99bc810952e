import io
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from relationdesk.domain.errors import ExpectedError
from relationdesk.exchange import wire
from relationdesk.exchange.kinds import kind_of
from relationdesk.exchange.reports import IncomingCard
from relationdesk.exchange.tables.guessing import guess
from relationdesk.exchange.tables.reader import cards
from relationdesk.exchange.tables.table import open_table
from relationdesk.exchange.vcard.reader import read_vcards

IMPORTS = Path(__file__).parents[1] / "fixtures" / "imports"
CARDS = [path.read_bytes() for path in sorted(IMPORTS.glob("*.vcf"))]
TABLES = [path.read_bytes() for path in sorted(IMPORTS.glob("*.csv"))]
PIECES = (
    b"BEGIN:VCARD\r\n",
    b"END:VCARD\r\n",
    b"VERSION:2.1\r\n",
    b"FN;ENCODING=QUOTED-PRINTABLE:=C3=",
    b"N:a;b;c\\;",
    b"PHOTO;ENCODING=b:/9j/",
    b"BDAY:--0229",
    b"item1.X-ABLabel:_$!<x>!$_\r\n",
    b';TYPE="a;b:c',
    b"\r\n ",
    b"=\r\n",
    b"AGENT:\r\n",
    b"TEL;VALUE=uri:tel:+1;ext=",
    b"IMPP:aim:goim?screenname=",
    b"URL:http://[",
    b"CHARSET=idna:\xff",
    b"X-RELATIONDESK-PREFERENCE;POLARITY=likes;CATEGORY=topic;AMOUNT=sNaN:x\r\n",
    b"PRODID:-//RelationDesk",
    b'"',
    b",",
    b";",
    b"\t",
    b"sep=;\r\n",
    b"Name,Insta,Followers,Fee\r\n",
    b"12,4k",
    b"31/02/2026",
    b"'=",
    b"\x00",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xe2\x80\xa8",
    b"@",
    b" ::: ",
    b"\n",
)
messy = st.lists(st.sampled_from(PIECES) | st.binary(max_size=12), max_size=30).map(b"".join)


@st.composite
def damaged(draw: st.DrawFn, sources: list[bytes]) -> bytes:
    content = bytearray(draw(st.sampled_from(sources)))
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(content)))
        content[place : place + draw(st.integers(0, 20))] = draw(
            st.sampled_from(PIECES) | st.binary(max_size=8)
        )
    return bytes(content)


def survives(card: IncomingCard) -> bool:
    return wire.incoming_from_wire(wire.unpacked(wire.packed(wire.incoming_to_wire(card)))) == card


@settings(max_examples=300, deadline=None)
@given(messy | damaged(CARDS))
def test_no_bytes_break_the_vcard_reader_and_all_it_reads_travels(content: bytes):
    people = [item for item in read_vcards(io.BytesIO(content)) if isinstance(item, IncomingCard)]
    assert all(survives(person) for person in people)


@settings(max_examples=300, deadline=None)
@given(messy | damaged(TABLES))
def test_no_bytes_break_the_table_reader_but_with_a_refusal(content: bytes):
    try:
        table = open_table(io.BytesIO(content))
        mapping = guess(table)
        people = [item for item in cards(table, mapping) if isinstance(item, IncomingCard)]
    except ExpectedError:
        return
    assert all(survives(person) for person in people)
    assert wire.mapping_from_wire(wire.unpacked(wire.packed(wire.mapping_to_wire(mapping)))) == mapping


@given(st.binary(max_size=200), st.text(max_size=20))
def test_no_bytes_break_the_recognition_of_a_file(head: bytes, name: str):
    kind_of(head, name)
