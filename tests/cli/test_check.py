"""The verb that checks the desk: it tells how all stands, mends indexes, and fails for what it cannot."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from relationdesk.desk.connection import Connection, open_connection
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import read_vault

Ran = tuple[int, str, str]
Typed = Callable[..., Ran]
PAGE = 4096


def raw(home: Path) -> Connection:
    files = DeskFiles(home / "my.desk")
    key = read_vault(files.vault).key_of_sample()
    assert key is not None
    return open_connection(files.desk, key)


def flip_a_bit_of(home: Path, page: int) -> None:
    path = home / "my.desk"
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE + 700] ^= 1
    path.write_bytes(content)


def test_a_desk_that_is_well_is_told_line_by_line(typed: Typed):
    code, out, err = typed("check")

    assert (code, err) == (0, "")
    assert [line.partition(":")[0] for line in out.splitlines()] == [
        "File",
        "Pages",
        "Links",
        "Search index",
        "Backups",
        "Key",
    ]


def test_data_for_programs_tells_the_same(typed: Typed, home: Path):
    typed("backup")
    code, out, _ = typed("check", "--json")

    told = json.loads(out)
    assert code == 0
    assert (told["sound"], told["broken_pages"], told["mended"], told["backups"]) == (True, [], [], 1)
    assert told["pages"] * PAGE == told["size"] == (home / "my.desk").stat().st_size
    assert {line["state"] for line in told["lines"]} == {"good"}


def test_indexes_that_lie_are_made_anew_and_said(typed: Typed, home: Path):
    connection = raw(home)
    connection.execute("INSERT INTO person_fts(rowid, names_key, city) VALUES (12345, 'nobody', '')")
    connection.execute("UPDATE last_talk SET day = '2020-01-01'")
    connection.close()

    code, out, _ = typed("check")
    again = json.loads(typed("check", "--json")[1])

    assert code == 0
    assert "2 indexes did not tell what is on the desk. They were made anew." in out
    assert again["mended"] == []


def test_a_broken_page_is_told_and_fails_with_one_line(typed: Typed, home: Path):
    connection = raw(home)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'person_kind'").fetchone()
    connection.close()
    flip_a_bit_of(home, page)
    before = (home / "my.desk").read_bytes()

    code, out, err = typed("check")
    told = json.loads(typed("check", "--json")[1])

    assert code == 1
    assert "Pages: 1 of " in out
    assert err.count("\n") == 1
    assert "Open the window" in err
    assert (told["sound"], told["broken_pages"]) == (False, [page])
    assert (home / "my.desk").read_bytes() == before


def test_a_file_with_something_behind_its_end_is_told(typed: Typed, home: Path):
    with (home / "my.desk").open("ab") as file:
        file.write(b"junk")

    code, out, err = typed("check")

    assert code == 1
    assert "Something was put behind the end of “my.desk”" in out
    assert "Open the window" in err


@pytest.mark.parametrize("content", [bytes(10 * PAGE), b"hello"])
def test_a_file_that_does_not_open_is_told_in_one_line(typed: Typed, home: Path, content: bytes):
    (home / "my.desk").write_bytes(content)

    code, out, err = typed("check")

    assert (code, out) == (1, "")
    assert "is damaged and was left as it is" in err
    assert (home / "my.desk").read_bytes() == content


def test_a_check_makes_no_desk(typed: Typed, home: Path, tmp_path: Path):
    (tmp_path / "secret").write_text("four quiet words here")

    code, _, err = typed("--desk", tmp_path / "new.desk", "--passphrase-file", tmp_path / "secret", "check")

    assert code == 1
    assert "There is no desk" in err
    assert not (tmp_path / "new.desk").exists()
