"""Saving a note, beside a bare commit of the same text to an encrypted file."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from figures import Figure, milliseconds, p95
from setting import Setting

from relationdesk.desk.connection import open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.vault import sample_vault
from relationdesk.domain.card import Card
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person

PEOPLE = 200
NOTES = 400
TEXT = "Talked at the festival about the autumn issue; she would rather record outdoors than in a studio."


def saving_a_note(setting: Setting) -> Iterator[Figure]:
    """The 95th percentile of saving a note, taken in turns with its floor."""
    key = new_key()
    folder = setting.passing()
    files = DeskFiles(folder / "measured.desk")
    make_desk(files, key, sample_vault(key))
    desk = Desk(files, key, FixedClock(datetime(2026, 11, 24, 9, tzinfo=UTC), ZoneInfo("Europe/Paris")))
    people = [create_person(desk, Card(display_name=f"Person {number}")) for number in range(PEOPLE)]
    (folder / "bare.db").touch()
    bare = open_connection(folder / "bare.db", key)
    bare.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")

    def save_note(number: int) -> None:
        person = people[number % PEOPLE]
        log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text=f"{TEXT} {number}")

    def commit_bare(number: int) -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO note (text) VALUES (?)", (f"{TEXT} {number}",))
        bare.execute("COMMIT")

    saving, floor = [], []
    for number in range(NOTES):
        saving.append(milliseconds(lambda number=number: save_note(number)))
        floor.append(milliseconds(lambda number=number: commit_bare(number)))
    bare.close()
    desk.close()
    yield Figure(
        "f. saving a note, beside a bare commit, p95", "ms", p95(saving), p95(floor), 2 * p95(floor) + 2
    )
