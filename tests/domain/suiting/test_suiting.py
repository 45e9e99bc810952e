"""What would suit a person: worked cases, and what holds whatever is known."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from building import LATELY, TODAY, accepts, fact, known, leaning, no_to, past
from cases import CASES, Case

from relationdesk.domain.numbers import Numbers
from relationdesk.domain.suiting.answer import Answer, Instead, Origin, OriginKind
from relationdesk.domain.suiting.judging import what_would_suit
from relationdesk.domain.suiting.question_words import question_text
from relationdesk.domain.suiting.wording import origin_text, sentence
from relationdesk.domain.vocabulary import Reward, Source, Stage
from relationdesk.language.words import Language, speaking


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_known_becomes_these_sentences(case: Case):
    answer = what_would_suit(case.known, TODAY)

    assert sentences(answer, Language.ENGLISH) == case.english
    assert sentences(answer, Language.FRENCH) == case.french


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_sentence_rests_on_these_rows(case: Case):
    answer = what_would_suit(case.known, TODAY)

    assert [rests_on(clause.origins) for clause in answer.clauses] == case.rests_on


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_this_is_to_be_asked(case: Case):
    answer = what_would_suit(case.known, TODAY)

    assert questions(answer, Language.ENGLISH) == list(case.asks)
    assert questions(answer, Language.FRENCH) == list(case.asks_french)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_order_in_which_things_were_noted_does_not_matter(case: Case):
    turned = replace(case.known, leanings=case.known.leanings[::-1], refusals=case.known.refusals[::-1])

    told = what_would_suit(turned, TODAY)
    assert told.clauses == what_would_suit(case.known, TODAY).clauses
    assert set(told.questions) == set(what_would_suit(case.known, TODAY).questions)


def test_every_question_about_something_known_says_what_it_rests_on():
    for case in CASES:
        for question in what_would_suit(case.known, TODAY).questions:
            assert question.origins or question.what == ""


def test_nothing_is_proposed_and_a_hello_is_said_at_once():
    for case in CASES:
        says = [clause.says for clause in what_would_suit(case.known, TODAY).clauses]
        assert says
        assert all(not isinstance(one, Instead) for one in says[1:])


def test_three_ways_to_know_one_thing_are_weighed_in_any_order():
    told = [
        leaning(1, "loves", "format", "reels", source=Source.I_SAW),
        leaning(2, "avoids", "format", "Reels"),
        leaning(3, "likes", "format", "réels", source=Source.I_GUESS),
    ]

    for order in permutations(told):
        answer = what_would_suit(known(accepts(9, Reward.GIFT), *order), TODAY)
        assert sentences(answer, Language.ENGLISH) == ["A gift would suit.", "Leave out: Reels."]


def test_how_long_things_are_young_is_for_the_user_to_say():
    told = known(
        accepts(1, Reward.GIFT, on=date(2026, 8, 25)),
        fact(2, "size 39", on=date(2026, 9, 25)),
        past(5, Stage.DECLINED, since=date(2026, 11, 24)),
    )

    usual = what_would_suit(told, TODAY)
    hurried = what_would_suit(told, TODAY, Numbers(preference_months=3, fact_months=2, peace_days=1))

    assert sentences(usual, Language.ENGLISH)[0].startswith("Nothing now: just say hello.")
    assert usual.questions == ()
    assert questions(hurried, Language.ENGLISH) == ["Still accepts a gift?", "Still true: size 39?"]
    assert "declined" not in sentences(hurried, Language.ENGLISH)[0]


def test_a_month_that_is_shorter_ends_the_age_a_day_later():
    noted = accepts(1, Reward.GIFT, on=date(2025, 8, 31))

    assert what_would_suit(known(noted), date(2027, 2, 28)).questions == ()
    assert what_would_suit(known(noted), date(2027, 3, 1)).questions != ()


@pytest.mark.parametrize(
    ("origin", "english", "french"),
    [
        (
            Origin(OriginKind.PREFERENCE, 1, Source.THEY_SAID, LATELY),
            "they said so · 1 Sept",
            "la personne l’a dit · 1er sept.",
        ),
        (Origin(OriginKind.PREFERENCE, 1, Source.I_GUESS), "I guess", "je le suppose"),
        (
            Origin(OriginKind.REFUSAL, 1, None, date(2025, 3, 4), said_by="Paul Roy"),
            "Paul Roy said so · 4 Mar 2025",
            "Paul Roy l’a dit · 4 mars 2025",
        ),
        (
            Origin(OriginKind.PARTNERSHIP, 1, on=LATELY, title="Spring oil"),
            "Spring oil · 1 Sept",
            "Spring oil · 1er sept.",
        ),
        (Origin(OriginKind.PERSON, 0), "from their record", "d’après la fiche"),
    ],
)
def test_where_something_is_from_is_told(origin: Origin, english: str, french: str):
    with speaking(Language.ENGLISH):
        assert origin_text(origin, TODAY) == english
    with speaking(Language.FRENCH):
        assert origin_text(origin, TODAY) == french


def test_a_no_to_one_thing_leaves_everything_else_as_it_was():
    told = [accepts(1, Reward.GIFT), leaning(2, "loves", "topic", "sailing")]
    before = sentences(what_would_suit(known(*told), TODAY), Language.ENGLISH)

    after = sentences(what_would_suit(known(*told, no_to(3, "a live show")), TODAY), Language.ENGLISH)

    assert after == [*before, "Not to be proposed again: a live show."]


def sentences(answer: Answer, language: Language) -> list[str]:
    with speaking(language):
        return [sentence(clause) for clause in answer.clauses]


def questions(answer: Answer, language: Language) -> list[str]:
    with speaking(language):
        return [question_text(question) for question in answer.questions]


def rests_on(origins: tuple[Origin, ...]) -> str:
    return " ".join(
        f"{one.kind} {one.id}" + (f" in {one.interaction_id}" if one.interaction_id else "")
        for one in origins
    )
