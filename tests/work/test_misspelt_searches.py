import pytest

from real_desk import DAY
from relationdesk.domain.card import Card
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.queries import people_matching, person_lines
from relationdesk.work.search.queries import found


@pytest.fixture
def crowd(desk):
    create_person(desk, Card(display_name="Léa Marchetti", topics=("trail running",)))
    create_person(desk, Card(display_name="Rémi Kowalski", topics=("parenting",)))
    create_person(desk, Card(display_name="Noor Benali", notes=("Loves trial versions",)))
    return desk


def names(desk, text):
    return [line.name for line in person_lines(desk.reader, people_matching(desk.reader, text))]


@pytest.mark.parametrize("text", ["marcheti", "lea marhcetti", "trail runing", "Marchétti"])
def test_a_misspelt_name_or_topic_finds_the_person(crowd, text):
    assert names(crowd, text) == ["Léa Marchetti"]


def test_a_word_that_is_there_as_typed_is_never_taken_for_another(crowd):
    assert [line.name for line in found(crowd.reader, "trial", DAY)] == ["Noor Benali"]


def test_what_is_like_nothing_finds_nobody(crowd):
    assert names(crowd, "zzzzzz") == []


def test_a_misspelling_follows_a_changed_desk(crowd):
    assert names(crowd, "bastdie") == []
    create_person(crowd, Card(display_name="Théo Bastide"))

    assert names(crowd, "bastdie") == ["Théo Bastide"]
    crowd.undo()
    assert names(crowd, "bastdie") == []


@pytest.mark.parametrize("typed", ["protocol", "protcol", "PROTOKOL", "prótocol"])
def test_a_misspelt_word_of_a_text_is_forgiven(desk, typed):
    person = create_person(desk, Card(display_name="Sacha Vidal"))
    log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text="Sent the test protocol")

    (line,) = found(desk.reader, typed, DAY)

    assert line.kind == "interaction"
    assert "\x02protocol\x03" in line.snippet
