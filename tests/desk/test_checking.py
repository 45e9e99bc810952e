"""A check tells what of a desk file is not as it should be, and can be stopped."""

from itertools import count

import pytest

from real_desk import FULL_CARD, Made
from relationdesk.desk import stopping
from relationdesk.desk.checking import check_file
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedDeskError, WrongKeyError
from relationdesk.desk.key import new_key
from relationdesk.work.people.commands import create_person

PAGE = 4096


class StoppedError(Exception):
    """What the one who waits for a check raises to stop it."""


@pytest.fixture
def filled(made: Made) -> Made:
    """A desk with ten people, closed."""
    desk = made.opened()
    for _ in range(10):
        create_person(desk, FULL_CARD)
    desk.close()
    return made


def changed(made: Made, sql: str) -> None:
    raw = made.raw()
    raw.execute("PRAGMA foreign_keys = 0")
    raw.execute(sql)
    raw.close()


def test_a_desk_that_is_whole_is_sound_and_its_pages_are_counted(filled: Made):
    findings = check_file(filled.files.desk, filled.key, with_indexes=True)

    assert findings.is_sound
    assert not findings.is_damaged
    assert findings.pages * PAGE == filled.files.desk.stat().st_size


def test_broken_pages_are_told_by_number(filled: Made):
    content = bytearray(filled.files.desk.read_bytes())
    for page in (5, 9):
        content[(page - 1) * PAGE + 100] ^= 1
    filled.files.desk.write_bytes(content)

    findings = check_file(filled.files.desk, filled.key, with_indexes=True)

    assert findings.broken_pages == (5, 9)
    assert findings.is_damaged


@pytest.mark.parametrize("more", [1, PAGE])
def test_what_was_put_behind_the_end_is_told(filled: Made, more: int):
    with filled.files.desk.open("ab") as file:
        file.write(bytes(more))

    findings = check_file(filled.files.desk, filled.key, with_indexes=True)

    assert (findings.odd_bytes, findings.broken_pages) == (more, ())
    assert findings.is_damaged


def test_an_empty_file_is_damaged_and_stays_empty(filled: Made):
    filled.files.desk.write_bytes(b"")

    with pytest.raises(DamagedDeskError):
        check_file(filled.files.desk, filled.key, with_indexes=True)

    assert filled.files.desk.read_bytes() == b""


def test_another_key_checks_nothing(filled: Made):
    with pytest.raises(WrongKeyError):
        check_file(filled.files.desk, new_key(), with_indexes=True)


def test_an_index_that_lies_is_told_by_its_table_and_is_no_damage(filled: Made):
    changed(filled, "INSERT INTO person_fts(rowid, names_key, city) VALUES (12345, 'nobody', '')")

    findings = check_file(filled.files.desk, filled.key, with_indexes=True)

    assert findings.indexes == ("person",)
    assert not findings.is_damaged
    assert not findings.is_sound


@pytest.mark.parametrize("with_indexes", [False, True])
def test_a_last_talk_that_never_was_is_told(filled: Made, with_indexes: bool):  # noqa: FBT001
    changed(filled, "UPDATE last_talk SET day = '2026-01-01'")

    findings = check_file(filled.files.desk, filled.key, with_indexes=with_indexes)

    assert findings.indexes == ("last_talk",)
    assert not findings.is_damaged


def test_a_row_that_points_to_nothing_is_told_by_its_table(filled: Made):
    changed(filled, "INSERT INTO person_kind (person_id, kind) VALUES (7, 'journalist')")

    findings = check_file(filled.files.desk, filled.key, with_indexes=True)

    assert findings.links == ("person_kind",)
    assert findings.is_damaged


def test_an_index_of_the_library_that_lacks_a_row_is_told(filled: Made):
    raw = filled.raw()
    root = raw.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_organisation_sort_key'"
    ).fetchone()
    raw.execute("PRAGMA writable_schema = 1")
    other = "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_person_sort_key'"
    raw.execute(f"UPDATE sqlite_schema SET rootpage = ({other}) WHERE rootpage = ?", root)
    raw.close()

    assert check_file(filled.files.desk, filled.key, with_indexes=False).structure


def test_a_desk_that_is_being_worked_on_is_sound_and_is_worked_on_meanwhile(desk: Desk, made: Made):
    """The log is worked into the file again and again."""
    desk.writer._connection.execute("PRAGMA wal_autocheckpoint = 20")
    for _ in range(10):
        create_person(desk, FULL_CARD)
    kept: list[bool] = []

    def step(_done: int, _total: int) -> None:
        create_person(desk, FULL_CARD)
        kept.append(True)

    findings = [check_file(made.files.desk, made.key, step=step, with_indexes=False) for _ in range(3)]

    assert all(finding.is_sound for finding in findings)
    assert len(kept) >= 3 * 5


@pytest.mark.parametrize("after", [0, 3, 50])
def test_a_check_is_stopped_by_what_its_step_raises(
    filled: Made, after: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(stopping, "_OPERATIONS_BETWEEN", 100)
    steps = count()

    def step(_done: int, _total: int) -> None:
        if next(steps) == after:
            raise StoppedError

    with pytest.raises(StoppedError):
        check_file(filled.files.desk, filled.key, step=step, with_indexes=True)


def test_a_check_tells_how_far_it_is(filled: Made):
    told = []
    check_file(filled.files.desk, filled.key, step=lambda *step: told.append(step), with_indexes=True)

    assert sorted(set(told)) == [(done, 5) for done in range(5)]
    assert told == sorted(told)
