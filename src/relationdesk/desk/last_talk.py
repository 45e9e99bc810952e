"""When one last talked with each person, kept beside the person so that a big desk need not look for it.

A row of `last_talk` says the day of the last two-way contact, after how many days without one the person
grows distant, the day of the last contact of any kind, and what kinds of things happened. Permanent triggers
keep it, as they keep the search indexes, so nothing written by any road is missing: they write what a row
tells by itself, and mark as stale whoever's history has to be looked through. That is done once, at the end
of each change. A number that everybody is counted by makes all of them wait instead: they are counted again
some at a time, and a setting of the desk remembers up to whom. What the triggers say is compiled into the
file: whoever changes it here writes a migration.
"""

import json

from relationdesk.desk.connection import Connection
from relationdesk.domain.numbers import KEPT_AS, Numbers
from relationdesk.domain.vocabulary import InteractionKind

MET = """(interaction.kind IN ('meeting', 'call', 'event')
    OR (interaction.direction = 'both' AND interaction.kind NOT IN ('publication', 'parcel')))"""
"""An interaction that is a talk whatever else happened, in SQL, as `domain.talks.is_talk` says it."""
CONTACT = "(interaction.kind <> 'note' OR interaction.direction IN ('theirs', 'both'))"
"""An interaction that was a contact, in SQL: a note that the user writes for themselves is none."""
KIND_BITS = {
    InteractionKind.MEETING: 1,
    InteractionKind.CALL: 2,
    InteractionKind.EMAIL: 4,
    InteractionKind.DIRECT_MESSAGE: 8,
    InteractionKind.EVENT: 16,
    InteractionKind.PARCEL: 32,
    InteractionKind.PUBLICATION: 64,
    InteractionKind.NOTE: 128,
}
"""What each kind of interaction adds to `kinds`; they are kept in the file and never change."""
COUNTED_UP_TO = "last_talk.counted_up_to"
"""The setting with the last person who was counted again; it is there while others wait."""
_UP_TO = f"SELECT CAST(value AS INTEGER) FROM setting WHERE name = '{COUNTED_UP_TO}'"
_MESSAGE = "(interaction.kind IN ('email', 'direct_message') AND interaction.direction IN ('mine', 'theirs'))"


def talks_with(person: str, answer_days: str | int) -> str:
    """The days of the talks with a person, in SQL, as `domain.talks` counts them, one row for each.

    CROSS JOIN keeps SQLite to this order (sqlite.org/optoverview.html, section 8).
    """
    return f"""SELECT happened_on AS day FROM (
        SELECT interaction.happened_on, {MET} AS is_met, interaction.direction = 'theirs' AS is_theirs,
          max(iif({_MESSAGE} AND interaction.direction = 'mine', interaction.happened_on, NULL)) OVER past
            AS mine,
          max(iif({_MESSAGE} AND interaction.direction = 'theirs', interaction.happened_on, NULL)) OVER past
            AS theirs
        FROM participant CROSS JOIN interaction ON interaction.id = participant.interaction_id
        WHERE participant.person_id = {person} AND ({MET} OR {_MESSAGE})
        WINDOW past AS (
          ORDER BY interaction.happened_on RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))
      WHERE is_met
        OR julianday(happened_on) - julianday(iif(is_theirs, mine, theirs)) <= {answer_days}"""


def rebuild_last_talks(connection: Connection) -> None:
    """Make the table's rows and triggers anew from what the others hold, in the caller's transaction."""
    for name, what in _TRIGGERS.items():
        connection.execute(f"DROP TRIGGER IF EXISTS last_talk_{name}")
        connection.execute(f"CREATE TRIGGER last_talk_{name} {what}")
    connection.execute("DELETE FROM last_talk")
    connection.execute(
        f"INSERT INTO last_talk(person_id, day, distant_after, contact, kinds, stale) {_truth(connection)}"
    )
    connection.execute("DELETE FROM setting WHERE name = ?", (COUNTED_UP_TO,))


def settle_last_talks(connection: Connection) -> None:
    """Look through the histories in which a talk came or went, in the caller's transaction."""
    if connection.execute("SELECT 1 FROM last_talk WHERE stale LIMIT 1").fetchone() is None:
        return
    talked = _talked("last_talk.person_id", _answer_days(connection))
    happened = _happened("last_talk.person_id", f"{_CONTACT_DAY}, {_KINDS}")
    connection.execute(
        f"UPDATE last_talk SET day = {talked}, (contact, kinds) = {happened}, stale = 0 WHERE stale"
    )


def count_some_again(connection: Connection, most: int) -> bool:
    """Count up to `most` people again by the number in force, if any wait, in the caller's transaction.

    Returns whether any did; others may wait still.
    """
    waiting = connection.execute(_UP_TO).fetchone()
    if waiting is None:
        return False
    after: int = waiting[0]
    some = "SELECT person_id FROM last_talk WHERE person_id > ? ORDER BY person_id LIMIT ?"
    last = connection.execute(f"SELECT max(person_id) FROM ({some})", (after, most)).fetchone()[0]
    if last is None:
        connection.execute("DELETE FROM setting WHERE name = ?", (COUNTED_UP_TO,))
        return False
    talked = _talked("last_talk.person_id", _answer_days(connection))
    connection.execute(
        f"UPDATE last_talk SET day = {talked} WHERE person_id > ? AND person_id <= ?", (after, last)
    )
    connection.execute("UPDATE setting SET value = ? WHERE name = ?", (str(last), COUNTED_UP_TO))
    return True


def are_last_talks_true(connection: Connection) -> bool:
    """Whether the table tells what the others hold; whoever waits to be counted again may have an old day."""
    wrong = f"""SELECT 1 FROM ({_truth(connection)}) AS truth
        LEFT JOIN last_talk AS told ON told.person_id = truth.person_id
        WHERE (told.person_id, told.day, told.distant_after, told.contact, told.kinds, told.stale)
          IS NOT (truth.person_id, iif(truth.person_id > ({_UP_TO}), told.day, truth.day),
            truth.distant_after, truth.contact, truth.kinds, truth.stale)
        UNION ALL SELECT 1 FROM last_talk WHERE person_id NOT IN (SELECT id FROM person) LIMIT 1"""
    return connection.execute(wrong).fetchone() is None


def _talked(person: str, answer_days: int) -> str:
    return f"(SELECT max(day) FROM ({talks_with(person, answer_days)}))"


_CONTACT_DAY = f"max(iif({CONTACT}, interaction.happened_on, NULL))"
_KINDS = " + ".join(
    f"{bit} * coalesce(max(interaction.kind = '{kind}'), 0)" for kind, bit in KIND_BITS.items()
)


def _happened(person: str, what: str) -> str:
    return f"""(SELECT {what} FROM participant
        CROSS JOIN interaction ON interaction.id = participant.interaction_id
        WHERE participant.person_id = {person})"""


def _truth(connection: Connection) -> str:
    talked = _talked("person.id", _answer_days(connection))
    return f"""SELECT id AS person_id, {talked} AS day, {_distant_after("person")} AS distant_after,
        {_happened("person.id", _CONTACT_DAY)} AS contact, {_happened("person.id", _KINDS)} AS kinds,
        0 AS stale FROM person"""


def _answer_days(connection: Connection) -> int:
    """Within how many days a message is answered, as the user wants it."""
    kept = connection.execute("SELECT value FROM setting WHERE name = ?", (KEPT_AS,)).fetchone()
    try:
        return Numbers.told_by(json.loads(kept[0]) if kept is not None else None).answer_days
    except ValueError:
        return Numbers().answer_days


def _distant_after(person: str) -> str:
    """The longest gap of the cadence that holds for a person, in SQL, as `domain.cadence` chooses it."""
    return f"""CASE WHEN {person}.do_not_contact OR {person}.archived_at IS NOT NULL
            OR {person}.trashed_at IS NOT NULL THEN NULL
        WHEN {person}.ideal_gap_days IS NOT NULL
            THEN coalesce({person}.longest_gap_days, {person}.ideal_gap_days)
        WHEN {person}.longest_gap_days IS NOT NULL THEN NULL
        ELSE (SELECT min(gap) FROM (
            SELECT coalesce(tag.longest_gap_days, tag.ideal_gap_days) AS gap
            FROM person_tag CROSS JOIN tag ON tag.id = person_tag.tag_id
            WHERE person_tag.person_id = {person}.id AND tag.ideal_gap_days IS NOT NULL
            UNION ALL
            SELECT coalesce(topic.longest_gap_days, topic.ideal_gap_days)
            FROM person_topic CROSS JOIN topic ON topic.id = person_topic.topic_id
            WHERE person_topic.person_id = {person}.id AND topic.ideal_gap_days IS NOT NULL)) END"""


def _stale(people: str) -> str:
    return f"UPDATE last_talk SET stale = 1 WHERE NOT stale AND person_id IN ({people})"


def _rhythm_of(people: str) -> str:
    return f"""UPDATE last_talk SET distant_after = {_distant_after("person")} FROM person
        WHERE person.id = last_talk.person_id AND person.id IN ({people})"""


_THERE = "EXISTS (SELECT 1 FROM interaction WHERE id = {}.interaction_id)"
_THEIRS = "SELECT person_id FROM participant WHERE interaction_id = {}.id"
_GAPS = "(OLD.ideal_gap_days, OLD.longest_gap_days) IS NOT (NEW.ideal_gap_days, NEW.longest_gap_days)"
_ALL_AGAIN = f"""INSERT INTO setting(name, value) VALUES ('{COUNTED_UP_TO}', '0')
        ON CONFLICT (name) DO UPDATE SET value = '0'"""
_WITHIN = "iif(json_valid({0}.value), json_extract({0}.value, '$.answer_days'), NULL)"


def _of_label(label: str) -> dict[str, str]:
    """The triggers by which a tag or a topic gives those who have it a rhythm."""
    pair, link = f"person_{label}", f"{label}_id"
    everybody = f"SELECT person_id FROM {pair} WHERE {link} = NEW.id"
    gives = f"(SELECT ideal_gap_days FROM {label} WHERE id = NEW.{link}) IS NOT NULL"
    return {
        f"{label}_given": f"""AFTER INSERT ON {pair} WHEN {gives} BEGIN
            {_rhythm_of("NEW.person_id")}; END""",
        f"{label}_taken": f"AFTER DELETE ON {pair} BEGIN {_rhythm_of('OLD.person_id')}; END",
        f"{label}_moved": f"""AFTER UPDATE OF person_id, {link} ON {pair} BEGIN
            {_rhythm_of("OLD.person_id, NEW.person_id")}; END""",
        f"{label}_came": f"""AFTER INSERT ON {label} WHEN NEW.ideal_gap_days IS NOT NULL BEGIN
            {_rhythm_of(everybody)}; END""",
        f"{label}_changed": f"""AFTER UPDATE OF ideal_gap_days, longest_gap_days ON {label} WHEN {_GAPS} BEGIN
            {_rhythm_of(everybody)}; END""",
    }


_TRIGGERS = {
    "person_came": f"""AFTER INSERT ON person BEGIN
        INSERT INTO last_talk(person_id, day, distant_after, kinds, stale) VALUES (NEW.id, NULL,
          {_distant_after("NEW")}, 0, EXISTS (SELECT 1 FROM participant WHERE person_id = NEW.id)); END""",
    "person_changed": f"""AFTER UPDATE OF
        ideal_gap_days, longest_gap_days, do_not_contact, archived_at, trashed_at ON person BEGIN
        UPDATE last_talk SET distant_after = {_distant_after("NEW")} WHERE person_id = NEW.id; END""",
    "joined": f"""AFTER INSERT ON participant WHEN {_THERE.format("NEW")} BEGIN
        {_stale("NEW.person_id")}; END""",
    "left": f"AFTER DELETE ON participant WHEN {_THERE.format('OLD')} BEGIN {_stale('OLD.person_id')}; END",
    "moved": f"""AFTER UPDATE OF interaction_id, person_id ON participant
        WHEN (OLD.interaction_id, OLD.person_id) <> (NEW.interaction_id, NEW.person_id) BEGIN
        {_stale("OLD.person_id, NEW.person_id")}; END""",
    "happened": f"AFTER INSERT ON interaction BEGIN {_stale(_THEIRS.format('NEW'))}; END",
    "forgotten": f"BEFORE DELETE ON interaction BEGIN {_stale(_THEIRS.format('OLD'))}; END",
    "corrected": f"""AFTER UPDATE OF kind, happened_on, direction ON interaction
        WHEN (OLD.kind, OLD.happened_on, OLD.direction) <> (NEW.kind, NEW.happened_on, NEW.direction) BEGIN
        {_stale(_THEIRS.format("NEW"))}; END""",
    "number_came": f"""AFTER INSERT ON setting WHEN NEW.name = '{KEPT_AS}' BEGIN
        {_ALL_AGAIN}; END""",
    "number_changed": f"""AFTER UPDATE OF value ON setting WHEN NEW.name = '{KEPT_AS}'
          AND {_WITHIN.format("OLD")} IS NOT {_WITHIN.format("NEW")} BEGIN
        {_ALL_AGAIN}; END""",
    "number_gone": f"""AFTER DELETE ON setting WHEN OLD.name = '{KEPT_AS}' BEGIN
        {_ALL_AGAIN}; END""",
    **_of_label("tag"),
    **_of_label("topic"),
}  # fmt: skip
"""The interaction that goes is looked at before it goes: what its end cascades to cannot see it any more."""
