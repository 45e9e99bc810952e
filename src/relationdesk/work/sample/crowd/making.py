"""Making the crowd: people without number beyond the ones whose stories are told."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from relationdesk.desk.connection import open_connection
from relationdesk.desk.faults import telling_the_world
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.domain.clock import Clock
from relationdesk.work.sample.crowd.agreements import Agreements
from relationdesk.work.sample.crowd.days import day_texts
from relationdesk.work.sample.crowd.draws import Dice, Subject
from relationdesk.work.sample.crowd.history import Entry, History
from relationdesk.work.sample.crowd.knowledge import Knowledge
from relationdesk.work.sample.crowd.members import PEOPLE_FOR_A_LONG_HISTORY, Member, Members
from relationdesk.work.sample.crowd.parts import Parts, crowd_parts
from relationdesk.work.sample.crowd.people import People
from relationdesk.work.sample.crowd.reaching import Reaching
from relationdesk.work.sample.crowd.rows import Line
from relationdesk.work.sample.crowd.speech import home, shared_slots, speech
from relationdesk.work.sample.crowd.surroundings import Surroundings
from relationdesk.work.sample.crowd.writing import many_rows

_BEGINNING = 60
"""What every draw begins with, so that the same crowd comes each time."""


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Everything that turns an identity into the rows of a person."""

    members: Members
    subject: Subject
    people: People
    reaching: Reaching
    agreements: Agreements
    history: History
    knowledge: Knowledge

    def rows(self, member: Member) -> Iterator[Line]:
        self.subject.topic = member.topics[0]
        yield from self.people.rows(member)
        yield from self.reaching.rows(member)
        agreement = self.agreements.begin(member)
        if agreement is not None:
            yield self.agreements.row(member, agreement)
        entries: list[Entry] = []
        yield from self.history.rows(member, agreement, entries)
        yield from self.knowledge.rows(member, entries)


def add_crowd(files: DeskFiles, key: DeskKey, clock: Clock, *, people: int, first_id: int) -> None:
    """Add so many invented people to a desk that nobody has open.

    Their identities begin at `first_id`, above every one in use. The same clock and number give the same
    rows; from 10,000 people on, the first of them is the one with a long history.

    Raises:
        FullDiskError, UnwritableDeskError: the file did not take it; it is not changed.
    """
    connection = open_connection(files.desk, key)
    try:
        with telling_the_world(files.desk), many_rows(connection) as batches:
            dice, ids, parts = Dice(_BEGINNING), count(first_id + people), crowd_parts()
            around = Surroundings(connection, ids, batches.put)
            around.make(dice, parts.world, people)
            crowd = _crowd(dice, parts, clock, around=around, first_id=first_id)
            for member in _members(crowd.members, people, first_id):
                for line in crowd.rows(member):
                    batches.put(line)
    finally:
        connection.close()


def _members(members: Members, people: int, first_id: int) -> Iterator[Member]:
    if people >= PEOPLE_FOR_A_LONG_HISTORY:
        yield members.with_long_history(first_id)
    else:
        yield members.everyday(first_id)
    for identity in range(first_id + 1, first_id + people):
        yield members.everyday(identity)


def _crowd(dice: Dice, parts: Parts, clock: Clock, *, around: Surroundings, first_id: int) -> _Crowd:
    subject, days, ids = Subject(), day_texts(clock), around.ids
    homes = [home(dice, origin) for origin in parts.origins]
    slots = shared_slots(dice, parts, homes, subject)
    english, french = speech(dice, parts.english, slots), speech(dice, parts.french, slots)
    return _Crowd(
        Members(dice, parts.world, homes, english, french),
        subject,
        People(dice, days, around, ids, first_id),
        Reaching(dice, parts.world, days, ids),
        Agreements(dice, days, around, ids),
        History(dice, days, ids, first_id),
        Knowledge(dice, days, ids, clock.zone().key),
    )
