"""The place of the trash on a real desk, refreshed by every change as the window does."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Signal
from shiboken6.Shiboken import delete

from relationdesk.ui.places.trash.place import TrashPlace
from relationdesk.work import people


class Hearing(QObject):
    """Carries what a change touched from the writing thread to the place."""

    heard = Signal(object)


@pytest.fixture
def throw(desk, office):
    """Move people to the trash, the one named last a minute after the others."""

    def thrown(*names):
        for name in names:
            people.commands.trash_person(desk, office.people[name])
            desk.clock.moment += timedelta(minutes=1)

    return thrown


@pytest.fixture
def place(qtbot, tasks, clock, desk, until_idle):
    """Show the place as a window."""
    kept = []

    def shown(width=1085, height=748):
        made = TrashPlace(tasks, clock)
        kept.append(made)
        hearing = Hearing(made)
        hearing.heard.connect(made.refresh)
        desk.listen(hearing.heard.emit)
        made.resize(width, height)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        until_idle()
        made.show_again()
        return made

    yield shown
    for made in kept:
        delete(made)
