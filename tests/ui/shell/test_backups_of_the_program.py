"""The whole program: backed up when it ends, and the whole desk restored from its Settings."""

import gc
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from relationdesk.desk.backups.proving import check_backup
from relationdesk.desk.backups.shelf import backups_of
from relationdesk.desk.files import DeskFiles
from relationdesk.domain.card import Card
from relationdesk.language.words import Language, use_language
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.places.settings.backups_page import BackupsPage
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.program import Program
from relationdesk.work import people
from relationdesk.work.backups.making import back_up
from relationdesk.work.backups.source import source_of
from relationdesk.work.desks import opening
from relationdesk.work.desks.machine import Machine

PASSPHRASE = "four quiet words here"
WAIT = 20_000


@pytest.fixture
def own(tmp_path, clock):
    """A desk with two people, and a backup from when there was one."""
    files = Machine(NoKeychain()).files(tmp_path / "own.desk")
    desk = opening.make(files, clock, NoKeychain(), passphrase=PASSPHRASE).desk
    people.commands.create_person(desk, Card(display_name="Léa Marchetti"))
    back_up(source_of(desk))
    people.commands.create_person(desk, Card(display_name="Since then"))
    desk.close()
    return files


@pytest.fixture
def program(qapp, clock, tmp_path, monkeypatch, own):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with ExitStack() as held:
        made = Program(qapp, Machine(NoKeychain()), clock, held, carry_out=lambda *_asked, **_printing: 1)
        made.begin(own, PASSPHRASE)
        yield made
        for window in QApplication.topLevelWidgets():
            window.close()
        if made._tasks is not None:
            made.close()
        made.deleteLater()
        qapp.processEvents()
        gc.enable()
    use_language(Language.ENGLISH)


def settled(qtbot, program):
    qtbot.waitUntil(
        lambda: program.backing is not None and program.backing.standing is not None, timeout=WAIT
    )
    qtbot.waitUntil(lambda: not program._tasks.is_busy, timeout=WAIT)


def names_on(program):
    found = []
    program._tasks.ask(
        program,
        lambda reader: [name for (name,) in reader.stream("SELECT display_name FROM person ORDER BY id")],
        found.append,
    )
    return found


def visible(kind, name):
    for window in QApplication.topLevelWidgets():
        for part in window.findChildren(kind, name):
            if part.isVisible():
                return part
    return None


def shown(qtbot, kind, name):
    qtbot.waitUntil(lambda: visible(kind, name) is not None, timeout=WAIT)
    return visible(kind, name)


def press(qtbot, name):
    part = shown(qtbot, QWidget, name)
    qtbot.waitUntil(part.isEnabled, timeout=WAIT)
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def page_of(qtbot, program):
    program._window.go(PlaceName.SETTINGS)
    settled(qtbot, program)
    page = program._window.findChild(BackupsPage)
    program._window.rooms.settings.open_page(page)
    qtbot.waitUntil(lambda: not program._tasks.is_busy, timeout=WAIT)
    return page


def test_the_whole_desk_is_restored_from_settings_and_open_again(qtbot, program, own):
    settled(qtbot, program)
    page_of(qtbot, program)
    press(qtbot, "backups.look")
    shown(qtbot, QDialog, "backup.dialog")
    press(qtbot, "backup.restore")
    former = program._window
    press(qtbot, "restore.sure")
    qtbot.waitUntil(lambda: program._window is not None and program._window is not former, timeout=WAIT)
    settled(qtbot, program)

    found = names_on(program)
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT)

    assert found == [["Léa Marchetti"]]
    message = shown(qtbot, QWidget, "status.message").text()
    assert message == "The desk is as it was then; the one of before is kept beside it"
    (kept,) = [path for path in own.desk.parent.glob("own.desk.former-*") if path.suffix != ".vault"]
    key = opening.key_by(opening.found(own), passphrase=PASSPHRASE)
    assert check_backup(kept, key)["person"] == 2
    assert DeskFiles(kept).vault.exists()


def test_a_backup_that_cannot_be_restored_leaves_the_desk_and_says_so(qtbot, program, own):
    settled(qtbot, program)
    page = page_of(qtbot, program)
    path = backups_of(own)[0].path
    content = bytearray(path.read_bytes())
    content[-3000] ^= 1
    path.write_bytes(content)

    page.restore_asked.emit(path)
    shown(qtbot, QWidget, "trouble.again")
    press(qtbot, "trouble.again")
    shown(qtbot, QWidget, "lock.passphrase")

    assert not list(own.desk.parent.glob("*former*"))


def test_what_changed_last_is_in_a_backup_when_the_program_ends(qtbot, program, own):
    settled(qtbot, program)
    program._tasks.change(
        program, lambda desk: people.commands.create_person(desk, Card(display_name="At the very end"))
    )
    qtbot.waitUntil(lambda: not program._tasks.is_busy, timeout=WAIT)
    qtbot.wait(50)

    program._window.close()
    program.close()

    key = opening.key_by(opening.found(own), passphrase=PASSPHRASE)
    assert check_backup(backups_of(own)[0].path, key)["person"] == 3


def test_a_sample_desk_is_not_backed_up(qtbot, qapp, clock, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with ExitStack() as held:
        made = Program(qapp, Machine(NoKeychain()), clock, held, carry_out=lambda *_asked, **_printing: 1)
        made.begin_sample(Machine(NoKeychain()).files(tmp_path / "own.desk"), "")
        shown(qtbot, QWidget, "nav.today")
        assert made.backing is None
        for window in QApplication.topLevelWidgets():
            window.close()
        made.close()
        made.deleteLater()
        qapp.processEvents()
        gc.enable()
