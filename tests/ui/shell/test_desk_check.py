"""All of the desk is checked by itself: soon after it was cut off, else once a week while nobody works."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from relationdesk.desk.search_index import check_indexes
from relationdesk.domain.card import Card
from relationdesk.system.log import Log
from relationdesk.ui.shell import desk_check
from relationdesk.ui.shell.desk_check import DeskCheck
from relationdesk.work import people, settings

PAGE = 4096


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def begun(monkeypatch, tasks, clock, tmp_path, owner):
    """A check of the open desk that waits for nothing longer than it has to."""

    def begin(*, soon=1, quiet=1):
        monkeypatch.setattr(desk_check, "SOON", soon)
        monkeypatch.setattr(desk_check, "QUIET", quiet)
        made = DeskCheck(tasks, clock, Log(tmp_path / "log", clock), owner)
        made.begin()
        return made

    return begin


def flip_a_bit(desk, table):
    page = desk.reader.number("SELECT rootpage FROM sqlite_schema WHERE name = :table", table=table)
    desk.writer._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with desk.path.open("r+b") as file:
        file.seek((page - 1) * PAGE + 700)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))


def lie(desk):
    desk.writer._connection.execute(
        "INSERT INTO person_fts(rowid, names_key, city) VALUES (12345, 'nobody', '')"
    )


def log_in(tmp_path):
    return "".join(path.read_text() for path in (tmp_path / "log").rglob("*") if path.is_file())


def test_a_desk_that_was_never_checked_is_checked_when_nobody_works(qtbot, begun, desk, clock):
    check = begun()
    with qtbot.waitSignal(check.done):
        pass

    assert settings.queries.checked_at(desk.reader) == clock.now()


def test_a_desk_that_was_checked_this_week_is_left_alone(qtbot, begun, desk, clock, until_idle):
    settings.commands.remember_check(desk, clock.now() - timedelta(days=6))
    check = begun()
    until_idle()

    assert not check._quiet.isActive()
    assert not check._soon.isActive()


def test_a_week_later_it_is_checked_again(qtbot, begun, desk, clock):
    settings.commands.remember_check(desk, clock.now() - timedelta(days=7))
    check = begun()
    with qtbot.waitSignal(check.done):
        pass

    assert settings.queries.checked_at(desk.reader) == clock.now()


def test_after_it_was_cut_off_its_pages_are_read_soon_whoever_works(qtbot, begun, desk, clock, tmp_path):
    settings.commands.remember_check(desk, clock.now())
    desk.ended_well = False
    check = begun(quiet=10_000_000)

    qtbot.waitUntil(lambda: check._are_pages_read)
    assert "desk checked pages=" in log_in(tmp_path)


def test_damage_leads_to_the_ways_on(qtbot, begun, desk, tasks, until_idle):
    flip_a_bit(desk, "person_kind")
    with qtbot.waitSignal(tasks.damaged) as damaged:
        begun()

    assert damaged.args[0].path == desk.path
    assert settings.queries.checked_at(desk.reader) is None


def test_indexes_that_lie_are_made_anew(qtbot, begun, desk):
    people.commands.create_person(desk, Card(display_name="Léa Marchetti"))
    lie(desk)
    check = begun()
    with qtbot.waitSignal(check.done):
        pass

    assert check_indexes(desk.writer._connection) == []


def test_somebody_who_works_is_not_kept_waiting(begun, desk, tasks, owner, until_idle):
    """The check of the indexes gives way, and nothing is changed by it."""
    lie(desk)
    check = begun(soon=10_000_000, quiet=10_000_000)
    until_idle()
    check._are_pages_read = True
    done, gate = [], threading.Event()
    check.done.connect(lambda: done.append(True))
    tasks.change(owner, lambda _desk: gate.wait())
    check.go_on()
    tasks.change(owner, lambda _desk: None)
    gate.set()
    until_idle()

    assert done == []
    assert check_indexes(desk.writer._connection) == ["person"]
    check.go_on()
    until_idle()
    assert done == [True]
