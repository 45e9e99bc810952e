"""Taking people, organisations and partnerships off a desk, with everything that is theirs alone."""

import json
from collections.abc import Collection, Mapping
from contextlib import nullcontext

from relationdesk.desk.connection import Connection
from relationdesk.desk.search_index import many_deletions
from relationdesk.domain.ids import PersonId
from relationdesk.domain.mentions import Mention, without

Rows = Mapping[str, Collection[int]]
"""Identities by the name of their table."""
_MANY = 500
"""So many entries of histories are taken out of the search index word by word, and more are struck out."""

_HISTORY = """SELECT DISTINCT interaction_id FROM participant
    WHERE person_id IN (SELECT value FROM json_each(:ids))"""
_HISTORY_OF_NOBODY = """DELETE FROM interaction WHERE id IN (SELECT value FROM json_each(:ids))
    AND NOT EXISTS (SELECT 1 FROM participant WHERE participant.interaction_id = interaction.id)"""
_CAME_IN = """DELETE FROM imported
    WHERE table_name = 'person' AND row_id IN (SELECT value FROM json_each(:ids))"""
_MERGED = """DELETE FROM merged_row WHERE table_name IN ('relation', 'not_same') AND EXISTS (
    SELECT 1 FROM json_each(:ids) AS gone
    WHERE gone.value IN (json_extract(before, '$.person_id'), json_extract(before, '$.other_id')))"""
"""What is kept of people as they were before a merge, where it names somebody who goes."""
_NAMED_BY_NOBODY = """DELETE FROM blob WHERE hash IN (SELECT kept.hash FROM blob AS kept
    WHERE NOT EXISTS (SELECT 1 FROM person WHERE person.picture_hash = kept.hash)
      AND NOT EXISTS (SELECT 1 FROM merged_row WHERE merged_row.picture_hash = kept.hash)
      AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.blob_hash = kept.hash)
      AND NOT EXISTS (SELECT 1 FROM draft WHERE instr(draft.text, kept.hash))
      AND kept.hash NOT IN (SELECT value FROM json_each(:spared)))"""

_NAMING = """SELECT DISTINCT interaction.id, interaction.text
    FROM mention JOIN interaction ON interaction.id = mention.interaction_id
    WHERE mention.person_id = :person"""
_NAMED = "SELECT person_id, name FROM mention WHERE interaction_id = :interaction"
_RETELL = "UPDATE interaction SET text = :text WHERE id = :interaction"


def unname(connection: Connection, person: int) -> None:
    """Take a person's name out of every text that names them, in the caller's transaction."""
    for interaction, text in connection.execute(_NAMING, {"person": person}).fetchall():
        named = connection.execute(_NAMED, {"interaction": interaction}).fetchall()
        mentions = [Mention(PersonId(one), name) for one, name in named]
        told = without(text, mentions, PersonId(person))
        connection.execute(_RETELL, {"interaction": interaction, "text": told})


def remove(connection: Connection, rows: Rows) -> bool:
    """Delete rows in the caller's transaction; whether words wait in the search index to be merged.

    What happened with several people goes with the last of them.
    """
    people = _listed(rows.get("person", ()))
    history = [row[0] for row in connection.execute(_HISTORY, {"ids": people})]
    is_much = len(history) > _MANY
    with many_deletions(connection) if is_much else nullcontext():
        for table, ids in rows.items():
            delete = f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(:ids))"  # noqa: S608 - names of the schema
            connection.execute(delete, {"ids": _listed(ids)})
        connection.execute(_HISTORY_OF_NOBODY, {"ids": _listed(history)})
    connection.execute(_CAME_IN, {"ids": people})
    connection.execute(_MERGED, {"ids": people})
    return is_much


def sweep(connection: Connection, spared: Collection[str] = ()) -> None:
    """Delete the contents that no row names any more; undo must not want them.

    Those that a draft names stay, and those with the hashes `spared`.
    """
    connection.execute(_NAMED_BY_NOBODY, {"spared": json.dumps(list(spared))})


def _listed(ids: Collection[int]) -> str:
    return json.dumps(list(ids))
