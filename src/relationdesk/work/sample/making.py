"""Making a desk of invented people, to look around in."""

from dataclasses import asdict

from sqlalchemy import insert
from sqlmodel import Session

from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.tables import MyDetailsRow
from relationdesk.desk.vault import sample_vault
from relationdesk.domain.clock import Clock
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Source
from relationdesk.work.people.writing import CardWriter
from relationdesk.work.sample.reading import sample_setting, sample_stories
from relationdesk.work.sample.telling import StoryTeller
from relationdesk.work.settings.region import home_region


def make_sample_desk(files: DeskFiles, clock: Clock) -> Desk:
    """Make and open a desk of invented people whose key its vault keeps open.

    Its content depends on nothing but the clock. The sample is the ground that one stands on: there is
    nothing to undo.

    Raises:
        DeskExistsError: a file is there already.
        UnwritableDeskError: the folder cannot be written.
    """
    key = new_key()
    make_desk(files, key, sample_vault(key))
    desk = Desk(files, key, clock)
    try:
        with desk.change(Label.MAKE_SAMPLE) as session:
            _add_consultant(desk, session)
            _add_people(desk, session)
        desk.forget_steps()
    except BaseException:
        desk.close()
        raise
    return desk


def add_sample_people(desk: Desk) -> None:
    """Put the invented people, their clients and their history on an open desk, as one step of undo."""
    with desk.change(Label.MAKE_SAMPLE) as session:
        _add_people(desk, session)


def _add_people(desk: Desk, session: Session) -> None:
    cards = CardWriter(desk, session, region=home_region(desk), source=Source.THEY_SAID)
    StoryTeller(desk, session, cards).tell(sample_setting().organisations, sample_stories())


def _add_consultant(desk: Desk, session: Session) -> None:
    details = {"id": 1, "home_zone": desk.clock.zone().key, **asdict(sample_setting().consultant)}
    session.execute(insert(MyDetailsRow), [details])
