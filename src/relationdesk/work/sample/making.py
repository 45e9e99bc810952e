"""Making a desk of invented people, to look around in."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict

from sqlalchemy import insert
from sqlmodel import Session

from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DeskExistsError, UnwritableDeskError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey, new_key
from relationdesk.desk.making import finish_making, make_desk
from relationdesk.desk.tables import MyDetailsRow
from relationdesk.desk.vault import sample_vault
from relationdesk.domain.clock import Clock
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Source
from relationdesk.work.people.writing import CardWriter
from relationdesk.work.sample.crowd.making import add_crowd
from relationdesk.work.sample.reading import sample_setting, sample_stories
from relationdesk.work.sample.stories import Story
from relationdesk.work.sample.telling import StoryTeller
from relationdesk.work.settings.region import home_region

TOLD_PEOPLE = 60
"""How many people have a story of their own; more are drawn from names and phrases."""


def make_sample_desk(files: DeskFiles, clock: Clock, people: int = TOLD_PEOPLE) -> Desk:
    """Make and open a desk of so many invented people, at least one, whose key its vault keeps open.

    Its content depends on nothing but the clock and the number. The sample is the ground that one stands
    on: there is nothing to undo. It is made under another name, so that a making that fails or is broken
    off leaves nothing.

    Raises:
        DeskExistsError: a file is there already.
        UnwritableDeskError: the folder cannot be written.
        FullDiskError: there is no room.
    """
    if files.desk.exists() or files.vault.exists():
        raise DeskExistsError(files.desk)
    key = new_key()
    aside = DeskFiles(files.desk.with_name(files.desk.name + ".sample"))
    try:
        _remove(aside)
        make_desk(aside, key, sample_vault(key))
        next_id = _tell(aside, key, clock, sample_stories()[:people])
        if people > TOLD_PEOPLE:
            add_crowd(aside, key, clock, people=people - TOLD_PEOPLE, first_id=next_id)
        aside.desk.replace(files.unfinished)
        aside.vault.replace(files.vault)
        finish_making(files)
    except (OSError, UnwritableDeskError) as error:
        raise UnwritableDeskError(files.desk) from error
    finally:
        _remove(aside)
    return Desk(files, key, clock)


def add_sample_people(desk: Desk) -> None:
    """Put the invented people, their clients and their history on an open desk, as one step of undo."""
    with desk.change(Label.MAKE_SAMPLE) as session:
        _add_people(desk, session, sample_stories())


def _tell(files: DeskFiles, key: DeskKey, clock: Clock, stories: Sequence[Story]) -> int:
    """Write the stories; returns an identity above every one in use."""
    desk = Desk(files, key, clock)
    try:
        with desk.change(Label.MAKE_SAMPLE) as session:
            _add_consultant(desk, session)
            _add_people(desk, session, stories)
        return desk.fresh_id()
    finally:
        desk.close()


def _add_people(desk: Desk, session: Session, stories: Sequence[Story]) -> None:
    cards = CardWriter(desk, session, region=home_region(desk), source=Source.THEY_SAID)
    names = {story.name for story in stories}
    told = [story.among(names) for story in stories]
    StoryTeller(desk, session, cards).tell(sample_setting().organisations, told)


def _add_consultant(desk: Desk, session: Session) -> None:
    details = {"id": 1, "home_zone": desk.clock.zone().key, **asdict(sample_setting().consultant)}
    session.execute(insert(MyDetailsRow), [details])


def _remove(files: DeskFiles) -> None:
    for path in (files.desk, files.vault, files.unfinished):
        for beside in ("", "-wal", "-shm"):
            with suppress(OSError):
                path.with_name(path.name + beside).unlink()
