"""How often to be in touch: by tag and by topic, and what of it holds for a person."""

from dataclasses import dataclass

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.cadence import (
    CadenceInForce,
    LabelKind,
    SharedCadence,
    cadence_in_force,
    told_cadence,
)
from relationdesk.domain.ids import PersonId


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A tag or a topic, how many people have it, and how often to be in touch with them, if that is said."""

    kind: LabelKind
    id: int
    name: str
    people: int
    ideal_gap_days: int | None
    longest_gap_days: int | None


@dataclass(frozen=True, slots=True)
class _Shared:
    kind: LabelKind
    name: str
    ideal_gap_days: int
    longest_gap_days: int | None


_SHARED = Statement(
    _Shared,
    """
    SELECT 'tag' AS kind, tag.name AS name, tag.ideal_gap_days AS ideal_gap_days,
      tag.longest_gap_days AS longest_gap_days
    FROM person_tag JOIN tag ON tag.id = person_tag.tag_id
    WHERE person_tag.person_id = :person AND tag.ideal_gap_days IS NOT NULL
    UNION ALL
    SELECT 'topic', topic.name, topic.ideal_gap_days, topic.longest_gap_days
    FROM person_topic JOIN topic ON topic.id = person_topic.topic_id
    WHERE person_topic.person_id = :person AND topic.ideal_gap_days IS NOT NULL
    """,
)
_LABELS = Statement(
    LabelLine,
    """
    SELECT 'tag' AS kind, id, name,
      (SELECT count(*) FROM person_tag WHERE tag_id = tag.id
        AND person_id NOT IN (SELECT id FROM person WHERE trashed_at IS NOT NULL)) AS people,
      ideal_gap_days, longest_gap_days
    FROM tag
    UNION ALL
    SELECT 'topic', id, name,
      (SELECT count(*) FROM person_topic WHERE topic_id = topic.id
        AND person_id NOT IN (SELECT id FROM person WHERE trashed_at IS NOT NULL)),
      ideal_gap_days, longest_gap_days
    FROM topic
    ORDER BY people DESC, kind, name, id
    """,
)


def labels_of_people(reader: Reader) -> list[LabelLine]:
    """Every tag and topic, those of most people first."""
    return reader.ask(_LABELS)


def cadence_of(
    reader: Reader, person_id: PersonId, *, ideal: int | None, longest: int | None
) -> CadenceInForce | None:
    """The cadence that holds for a person whose own gaps are `ideal` and `longest`."""
    shared = (
        SharedCadence(line.kind, line.name, cadence)
        for line in reader.ask(_SHARED, person=person_id)
        if (cadence := told_cadence(line.ideal_gap_days, line.longest_gap_days)) is not None
    )
    return cadence_in_force(ideal, longest, shared)
