"""The program from the sample desk to one's own and back, in one process."""

import gc
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from relationdesk.desk.connection import open_connection
from relationdesk.domain.errors import PastDayError
from relationdesk.language.words import Language, use_language
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.shell.closed_work import ClosedWork
from relationdesk.ui.shell.program import Program
from relationdesk.work.desks import opening
from relationdesk.work.desks.machine import Machine


@pytest.fixture
def program(qapp, clock, tmp_path, monkeypatch):
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
def own(program, tmp_path, clock):
    files = Machine(NoKeychain()).files(tmp_path / "own.desk")
    opening.make(files, clock, NoKeychain(), passphrase="four quiet words here").desk.close()
    return files


def shown(qtbot, name):
    """A part by its name in whatever window is shown, once it is there."""
    found = []

    def look():
        parts = (window.findChild(QWidget, name) for window in QApplication.topLevelWidgets())
        found[:] = [part for part in parts if part is not None and part.isVisible()]
        return bool(found)

    qtbot.waitUntil(look, timeout=20_000)
    return found[0]


def test_the_sample_is_left_for_ones_own_desk_and_visited_again(qtbot, program, own):
    program.begin_sample(own, "")
    qtbot.mouseClick(shown(qtbot, "sample.own"), Qt.MouseButton.LeftButton)

    field = shown(qtbot, "lock.passphrase")
    qtbot.keyClicks(field, "four quiet words here")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.mouseClick(shown(qtbot, "welcome.sample"), Qt.MouseButton.LeftButton)

    assert shown(qtbot, "sample.own").isVisible()


def test_work_that_needs_the_desk_closed_is_done_and_the_desk_opens_again(qtbot, program, own, clock):
    modes = []

    def work(step):
        step(1, 2)
        desk = opening.unlock(opening.found(own), clock, passphrase="four quiet words here")
        desk.reader.close()
        alone = open_connection(own.desk, desk.key)
        modes.append(alone.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
        alone.close()
        return opening.unlock(opening.found(own), clock, passphrase="four quiet words here")

    program.begin(own, "four quiet words here")
    shown(qtbot, "welcome.import")
    program.close_for(ClosedWork("Doing something…", work))

    assert shown(qtbot, "welcome.import").isVisible()
    assert modes == ["delete"]


def test_work_that_is_refused_leaves_the_desk_as_it_was(qtbot, program, own):
    def work(_step):
        raise PastDayError("never")

    program.begin(own, "four quiet words here")
    shown(qtbot, "welcome.import")
    program.close_for(ClosedWork("Doing something…", work))
    qtbot.mouseClick(shown(qtbot, "trouble.again"), Qt.MouseButton.LeftButton)

    assert shown(qtbot, "lock.passphrase").isVisible()


def test_a_passphrase_that_was_given_opens_ones_own_desk_without_a_question(qtbot, program, own):
    program.begin_sample(own, "four quiet words here")

    qtbot.mouseClick(shown(qtbot, "sample.own"), Qt.MouseButton.LeftButton)

    assert shown(qtbot, "welcome.import").isVisible()
