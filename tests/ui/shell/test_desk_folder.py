"""A desk in a folder that a service copies about: it is said, and there is a way out."""

import gc
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from relationdesk.domain.card import Card
from relationdesk.language.words import Language, use_language
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.places.settings.page import PageName
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.program import Program
from relationdesk.work.desks import opening
from relationdesk.work.desks.machine import Machine
from relationdesk.work.people.commands import create_person

PASSPHRASE = "four quiet words here"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for service in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial", "RELATIONDESK_HOME"):
        monkeypatch.delenv(service, raising=False)
    return tmp_path


@pytest.fixture
def begin(qapp, clock, home):
    """Begins the program on a desk, once the one before has ended."""
    begun = []

    def over():
        while begun:
            program, held = begun.pop()
            end(program, qapp)
            held.close()

    def anew(files):
        over()
        held = ExitStack()
        program = Program(qapp, Machine(NoKeychain()), clock, held, carry_out=lambda *_a, **_p: 1)
        begun.append((program, held))
        program.begin(files, PASSPHRASE)
        return program

    yield anew
    over()
    gc.enable()
    use_language(Language.ENGLISH)


def end(program, qapp):
    for window in QApplication.topLevelWidgets():
        window.close()
    program.close()
    program.deleteLater()
    qapp.processEvents()


@pytest.fixture
def files(home, clock):
    """A desk in a folder of Dropbox's, with somebody on it."""
    (home / "Dropbox").mkdir()
    made = Machine(NoKeychain()).files(home / "Dropbox" / "my.desk")
    desk = opening.make(made, clock, NoKeychain(), passphrase=PASSPHRASE).desk
    create_person(desk, Card(display_name="Léa Marchetti"))
    desk.close()
    return made


def shown(qtbot, name):
    """A part by its name in whatever window is shown, once it is there."""
    found = []

    def look():
        parts = (window.findChild(QWidget, name) for window in QApplication.topLevelWidgets())
        found[:] = [part for part in parts if part is not None and part.isVisible()]
        return bool(found)

    qtbot.waitUntil(look, timeout=20_000)
    return found[0]


def click(qtbot, name):
    qtbot.mouseClick(shown(qtbot, name), Qt.MouseButton.LeftButton)


def said(qtbot, window, words):
    def look():
        return any(words in label.text() for label in window.findChildren(QLabel) if label.isVisible())

    qtbot.waitUntil(look, timeout=20_000)


def test_a_service_that_copies_the_desk_about_is_named_and_the_desk_moves_out_of_its_reach(
    qtbot, begin, files, home
):
    program = begin(files)
    bar = shown(qtbot, "folder.offer").parentWidget()
    assert "Dropbox" in " ".join(label.text() for label in bar.findChildren(QLabel))
    program._window.speak(Language.FRENCH)
    said(qtbot, program._window, "Dropbox copie le dossier de votre bureau")
    program._window.speak(Language.ENGLISH)

    click(qtbot, "folder.offer")
    click(qtbot, "folder.move")

    moved = home / "data" / "RelationDesk" / "my.desk"
    qtbot.waitUntil(lambda: program._own[0].desk == moved, timeout=20_000)
    said(qtbot, program._window, f"The desk lies in {moved.parent} now")
    assert program._tasks.is_closed is False
    assert Machine(NoKeychain()).files(files.desk).desk == moved
    assert not files.desk.exists()
    assert program._window.findChild(QWidget, "folder.offer") is None


def test_who_wants_to_hear_no_more_of_it_is_told_no_more(qtbot, begin, files):
    first = begin(files)
    click(qtbot, "folder.offer")
    click(qtbot, "folder.quiet")
    assert first._remembered.is_quiet_about(files.desk)

    second = begin(files)
    second._window.go(PlaceName.SETTINGS)
    place = second._window.rooms.settings
    place.restore(PageName.COMPUTERS)

    told = shown(qtbot, "settings.place.told")
    qtbot.waitUntil(lambda: "Dropbox" in told.text())
    assert second._window.findChild(QWidget, "folder.offer") is None
    assert shown(qtbot, "settings.move").isVisible()


def test_an_ordinary_folder_is_not_spoken_of(qtbot, begin, home, clock):
    made = Machine(NoKeychain()).files(home / "desks" / "my.desk")
    opening.make(made, clock, NoKeychain(), passphrase=PASSPHRASE).desk.close()
    program = begin(made)
    program._window.go(PlaceName.SETTINGS)
    place = program._window.rooms.settings
    place.restore(PageName.COMPUTERS)

    told = shown(qtbot, "settings.place.told")
    qtbot.waitUntil(lambda: told.text().startswith("Nothing but this program"))

    assert program._window.findChild(QWidget, "folder.offer") is None
    assert shown(qtbot, "settings.place").text() == str(made.desk)
    assert not program._window.findChild(QWidget, "settings.move").isVisible()


def test_a_folder_of_a_service_is_not_taken_for_a_safe_one(qtbot, begin, files, home):
    program = begin(files)
    shown(qtbot, "folder.offer")
    (home / "elsewhere" / ".stfolder").mkdir(parents=True)
    folder = next(child for child in program._window.children() if type(child).__name__ == "DeskFolder")

    folder.choose(home / "elsewhere")
    said(qtbot, program._window, "choose another one")
    assert files.desk.exists()

    folder.choose(home / "plain")
    qtbot.waitUntil(lambda: program._own[0].desk == home / "plain" / "my.desk", timeout=20_000)
