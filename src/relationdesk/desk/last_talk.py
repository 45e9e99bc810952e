"""When one last talked with each person, kept beside the person so that a big desk need not look for it.

A row of `last_talk` says the day of the last two-way contact and after how many days without one the person
grows distant. Permanent triggers keep it, as they keep the search indexes, so nothing written by any road is
missing. What they say is compiled into the file: whoever changes it here writes a migration.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from relationdesk.desk.connection import Connection


def two_way(interaction: str = "interaction") -> str:
    """An interaction that went both ways, in SQL: they met or spoke, or the other side wrote."""
    return f"""({interaction}.kind IN ('meeting', 'call', 'event')
        OR ({interaction}.direction IN ('theirs', 'both')
            AND {interaction}.kind NOT IN ('publication', 'parcel')))"""


def rebuild_last_talks(connection: Connection) -> None:
    """Make the table's rows and triggers anew from what the others hold, in the caller's transaction."""
    for name, what in _TRIGGERS.items():
        connection.execute(f"DROP TRIGGER IF EXISTS last_talk_{name}")
        connection.execute(f"CREATE TRIGGER last_talk_{name} {what}")
    connection.execute("DELETE FROM last_talk")
    connection.execute(f"INSERT INTO last_talk(person_id, day, distant_after) {_TRUTH}")


def are_last_talks_true(connection: Connection) -> bool:
    """Whether the table tells what the others hold."""
    told = "SELECT person_id, day, distant_after FROM last_talk"
    wrong = f"SELECT * FROM ({told} EXCEPT {_TRUTH}) UNION ALL SELECT * FROM ({_TRUTH} EXCEPT {told})"
    return connection.execute(wrong).fetchone() is None


@contextmanager
def counted_once(connection: Connection, people: Collection[int]) -> Iterator[None]:
    """Look for the last talk with `people` once, at the end of a block that takes much of their history away.

    Each row that goes and was the newest makes a trigger look through the rest of the history. A day that is
    not known is nobody's newest, so within the block it does not. Call it inside a transaction.
    """
    names = [(person,) for person in people]
    connection.executemany("UPDATE last_talk SET day = NULL WHERE person_id = ?", names)
    yield
    connection.executemany(f"UPDATE last_talk SET day = {_talked('person_id')} WHERE person_id = ?", names)


def _talked(person: str, but: str = "NULL") -> str:
    """The day of the last talk with a person, in SQL; `but` is an interaction that does not count.

    CROSS JOIN keeps SQLite to this order (sqlite.org/optoverview.html, section 8).
    """
    return f"""(SELECT max(interaction.happened_on) FROM participant
        CROSS JOIN interaction ON interaction.id = participant.interaction_id
        WHERE participant.person_id = {person} AND interaction.id IS NOT {but} AND {two_way()})"""


def _distant_after(person: str) -> str:
    return f"""iif({person}.do_not_contact OR {person}.archived_at IS NOT NULL
        OR {person}.trashed_at IS NOT NULL OR {person}.ideal_gap_days IS NULL,
        NULL, coalesce({person}.longest_gap_days, {person}.ideal_gap_days))"""


_TRUTH = f"SELECT id AS person_id, {_talked('person.id')} AS day, {_distant_after('person')} FROM person"


def _newer(interaction: str, people: str) -> str:
    """A statement that takes a two-way interaction for the last talk of those people for whom it is newer."""
    day = f"{interaction}.happened_on"
    return f"UPDATE last_talk SET day = {day} WHERE {people} AND coalesce(day < {day}, true);"


_JOINED = """UPDATE last_talk SET day = max(coalesce(day, ''), talk.happened_on) FROM interaction AS talk
    WHERE last_talk.person_id = NEW.person_id AND talk.id = NEW.interaction_id AND """ + two_way("talk")
_LEFT = f"""UPDATE last_talk SET day = {_talked("OLD.person_id")} WHERE person_id = OLD.person_id
    AND day = (SELECT happened_on FROM interaction WHERE id = OLD.interaction_id AND {two_way()})
    AND EXISTS (SELECT 1 FROM person WHERE id = OLD.person_id)"""
"""With a person who goes, all of their history goes: then nothing is looked for."""
_THEIRS = "person_id IN (SELECT person_id FROM participant WHERE interaction_id = {}.id)"
_STILL = _THEIRS.format("OLD") + " AND day = OLD.happened_on"
_TRIGGERS = {
    "person_came": f"""AFTER INSERT ON person BEGIN
        INSERT INTO last_talk(person_id, day, distant_after)
        VALUES (NEW.id, {_talked("NEW.id")}, {_distant_after("NEW")}); END""",
    "person_changed": f"""AFTER UPDATE OF
        ideal_gap_days, longest_gap_days, do_not_contact, archived_at, trashed_at ON person BEGIN
        UPDATE last_talk SET distant_after = {_distant_after("NEW")} WHERE person_id = NEW.id; END""",
    "joined": f"AFTER INSERT ON participant BEGIN {_JOINED}; END",
    "left": f"AFTER DELETE ON participant BEGIN {_LEFT}; END",
    "moved": f"""AFTER UPDATE OF interaction_id, person_id ON participant
        WHEN (OLD.interaction_id, OLD.person_id) <> (NEW.interaction_id, NEW.person_id) BEGIN
        {_LEFT}; {_JOINED}; END""",
    "happened": f"""AFTER INSERT ON interaction WHEN {two_way("NEW")} BEGIN
        {_newer("NEW", _THEIRS.format("NEW"))} END""",
    "forgotten": f"""BEFORE DELETE ON interaction WHEN {two_way("OLD")} BEGIN
        UPDATE last_talk SET day = {_talked("last_talk.person_id", "OLD.id")} WHERE {_STILL}; END""",
    "corrected": f"""AFTER UPDATE OF kind, happened_on, direction ON interaction
        WHEN OLD.happened_on <> NEW.happened_on OR {two_way("OLD")} <> {two_way("NEW")} BEGIN
        {_newer("NEW", f"{two_way('NEW')} AND {_THEIRS.format('NEW')}")}
        UPDATE last_talk SET day = {_talked("last_talk.person_id")}
        WHERE {two_way("OLD")} AND {_STILL}; END""",
}  # fmt: skip
"""The interaction that goes is looked at before it goes: what its end cascades to cannot see it any more."""
