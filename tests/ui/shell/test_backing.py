"""Backups made by themselves while the window is open, and what is said of them."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from relationdesk.desk.backups.proving import is_good
from relationdesk.desk.backups.shelf import backups_of, shelf_of
from relationdesk.desk.connection import open_connection
from relationdesk.domain.card import Card
from relationdesk.language.words import Language
from relationdesk.ui.shell.backing import TRIES_AGAIN_AFTER, Backing
from relationdesk.ui.shell.quiet_bar import QuietBar
from relationdesk.work.backups import making
from relationdesk.work.backups.source import source_of
from relationdesk.work.people.commands import create_person

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def backing(window, tasks, clock, until_idle):
    made = Backing(window, tasks, clock)
    made.begin()
    until_idle()
    return made


@pytest.fixture
def wait(backing, clock, qtbot, until_idle, qapp):
    """Let time pass, and have the clock looked at as the timer would have it."""

    def passes(time):
        clock.moment += time
        backing.look_at_clock()
        until_idle()
        qapp.processEvents()

    return passes


def protection(window):
    return window.frame.rail.findChild(QWidget, "protection").text().replace("\u00a0", " ")


def warning(window):
    return next(
        (
            bar
            for bar in window.findChildren(QuietBar)
            if bar.findChild(QPushButton, "backup.now") is not None and bar.isVisibleTo(window)
        ),
        None,
    )


@pytest.fixture
def change(tasks, until_idle, qapp):
    """Put somebody new on the desk."""

    def made(name="Somebody new"):
        tasks.change(qapp, lambda desk: create_person(desk, Card(display_name=name)))
        until_idle()
        qapp.processEvents()

    return made


def test_a_desk_that_was_never_backed_up_is_after_a_pause_and_the_rail_says_so(window, backing, wait, desk):
    assert protection(window) == "Encrypted, not backed up yet"
    wait(4 * MINUTE)
    assert backups_of(desk.files) == []

    wait(MINUTE)

    (made,) = backups_of(desk.files)
    assert is_good(made, desk.key)
    assert protection(window) == "Encrypted, backed up just now"
    wait(2 * HOUR)
    assert protection(window) == "Encrypted, backed up 2 h ago"


def test_nothing_is_backed_up_again_until_something_changes(backing, wait, desk, change):
    wait(5 * MINUTE)
    for _ in range(3):
        wait(HOUR)
    assert len(backups_of(desk.files)) == 1

    change()
    wait(5 * MINUTE)

    assert len(backups_of(desk.files)) == 2


def test_a_backup_comes_though_work_never_rests(backing, wait, desk, change):
    for number in range(31):
        change(f"Person {number}")
        wait(MINUTE)

    assert len(backups_of(desk.files)) == 1


def test_backups_keep_their_distance(backing, wait, desk, change):
    wait(5 * MINUTE)
    change()
    wait(6 * MINUTE)
    assert len(backups_of(desk.files)) == 1

    wait(15 * MINUTE)

    assert len(backups_of(desk.files)) == 2


def test_the_clock_is_looked_at_every_minute_at_least(backing, wait):
    wait(5 * MINUTE)

    assert backing.wait_milliseconds == 60_000


def test_what_changed_while_a_backup_was_made_is_in_the_next(backing, wait, desk, clock, monkeypatch):
    right = making.back_up

    def meanwhile(source, step):
        made = right(source, step)
        clock.moment += MINUTE
        create_person(desk, Card(display_name="Meanwhile"))
        return made

    monkeypatch.setattr(making, "back_up", meanwhile)
    wait(5 * MINUTE)
    monkeypatch.undo()
    assert backing.standing.is_behind

    wait(HOUR)

    assert len(backups_of(desk.files)) == 2
    assert not backing.standing.is_behind


def test_the_user_can_have_one_now(window, backing, until_idle, desk, qapp):
    backing.make()
    until_idle()
    qapp.processEvents()

    assert len(backups_of(desk.files)) == 1
    assert window.frame.line.findChild(QWidget, "status.message").text().startswith("Backed up")


def test_the_palette_offers_one_in_every_language(window, backing):
    assert [command.title for command in window.commands.offered].count("Back up now") == 1

    window.speak(Language.FRENCH)

    assert [command.title for command in window.commands.offered].count("Sauvegarder maintenant") == 1


def test_one_that_is_cancelled_leaves_nothing_and_is_tried_again_later(backing, wait, desk, until_idle):
    backing.make()
    backing.cancel()
    until_idle()
    assert not backing.is_making
    assert not any(shelf_of(desk.files).glob("*"))
    wait(6 * MINUTE)
    assert backups_of(desk.files) == []

    wait(TRIES_AGAIN_AFTER)

    assert len(backups_of(desk.files)) == 1


def test_one_that_fails_is_told_once_it_matters_and_tried_again(window, backing, wait, desk):
    shelf_of(desk.files).write_text("in the way")
    wait(5 * MINUTE)

    assert backing.trouble is not None
    assert warning(window) is not None
    shelf_of(desk.files).unlink()
    wait(TRIES_AGAIN_AFTER)

    assert backing.trouble is None
    assert warning(window) is None
    assert len(backups_of(desk.files)) == 1


def test_a_week_without_a_backup_of_what_changed_shows_a_bar_with_one_thing_to_do(
    window, backing, wait, desk, change
):
    wait(5 * MINUTE)
    for path in shelf_of(desk.files).iterdir():
        path.rename(path.with_name(path.name.replace("2026-11-24", "2026-11-10")))
    change()
    backing.begin()
    wait(timedelta())

    bar = warning(window)

    assert bar is not None
    bar.findChild(QPushButton, "backup.now").click()
    wait(timedelta())
    assert len(backups_of(desk.files)) == 2
    assert warning(window) is None


def test_a_desk_that_rests_for_weeks_is_not_nagged_about(window, backing, wait):
    wait(5 * MINUTE)
    wait(40 * DAY)

    assert warning(window) is None
    assert protection(window) == "Encrypted, backed up 40 days ago"


def test_another_language_says_it_too(window, backing, wait):
    wait(5 * MINUTE)
    window.speak(Language.FRENCH)

    assert protection(window) == "Chiffré, sauvegardé à l’instant"


def test_what_changed_is_backed_up_when_the_program_ends(backing, wait, desk, tasks, change):
    wait(5 * MINUTE)
    change("The very last")
    tasks.close()

    backing.finish()

    newest = backups_of(desk.files)[0]
    copy = open_connection(newest.path, desk.key)
    assert copy.execute("SELECT count(*) FROM person WHERE display_name = 'The very last'").fetchone() == (1,)
    copy.close()


def test_a_program_that_ends_without_changes_makes_none(backing, wait, desk, tasks):
    wait(5 * MINUTE)
    tasks.close()

    backing.finish()

    assert len(backups_of(desk.files)) == 1


def test_ending_is_not_hindered_by_a_backup_that_cannot_be_made(backing, wait, desk, tasks):
    shelf_of(desk.files).write_text("in the way")
    wait(5 * MINUTE)
    tasks.close()

    backing.finish()

    assert backups_of(desk.files) == []


def test_a_backup_of_the_day_before_is_known_at_the_start(window, tasks, clock, until_idle, desk):
    making.back_up(source_of(desk))
    clock.moment += DAY
    backing = Backing(window, tasks, clock)
    backing.begin()
    until_idle()

    assert protection(window) == "Encrypted, backed up 1 day ago"
