"""What is done to several people at once: tags, archive and trash, each as one change."""

import json
from collections.abc import Collection

from sqlalchemy import text
from sqlmodel import Session

from relationdesk.desk.desk import Desk
from relationdesk.desk.moments import moment_text
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.folding import fold
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import one_line

_ARCHIVE = "UPDATE person SET archived_at = :now WHERE archived_at IS NULL AND id IN ({ids})"
_UNARCHIVE = "UPDATE person SET archived_at = NULL WHERE archived_at IS NOT NULL AND id IN ({ids})"
_TRASH = "UPDATE person SET trashed_at = :now WHERE trashed_at IS NULL AND id IN ({ids})"
_TAG = "INSERT INTO tag(id, name, name_key) VALUES (:id, :name, :key) ON CONFLICT DO NOTHING"
_GIVE = """INSERT INTO person_tag(person_id, tag_id)
    SELECT person.id, tag.id FROM person CROSS JOIN tag WHERE person.id IN ({ids}) AND tag.name_key = :key
    ON CONFLICT DO NOTHING"""
_TAKE = """DELETE FROM person_tag WHERE tag_id = (SELECT id FROM tag WHERE name_key = :key)
    AND person_id IN ({ids})"""
_IDS = "SELECT value FROM json_each(:ids)"


def archive_people(desk: Desk, people: Collection[PersonId]) -> None:
    """Put people into the archive, where only `is:archived` finds them."""
    with desk.change(Label.ARCHIVE) as session:
        _change(session, _ARCHIVE, people, now=moment_text(desk.clock.now()))


def unarchive_people(desk: Desk, people: Collection[PersonId]) -> None:
    """Bring people back from the archive into the list."""
    with desk.change(Label.UNARCHIVE) as session:
        _change(session, _UNARCHIVE, people)


def trash_people(desk: Desk, people: Collection[PersonId]) -> None:
    """Move people to the trash with everything that belongs to them."""
    with desk.change(Label.MOVE_TO_TRASH) as session:
        _change(session, _TRASH, people, now=moment_text(desk.clock.now()))


def tag_people(desk: Desk, people: Collection[PersonId], name: str) -> None:
    """Give people a tag, which is made when it is new; a tag is the same whatever its accents and case.

    Raises:
        EmptyTextError: the tag is empty.
    """
    key = _key(name)
    with desk.change(Label.TAG_PEOPLE) as session:
        session.execute(text(_TAG), {"id": desk.fresh_id(), "name": one_line(name), "key": key})
        _change(session, _GIVE, people, key=key)


def untag_people(desk: Desk, people: Collection[PersonId], name: str) -> None:
    """Take a tag from people, where they have it.

    Raises:
        EmptyTextError: the tag is empty.
    """
    key = _key(name)
    with desk.change(Label.UNTAG_PEOPLE) as session:
        _change(session, _TAKE, people, key=key)


def _change(session: Session, sql: str, people: Collection[PersonId], **values: object) -> None:
    session.execute(text(sql.format(ids=_IDS)), {"ids": json.dumps(list(people)), **values})


def _key(name: str) -> str:
    key = fold(one_line(name))
    if not key:
        raise EmptyTextError("tag")
    return key
