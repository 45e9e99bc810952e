"""What is said to go with somebody who is erased is what goes: counted against every table of the desk."""

from datetime import datetime
from itertools import cycle
from zoneinfo import ZoneInfo

import pytest

from relationdesk.desk.catalogue import CATALOGUE, Erase, Undo
from relationdesk.desk.files import DeskFiles
from relationdesk.domain.card import Birthday, Card, ContactEntry, HandleEntry
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.drafts import Draft, DraftField, about_person
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.language.words import Language, speaking
from relationdesk.work import erasing, people, trash
from relationdesk.work.drafts.commands import keep_drafts
from relationdesk.work.erasing.queries import belongings
from relationdesk.work.erasing.sentences import TOLD, UNTOLD, what_goes
from relationdesk.work.people.merging import merge
from relationdesk.work.sample.making import make_sample_desk
from relationdesk.work.trash.queries import Kind

PARIS = ZoneInfo("Europe/Paris")
_GO = {
    name
    for name, table in CATALOGUE.items()
    if table.erase is not Erase.KEEP and table.undo is not Undo.DERIVED and name != "person"
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    files = DeskFiles(tmp_path_factory.mktemp("goes") / "sample.desk")
    made = make_sample_desk(files, FixedClock(datetime(2026, 11, 24, 9, tzinfo=PARIS), PARIS), 300)
    yield made
    made.close()


def counted(desk):
    return {name: desk.reader.number(f"SELECT count(*) FROM {name}") for name in _GO}


def test_every_table_that_goes_with_a_person_is_told_or_says_nothing_of_its_own():
    assert set(TOLD) | UNTOLD == _GO
    assert not set(TOLD) & UNTOLD


def remove_from_trash(desk, person):
    people.commands.trash_person(desk, person)
    trash.commands.remove_for_good(desk, Kind.PERSON, person)


def test_what_is_counted_is_what_goes_erased_or_removed_from_the_trash(sample):
    asked = "SELECT person_id FROM {} GROUP BY person_id ORDER BY count(*) DESC LIMIT 3"
    wanted = [
        person
        for table in ("partnership", "relation", "attachment", "participant")
        for person in sample.reader.ids(asked.format(table))
    ]
    told = set()
    ways = cycle((erasing.commands.erase, remove_from_trash))
    for person, go in zip(map(PersonId, dict.fromkeys(wanted)), ways, strict=False):
        own = belongings(sample.reader, person)
        before = counted(sample)
        go(sample, person)
        after = counted(sample)

        assert own is not None
        assert {name: before[name] - after[name] for name in _GO} == dict(own.counts)
        told |= {name for name, count in own.counts.items() if count}
    assert told > {"contact_point", "handle", "reading", "interaction", "preference", "fact", "relation"}


def test_it_is_said_in_words_of_both_languages(desk):
    card = Card(
        display_name="Éric Dupré",
        birthday=Birthday(2, 3, 1980),
        contacts=(
            ContactEntry(ContactKind.EMAIL, "eric@montagnes.example"),
            ContactEntry(ContactKind.PHONE, "06 39 98 00 12"),
        ),
        handles=(HandleEntry("instagram", "eric.dupre"),),
        topics=("montagne",),
    )
    eric = people.commands.create_person(desk, card)
    other = people.commands.create_person(desk, Card(display_name="Eric D."))
    merge(desk, eric, other, {})
    keep_drafts(desk, [Draft(about_person(DraftField.NOTE, eric), "half a")])

    own = belongings(desk.reader, eric)
    assert own is not None
    assert what_goes(own) == [
        "Of the record: Name, Birthday.",
        "Besides: 2 ways to reach them, 1 account, 1 topic, 1 record merged into theirs, 1 unfinished text.",
    ]
    with speaking(Language.FRENCH):
        french = what_goes(own)
    assert french[0] == "De la fiche\u202f: Nom, Anniversaire."
    assert "2 moyens de les joindre" in french[1]
