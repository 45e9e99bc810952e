"""Erasing a person from the desk."""

import json
from dataclasses import replace

from relationdesk.desk.connection import Connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.reader import Reader
from relationdesk.desk.removing import remove, sweep, unname
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.folding import fold
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.mentions import without
from relationdesk.domain.noting import read_picks
from relationdesk.work.people.cards import cards_of
from relationdesk.work.people.likeness import marks_of
from relationdesk.work.settings.region import home_region

_KEEP_MARKS = """INSERT OR IGNORE INTO erased (mark, erased_on)
    SELECT DISTINCT keyed_hash(value), :day FROM json_each(:marks)"""
_OUT_OF_TRASH = "UPDATE person SET trashed_at = NULL WHERE id = :id AND trashed_at IS NOT NULL"
"""Nobody in the trash has a card, and what they are known again by comes from it."""
_TEXTS_ABOUT_NOBODY = "SELECT field, subject, text, aside FROM draft WHERE person_id IS NULL"
_TEXTS_NAMING = "SELECT field, subject, text, aside FROM draft WHERE instr(aside, :id)"
_REWRITE = "UPDATE draft SET text = :text, aside = :aside WHERE field = :field AND subject = :subject"
_THROW_AWAY = "DELETE FROM draft WHERE field = :field AND subject = :subject"


def erase(desk: Desk, person_id: PersonId) -> None:
    """Take a person off the desk with all that is theirs alone, so that nothing of it can be read again.

    Neither this nor what was done before can be undone. What happened with others too stays with them. A
    keyed hash of what the person was reached by and called stays, so that an import can warn
    (`queries.erased_among`).

    Raises:
        NotFoundError: there is no such person.
    """
    region = home_region(desk)
    with desk.change_for_good(Label.ERASE_PERSON) as connection:
        if connection.execute("SELECT 1 FROM person WHERE id = :id", {"id": person_id}).fetchone() is None:
            raise NotFoundError("person", person_id)
        connection.execute(_OUT_OF_TRASH, {"id": person_id})
        (card,) = cards_of(Reader(connection, desk.path), [person_id])
        marks = [f"{likeness}:{mark}" for likeness, mark in marks_of(card, region)]
        connection.execute(_KEEP_MARKS, {"marks": json.dumps(marks), "day": desk.today().isoformat()})
        _throw_texts_away(connection, card.display_name)
        _unname_texts(connection, person_id)
        unname(connection, person_id)
        remove(connection, {"person": [person_id]})
        sweep(connection)
    desk.leave_nothing_behind()


def _throw_texts_away(connection: Connection, name: str) -> None:
    """Throw away what is being typed about somebody new of this name; the rest goes with the person."""
    for field, subject, *texts in connection.execute(_TEXTS_ABOUT_NOBODY).fetchall():
        if fold(name) in fold("\n".join(texts)):
            connection.execute(_THROW_AWAY, {"field": field, "subject": subject})


def _unname_texts(connection: Connection, person: PersonId) -> None:
    """Take somebody out of what is being typed about others and names them."""
    for field, subject, text, aside in connection.execute(_TEXTS_NAMING, {"id": str(person)}).fetchall():
        picks = read_picks(aside)
        left = replace(
            picks,
            lines={one: line for one, line in picks.lines.items() if one != person},
            mentions=tuple(mention for mention in picks.mentions if mention.person != person),
        )
        told = without(text, picks.mentions, person)
        place = {"field": field, "subject": subject}
        connection.execute(_REWRITE, {"text": told, "aside": left.written(), **place})
