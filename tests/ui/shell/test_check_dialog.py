"""Checking the desk on request."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from relationdesk.desk.backups.making import make_backup
from relationdesk.desk.search_index import check_indexes
from relationdesk.language.words import Language, speaking
from relationdesk.ui.shell.check_dialog import CheckDialog
from relationdesk.work import settings

PAGE = 4096


@pytest.fixture
def checked(qtbot, tasks):
    """The dialog once it has looked at everything."""

    def check():
        dialog = CheckDialog(tasks)
        qtbot.addWidget(dialog)
        dialog.show()
        with qtbot.waitSignal(dialog.checked, timeout=20_000):
            dialog.begin()
        return dialog

    return check


def told(dialog):
    return dialog.findChild(QLabel, "check.told").text()


def lines(dialog):
    card = dialog.findChild(QWidget, "check.lines")
    return [row.accessibleName() for row in card.findChildren(QWidget) if ": " in row.accessibleName()]


def test_a_desk_that_is_well_is_told_line_by_line(checked, desk, clock, until_idle):
    make_backup(desk.files, desk.key, clock.now())
    dialog = checked()

    assert told(dialog) == "Everything is as it should be."
    assert len(lines(dialog)) == 6
    assert "Search index: It finds what is on the desk." in lines(dialog)
    assert not dialog.findChild(QPushButton, "check.go_on").isVisible()
    until_idle()
    assert settings.queries.checked_at(desk.reader) == clock.now()


def test_a_desk_without_a_backup_is_well_and_told_so(checked):
    dialog = checked()

    assert told(dialog) == "The desk is well, and there is something to do."
    assert "Backups: There is no good backup." in lines(dialog)


def test_an_index_that_lies_is_made_anew_and_told(checked, desk, clock):
    make_backup(desk.files, desk.key, clock.now())
    desk.writer._connection.execute(
        "INSERT INTO person_fts(rowid, names_key, city) VALUES (12345, 'nobody', '')"
    )
    dialog = checked()

    assert told(dialog) == "Everything is as it should be again."
    assert "Search index: 1 index did not tell what is on the desk. It was made anew." in lines(dialog)
    assert check_indexes(desk.writer._connection) == []


def test_damage_is_told_and_leads_to_the_ways_on(qtbot, checked, desk, tasks):
    page = desk.reader.number("SELECT rootpage FROM sqlite_schema WHERE name = 'person_kind'")
    desk.writer._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with desk.path.open("r+b") as file:
        file.seek((page - 1) * PAGE + 700)
        file.write(b"\xa5\x5a\xa5")
    dialog = checked()

    assert told(dialog) == "Something is wrong. The desk was left as it is."
    assert any(
        line.startswith("Pages: 1 of ") and "was changed by something else" in line for line in lines(dialog)
    )
    assert settings.queries.checked_at(desk.reader) is None
    with qtbot.waitSignal(tasks.damaged) as damaged:
        qtbot.mouseClick(dialog.findChild(QPushButton, "check.go_on"), Qt.MouseButton.LeftButton)
    assert damaged.args[0].path == desk.path


def test_a_check_that_is_cancelled_says_nothing_more(qtbot, tasks, desk, until_idle):
    dialog = CheckDialog(tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin()
    dialog.reject()
    until_idle()

    assert settings.queries.checked_at(desk.reader) is None


@pytest.mark.parametrize("language", list(Language))
def test_no_name_of_a_line_is_cut(checked, language):
    with speaking(language):
        dialog = checked()

    card = dialog.findChild(QWidget, "check.lines")
    labels = card.findChildren(QLabel)
    assert len(labels) == 12
    assert all(label.width() >= label.minimumSizeHint().width() for label in labels)
