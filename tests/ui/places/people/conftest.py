"""A real desk behind the place, kept in a folder of the test, on a fixed day."""

import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.vault import sample_vault
from relationdesk.domain.card import Card
from relationdesk.domain.clock import FixedClock
from relationdesk.ui.places.people.place import PeoplePlace
from relationdesk.ui.tasks import Tasks
from relationdesk.work import people

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))  # the desks of all tests


class Hearing(QObject):
    """Carries what a change touched from the writing thread to the place."""

    heard = Signal(object)


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 11, 24, 9, 30, tzinfo=UTC), ZoneInfo("Europe/Paris"))


@pytest.fixture
def desk(tmp_path, clock):
    files = DeskFiles(tmp_path / "my.desk")
    key = new_key()
    make_desk(files, key, sample_vault(key))
    return Desk(files, key, clock)


@pytest.fixture
def tasks(qapp, desk):
    made = Tasks(reader=lambda: desk.reader, desk=lambda: desk)
    _ = desk.writer
    yield made
    made.close()
    desk.close()
    qapp.processEvents()


@pytest.fixture
def add(desk):
    """Put somebody on the desk."""

    def person(name, **known):
        return people.commands.create_person(desk, Card(display_name=name, **known))

    return person


@pytest.fixture
def place(qtbot, tasks, clock, desk, settled):
    """Show the place as a window, refreshed by every change as the program's window does."""

    kept = []

    def shown(width=1085, height=748):
        made = PeoplePlace(tasks, clock)
        kept.append(made)
        hearing = Hearing(made)
        hearing.heard.connect(made.refresh)
        desk.listen(hearing.heard.emit)
        made.resize(width, height)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        settled()
        return made

    yield shown
    for made in kept:
        # Here and now: left to the collector, it could go on a thread that must not touch a window.
        Shiboken.delete(made)


@pytest.fixture
def settled(qtbot, tasks):
    """Wait until every answer came and is shown."""

    def wait():
        qtbot.waitUntil(lambda: not tasks.is_busy)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not tasks.is_busy)

    return wait


class WindowsShown(QObject):
    """Keeps the names of what is shown as a window: a part that is shown before it has a place flashes up."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def windows_shown(qapp):
    """Look on for the time of a block, and tell which windows were shown in it."""

    @contextmanager
    def looking_on():
        seen = WindowsShown()
        qapp.installEventFilter(seen)
        yield seen.names
        qapp.removeEventFilter(seen)

    return looking_on
