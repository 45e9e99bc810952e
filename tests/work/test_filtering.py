"""Whom the conditions of a filter let through."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from operator import eq, ge, gt, le, lt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from real_desk import DAY, PIXEL, made_in
from relationdesk.desk.desk import Desk
from relationdesk.domain.card import (
    AddressEntry,
    Birthday,
    Card,
    ContactEntry,
    HandleEntry,
    Picture,
    RoleEntry,
)
from relationdesk.domain.filters.clauses import Filter
from relationdesk.domain.filters.completing import choices_at
from relationdesk.domain.filters.operators import Operator, OwnOperator, operator_name, operator_names
from relationdesk.domain.filters.reading import read_filter
from relationdesk.domain.filters.values import closed_values
from relationdesk.domain.ids import OwnFieldId, PersonId
from relationdesk.domain.own_values import is_doubtful, kept
from relationdesk.domain.vocabulary import (
    Action,
    ContactKind,
    Direction,
    InteractionKind,
    OwnKind,
    PersonKind,
    PromiseSide,
    Stage,
)
from relationdesk.language.words import Language
from relationdesk.work.follow_ups.commands import drop_follow_up, make_promise, set_follow_up
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.partnerships.commands import add_partnership, trash_partnership
from relationdesk.work.people import filtering
from relationdesk.work.people.commands import create_person, set_cadence, trash_person
from relationdesk.work.people.conditions import condition_of
from relationdesk.work.people.editing.own_fields import add_own_field, fill_own_field
from relationdesk.work.people.filter_values import place_on
from relationdesk.work.people.filtering import (
    filtered_as_typed,
    filtered_by_name,
    filtered_people,
    own_operators,
    read_on,
)
from relationdesk.work.people.knowledge import remember_fact
from relationdesk.work.people.queries import people_count
from relationdesk.work.people.several import (
    archive_people,
    tag_people,
    trash_people,
    unarchive_people,
    untag_people,
)
from relationdesk.work.people.told import Fact

AGO = {days: DAY - timedelta(days=days) for days in (1, 14, 89, 90, 91, 400)}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Six people of whom each condition tells some apart."""
    desk = made_in(tmp_path_factory.mktemp("office")).opened()
    lea = create_person(
        desk,
        Card(
            display_name="Léa Marchetti",
            city="Annecy",
            kinds=(PersonKind.INFLUENCER,),
            topics=("trail running", "huts"),
            tags=("Fidèle",),
            handles=(HandleEntry("Instagram", "lea.trails"),),
            contacts=(ContactEntry(ContactKind.EMAIL, "lea@trails.example"),),
            birthday=Birthday(2, 29, 1992),
            picture=Picture("image/png", PIXEL),
        ),
    )
    noor = create_person(
        desk,
        Card(
            display_name="Noor Benali",
            kinds=(PersonKind.JOURNALIST, PersonKind.PODCASTER),
            topics=("photography",),
            handles=(HandleEntry("YouTube", "noor"), HandleEntry("Instagram", "noor.b")),
            contacts=(ContactEntry(ContactKind.PHONE, "06 39 98 12 34"),),
            addresses=(AddressEntry("home", "1 rue Haute", "Saint-Étienne", "", "42000", "France"),),
            roles=(RoleEntry("Trail Hebdo"),),
        ),
    )
    remi = create_person(desk, Card(display_name="Rémi Cœur", city="Lyon", topics=("cœur et santé",)))
    sacha = create_person(desk, Card(display_name="Sacha Vidal"))
    gone = create_person(desk, Card(display_name="Gone Away", topics=("trail running",)))
    old = create_person(desk, Card(display_name="Old Friend", topics=("trail running",)))
    trash_person(desk, gone)
    archive_people(desk, [old])

    def log(
        person: PersonId, kind: InteractionKind, day: date, direction: Direction = Direction.BOTH
    ) -> None:
        log_interaction(desk, people=[person], kind=kind, text="x", happened_on=day, direction=direction)

    log(lea, InteractionKind.CALL, AGO[1])
    log(noor, InteractionKind.MEETING, AGO[91])
    log(noor, InteractionKind.NOTE, AGO[1], Direction.I_REACHED_OUT)
    log(remi, InteractionKind.EMAIL, AGO[90])
    for person, due in ((lea, DAY), (noor, AGO[1]), (remi, DAY + timedelta(days=6))):
        set_follow_up(desk, person_id=person, action=Action.CALL, reason="call", due_on=due)
    done = set_follow_up(desk, person_id=sacha, action=Action.CALL, reason="call", due_on=DAY)
    drop_follow_up(desk, done, why="moved away")
    log(sacha, InteractionKind.CALL, AGO[400])
    make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="shoes")
    make_promise(desk, person_id=noor, side=PromiseSide.THEY_OWE, what="figures")
    add_partnership(desk, person_id=lea, client="Salto", title="Shoes", stage=Stage.AGREED)
    trash_partnership(
        desk, add_partnership(desk, person_id=remi, client="Salto", title="No", stage=Stage.AGREED)
    )
    remember_fact(desk, sacha, Fact("size 39"))
    set_cadence(desk, noor, ideal_days=30, longest_days=60)
    set_cadence(desk, lea, ideal_days=30, longest_days=60)
    with desk.writer.transaction() as session:
        session.connection().exec_driver_sql("UPDATE person SET do_not_contact = 1 WHERE id = ?", (sacha,))
    for (field, kind), held in OWN.items():
        own = add_own_field(desk, name=field, kind=kind)
        for person, value in zip((lea, noor, remi, sacha, gone), held, strict=False):
            if value:
                fill_own_field(desk, person, own, value)
    yield desk
    desk.close()


OWN = {
    ("Shoe size", OwnKind.NUMBER): ("39", "41.5", "-3", "39 or 40", "39"),
    ("Contract ends", OwnKind.DAY): ("2026-12-31", "2027-01-15", "", "2027 or so"),
    ("Végan", OwnKind.YES_NO): ("yes", "no", "", "mostly"),
    ("Allergies", OwnKind.TEXT): ("Noix, œufs", "lactose", "", "39"),
    ("2nd phone", OwnKind.TEXT): ("", "Signal"),
    ("City", OwnKind.TEXT): ("Chamonix", "annecy"),
}  # fmt: skip
"""What each own field holds of Léa, Noor, Rémi, Sacha and of who is in the trash."""


LEA, NOOR, REMI, SACHA = "Léa Marchetti", "Noor Benali", "Rémi Cœur", "Sacha Vidal"
EVERYBODY = {LEA, NOOR, REMI, SACHA}


def names(desk: Desk, typed: str, most: int = -1) -> list[str]:
    called = dict(desk.reader.stream("SELECT id, display_name FROM person"))
    return [called[person] for person in filtered_people(desk.reader, typed, DAY, most)]


CASES = [
    ("topic:trail", {LEA}),
    ("topic:running", {LEA}),
    ('topic:"running trail"', {LEA}),
    ("sujet:coeur", {REMI}),
    ("topic:cœur", {REMI}),
    ("tag:fid", {LEA}),
    ("platform:instagram", {LEA, NOOR}),
    ("platform:insta platform:youtube", {NOOR}),
    ("platform:lea", set()),
    ("city:annecy", {LEA}),
    ("ville:saint-etienne", {NOOR}),
    ("ville:etienne", {NOOR}),
    ("city:lea", set()),
    ("organisation:hebdo", {NOOR}),
    ("kind:journalist", {NOOR}),
    ("kind:call", {LEA, SACHA}),
    ("kind:note", {NOOR}),
    ("last:<90d", {LEA, REMI}),
    ("last:>90d", {NOOR, SACHA}),
    ("last:>91d", {SACHA}),
    ("last:>1y", {SACHA}),
    ("last:<2w", {LEA}),
    ("last:never", set()),
    ("-last:<90d", {NOOR, SACHA}),
    ("due:today", {LEA}),
    ("due:late", {NOOR}),
    ("due:week", {LEA, REMI}),
    ("due:none", {SACHA}),
    ("due:2026-11-30", {REMI}),
    ("owes:them", {LEA}),
    ("owes:me", {NOOR}),
    ("stage:agreed", {LEA}),
    ("stage:closed", set()),
    ("has:picture", {LEA}),
    ("has:note", {NOOR}),
    ("has:email", {LEA}),
    ("has:phone", {NOOR}),
    ("has:link", set()),
    ("has:address", {NOOR}),
    ("has:handle", {LEA, NOOR}),
    ("has:birthday", {LEA}),
    ("has:topic", {LEA, NOOR, REMI}),
    ("has:tag", {LEA}),
    ("has:organisation", {NOOR}),
    ("has:preference", set()),
    ("has:fact", {SACHA}),
    ("has:relation", set()),
    ("has:file", set()),
    ("has:followup", {LEA, NOOR, REMI}),
    ("has:promise", {LEA, NOOR}),
    ("has:partnership", {LEA}),
    ("has:rhythm", {LEA, NOOR}),
    ("is:distant", {NOOR}),
    ("is:warm", {LEA}),
    ("est:vivant", {LEA}),
    ("due:tomorrow", set()),
    ("prévu:demain", set()),
    ("is:dnc", {SACHA}),
    ("-is:dnc", {LEA, NOOR, REMI}),
    ("-is:archived", EVERYBODY),
    ("is:archived", {"Old Friend"}),
    ("is:archived topic:trail", {"Old Friend"}),
    ("is:archived friend", {"Old Friend"}),
    ("is:archived lea", set()),
    ("-instagram", {REMI, SACHA}),
    ("-trail", {REMI, SACHA}),
    ('-"trail running"', {NOOR, REMI, SACHA}),
    ("instagram -lea", {NOOR}),
    ("ben platform:instagram", {NOOR}),
    ("instagram has:email", {LEA}),
    ("instagram colour:red", {LEA, NOOR}),
    ("colour:red", EVERYBODY),
    ("is:trashed", EVERYBODY),
    ("martchetti city:annecy", {LEA}),
    ("martchetti city:lyon", set()),
    ("topic:zzz", set()),
    ("shoe-size:39", {LEA}),
    ("SHOE-SIZE:39.0", {LEA}),
    ('"shoe size":39', {LEA}),
    ('"Shoe  size":"> 39"', {NOOR}),
    ("shoe-size:>=39", {LEA, NOOR}),
    ("shoe-size:≥39", {LEA, NOOR}),
    ("shoe-size:<39", {REMI}),
    ("shoe-size:<=39 -vegan:no", {LEA, REMI}),
    ("-shoe-size:39", {NOOR, REMI, SACHA}),
    ("shoe-size:>red", EVERYBODY),
    ("contract-ends:2026-12-31", {LEA}),
    ("contract-ends:>2026-12-31", {NOOR}),
    ("contract-ends:<=31/12/2026", {LEA}),
    ("contract-ends:<2030-01-01", {LEA, NOOR}),
    ("vegan:oui", {LEA}),
    ("végan:yes", {LEA}),
    ("-VEGAN:non", {LEA, REMI, SACHA}),
    ("allergies:oeufs", {LEA}),
    ("allergies:lact", {NOOR}),
    ('allergies:"noix oeuf"', {LEA}),
    ("allergies:39", {SACHA}),
    ('"2nd phone":signal', {NOOR}),
    ("city:chamonix", set()),
    ('"city":chamonix', {LEA}),
    ('"city":annecy lea', set()),
    ('"colour":red', EVERYBODY),
    ("shoe-size:39 lea", {LEA}),
    ("lea shoe-size:", {LEA}),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "expected"), CASES)
def test_a_condition_lets_through_those_it_holds_for(office: Desk, typed: str, expected: set[str]):
    found = names(office, typed)

    assert set(found) == expected
    assert len(found) == len(expected)


def test_the_table_above_asks_every_operator_and_every_thing(office: Desk):
    asked = " ".join(typed for typed, _expected in CASES)

    for operator in Operator:
        assert any(f"{name}:" in asked for name in operator_names(operator))
    for operator in (Operator.HAS, Operator.IS, Operator.DUE, Operator.OWES):
        for name in closed_values(operator, Language.ENGLISH).values():
            assert f"{operator}:{name}" in asked


PIECES = st.lists(st.sampled_from([typed for typed, _expected in CASES]), min_size=1, max_size=3).map(
    " ".join
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=PIECES, most=st.integers(1, 3))
def test_few_and_many_rows_are_asked_in_other_ways_with_the_same_answer(office: Desk, typed: str, most: int):
    everyone = filtered_people(office.reader, typed, DAY)
    answers = []
    for few, many in ((0, 0), (0, 8_000), (1, 1)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(filtering, "FEW", few)
            patch.setattr(filtering, "MANY", many)
            patch.setattr(filtering, "MOST", many)
            answers.append(filtered_people(office.reader, typed, DAY))
    head = filtered_as_typed(office.reader, typed, DAY, most)

    assert answers == [everyone] * 3
    assert head in (everyone[:most], [])
    assert (
        filtered_by_name(office.reader, typed, DAY, most)
        == head[: len(filtered_by_name(office.reader, typed, DAY, most))]
    )


def test_no_condition_goes_through_a_big_table(office: Desk):
    scanned = set()
    for few, many in ((0, 0), (1_500, 8_000)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(filtering, "FEW", few)
            patch.setattr(filtering, "MANY", many)
            patch.setattr(filtering, "MOST", many)
            for typed, _expected in CASES:
                within = filtering.within(office.reader, read_on(office.reader, typed), DAY)
                for sql in (f"SELECT person.id FROM {within.walk}", within.gathered or "SELECT 1"):
                    plan = office.reader._rows(f"EXPLAIN QUERY PLAN {sql}", dict(within.parameters))
                    scanned |= {row[3] for row in plan if row[3].startswith("SCAN")}

    small = ("VIRTUAL", "CONSTANT", "(subquery")
    big = {step for step in scanned if not any(sign in step for sign in small)}
    assert big <= {
        "SCAN person USING COVERING INDEX ix_person_listed",
        "SCAN person USING INDEX ix_person_listed",
        "SCAN person USING INDEX ix_person_sort_key",
        "SCAN person USING INDEX ix_person_picture_hash",
        "SCAN person USING COVERING INDEX ix_person_picture_hash",
        "SCAN promise USING INDEX ix_promise_open",
        "SCAN follow_up USING COVERING INDEX ix_follow_up_next",
        "SCAN follow_up USING INDEX ix_follow_up_next",
        "SCAN follow_up USING INDEX ix_follow_up_open",
    }


@settings(max_examples=150, deadline=None)
@given(
    typed=st.lists(st.decimals(-99, 99, places=2).map(str) | st.text("01.-, e", max_size=8), max_size=6),
    sign=st.sampled_from(["", ">", "<", ">=", "<="]),
    wanted=st.decimals(-99, 99, places=1),
)
def test_numbers_are_compared_as_numbers_and_doubtful_ones_never(
    typed: list[str], sign: str, wanted: Decimal
):
    held = [kept(OwnKind.NUMBER, text) for text in typed if text.strip()]
    compared = {"": eq, ">": gt, "<": lt, ">=": ge, "<=": le}[sign]
    size = OwnOperator(OwnFieldId(1), "Size", OwnKind.NUMBER)
    (condition,) = read_filter(f"size:{sign}{wanted}", [size]).clauses
    asked = condition_of(condition, 0, DAY)
    rows = ", ".join(f"(1, {place}, '{value}')" for place, value in enumerate(held)) or "(2, 0, '')"

    found = numbers(asked.people, rows, asked.parameters)

    assert found == [
        place
        for place, value in enumerate(held)
        if not is_doubtful(OwnKind.NUMBER, value) and compared(Decimal(value), wanted)
    ]


def numbers(question: str, rows: str, parameters: Mapping[str, object]) -> list[int]:
    """Who is found by a question about own values among `rows`, without a desk."""
    memory = dbapi2.connect(":memory:")
    with_rows = f"WITH own_value(own_field_id, person_id, value) AS (VALUES {rows}) {question}"
    found = [row[0] for row in memory.execute(with_rows, dict(parameters))]
    memory.close()
    return sorted(found)


def completed_at_the_end(desk: Desk, text: str, language: Language = Language.ENGLISH) -> list[str]:
    place, values = place_on(desk.reader, text, len(text))
    return [] if place is None else choices_at(place, language, DAY, values)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("lea sho", ["shoe-size:"]),
        ("-cont", ["contract-ends:"]),
        ("ci", ["city:", '"City":']),
        ('"2n', ['"2nd phone":']),
        ('"sh', ["shoe-size:"]),
        ("shoe-size:", ["-3", "39", "41.5"]),
        ("shoe-size:>=4", [">=41.5"]),
        ("contract-ends:<2027", ["<2027-01-15"]),
        ("vegan:", ["yes", "no"]),
        ("allergies:oe", ['"Noix, œufs"']),
        ("allergies:", ["39", '"Noix, œufs"', "lactose"]),
        ('"2nd phone":s', ["Signal"]),
        ("nothing-such:", []),
    ],
)
def test_names_of_own_fields_and_what_they_hold_are_offered(office: Desk, text: str, choices: list[str]):
    assert completed_at_the_end(office, text) == choices
    assert completed_at_the_end(office, "végan:", Language.FRENCH) == ["oui", "non"]


def test_a_choice_is_read_as_the_own_field_that_it_names(office: Desk):
    for field in own_operators(office.reader):
        name = operator_name(field, Language.FRENCH)
        (mistake,) = read_on(office.reader, f"{name}:").mistakes
        assert mistake.operator == field


def test_without_conditions_it_is_what_words_alone_find(office: Desk):
    assert filtering.within(office.reader, Filter("lea"), DAY) is filtering.EVERYONE
    assert len(names(office, "")) == people_count(office.reader) == 4


def test_several_are_archived_trashed_and_tagged_in_one_change_each(office: Desk):
    (lea, noor, *_others) = filtered_people(office.reader, "instagram", DAY)
    before = names(office, "")

    archive_people(office, [lea, noor])
    assert names(office, "") == ["Rémi Cœur", "Sacha Vidal"]
    assert len(names(office, "is:archived")) == 3
    office.undo()
    assert names(office, "") == before
    archive_people(office, [lea, noor])
    unarchive_people(office, [lea])
    assert "Léa Marchetti" in names(office, "")
    office.undo()
    office.undo()
    tag_people(office, [lea, noor], " FIDELE ")
    assert set(names(office, "tag:fidele")) == {LEA, NOOR}
    assert office.reader.number("SELECT count(*) FROM tag") == 1
    untag_people(office, [lea, noor], "fidèle")
    assert names(office, "tag:fidele") == []
    office.undo()
    tag_people(office, [noor], "Nouveau")
    assert names(office, "tag:nouveau") == [NOOR]
    office.undo()
    assert office.reader.number("SELECT count(*) FROM tag") == 1
    trash_people(office, [lea, noor])
    assert set(names(office, "")) == {REMI, SACHA}
    office.undo()
    assert names(office, "") == before
