"""The place of organisations on a real desk, refreshed by every change as the window does."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6.Shiboken import delete

from relationdesk.domain.vocabulary import RoleKind
from relationdesk.ui.places.organisations.place import OrganisationsPlace
from relationdesk.work.organisations.queries import organisation_page
from relationdesk.work.organisations.roles import add_role
from relationdesk.work.organisations.told import Role
from relationdesk.work.people.knowledge import note_refusal
from relationdesk.work.people.told import Refusal


class Hearing(QObject):
    """Carries what a change touched from the writing thread to the place."""

    heard = Signal(object)


@pytest.fixture
def olivade(desk, office):
    """The client Olivade with people of every kind; its identity."""

    def belongs(name, kind, title="", **when):
        add_role(desk, office.people[name], Role(kind, "Olivade", title, **when))

    day = desk.today()
    belongs("Jeanne Oury", RoleKind.WORKS_FOR, "miller", since=day.replace(day=1))
    belongs("Rémi Kowalski", RoleKind.WORKS_FOR, "taster", until=day.replace(year=2020))
    belongs("Noor Benali", RoleKind.REPRESENTED_BY)
    note_refusal(desk, office.people["Théo Bastide"], Refusal("tastings", "no time", client="Olivade"))
    return desk.reader.number("SELECT id FROM organisation WHERE name = 'Olivade'")


@pytest.fixture
def place(qtbot, tasks, clock, desk, until_idle):
    """Show the place as a window."""
    kept = []

    def shown(width=1085, height=748):
        made = OrganisationsPlace(tasks, clock)
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
        made.setFocus()
        until_idle()
        delete(made)


@pytest.fixture
def head(desk):
    def known(organisation):
        page = organisation_page(desk.reader, organisation)
        return None if page is None else page.head

    return known


@pytest.fixture
def shown(place, olivade, until_idle):
    made = place()
    made.open_organisation(olivade)
    until_idle()
    QApplication.processEvents()
    return made
