"""Who is past the longest gap that the user wished for."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.today.person_columns import LAST, PLATFORM, TOPIC

MOST_DISTANT: Final = 20


@dataclass(frozen=True, slots=True)
class DistantRow:
    """A person past the longest gap that the user wished for."""

    person_id: PersonId
    name: str
    topic: str
    platform: str
    ideal_gap_days: int
    longest_gap_days: int
    last_two_way: date | None
    last_kind: InteractionKind | None
    last_title: str
    last_text: str
    last_on: date | None


_RHYTHM = """(SELECT ideal FROM (
        SELECT tag.ideal_gap_days AS ideal, coalesce(tag.longest_gap_days, tag.ideal_gap_days) AS longest,
          'tag' AS kind, tag.name AS name
        FROM person_tag CROSS JOIN tag ON tag.id = person_tag.tag_id
        WHERE person_tag.person_id = person.id AND tag.ideal_gap_days IS NOT NULL
        UNION ALL
        SELECT topic.ideal_gap_days, coalesce(topic.longest_gap_days, topic.ideal_gap_days),
          'topic', topic.name
        FROM person_topic CROSS JOIN topic ON topic.id = person_topic.topic_id
        WHERE person_topic.person_id = person.id AND topic.ideal_gap_days IS NOT NULL
      ) ORDER BY longest, ideal, kind, name LIMIT 1)"""
"""The ideal gap of somebody who has none of their own, as `domain.cadence` chooses it."""
_DISTANT = Statement(
    DistantRow,
    f"""
    WITH distant AS MATERIALIZED (
      SELECT last_talk.person_id, last_talk.day AS last_two_way, last_talk.distant_after AS longest
      FROM last_talk
      WHERE last_talk.distant_after IS NOT NULL
        AND coalesce(julianday(:day) - julianday(last_talk.day) > last_talk.distant_after, true)
        AND NOT EXISTS (SELECT 1 FROM follow_up
          WHERE follow_up.person_id = last_talk.person_id AND follow_up.state = 'open')
      ORDER BY last_talk.day, last_talk.person_id
      LIMIT :most OFFSET :passed
    )
    SELECT person.id AS person_id, person.display_name AS name, {TOPIC} AS topic, {PLATFORM} AS platform,
      coalesce(person.ideal_gap_days, {_RHYTHM}) AS ideal_gap_days,
      distant.longest AS longest_gap_days, distant.last_two_way,
      last.kind AS last_kind, coalesce(last.title, '') AS last_title,
      substr(coalesce(last.text, ''), 1, 400) AS last_text, last.happened_on AS last_on
    FROM distant JOIN person ON person.id = distant.person_id {LAST}
    ORDER BY distant.last_two_way, distant.person_id
    """,  # noqa: S608 - constants of this module
)


@dataclass(frozen=True, slots=True)
class _Pressed:
    person_id: PersonId


_PRESSED = Statement(
    _Pressed,
    """
    SELECT DISTINCT participant.person_id AS person_id
    FROM json_each(:ids) AS wanted CROSS JOIN participant ON participant.person_id = wanted.value
      CROSS JOIN interaction ON interaction.id = participant.interaction_id
    WHERE interaction.happened_on > :since AND (interaction.tone = 'asked'
      OR (interaction.kind IN ('email', 'direct_message') AND interaction.direction = 'mine'))
    """,
)
"""Those whom the user asked or wrote to lately: nobody else can be in peace."""


def growing_distant(reader: Reader, day: date, peace_days: int) -> list[DistantRow]:
    """Those with whom nothing is planned and who are not in peace, the longest not talked with first."""
    found: list[DistantRow] = []
    passed = 0
    while len(found) < MOST_DISTANT:
        rows = reader.ask(_DISTANT, day=day, most=MOST_DISTANT, passed=passed)
        found += _not_in_peace(reader, rows, day, peace_days)
        passed += len(rows)
        if len(rows) < MOST_DISTANT:
            break
    return found[:MOST_DISTANT]


def _not_in_peace(reader: Reader, rows: list[DistantRow], day: date, peace_days: int) -> list[DistantRow]:
    ids = f"[{','.join(str(row.person_id) for row in rows)}]"
    pressed = reader.ask(_PRESSED, ids=ids, since=day - timedelta(days=peace_days))
    if not pressed:
        return rows
    from relationdesk.work.people.exchanges import balance_with  # noqa: PLC0415 - few first paints need it

    resting = {
        one.person_id
        for one in pressed
        if balance_with(reader, one.person_id, today=day, peace_days=peace_days).peace is not None
    }
    return [row for row in rows if row.person_id not in resting]
