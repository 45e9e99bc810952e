"""The orders in which the list of people may stand."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from relationdesk.desk.reader import Reader
from relationdesk.domain.folding import sort_key


class PeopleOrder(StrEnum):
    """What the list is ordered by; those of whom it is not known stand at the end in either direction.

    What is in touch longest past its rhythm comes first in `IN_TOUCH`.
    """

    NAME = "name"
    TOPIC = "topic"
    PLATFORM = "platform"
    CITY = "city"
    LAST_CONTACT = "last_contact"
    NEXT_STEP = "next_step"
    IN_TOUCH = "in_touch"


_TOPICS: Final = """SELECT person_topic.person_id, topic.name FROM person_topic
    CROSS JOIN topic ON topic.id = person_topic.topic_id ORDER BY person_topic.rank DESC, topic.id DESC"""
_PLATFORMS: Final = "SELECT person_id, platform FROM handle ORDER BY rank DESC, id DESC"
_CITIES: Final = "SELECT id, city FROM person WHERE city <> ''"
_CONTACTS: Final = "SELECT person_id, contact FROM last_talk WHERE contact IS NOT NULL"
_STEPS: Final = "SELECT person_id, min(due_on) FROM follow_up WHERE state = 'open' GROUP BY person_id"
_IN_TOUCH: Final = """SELECT person_id, coalesce(date(day, '+' || distant_after || ' days'), '0')
    FROM last_talk WHERE distant_after IS NOT NULL"""
_EVERYBODY: Final = {
    PeopleOrder.TOPIC: _TOPICS,
    PeopleOrder.PLATFORM: _PLATFORMS,
    PeopleOrder.CITY: _CITIES,
    PeopleOrder.LAST_CONTACT: _CONTACTS,
    PeopleOrder.NEXT_STEP: _STEPS,
    PeopleOrder.IN_TOUCH: _IN_TOUCH,
}
_WORDS: Final = {PeopleOrder.TOPIC, PeopleOrder.PLATFORM, PeopleOrder.CITY}


def ordered(reader: Reader, ids: Sequence[int], order: PeopleOrder, *, is_turned: bool = False) -> list[int]:
    """People who come in the list's order in another one, turned round where that is wanted.

    Those who are alike in it stay in the list's order.
    """
    if order is PeopleOrder.NAME:
        return list(reversed(ids)) if is_turned else list(ids)
    told = {person: value for person, value in reader.stream(_EVERYBODY[order]) if value}
    # Dealt out by what they have, not sorted: one call for all would let no other thread run meanwhile.
    alike: dict[str, list[int]] = {value: [] for value in told.values()}
    unknown: list[int] = []
    for person in ids:
        alike[told[person]].append(person) if person in told else unknown.append(person)
    values = sorted(alike, key=sort_key if order in _WORDS else None, reverse=is_turned)
    return [person for value in values for person in alike[value]] + unknown
