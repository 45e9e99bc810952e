"""Taking what is in the trash off the desk, with everything that belongs to it."""

import json
from collections.abc import Collection, Mapping
from contextlib import nullcontext
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from relationdesk.desk.search_index import many_deletions
from relationdesk.work.trash.queries import Kind

Rows = Mapping[Kind, Collection[int]]
_MANY = 500
"""So many entries of histories are taken out of the search index word by word, and more are struck out."""

_HISTORY = text(
    """SELECT DISTINCT interaction_id FROM participant
    WHERE person_id IN (SELECT value FROM json_each(:ids))"""
)
_HISTORY_OF_NOBODY = text(
    """DELETE FROM interaction WHERE id IN (SELECT value FROM json_each(:ids))
    AND NOT EXISTS (SELECT 1 FROM participant WHERE participant.interaction_id = interaction.id)"""
)
_CAME_IN = text(
    """DELETE FROM imported
    WHERE table_name = 'person' AND row_id IN (SELECT value FROM json_each(:ids))"""
)
_NAMED_BY_NOBODY = text(
    """DELETE FROM blob WHERE hash IN (SELECT kept.hash FROM blob AS kept
    WHERE NOT EXISTS (SELECT 1 FROM person WHERE person.picture_hash = kept.hash)
      AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.blob_hash = kept.hash))"""
)


def remove(session: Session, rows: Rows) -> bool:
    """Delete rows with everything that is theirs alone; whether words wait in the search index to be merged.

    What happened with several people goes with the last of them.
    """
    people = _listed(rows.get(Kind.PERSON, ()))
    history = list(session.scalars(_HISTORY, {"ids": people}))
    connection: Any = session.connection().connection.driver_connection
    is_much = len(history) > _MANY
    with many_deletions(connection) if is_much else nullcontext():
        for kind, ids in rows.items():
            delete = text(f"DELETE FROM {kind} WHERE id IN (SELECT value FROM json_each(:ids))")  # noqa: S608 - names of the schema
            session.execute(delete, {"ids": _listed(ids)})
        session.execute(_HISTORY_OF_NOBODY, {"ids": _listed(history)})
    session.execute(_CAME_IN, {"ids": people})
    return is_much


def sweep(session: Session) -> None:
    """Delete the contents that no row names any more; undo must not want them."""
    session.execute(_NAMED_BY_NOBODY)


def _listed(ids: Collection[int]) -> str:
    return json.dumps(list(ids))
