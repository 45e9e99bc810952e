"""A real desk with the people of a consultant's Tuesday, and the door to it."""

import gc
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.vault import sample_vault
from relationdesk.domain.card import Birthday, Card, HandleEntry
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import Action, Direction, InteractionKind, PromiseSide
from relationdesk.ui.tasks import Tasks
from relationdesk.work import follow_ups, history, partnerships, people

PARIS = ZoneInfo("Europe/Paris")


@dataclass
class Office:
    """A desk, and the people on it by name."""

    desk: Desk
    people: dict[str, PersonId] = field(default_factory=dict)

    def add(self, name, topic="", platform="", **card):
        handles = (HandleEntry(platform, name.split()[0].lower()),) if platform else ()
        topics = (topic,) if topic else ()
        made = Card(display_name=name, topics=topics, handles=handles, **card)
        self.people[name] = people.commands.create_person(self.desk, made)

    def come_back(self, name, action, reason, due_on, due_at=None):
        return follow_ups.commands.set_follow_up(
            self.desk,
            person_id=self.people[name],
            action=action,
            reason=reason,
            due_on=due_on,
            due_at=due_at,
        )

    def happened(self, name, kind, title, on, text=""):
        history.commands.log_interaction(
            self.desk,
            people=[self.people[name]],
            kind=kind,
            text=text,
            happened_on=on,
            title=title,
            direction=Direction.BOTH,
        )

    def promise(self, name, side, what):
        return follow_ups.commands.make_promise(self.desk, person_id=self.people[name], side=side, what=what)

    def open_follow_ups(self, name):
        return follow_ups.queries.open_follow_ups(self.desk.reader, self.people[name])


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 11, 24, 9, tzinfo=PARIS), PARIS)


@pytest.fixture
def desk(tmp_path, clock):
    files, key = DeskFiles(tmp_path / "test.desk"), new_key()
    make_desk(files, key, sample_vault(key))
    opened = Desk(files, key, clock)
    yield opened
    opened.close()


@pytest.fixture
def collecting_here():
    """Garbage with widgets in it is collected on this thread alone, as in the program."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def tasks(qapp, desk, collecting_here):
    """The door to the desk; an error that is ours fails the test that met it."""
    crashes = []
    door = Tasks(reader=lambda: desk.reader, desk=lambda: desk)
    door.crashed.connect(crashes.append)
    yield door
    door.close()
    qapp.processEvents()
    assert crashes == []


@pytest.fixture
def until_idle(qtbot, tasks):
    def wait():
        qtbot.waitUntil(lambda: not tasks.is_busy)

    return wait


@pytest.fixture
def office(desk):
    """Six people to come back to, two of them late, and what was promised."""
    made = Office(desk)
    made.add("Léa Marchetti", "trail running", "Instagram")
    made.add("Théo Bastide", "tech podcast")
    made.add("Aïcha Nouri", "health", "YouTube")
    made.add("Rémi Kowalski", "parenting blog")
    made.add("Jeanne Oury", "fashion", "TikTok", birthday=Birthday(11, 24))
    made.add("Sacha Vidal", "food", "blog + newsletter")
    made.add("Noor Benali", "photography", birthday=Birthday(11, 27, 1996))
    _tell(made)
    return made


def _tell(made):
    made.happened(
        "Léa Marchetti",
        InteractionKind.MEETING,
        "coffee at Salon du Running",
        date(2026, 11, 12),
        "only if she can test them in the rain, not on a treadmill",
    )
    made.happened("Sacha Vidal", InteractionKind.MEETING, "tasting at the mill", date(2026, 9, 21))
    made.come_back("Léa Marchetti", Action.SEND, "You promised the shoes in size 39", date(2026, 11, 20))
    made.come_back(
        "Théo Bastide", Action.THANK, "Thank him for the episode on sleep trackers", date(2026, 11, 23)
    )
    made.come_back(
        "Aïcha Nouri", Action.CALL, "Call about the spring partnership", date(2026, 11, 24), time(17)
    )
    made.come_back("Rémi Kowalski", Action.WRITE, "Ask how the baby monitor test goes", date(2026, 11, 24))
    made.come_back("Noor Benali", Action.WRITE, "Ask for the portraits", date(2026, 11, 27))
    people.commands.set_cadence(made.desk, made.people["Sacha Vidal"], ideal_days=42, longest_days=56)
    made.promise("Léa Marchetti", PromiseSide.I_OWE, "Trail shoes, size 39")
    made.promise("Théo Bastide", PromiseSide.THEY_OWE, "His audience figures")
    partnerships.commands.add_partnership(
        made.desk,
        person_id=made.people["Sacha Vidal"],
        client="Olivade",
        title="Harvest",
        ends_on=date(2026, 11, 30),
    )
