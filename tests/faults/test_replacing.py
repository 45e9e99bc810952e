"""A desk whose place is taken by another file: at any moment one of the two is there, and both are kept."""

import shutil
from itertools import count
from pathlib import Path

from cutting import cut_off_after

from real_desk import FULL_CARD, Made, clock_at, made_in
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.opening import Found, look, open_desk
from relationdesk.desk.replacing import make_room_for_coming, take_place
from relationdesk.domain.card import Card
from relationdesk.work.people.commands import create_person


def names_on(made: Made) -> list[str]:
    desk = open_desk(look(made.files), made.key, clock_at())
    names = [name for (name,) in desk.reader.stream("SELECT display_name FROM person")]
    desk.close()
    return names


def with_person(folder: Path, name: str) -> Made:
    folder.mkdir(parents=True)
    made = made_in(folder)
    desk = made.opened()
    create_person(desk, Card(display_name=name))
    desk.close()
    return made


def left_open(made: Made) -> None:
    """As after a crash: the log lies beside the desk, and in it the last person."""
    desk = made.opened()
    create_person(desk, FULL_CARD)
    kept = {suffix: Path(f"{made.files.desk}{suffix}").read_bytes() for suffix in ("", "-wal", "-shm")}
    desk.close()
    for suffix, content in kept.items():
        Path(f"{made.files.desk}{suffix}").write_bytes(content)


def formers(made: Made) -> list[Path]:
    folder = made.files.desk.parent
    return [path for path in folder.glob("my.desk.former-*") if not path.name.endswith((".vault", "-wal"))]


def filled_for(made: Made, other: Made) -> None:
    make_room_for_coming(made.files).write_bytes(other.files.desk.read_bytes())


def test_what_was_filled_takes_the_place_and_the_former_desk_opens_under_its_own_name(tmp_path: Path):
    old, other = with_person(tmp_path / "old", "Old"), with_person(tmp_path / "other", "New")
    left_open(old)
    filled_for(old, other)

    kept = take_place(old.files)

    assert names_on(old) == ["New"]
    assert formers(old) == [kept]
    assert kept is not None
    assert names_on(Made(DeskFiles(kept), old.key, old.code)) == ["Old", "Léa Marchetti"]


def test_cut_off_anywhere_it_is_the_one_or_the_other_and_nothing_is_lost(tmp_path: Path):
    pattern, other = with_person(tmp_path / "pattern", "Old"), with_person(tmp_path / "other", "New")
    left_open(pattern)
    filled_for(pattern, other)
    seen = set()
    for number in count():
        folder = tmp_path / f"{number}"
        shutil.copytree(pattern.files.desk.parent, folder)
        old = Made(DeskFiles(folder / "my.desk"), pattern.key, pattern.code)
        with cut_off_after(number) as left:
            take_place(old.files)
            if left:
                break

        names = names_on(old)
        kept = [names_on(Made(DeskFiles(path), old.key, old.code)) for path in formers(old)]
        assert (names, kept) in [(["Old", "Léa Marchetti"], []), (["New"], [["Old", "Léa Marchetti"]])]
        seen.add(names[0])
    assert seen == {"Old", "New"}


def test_a_place_whose_desk_is_gone_is_taken_and_the_log_of_that_desk_is_not_worked_into_the_new(
    tmp_path: Path,
):
    old, other = with_person(tmp_path / "old", "Old"), with_person(tmp_path / "other", "New")
    left_open(old)
    old.files.desk.unlink()
    filled_for(old, other)
    assert look(old.files).found is Found.NO_DESK

    assert take_place(old.files) is None

    assert names_on(old) == ["New"]


def test_a_filling_that_was_cut_off_takes_no_place_and_is_begun_again(tmp_path: Path):
    old = with_person(tmp_path / "old", "Old")
    old.files.coming.write_bytes(b"half")
    Path(f"{old.files.coming}-wal").write_bytes(b"and its log")
    assert names_on(old) == ["Old"]

    assert make_room_for_coming(old.files).read_bytes() == b""

    assert not Path(f"{old.files.coming}-wal").exists()
