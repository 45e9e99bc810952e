"""Damage that is met while the window is open leads to the ways on, and what was typed is not lost."""

import gc
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import text

from relationdesk.desk.backups.making import make_backup
from relationdesk.desk.connection import open_connection
from relationdesk.domain.card import Card
from relationdesk.domain.drafts import Draft, DraftField, about_person
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.language.words import Language, use_language
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.shell import desk_check
from relationdesk.ui.shell.program import Program
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.work import people
from relationdesk.work.desks import opening
from relationdesk.work.desks.machine import Machine

PAGE = 4096
PASSPHRASE = "four quiet words here"


@pytest.fixture
def own(tmp_path, clock):
    """A desk with one person, and a backup of it."""
    files = Machine(NoKeychain()).files(tmp_path / "own.desk")
    desk = opening.make(files, clock, NoKeychain(), passphrase=PASSPHRASE).desk
    people.commands.create_person(desk, Card(display_name="Léa Marchetti"))
    key = desk.key
    desk.close()
    make_backup(files, key, clock.now())
    return files


@pytest.fixture
def unread(own):
    """The first page of a table that the window has not asked for."""
    key = opening.key_by(opening.found(own), passphrase=PASSPHRASE)
    raw = open_connection(own.desk, key)
    (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'person_kind'").fetchone()
    raw.close()
    return page


@pytest.fixture
def waiting(qapp, clock, tmp_path, monkeypatch):
    """The program before it has opened anything."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with ExitStack() as held:
        made = Program(qapp, Machine(NoKeychain()), clock, held, carry_out=lambda *_asked, **_printing: 1)
        yield made
        for window in QApplication.topLevelWidgets():
            window.close()
        made.close()
        made.deleteLater()
        qapp.processEvents()
        gc.enable()
    use_language(Language.ENGLISH)


@pytest.fixture
def program(waiting, own, unread):
    """The program with the desk open."""
    waiting.begin(own, PASSPHRASE)
    return waiting


def shown(qtbot, name):
    """A part by its name in whatever window is shown, once it is there."""
    found = []

    def look():
        parts = (window.findChild(QWidget, name) for window in QApplication.topLevelWidgets())
        found[:] = [part for part in parts if part is not None and part.isVisible()]
        return bool(found)

    qtbot.waitUntil(look, timeout=20_000)
    return found[0]


def settled(qtbot, program):
    shown(qtbot, "nav.today")
    qtbot.waitUntil(lambda: not program._tasks.is_busy, timeout=20_000)


def flip_a_bit_of(path, page):
    """As a failing disk does it, behind the back of who has the file open."""
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE + 700)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))


def read_it(program):
    program._tasks.ask(program, lambda reader: reader.ids("SELECT rowid FROM person_kind NOT INDEXED"), print)


def write_it(program):
    def command(desk):
        with desk.change(Label.IMPORT) as session:
            session.execute(text("DELETE FROM person_kind"))

    program._tasks.change(program, command)


@pytest.mark.parametrize("meet", [read_it, write_it])
def test_a_page_that_fails_on_either_thread_leads_to_the_ways_on(qtbot, program, own, unread, meet):
    settled(qtbot, program)
    flip_a_bit_of(own.desk, unread)

    meet(program)

    assert shown(qtbot, "rescue.restore").isEnabled()
    assert program._tasks is None


def test_what_was_typed_stands_there_again_once_the_desk_is_back(qtbot, program, own, unread):
    settled(qtbot, program)
    typed = Draft(about_person(DraftField.NOTE, the_person(qtbot, program)), "half a thought")
    flip_a_bit_of(own.desk, unread)
    drafts_of(program._tasks).write(typed)

    read_it(program)
    qtbot.mouseClick(shown(qtbot, "rescue.restore"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shown(qtbot, "rescue.open"), Qt.MouseButton.LeftButton)
    settled(qtbot, program)

    qtbot.waitUntil(lambda: drafts_of(program._tasks).is_read)
    assert drafts_of(program._tasks).draft(typed.key).text == "half a thought"


def the_person(qtbot, program):
    found = []
    program._tasks.ask(program, lambda reader: reader.ids("SELECT id FROM person"), found.extend)
    qtbot.waitUntil(lambda: bool(found))
    return PersonId(found[0])


def test_a_desk_that_was_cut_off_is_read_through_by_itself(qtbot, waiting, own, unread, monkeypatch):
    monkeypatch.setattr(desk_check, "SOON", 1)
    flip_a_bit_of(own.desk, unread)
    own.desk.with_name(own.desk.name + "-wal").touch()

    waiting.begin(own, PASSPHRASE)

    assert shown(qtbot, "rescue.restore").isEnabled()
