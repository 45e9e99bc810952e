import os
import sys
import time
from pathlib import Path

import pytest

from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.reading import read_people
from relationdesk.exchange.reports import FileKind
from relationdesk.exchange.tables.columns import Column, ColumnUse, Mapping

IMPORTS = Path(__file__).parents[1] / "fixtures" / "imports"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def refused(path: Path, **options: object) -> Unreadable:
    with pytest.raises(UnreadableFileError) as refusal:
        read_people(path, **options)
    assert refusal.value.path == str(path)
    return refusal.value.reason


def written(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_vcard_file_comes_back_from_the_child_with_its_pictures():
    told: list[int] = []
    reading = read_people(IMPORTS / "iphone.vcf", progress=told.append)
    assert reading.kind is FileKind.VCARD
    assert reading.cards[0].card.picture is not None
    assert reading.cards[0].card.handles[0].name == "lea.trails"
    assert told == [1]


def test_a_table_comes_back_with_its_mapping_and_can_be_read_with_another():
    reading = read_people(IMPORTS / "consultant.csv")
    assert reading.kind is FileKind.TABLE
    assert reading.encoding == "cp1252"
    assert reading.encoding_remark != ""
    assert len(reading.cards) == 3
    assert [report.line for report in reading.reports] == [6]
    assert reading.samples[0][0] == "Maya Lindqvist"
    assert reading.mapping is not None
    first = reading.mapping.columns[0]
    assert (first.column, first.header) == (Column.NAME, reading.headers[0])
    only_names = Mapping((ColumnUse(Column.NAME, "Influenceuse"),))
    assert read_people(IMPORTS / "consultant.csv", mapping=only_names).cards[0].card.handles == ()


def test_a_mistake_of_the_child_is_told_without_what_it_was_about(capfd: pytest.CaptureFixture[str]):
    nonsense = Mapping((ColumnUse("Léa Marchetti", "Influenceuse"),))  # type: ignore[arg-type]

    assert refused(IMPORTS / "consultant.csv", mapping=nonsense) is Unreadable.CHILD_DIED
    assert capfd.readouterr().err == ""


def test_an_encoding_can_be_chosen(tmp_path: Path):
    path = written(tmp_path, "people.csv", "Nazwisko,Name\nx,Łucja\n".encode("cp1250"))
    assert read_people(path, encoding="cp1250").cards[0].card.display_name == "Łucja"


def test_what_is_no_readable_file_is_refused_before_anything_starts(tmp_path: Path):
    assert refused(tmp_path / "nowhere.vcf") is Unreadable.MISSING
    assert refused(tmp_path) is Unreadable.FOLDER
    assert refused(written(tmp_path, "empty.csv", b"")) is Unreadable.EMPTY


@POSIX
def test_a_pipe_and_a_device_are_refused_and_never_opened(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.vcf")
    assert refused(tmp_path / "pipe.vcf") is Unreadable.NOT_A_FILE
    assert refused(Path("/dev/zero")) is Unreadable.NOT_A_FILE


def test_a_picture_called_csv_is_refused(tmp_path: Path):
    content = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10
    assert refused(written(tmp_path, "people.csv", content)) is Unreadable.UNKNOWN_KIND


def test_a_byte_order_mark_alone_is_an_empty_file(tmp_path: Path):
    assert refused(written(tmp_path, "people.csv", b"\xef\xbb\xbf")) is Unreadable.EMPTY


def test_a_file_beyond_the_cap_is_refused(tmp_path: Path):
    path = written(tmp_path, "people.csv", b"Name,City\n" * 10_000)
    os.truncate(path, 51 * 1024 * 1024)
    assert refused(path) is Unreadable.TOO_BIG


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path):
    card = b"BEGIN:VCARD\nFN:A\nEND:VCARD\n"
    path = written(tmp_path, "people.vcf", card * 3000)

    def grow(_count: int) -> None:
        with path.open("ab") as file:
            file.write(card)

    assert refused(path, progress=grow) is Unreadable.CHANGED


def test_cancelling_is_heard_at_once():
    began = time.monotonic()
    assert refused(IMPORTS / "iphone.vcf", cancelled=lambda: True) is Unreadable.CANCELLED
    assert time.monotonic() - began < 5


def test_a_child_that_says_nothing_is_stopped():
    assert refused(IMPORTS / "iphone.vcf", patience=0.0) is Unreadable.TOO_SLOW


@POSIX
def test_a_file_that_needs_too_much_memory_is_refused(tmp_path: Path):
    photo = b"PHOTO;ENCODING=b:/9j/" + b"A" * 6_000_000
    path = written(tmp_path, "people.vcf", b"BEGIN:VCARD\nFN:A\n" + photo + b"\nEND:VCARD\n")
    assert len(read_people(path).cards) == 1
    assert refused(path, memory=1) is Unreadable.TOO_MUCH_MEMORY


def test_the_child_never_loads_the_window_or_the_desk(tmp_path: Path):
    script = written(
        tmp_path,
        "look.py",
        b"import sys, relationdesk.exchange.child\n"
        b"heavy = {'PySide6', 'sqlalchemy', 'sqlmodel', 'sqlcipher3', 'phonenumbers', 'charset_normalizer'}\n"
        b"sys.exit(bool(heavy & set(sys.modules)))\n",
    )
    assert os.spawnv(os.P_WAIT, sys.executable, [sys.executable, str(script)]) == 0
