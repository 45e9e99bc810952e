"""What can be read of a damaged desk is saved, and what cannot is told."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from golden import CODE, KEY, golden_desks
from real_desk import FULL_CARD, Made, archive_of, assert_sound, made_in
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import NothingReadableError, TooNewDeskError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.salvage.pages import PAGE, Pages
from relationdesk.desk.salvage.saving import Saved, save
from relationdesk.desk.salvage.trees import children_of, is_leaf, rows_in
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person

PEOPLE, ENTRIES = 40, 250


class StoppedError(Exception):
    """What the one who waits raises to stop it."""


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A desk whose history has a tree of several levels."""
    made = made_in(tmp_path_factory.mktemp("pattern"))
    desk = made.opened()
    people = [create_person(desk, FULL_CARD) for _ in range(PEOPLE)]
    for number in range(ENTRIES):
        text = f"Entry {number} " * 200
        log_interaction(desk, people=[people[number % PEOPLE]], kind=InteractionKind.CALL, text=text)
    desk.close()
    return made.files.desk.read_bytes()


@pytest.fixture
def filled(pattern: bytes, tmp_path: Path) -> Made:
    """The same in a folder of its own."""
    made = made_in(tmp_path)
    made.files.desk.write_bytes(pattern)
    return made


def stand_in(table: str, identity: int) -> Mapping[str, object] | None:
    made = {"id": identity, "created_at": "2026-11-24T09:00:00.000Z", "display_name": f"Somebody {identity}"}
    return made if table == "person" else None


def break_pages(made: Made, *numbers: int) -> None:
    content = bytearray(made.files.desk.read_bytes())
    for number in numbers:
        content[(number - 1) * PAGE + 700] ^= 0xFF
    made.files.desk.write_bytes(content)


def pages_of(made: Made, table: str) -> tuple[list[int], list[int]]:
    """The inner pages and the leaves of a table's tree, the first page of the tree first."""
    raw = made.raw()
    (first,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    raw.close()
    inner, leaves, waiting = [], [], [first]
    with Pages(made.files.desk, made.key) as pages:
        while waiting:
            number = waiting.pop()
            page = pages.page(number)
            assert page is not None
            (leaves if is_leaf(page, number) else inner).append(number)
            waiting += children_of(page, number)
    return inner, leaves


def rows_on(made: Made, leaf: int) -> int:
    with Pages(made.files.desk, made.key) as pages:
        page = pages.page(leaf)
        assert page is not None
        return len(list(rows_in(page, leaf, pages.page)))


def saved_of(made: Made) -> tuple[Saved, Desk]:
    """What was saved, and the desk that came of it, which is sound."""
    damaged = made.files.desk.read_bytes()
    saved = save(made.files, made.key, stand_in)
    assert saved.kept is not None
    assert saved.kept.read_bytes() == damaged
    desk = made.opened()
    assert_sound(desk)
    return saved, desk


def test_of_a_desk_that_is_whole_everything_is_saved(filled: Made):
    desk = filled.opened()
    before = archive_of(desk)
    desk.close()

    saved, desk = saved_of(filled)

    assert archive_of(desk) == before
    assert (saved.rows["person"], saved.rows["interaction"]) == (PEOPLE, ENTRIES)
    assert (saved.broken_pages, saved.are_proved, dict(saved.unreadable)) == (0, True, {})
    assert not saved.mended.stood_in
    assert not saved.mended.dropped
    desk.close()


def test_what_stands_in_the_log_of_a_desk_that_was_cut_off_is_saved_too(filled: Made):
    desk = filled.opened()
    create_person(desk, FULL_CARD)
    left = {suffix: Path(f"{filled.files.desk}{suffix}").read_bytes() for suffix in ("", "-wal")}
    desk.close()
    for suffix, content in left.items():
        Path(f"{filled.files.desk}{suffix}").write_bytes(content)

    saved = save(filled.files, filled.key, stand_in)

    assert saved.rows["person"] == PEOPLE + 1


def test_a_broken_leaf_loses_its_rows_and_no_others(filled: Made):
    _, leaves = pages_of(filled, "interaction")
    lost = rows_on(filled, leaves[3])
    break_pages(filled, leaves[3])

    saved, desk = saved_of(filled)

    assert lost > 0
    assert saved.rows["interaction"] == ENTRIES - lost
    assert saved.rows["person"] == PEOPLE
    assert saved.broken_pages == 1
    assert saved.mended.dropped == {"participant": lost}
    desk.close()


def test_a_broken_inner_page_loses_nothing(filled: Made):
    inner, _ = pages_of(filled, "interaction")
    break_pages(filled, *inner)

    saved, desk = saved_of(filled)

    assert inner
    assert saved.rows["interaction"] == ENTRIES
    assert not saved.mended.dropped
    desk.close()


def test_a_schema_that_is_gone_loses_nothing(filled: Made):
    desk = filled.opened()
    before = archive_of(desk)
    desk.close()
    with Pages(filled.files.desk, filled.key) as pages:
        first = pages.page(1)
        assert first is not None
        schema = [1, *children_of(first, 1)]
    break_pages(filled, *schema)

    saved, desk = saved_of(filled)

    assert archive_of(desk) == before
    assert saved.broken_pages == len(schema)
    desk.close()


def test_a_first_page_of_zeros_loses_nothing_but_the_proof(filled: Made):
    desk = filled.opened()
    before = archive_of(desk)
    desk.close()
    filled.files.desk.write_bytes(bytes(PAGE) + filled.files.desk.read_bytes()[PAGE:])

    saved, desk = saved_of(filled)

    assert archive_of(desk) == before
    assert not saved.are_proved
    desk.close()


def test_people_who_are_lost_are_stood_in_for_and_keep_their_history(filled: Made):
    inner, leaves = pages_of(filled, "person")
    break_pages(filled, *inner, *leaves)

    saved, desk = saved_of(filled)

    assert saved.mended.stood_in == {"person": PEOPLE}
    assert saved.rows["interaction"] == ENTRIES
    assert desk.reader.number("SELECT count(*) FROM participant") == ENTRIES
    assert desk.reader.number("SELECT count(*) FROM person WHERE display_name LIKE 'Somebody %'") == PEOPLE
    desk.close()


def test_entries_that_were_left_with_nobody_come_to_somebody_who_stands_in(filled: Made):
    inner, leaves = pages_of(filled, "participant")
    break_pages(filled, *inner, *leaves)

    saved, desk = saved_of(filled)

    assert saved.mended.stood_in == {"person": 1}
    assert desk.reader.number("SELECT count(*) FROM participant") == ENTRIES
    assert desk.reader.number("SELECT count(DISTINCT person_id) FROM participant") == 1
    desk.close()


@pytest.mark.parametrize("content", [bytes(100 * PAGE), b"", b"hello" * 10_000])
def test_of_a_file_that_holds_nothing_nothing_is_made(filled: Made, content: bytes, tmp_path: Path):
    filled.files.desk.write_bytes(content)
    before = sorted(path.name for path in tmp_path.iterdir())

    with pytest.raises(NothingReadableError):
        save(filled.files, filled.key, stand_in)

    assert filled.files.desk.read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_desk_of_a_later_version_is_left_as_it_is(filled: Made):
    raw = filled.raw()
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = filled.files.desk.read_bytes()

    with pytest.raises(TooNewDeskError):
        save(filled.files, filled.key, stand_in)

    assert filled.files.desk.read_bytes() == before


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_stopped_it_leaves_the_desk_as_it_was(filled: Made, tmp_path: Path, share: float):
    break_pages(filled, 9)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def step(done: int, total: int) -> None:
        if done >= share * total:
            raise StoppedError

    with pytest.raises(StoppedError):
        save(filled.files, filled.key, stand_in, step)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_desk_of_an_earlier_version_is_saved_and_brought_up_to_date(tmp_path: Path):
    golden = golden_desks()[0]
    files = DeskFiles(tmp_path / "my.desk")
    files.desk.write_bytes(golden.files.desk.read_bytes())
    files.vault.write_bytes(golden.files.vault.read_bytes())

    saved, desk = saved_of(Made(files, KEY, CODE))

    assert saved.rows["person"] == 2
    assert not saved.mended.dropped
    desk.close()
