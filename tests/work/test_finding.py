"""Finding people and texts, whatever is typed."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from real_desk import DAY, FULL_CARD
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import Birthday, Card, ContactEntry, HandleEntry, RoleEntry
from relationdesk.domain.texts import clean, cleaned
from relationdesk.domain.vocabulary import ContactKind, InteractionKind
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.cards import cards_of
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.queries import people_count, people_matching, people_named, person_lines
from relationdesk.work.people.record import person_page
from relationdesk.work.search.queries import found

NAMES = ("Léa Marchetti", "Lea Marchand", "Œuvrard Élise", "Zoë Straße", "O'Brien-Łuczak Ana", "Ana (Nord)")


@pytest.fixture
def six(desk: Desk) -> Desk:
    for name in NAMES:
        create_person(desk, Card(display_name=name))
    return desk


def names(desk: Desk, typed: str) -> set[str]:
    return {line.name for line in person_lines(desk.reader, people_matching(desk.reader, typed))}


@pytest.mark.parametrize(
    ("typed", "found_names"),
    [
        ("lea", {"Léa Marchetti", "Lea Marchand"}),
        ("LÉA", {"Léa Marchetti", "Lea Marchand"}),
        ("le\u0301a", {"Léa Marchetti", "Lea Marchand"}),
        ("marche lé", {"Léa Marchetti"}),
        ("oeuv", {"Œuvrard Élise"}),
        ("œUV", {"Œuvrard Élise"}),
        ("strasse", {"Zoë Straße"}),
        ("straße", {"Zoë Straße"}),
        ("zo", {"Zoë Straße"}),
        ("l", {"Léa Marchetti", "Lea Marchand", "O'Brien-Łuczak Ana"}),
        ("o'brien", {"O'Brien-Łuczak Ana"}),
        ("brien luc", {"O'Brien-Łuczak Ana"}),
        ("ana nord", {"Ana (Nord)"}),
        ("nobody", set()),
        ("lea nobody", set()),
        ("'; DROP TABLE person; --", set()),
        ('"', set(NAMES)),
        ("*", set(NAMES)),
        ('lea" OR "zoe', set()),
        ("NEAR(lea zoe)", set()),
        ("AND", set()),
        ("lea AND zoe", set()),
        ("NOT lea", set()),
        ("names_key:lea", set()),
        ("🦊", set(NAMES)),
        ("", set(NAMES)),
    ],
)
def test_the_list_is_filtered_by_the_beginnings_of_words(six: Desk, typed: str, found_names: set[str]):
    assert names(six, typed) == found_names
    assert people_count(six.reader) == len(NAMES)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=40) | st.sampled_from(["\ud800", "a\0b", "\u202ea", "e" + "\u0301" * 999]))
def test_nothing_that_is_typed_breaks_a_search(desk: Desk, typed: str):
    assert people_matching(desk.reader, typed) == []
    assert found(desk.reader, typed, DAY) == []
    assert people_named(desk.reader, typed) == []


def test_a_search_of_a_megabyte_is_answered(six: Desk):
    assert people_matching(six.reader, "lea " * 250_000)
    assert found(six.reader, "x" * 1_000_000, DAY) == []


def test_the_list_is_in_the_order_of_a_reader_of_french(six: Desk):
    lines = person_lines(six.reader, people_matching(six.reader))

    assert [line.name for line in lines] == [
        "Ana (Nord)",
        "Lea Marchand",
        "Léa Marchetti",
        "O'Brien-Łuczak Ana",
        "Œuvrard Élise",
        "Zoë Straße",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "instagram lea.court",
        "lea@marchetti",
        "annecy",
        "trail heb",
        "alpine",
        "huts",
        "running annecy",
        "vip",
    ],
)
def test_people_are_found_by_what_belongs_to_them(desk: Desk, typed: str):
    person = create_person(desk, FULL_CARD)

    assert people_matching(desk.reader, typed) == [person]


@pytest.mark.parametrize("typed", ["cœur", "coeur", "COEUR", "Cœu", "ae"])
def test_a_text_with_a_ligature_is_found_either_way(desk: Desk, add, typed: str):
    person = add("Noor")
    log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text="Un cœur d'or, ex æquo")

    (line,) = found(desk.reader, typed, DAY)
    assert (line.kind, line.person_id) == ("interaction", person)


def test_people_come_before_texts_and_no_more_than_asked(desk: Desk, add):
    person = add("Annecy Martin")
    for number in range(9):
        log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text=f"annecy {number}")

    lines = found(desk.reader, "annecy", DAY, limit=5)

    assert [line.kind for line in lines] == ["person"] + ["interaction"] * 4
    assert "\x02annecy\x03" in lines[1].snippet


@pytest.mark.parametrize(
    ("note", "snippet"),
    [
        ("Wants to test **in the rain**, _not_ here", "Wants to test in the \x02rain\x03, not here"),
        ("![rain](http://evil.example/a.png) fell", "\x02rain\x03 fell"),
        ("[the rain](https://sky.example/rain)", "the \x02rain\x03"),
        ("# Rain\n- rain * 2", "\x02Rain\x03\n• \x02rain\x03 * 2"),
        (
            "![rain](http://one.example/two/three/four/five/six/seven/eight/nine/ten/eleven/twelve.png)",
            "\x02rain\x03…",
        ),
    ],
)
def test_what_was_found_is_told_without_the_signs_of_marking(desk: Desk, add, note: str, snippet: str):
    log_interaction(desk, people=[add("Noor")], kind=InteractionKind.NOTE, text=note)

    assert [line.snippet for line in found(desk.reader, "rain", DAY)] == [snippet]


def test_a_whole_name_is_meant_before_names_that_begin_so(desk: Desk, add):
    whole, longer = add("Jean Martin"), add("Jean Martinez")
    for number in range(3):
        create_person(desk, Card(display_name=f"Aaa {number}", roles=(RoleEntry("Jean Martin"),)))

    assert [line.id for line in people_named(desk.reader, "jean martin")] == [whole]
    assert [line.id for line in people_named(desk.reader, "jean martinE")] == [longer]
    assert len(people_named(desk.reader, "jean")) == 2


def test_two_people_of_one_name_are_both_told(desk: Desk, add):
    add("Marie Petit")
    add("Marié PETIT")

    assert len(people_named(desk.reader, "marie petit")) == 2


def test_signs_alone_mean_whoever_is_called_exactly_that(desk: Desk, add):
    fox = add("🦊")
    add("Noor")

    assert [line.id for line in people_named(desk.reader, "🦊")] == [fox]
    assert people_named(desk.reader, "") == []
    assert people_named(desk.reader, "!?") == []


NASTY = [
    "<b>x</b> &amp; %s {0} #let x $x$",
    "'; DROP TABLE person; --",
    "\u202eevil\u200b",
    "a" + "\u0301" * 10_000,
    "👩‍👩‍👧 🇫🇷",
    "n" * 10_000,
    "a\0b",
    "İı ﬁ ß",
    "line\nbreak\ttab",
]


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
def test_a_card_of_nasty_texts_comes_back_with_all_that_is_seen_of_it(desk: Desk, nasty: str):
    card = Card(
        display_name=nasty,
        given_name=nasty,
        city=nasty,
        how_met=nasty,
        contacts=(
            ContactEntry(ContactKind.LINK, f"javascript:{nasty}"),
            ContactEntry(ContactKind.EMAIL, nasty, label=nasty),
            ContactEntry(ContactKind.PHONE, nasty),
        ),
        handles=(HandleEntry(nasty, nasty),),
        roles=(RoleEntry(nasty, nasty),),
        topics=(nasty.strip(),),
        birthday=Birthday(2, 29),
    )
    person = create_person(desk, card)

    assert list(cards_of(desk.reader, [person])) == [cleaned(card)]
    page = person_page(desk.reader, person, DAY)
    assert page is not None
    assert page.record.name == clean(nasty)
    assert all(line.doubtful for line in page.contacts)


def test_a_lone_surrogate_becomes_the_sign_for_what_cannot_be_read(desk: Desk):
    person = create_person(desk, Card(display_name="half \ud83d"))
    log_interaction(desk, people=[person], kind=InteractionKind.NOTE, text="also \udcff")

    assert [line.name for line in found(desk.reader, "half", DAY)] == ["half \N{REPLACEMENT CHARACTER}"]
    assert [line.snippet for line in found(desk.reader, "also", DAY)] == [
        "\x02also\x03 \N{REPLACEMENT CHARACTER}"
    ]


def test_topics_that_differ_by_case_or_accent_are_one(desk: Desk):
    one = create_person(desk, Card(display_name="One", topics=("Randonnée", "randonnee", " ")))
    two = create_person(desk, Card(display_name="Two", topics=("RANDONNÉE",)))

    assert [card.topics for card in cards_of(desk.reader, [one, two])] == [("Randonnée",), ("Randonnée",)]


def test_a_person_who_is_gone_has_no_page(desk: Desk):
    assert person_page(desk.reader, 404, DAY) is None
    assert list(cards_of(desk.reader, [404])) == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("annec", "\x02Annec\x03y"),
        ("léa annecy", "\x02Annecy\x03"),
        ("hutte", "\x02Hutte\x03s"),
        ("sommet", "Agence \x02Sommet\x03"),
        ("presse", "\x02presse\x03"),
        ("traces", "Instagram · lea.\x02traces\x03"),
        ("marchetti.example", "lea@\x02marchetti\x03.\x02example\x03"),
        ("ANNÉCY", "\x02Annecy\x03"),
        ("annecyy", "\x02Annecy\x03"),
        ("lea", "Huttes"),
    ],
)
def test_a_person_is_told_with_what_the_words_were_found_in(desk: Desk, typed: str, shown: str):
    card = Card(
        display_name="Léa Marchand",
        city="Annecy",
        topics=("Huttes", "Cimes"),
        tags=("presse",),
        roles=(RoleEntry("Agence Sommet"),),
        handles=(HandleEntry("instagram", "lea.traces"),),
        contacts=(ContactEntry(ContactKind.EMAIL, "lea@marchetti.example"),),
    )
    create_person(desk, card)

    (line,) = found(desk.reader, typed, DAY)

    assert (line.kind, line.snippet) == ("person", shown)


def test_where_somebody_belonged_once_is_told_as_such(desk: Desk):
    gone = RoleEntry("Agence Sommet", until=DAY - timedelta(days=1))
    for name, roles in (
        ("Léa Marchand", (gone,)),
        ("Noor Benali", (RoleEntry("Agence Sommet", until=DAY),)),
        ("Yann Corbel", (gone, RoleEntry("Sommet Presse"))),
    ):
        create_person(desk, Card(display_name=name, roles=roles))

    told = {line.name: line.snippet for line in found(desk.reader, "sommet", DAY) if line.kind == "person"}

    assert told == {
        "Léa Marchand": "Agence \x02Sommet\x03 (formerly)",
        "Noor Benali": "Agence \x02Sommet\x03",
        "Yann Corbel": "\x02Sommet\x03 Presse",
    }
