"""Going to a person with a very long history, and the questions of Today, each as its user meets it."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

from figures import Figure, middle, milliseconds, p95
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from setting import Setting

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import InteractionRow
from relationdesk.domain.card import Card
from relationdesk.domain.clock import FixedClock, today
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Audience, Direction, InteractionKind, Tone
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.places.people.place import PeoplePlace
from relationdesk.ui.places.today.list import MOST_ROWS
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.theme import Theme
from relationdesk.ui.widgets.after_painting import AfterPainting
from relationdesk.work.desks import opening
from relationdesk.work.desks.machine import DeskFiles
from relationdesk.work.history.commands import add_interaction
from relationdesk.work.people.commands import create_person
from relationdesk.work.sample.making import make_sample_desk
from relationdesk.work.today.queries import today_page

ENTRIES = 5_000
_ROUNDS = 21
_STARTS = 7


def opening_people(setting: Setting) -> Iterator[Figure]:
    """From the click on somebody to their screen, and what Today asks of the big desk just opened."""
    clock = FixedClock(datetime.now(UTC), ZoneInfo("Europe/Paris"))  # noqa: TID251 - the sample is made for today
    application = QApplication(sys.argv[:1])
    theme = Theme(application)
    desk = make_sample_desk(DeskFiles(setting.passing() / "long.desk"), clock)
    short, long = create_person(desk, Card(display_name="Short")), _with_history(desk)
    tasks: Tasks = Tasks(lambda: desk.reader, lambda: desk)
    place = PeoplePlace(tasks, clock)
    place.resize(1085, 748)
    place.show()
    times: dict[PersonId, list[float]] = {short: [], long: []}
    for person in (long, short):
        _until_shown(place, person)  # the screen and its tabs stand from here on
    for _ in range(_ROUNDS):
        for person in (long, short):
            times[person].append(_until_shown(place, person))
    tasks.close()
    desk.close()
    theme.deleteLater()
    what = f"d. opening a person with {ENTRIES:,} entries, p95"
    yield Figure(what, "ms", p95(times[long]), p95(times[short]), 50)
    asked = [_asking(setting, clock) for _ in range(_STARTS)]
    yield Figure("e. what Today asks of the big desk, just opened", "ms", middle(asked), None, 50)


def _with_history(desk: Desk) -> PersonId:
    person, day = create_person(desk, Card(display_name="Long")), date(2026, 11, 24)
    with desk.change(Label.LOG_INTERACTION) as session:
        for number in range(ENTRIES):
            row = InteractionRow(
                id=desk.fresh_id(),
                kind=InteractionKind.NOTE,
                text=f"Entry {number}: what was said, in a sentence or two as they are written in a hurry.",
                happened_on=day - timedelta(days=number // 3),
                direction=Direction.I_REACHED_OUT,
                tone=Tone.NEITHER,
                audience=Audience.ONLY_ME,
                noted_at=desk.clock.now(),
            )
            add_interaction(desk, session, people=[person], row=row)
    return person


def _until_shown(place: PeoplePlace, person: PersonId) -> float:
    """Milliseconds until somebody's screen is painted."""
    begun = perf_counter()
    place.open_person(person)
    loop = QEventLoop()
    view = place.screen_of_person.view
    while view is None or view.id != person:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        view = place.screen_of_person.view
    AfterPainting(place, loop.quit)
    loop.exec()
    return (perf_counter() - begun) * 1000


def _asking(setting: Setting, clock: FixedClock) -> float:
    desk = opening.open_found(opening.find(DeskFiles(setting.desk(setting.big)), NoKeychain()), clock)
    spent = milliseconds(lambda: today_page(desk.reader, today(clock), most=MOST_ROWS))
    desk.close()
    return spent
