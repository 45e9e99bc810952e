"""The orders in which the list of people may stand."""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Final

from relationdesk.desk.reader import Reader
from relationdesk.domain.folding import sort_key
from relationdesk.work.people.queries import CONTACT


class PeopleOrder(StrEnum):
    """What the list is ordered by; those of whom it is not known stand at the end in either direction."""

    NAME = "name"
    TOPIC = "topic"
    PLATFORM = "platform"
    LAST_CONTACT = "last_contact"
    NEXT_STEP = "next_step"


_FEW: Final = 4_000
"""For so many people each one's last contact is looked up; for more all history is gone through once."""
_TOPICS: Final = """SELECT person_topic.person_id, topic.name FROM person_topic
    CROSS JOIN topic ON topic.id = person_topic.topic_id ORDER BY person_topic.rank DESC, topic.id DESC"""
_PLATFORMS: Final = "SELECT person_id, platform FROM handle ORDER BY rank DESC, id DESC"
_STEPS: Final = "SELECT person_id, min(due_on) FROM follow_up WHERE state = 'open' GROUP BY person_id"
_CONTACTS: Final = f"""SELECT participant.person_id, max(interaction.happened_on)
    FROM interaction CROSS JOIN participant ON participant.interaction_id = interaction.id
    WHERE {CONTACT} GROUP BY participant.person_id"""  # noqa: S608 - a constant
_CONTACTED: Final = f"""SELECT value FROM json_each(:ids) ORDER BY
    (SELECT max(interaction.happened_on) FROM participant
      CROSS JOIN interaction ON interaction.id = participant.interaction_id
      WHERE participant.person_id = value AND {CONTACT}) {{way}} NULLS LAST, key"""  # noqa: S608 - a constant
_EVERYBODY: Final = {
    PeopleOrder.TOPIC: _TOPICS,
    PeopleOrder.PLATFORM: _PLATFORMS,
    PeopleOrder.LAST_CONTACT: _CONTACTS,
    PeopleOrder.NEXT_STEP: _STEPS,
}


def ordered(reader: Reader, ids: Sequence[int], order: PeopleOrder, *, is_turned: bool = False) -> list[int]:
    """People who come in the list's order in another one, turned round where that is wanted.

    Those who are alike in it stay in the list's order.
    """
    if order is PeopleOrder.NAME:
        return list(reversed(ids)) if is_turned else list(ids)
    if order is PeopleOrder.LAST_CONTACT and len(ids) <= _FEW:
        way = "DESC" if is_turned else "ASC"
        return reader.ids(_CONTACTED.format(way=way), ids=json.dumps(list(ids)))
    keys = _keys(reader, order)
    known = sorted((one for one in ids if one in keys), key=keys.__getitem__, reverse=is_turned)
    return known + [one for one in ids if one not in keys]


def _keys(reader: Reader, order: PeopleOrder) -> Mapping[int, str]:
    told = {person: value for person, value in reader.stream(_EVERYBODY[order]) if value}
    if order in {PeopleOrder.TOPIC, PeopleOrder.PLATFORM}:
        key = cache(sort_key)
        return {person: key(value) for person, value in told.items()}
    return told
