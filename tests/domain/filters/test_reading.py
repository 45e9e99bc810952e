"""What a filter is understood as, whatever is typed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.filters.clauses import (
    Ago,
    Clause,
    Compared,
    Due,
    Filter,
    Has,
    Is,
    Never,
    Owes,
    Sign,
    Unit,
    Wrong,
)
from relationdesk.domain.filters.completing import choices_at, completed, place_at
from relationdesk.domain.filters.mistakes import told_mistake
from relationdesk.domain.filters.operators import (
    Operator,
    OwnOperator,
    operator_name,
    operator_named,
    operator_names,
)
from relationdesk.domain.filters.reading import MOST_CLAUSES, read_filter
from relationdesk.domain.filters.values import closed_values, values_begun
from relationdesk.domain.filters.writing import with_other_name, written_filter
from relationdesk.domain.folding import letters
from relationdesk.domain.ids import OwnFieldId
from relationdesk.domain.own_values import kept
from relationdesk.domain.vocabulary import InteractionKind, OwnKind, PersonKind, Stage
from relationdesk.language.words import Language, speaking

DAY = date(2026, 11, 25)
OWN = tuple(
    OwnOperator(OwnFieldId(number), name, kind)
    for number, (name, kind) in enumerate(
        (
            ("Shoe size", OwnKind.NUMBER),
            ("Dernière revue", OwnKind.DAY),
            ("Végan", OwnKind.YES_NO),
            ("Allergies", OwnKind.TEXT),
            ("2nd phone", OwnKind.TEXT),
            ("City", OwnKind.TEXT),
            ("Taille (cm)", OwnKind.NUMBER),
            ("❤", OwnKind.YES_NO),
            ("“Œuvre” d’Art", OwnKind.TEXT),
        )
    )
)
BY_USER = [one for one in Operator if not closed_values(one, Language.ENGLISH)]
CLOSED = [(one, value) for one in Operator for value in closed_values(one, Language.ENGLISH)]


def one(typed: str) -> Clause:
    read = read_filter(typed)
    assert read.mistakes == ()
    (clause,) = read.clauses
    return clause


@pytest.mark.parametrize(
    ("typed", "operator", "value"),
    [
        ("topic:running", Operator.TOPIC, "running"),
        ('topic:"Trail Running"', Operator.TOPIC, "trail running"),
        ("sujet:« course à pied »", Operator.TOPIC, "course a pied"),
        ("étiquette:fidèle", Operator.TAG, "fidele"),
        ("etiquette:fidele", Operator.TAG, "fidele"),
        ("PLATFORM:Instagram", Operator.PLATFORM, "instagram"),
        ("ville:Saint-Étienne", Operator.CITY, "saint etienne"),
        ("last:>90d", Operator.LAST, Ago(is_longer=True, count=90, unit=Unit.DAY)),
        ("dernier:>90j", Operator.LAST, Ago(is_longer=True, count=90, unit=Unit.DAY)),
        ("last:<2w", Operator.LAST, Ago(is_longer=False, count=2, unit=Unit.WEEK)),
        ("dernier:<2sem", Operator.LAST, Ago(is_longer=False, count=2, unit=Unit.WEEK)),
        ("last:6m", Operator.LAST, Ago(is_longer=False, count=6, unit=Unit.MONTH)),
        ("last:>1y", Operator.LAST, Ago(is_longer=True, count=1, unit=Unit.YEAR)),
        ("dernier:>1an", Operator.LAST, Ago(is_longer=True, count=1, unit=Unit.YEAR)),
        ("last:never", Operator.LAST, Never.NEVER),
        ("dernier:jamais", Operator.LAST, Never.NEVER),
        ("due:today", Operator.DUE, Due.TODAY),
        ("prévu:aujourd’hui", Operator.DUE, Due.TODAY),
        ("due:week", Operator.DUE, Due.WEEK),
        ("prevu:retard", Operator.DUE, Due.LATE),
        ("due:none", Operator.DUE, Due.NONE),
        ("due:2026-12-31", Operator.DUE, date(2026, 12, 31)),
        ("due:31/12/2026", Operator.DUE, date(2026, 12, 31)),
        ("owes:me", Operator.OWES, Owes.ME),
        ("doit:eux", Operator.OWES, Owes.THEM),
        ("stage:agreed", Operator.STAGE, Stage.AGREED),
        ("étape:conclu", Operator.STAGE, Stage.AGREED),
        ("kind:journ", Operator.KIND, PersonKind.JOURNALIST),
        ("kind:call", Operator.KIND, InteractionKind.CALL),
        ("genre:appel", Operator.KIND, InteractionKind.CALL),
        ("has:follow-up", Operator.HAS, Has.FOLLOW_UP),
        ("avec:relance", Operator.HAS, Has.FOLLOW_UP),
        ("is:do-not-contact", Operator.IS, Is.DO_NOT_CONTACT),
        ("est:ne-pas-contacter", Operator.IS, Is.DO_NOT_CONTACT),
    ],
)
def test_an_operator_of_either_language_is_understood_in_both(typed: str, operator: Operator, value: object):
    for language in Language:
        with speaking(language):
            assert one(typed) == Clause(operator, value)
            assert one(f"-{typed}") == Clause(operator, value, is_not=True)


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("shoe-size:39", 0, Compared(Sign.EQUAL, "39")),
        ('"Shoe size":>=39,5', 0, Compared(Sign.AT_LEAST, "39.5")),
        ("« shoe  SIZE »:≤39", 0, Compared(Sign.AT_MOST, "39")),
        ("Derniere-revue:<31/12/2026", 1, Compared(Sign.UNDER, "2026-12-31")),
        ('dernière-revue:"> 2026-12-31"', 1, Compared(Sign.OVER, "2026-12-31")),
        ("vegan:OUI", 2, "yes"),
        ("végan:no", 2, "no"),
        ('allergies:"Noix de Pécan"', 3, "noix de pecan"),
        ("allergies:>red", 3, "red"),
        ('"2nd phone":x', 4, "x"),
        ('"city":x', 5, "x"),
        ("taille-cm:>170", 6, Compared(Sign.OVER, "170")),
        ('"❤":oui', 7, "yes"),
        ("oeuvre-d-art:x", 8, "x"),
    ],
)
def test_a_field_of_the_users_is_named_by_its_words(typed: str, field: int, value: object):
    for language in Language:
        with speaking(language):
            read = read_filter(f"lea -{typed}", OWN)
            assert read == Filter("lea", (), (Clause(OWN[field], value, is_not=True),))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("shoe-size:>red", Wrong.VALUE),
        ("dernière-revue:tomorrow", Wrong.VALUE),
        ("dernière-revue:2026-02-30", Wrong.VALUE),
        ("végan:>yes", Wrong.VALUE),
        ("végan:perhaps", Wrong.VALUE),
        ("allergies:///", Wrong.VALUE),
        ("shoe-size:", Wrong.EMPTY),
        ("végan:", Wrong.EMPTY),
        ("size:39", Wrong.OPERATOR),
        ('"topic":red', Wrong.FIELD),
    ],
)
def test_what_a_field_of_the_users_does_not_hold_is_told_in_both_languages(typed: str, why: Wrong):
    (mistake,) = read_filter(f"{typed} lea", OWN).mistakes

    assert (mistake.why, mistake.start, mistake.end) == (why, 0, len(typed))
    sentences = set()
    for language in Language:
        with speaking(language):
            sentences.add(told_mistake(mistake))
    assert len(sentences) == len(Language)


def test_what_is_built_in_wins_over_a_field_of_that_name_unless_it_is_quoted():
    assert one("city:x").operator is Operator.CITY
    assert read_filter("city:x ville:x", OWN).clauses[0].operator is Operator.CITY
    assert {operator_name(field, Language.ENGLISH) for field in OWN} == {
        "shoe-size", "dernière-revue", "végan", "allergies", '"2nd phone"', '"City"', "taille-cm", '"❤"',
        "œuvre-d-art",
    }  # fmt: skip


def test_a_wrong_number_says_what_would_be_right():
    (mistake,) = read_filter("shoe-size:>red", OWN).mistakes

    assert told_mistake(mistake) == (
        "“shoe-size:” compares numbers, so “>red” was left out. Write 39, >38 or <=40.5."
    )


def test_free_words_stand_beside_operators_in_any_order():
    read = read_filter('lea topic:"trail running" marche -instagram -platform:tiktok')

    assert read.words == "lea marche"
    assert read.without == ("instagram",)
    assert [(one.operator, one.is_not) for one in read.clauses] == [
        (Operator.TOPIC, False),
        (Operator.PLATFORM, True),
    ]


@pytest.mark.parametrize(
    "typed",
    ["http://trails.example/lea", "names_key:lea", "12:30", "lea:", "O'Brien-Łuczak", "a - b", "-12", '"'],
)
def test_what_only_looks_like_an_operator_is_words(typed: str):
    read = read_filter(typed)

    assert (read.clauses, read.mistakes, read.without) == ((), (), ())


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("colour:red", Wrong.OPERATOR),
        ("kind:wizard", Wrong.VALUE),
        ("last:soon", Wrong.VALUE),
        ("last:>90", Wrong.VALUE),
        ("due:2026-02-30", Wrong.VALUE),
        ("topic:", Wrong.EMPTY),
        ("topic:///", Wrong.VALUE),
        ("has:p", Wrong.SEVERAL),
        ("is:trashed", Wrong.TRASH),
        ("est:corbeille", Wrong.TRASH),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_the_rest_filters(typed: str, why: Wrong):
    read = read_filter(f"lea {typed} city:annecy")

    (mistake,) = read.mistakes
    assert (mistake.why, mistake.start, mistake.end) == (why, 4, 4 + len(typed))
    assert read.words == "lea"
    assert read.clauses == (Clause(Operator.CITY, "annecy"),)
    sentences = set()
    for language in Language:
        with speaking(language):
            sentences.add(told_mistake(mistake))
    assert len(sentences) == len(Language)


def test_more_conditions_than_a_filter_takes_are_told():
    read = read_filter(" ".join(f"topic:a{n}" for n in range(MOST_CLAUSES + 2)))

    assert len(read.clauses) == MOST_CLAUSES
    assert {mistake.why for mistake in read.mistakes} == {Wrong.TOO_MANY}


@pytest.mark.parametrize(
    ("typed", "since"),
    [
        (">90d", date(2026, 8, 27)),
        ("<2w", date(2026, 11, 11)),
        (">6m", date(2026, 5, 25)),
        (">1y", date(2025, 11, 25)),
        (">9999y", date.min),
        (">999999999m", date(1193, 8, 25)),
    ],
)
def test_a_span_begins_on_a_day(typed: str, since: date):
    assert one(f"last:{typed}").value.since(DAY) == since


def test_every_name_of_an_operator_and_of_a_value_means_one_thing():
    for operator in Operator:
        for name in operator_names(operator):
            assert operator_named(name) is operator
        for language in Language:
            for value, name in closed_values(operator, language).items():
                assert values_begun(operator, name) == [value]


PLAIN = st.text("abcdeéœ ", min_size=1, max_size=12).map(letters).filter(bool)
NUMBERS = st.decimals(-(10**6), 10**6, places=2).map(lambda number: kept(OwnKind.NUMBER, str(number)))
CLAUSES = st.one_of(
    st.builds(Clause, st.sampled_from(BY_USER), PLAIN, st.booleans()),
    st.sampled_from(CLOSED).flatmap(lambda pair: st.builds(Clause, *map(st.just, pair), st.booleans())),
    st.builds(
        Clause,
        st.just(Operator.LAST),
        st.builds(Ago, st.booleans(), st.integers(0, 9999), st.sampled_from(Unit)),
        st.booleans(),
    ),
    st.builds(Clause, st.just(Operator.DUE), st.dates(min_value=date(1000, 1, 1)), st.booleans()),
    st.builds(Clause, st.sampled_from([OWN[3], OWN[4], OWN[5], OWN[8]]), PLAIN, st.booleans()),
    st.builds(Clause, st.sampled_from([OWN[2], OWN[7]]), st.sampled_from(["yes", "no"]), st.booleans()),
    st.builds(
        Clause,
        st.sampled_from([OWN[0], OWN[6]]),
        st.builds(Compared, st.sampled_from(Sign), NUMBERS),
        st.booleans(),
    ),
    st.builds(
        Clause,
        st.just(OWN[1]),
        st.builds(Compared, st.sampled_from(Sign), st.dates().map(date.isoformat)),
        st.booleans(),
    ),
)
FILTERS = st.builds(
    Filter,
    PLAIN,
    st.lists(PLAIN, max_size=2).map(tuple),
    st.lists(CLAUSES, max_size=5).map(tuple),
)


@given(FILTERS, st.sampled_from(Language))
def test_what_is_written_is_read_again_as_the_same(wanted: Filter, language: Language):
    with speaking(language):
        assert read_filter(written_filter(wanted, language), OWN) == wanted


@given(FILTERS, st.sampled_from(OWN), st.sampled_from(["Pointure", "2nd size", "Kind", "Côté (cm)"]))
def test_a_field_that_is_called_otherwise_asks_the_same(wanted: Filter, of: OwnOperator, name: str):
    called = replace(of, name=name)
    now = tuple(called if one == of else one for one in OWN)
    expected = tuple(replace(one, operator=called) if one.operator == of else one for one in wanted.clauses)

    typed = with_other_name(written_filter(wanted), OWN, of, name)

    assert read_filter(typed, now) == replace(wanted, clauses=expected)


ANY = st.text(max_size=80) | st.lists(
    st.sampled_from(
        [
            '"',
            "-",
            ":",
            "topic",
            "last:",
            ">",
            "９d",
            "«",
            " ",
            "is:",
            "a",
            "\0",
            "\ud800",
            "shoe-size:",
            "végan:",
        ]
    )
).map("".join)


@given(ANY, st.integers(0, 90))
def test_no_text_fails(typed: str, cursor: int):
    read = read_filter(typed, OWN)

    assert read_filter(written_filter(read), OWN).clauses == read.clauses
    for mistake in read.mistakes:
        assert told_mistake(mistake)
        assert typed[mistake.start : mistake.end]
    place = place_at(typed, cursor, OWN)
    if place is not None:
        for choice in choices_at(place, Language.FRENCH, DAY, ["Annecy"]):
            assert completed(typed, place, choice)[0].startswith(typed[: place.start])


def test_a_text_of_a_megabyte_is_read():
    assert read_filter("topic:a " * 125_000).clauses
    assert read_filter("x" * 1_000_000).words


def offered(text: str, language: Language = Language.ENGLISH, *values: str) -> list[str]:
    place = place_at(text, len(text))
    return [] if place is None else choices_at(place, language, DAY, values)


def test_an_operator_that_is_begun_is_offered_in_the_language_that_is_spoken():
    assert offered("lea to") == ["topic:"]
    assert offered("lea su", Language.FRENCH) == ["sujet:"]
    assert offered("-pl") == ["platform:"]
    assert offered("le") == []
    assert offered("t") == []


def test_values_are_offered_as_they_are_typed():
    assert offered("owes:") == ["me", "them"]
    assert offered("étape:pub", Language.FRENCH) == ["publié"]
    assert offered("has:p") == ["picture", "phone", "preference", "promise", "partnership"]
    assert offered("last:>") == [">30d", ">90d", ">6m", ">1y"]
    assert offered("topic:tr", Language.ENGLISH, "Trail running", "Travel") == ['"Trail running"', "Travel"]
    assert offered("due:")[-1] == "2026-12-02"


def test_what_is_chosen_takes_the_place_of_what_was_begun():
    text = "lea topic:tr paris"
    place = place_at(text, 12)

    assert completed(text, place, '"Trail running"') == ('lea topic:"Trail running" paris', 26)
    assert completed("-pl", place_at("-pl", 3), "platform:") == ("-platform:", 10)
    assert completed("is:ar", place_at("is:ar", 5), "archived") == ("is:archived ", 12)
