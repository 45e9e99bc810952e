"""A desk goes away in a bundle, and what changed on each side is known when it comes back."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from real_desk import FULL_CARD, Made, archive_of, clock_at, made_in
from relationdesk.desk.backups.restoring import restore
from relationdesk.desk.bundles.errors import BadBundleError, Flaw
from relationdesk.desk.bundles.form import BundleHead, head_of, write_bundle
from relationdesk.desk.bundles.lineage import kept_state, kept_states, remember_given
from relationdesk.desk.bundles.packing import pack
from relationdesk.desk.bundles.unpacking import Unpacked, keep_state, prove, unpacked
from relationdesk.desk.bundles.visiting import Findings, compare
from relationdesk.desk.connection import APPLICATION_ID, open_connection
from relationdesk.desk.errors import TooNewDeskError, UnwritableDeskError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.migrating import migrate
from relationdesk.desk.schema import SCHEMA_VERSION
from relationdesk.desk.vault import new_vault, read_vault, write_vault
from relationdesk.domain.comparing.matters import Side
from relationdesk.domain.labels import Label
from relationdesk.domain.recovery_code import new_code
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.knowledge import remember_fact
from relationdesk.work.people.told import Fact

MADE_AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


def give(made: Made, number: int, path: Path) -> BundleHead:
    """Pack a desk, as the program does it."""
    desk = made.opened()
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        remember_given(session.connection(), number)
    desk.close()
    head = BundleHead(read_vault(made.files.vault).desk_id, number, MADE_AT, SCHEMA_VERSION, 0)
    return pack(made.files, made.key, path, head)


def settle(made: Made, bundle: Path, folder: Path) -> Made:
    """Make the desk of a bundle on another computer."""
    there = DeskFiles(folder / "my.desk")
    carried = unpacked(bundle, folder)
    restore(there, carried.files.desk, made.key, MADE_AT)
    keep_state(carried, there)
    carried.close()
    return replace(made, files=there)


def someone(made: Made, name: str, day: int = 0) -> None:
    desk = made.opened(clock_at(MADE_AT.date().replace(day=24 + day)))
    create_person(desk, replace(FULL_CARD, display_name=name, contacts=(), tags=(), topics=(), roles=()))
    desk.close()


def visited(made: Made, bundle: Path) -> Findings:
    carried = unpacked(bundle, made.files.desk.parent)
    try:
        return compare(carried, made.files, made.key)
    finally:
        carried.close()


def names(findings: Findings, side: Side) -> list[str]:
    """The people who were added on one side."""
    return [
        str((one.here or one.there or ())[1])
        for matter in findings.matters
        for one in matter.differences
        if matter.side is side and one.table == "person"
    ]


@pytest.fixture
def home(tmp_path: Path) -> Made:
    """A desk with one person on it."""
    (tmp_path / "home").mkdir()
    made = made_in(tmp_path / "home")
    someone(made, "Léa Marchetti")
    return made


@pytest.fixture
def bundle(home: Made, tmp_path: Path) -> Path:
    """The first bundle of the desk."""
    give(home, 7, tmp_path / "away.reldesk")
    return tmp_path / "away.reldesk"


@pytest.fixture
def away(home: Made, bundle: Path, tmp_path: Path) -> Made:
    """The desk on another computer, made from the bundle."""
    (tmp_path / "away").mkdir()
    return settle(home, bundle, tmp_path / "away")


def test_a_bundle_carries_the_whole_desk(home: Made, away: Made, bundle: Path):
    here, there = home.opened(), away.opened()

    assert archive_of(here) == archive_of(there)
    assert head_of(bundle).people == 1
    for desk in (here, there):
        desk.close()


def test_a_desk_that_is_open_and_written_to_can_be_packed(home: Made, tmp_path: Path):
    desk = home.opened()
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        remember_given(session.connection(), 9)
    path = tmp_path / "open.reldesk"
    head = BundleHead(desk.vault.desk_id, 9, MADE_AT, SCHEMA_VERSION, 0)
    written = []

    def step(_done: int, _total: int) -> None:
        if not written:
            written.append(remember_fact(desk, desk.reader.ids("SELECT id FROM person")[0], Fact("39")))

    pack(home.files, home.key, path, head, step)
    desk.close()

    assert written
    carried = unpacked(path, tmp_path)
    prove(carried, home.key)
    carried.close()


def test_each_side_s_changes_are_told_apart_when_it_comes_back(home: Made, away: Made, tmp_path: Path):
    someone(home, "Noor Benali", 1)
    someone(away, "Sacha Vidal", 2)
    give(away, 8, tmp_path / "back.reldesk")

    findings = visited(home, tmp_path / "back.reldesk")

    assert (findings.has_origin, findings.is_new) == (True, True)
    assert names(findings, Side.HERE) == ["Noor Benali"]
    assert names(findings, Side.THERE) == ["Sacha Vidal"]
    assert [matter for matter in findings.matters if matter.side is Side.BOTH] == []


def test_the_other_computer_tells_them_apart_as_well(home: Made, away: Made, tmp_path: Path):
    someone(home, "Noor Benali", 1)
    someone(away, "Sacha Vidal", 2)
    give(home, 8, tmp_path / "again.reldesk")

    findings = visited(away, tmp_path / "again.reldesk")

    assert findings.has_origin
    assert names(findings, Side.HERE) == ["Sacha Vidal"]
    assert names(findings, Side.THERE) == ["Noor Benali"]


def test_a_bundle_of_one_s_own_brings_nothing_new(home: Made, bundle: Path):
    someone(home, "Noor Benali", 1)

    findings = visited(home, bundle)

    assert not findings.is_new
    assert names(findings, Side.HERE) == ["Noor Benali"]
    assert names(findings, Side.THERE) == []


@pytest.mark.parametrize("fate", ["gone", "damaged", "cut off"])
def test_where_the_state_of_departure_is_lost_the_sides_are_compared_without_it(
    home: Made, away: Made, tmp_path: Path, fate: str
):
    someone(away, "Sacha Vidal", 2)
    give(away, 8, tmp_path / "back.reldesk")
    kept = kept_state(home.files, 7).desk
    whole = bytearray(kept.read_bytes())
    whole[len(whole) // 2] ^= 1
    if fate == "gone":
        kept.unlink()
    else:
        kept.write_bytes(whole if fate == "damaged" else whole[:5000])

    findings = visited(home, tmp_path / "back.reldesk")

    assert not findings.has_origin
    assert names(findings, Side.THERE) == ["Sacha Vidal"]


def test_a_bundle_of_an_older_version_is_brought_up_to_date_before_it_is_compared(home: Made, tmp_path: Path):
    copy = DeskFiles(tmp_path / "old.desk")
    copy.desk.touch()
    migrate(copy.desk, home.key, to_version=1, application_id=APPLICATION_ID)
    raw = open_connection(copy.desk, home.key)
    raw.execute("INSERT INTO setting VALUES ('bundles.given', '[5]')")
    raw.close()
    shutil.copyfile(home.files.vault, copy.vault)
    head = BundleHead(read_vault(home.files.vault).desk_id, 5, MADE_AT, 1, 0)
    write_bundle(tmp_path / "old.reldesk", head, copy)

    findings = visited(home, tmp_path / "old.reldesk")

    assert not findings.has_origin
    assert names(findings, Side.HERE) == ["Léa Marchetti"]


def test_only_the_last_states_of_departure_are_kept(home: Made, tmp_path: Path):
    for number in (3, 4, 5, 6):
        give(home, number, tmp_path / f"{number}.reldesk")

    kept = sorted(path.name for path in kept_states(home.files).iterdir())

    assert kept == [name for number in (4, 5, 6) for name in (f"{number}.desk", f"{number}.desk.vault")]


def test_a_bundle_that_cannot_be_written_leaves_no_state_behind(home: Made, tmp_path: Path):
    with pytest.raises(OSError, match="No such file"):
        give(home, 7, tmp_path / "not there" / "away.reldesk")

    assert list(kept_states(home.files).iterdir()) == []


def test_nothing_that_was_unpacked_stays_behind(home: Made, away: Made, bundle: Path):
    visited(home, bundle)

    assert [path.name for path in home.files.desk.parent.iterdir() if path.name.startswith(".")] == []


def test_what_a_program_that_was_cut_off_has_unpacked_goes_the_day_after(home: Made, bundle: Path):
    left = unpacked(bundle, home.files.desk.parent)
    visited(home, bundle)
    is_left_at_first = left.files.desk.exists()
    day_before = left.files.desk.parent.stat().st_mtime - 25 * 3600
    os.utime(left.files.desk.parent, (day_before, day_before))
    visited(home, bundle)

    assert is_left_at_first
    assert not left.files.desk.parent.exists()


@pytest.fixture
def carried(home: Made, bundle: Path, tmp_path: Path) -> Iterator[Unpacked]:
    """The bundle, unpacked."""
    (tmp_path / "work").mkdir()
    opened = unpacked(bundle, tmp_path / "work")
    yield opened
    opened.close()


def packed_again(carried: Unpacked, path: Path, head: BundleHead | None = None) -> Path:
    """A bundle of what the unpacked one has become."""
    write_bundle(path, head or carried.head, carried.files)
    return path


def refused(home: Made, bundle: Path) -> Flaw:
    before = {path: path.read_bytes() for path in home.files.desk.parent.rglob("*") if path.is_file()}
    with pytest.raises(BadBundleError) as raised:
        visited(home, bundle)
    after = {path: path.read_bytes() for path in home.files.desk.parent.rglob("*") if path.is_file()}
    assert raised.value.path == bundle
    assert after == before
    return raised.value.flaw


@pytest.fixture
def changed(home: Made, carried: Unpacked, tmp_path: Path):
    """A bundle whose desk was changed by somebody who has the key."""

    def change(sql: str) -> Path:
        raw = open_connection(carried.files.desk, home.key)
        raw.execute("PRAGMA foreign_keys = 0")
        raw.executescript(sql)
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.close()
        return packed_again(carried, tmp_path / "hostile.reldesk")

    return change


def test_a_bundle_of_another_desk_is_refused(home: Made, carried: Unpacked, tmp_path: Path):
    other = new_vault(home.key, new_code())
    write_vault(carried.files.vault, other)
    bundle = packed_again(carried, tmp_path / "other.reldesk", replace(carried.head, desk_id=other.desk_id))

    assert refused(home, bundle) is Flaw.OTHER_DESK


def test_a_vault_that_is_not_the_one_of_its_desk_is_refused(home: Made, carried: Unpacked, tmp_path: Path):
    write_vault(carried.files.vault, new_vault(home.key, new_code()))
    assert refused(home, packed_again(carried, tmp_path / "vault.reldesk")) is Flaw.DAMAGED

    carried.files.vault.write_bytes(b'{"format": 1}')
    assert refused(home, packed_again(carried, tmp_path / "vault.reldesk")) is Flaw.DAMAGED


def test_a_vault_with_another_key_is_refused(home: Made, carried: Unpacked, tmp_path: Path):
    forged = replace(new_vault(new_key(), new_code()), desk_id=carried.vault.desk_id)
    write_vault(carried.files.vault, forged)

    assert refused(home, packed_again(carried, tmp_path / "key.reldesk")) is Flaw.WRONG_KEY


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + bytes(8176), bytes(8192), b"x" * 50])
def test_what_is_no_encrypted_desk_is_refused(home: Made, carried: Unpacked, tmp_path: Path, content: bytes):
    carried.files.desk.write_bytes(content)

    assert refused(home, packed_again(carried, tmp_path / "plain.reldesk")) in {Flaw.WRONG_KEY, Flaw.DAMAGED}


def test_a_desk_with_a_changed_page_is_refused(home: Made, carried: Unpacked, tmp_path: Path):
    whole = bytearray(carried.files.desk.read_bytes())
    whole[len(whole) // 2] ^= 1
    carried.files.desk.write_bytes(whole)

    assert refused(home, packed_again(carried, tmp_path / "page.reldesk")) is Flaw.DAMAGED


def test_a_desk_of_a_later_version_is_left_untouched(home: Made, changed):
    with pytest.raises(TooNewDeskError):
        visited(home, changed(f"PRAGMA user_version = {SCHEMA_VERSION + 1}"))


def test_a_desk_that_does_not_know_its_bundle_is_refused(home: Made, changed):
    assert refused(home, changed("DELETE FROM setting")) is Flaw.DAMAGED


ENDLESS = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
    SELECT i AS id, '' AS made_at, '' AS taken_over_at FROM n
"""


@pytest.mark.parametrize(
    "trap",
    [
        "DROP TABLE person; CREATE VIEW person AS SELECT 1 AS id",
        f"DROP TABLE carrying; CREATE VIEW carrying AS {ENDLESS}",
        "DROP TABLE fact",
        "ALTER TABLE tag RENAME COLUMN name TO title",
        "DROP TABLE blob; CREATE VIRTUAL TABLE blob USING fts5(hash, media_type, size, content)",
    ],
)
def test_a_desk_that_only_looks_like_one_is_refused(home: Made, changed, trap: str):
    assert refused(home, changed(trap)) is Flaw.DAMAGED


def test_a_folder_that_cannot_be_written_is_said(bundle: Path, tmp_path: Path):
    (tmp_path / "file").touch()

    with pytest.raises(UnwritableDeskError):
        unpacked(bundle, tmp_path / "file")
