"""What to ask a person next time: what is old, what contradicts itself, what is not known first-hand."""

from collections.abc import Iterator
from datetime import date

from relationdesk.domain.numbers import Numbers
from relationdesk.domain.suiting.ages import is_old
from relationdesk.domain.suiting.answer import Ask, Question
from relationdesk.domain.suiting.origins import origin_of, origin_of_fact, origin_of_refusal
from relationdesk.domain.suiting.record import Known, Leaning, Refusal
from relationdesk.domain.suiting.standing import Standing
from relationdesk.domain.suiting.weighing import LIKED, Weighed
from relationdesk.domain.vocabulary import PreferenceCategory, Reward


def questions(known: Known, standing: Standing, today: date, numbers: Numbers) -> Iterator[Question]:
    """Every question: contradictions first, then refusals, then what is old, then what is missing."""
    yield from (_after_all(one) for one in standing.weighed if one.against is not None)
    for refusal in standing.refusals:
        yield from _of_standing(refusal, today, numbers)
    for refusal in standing.over:
        if not is_old(refusal.until, numbers.preference_months, today):
            yield _of(refusal, Ask.NOW_OVER)
    for one in standing.weighed:
        if one.is_old and one.against is None:
            leaning = one.leaning
            yield Question(Ask.STILL_SO, _thing(leaning), leaning.polarity, origins=(origin_of(leaning),))
    yield from _of_old(known, today, numbers)
    if not any(_is_accepted(one.leaning) for one in (*standing.weighed, *standing.stopped)):
        yield Question(Ask.WHAT_THEY_ACCEPT)


def _of_old(known: Known, today: date, numbers: Numbers) -> Iterator[Question]:
    for fact in known.facts:
        if is_old(fact.noted_on, numbers.fact_months, today):
            yield Question(Ask.STILL_TRUE, fact.text, origins=(origin_of_fact(fact),))
    for audience in known.audiences:
        if is_old(audience.counted_on, numbers.reading_months, today):
            yield Question(Ask.HOW_MANY_FOLLOW, audience.account)


def _is_accepted(leaning: Leaning) -> bool:
    """Whether it tells of a reward that they accept, be it old or refused for a while."""
    is_reward = leaning.category is PreferenceCategory.REWARD and leaning.reward is not Reward.EXCLUSIVITY
    return is_reward and leaning.polarity in LIKED


def _after_all(one: Weighed) -> Question:
    origins = (origin_of(one.leaning), *([origin_of(one.against)] if one.against else []))
    return Question(Ask.AFTER_ALL, _thing(one.leaning), origins=origins)


def _of_standing(refusal: Refusal, today: date, numbers: Numbers) -> Iterator[Question]:
    if refusal.said_by:
        yield _of(refusal, Ask.FIRST_HAND)
    elif refusal.until is None and is_old(refusal.said_on, numbers.preference_months, today):
        yield _of(refusal, Ask.STILL_REFUSED)


def _of(refusal: Refusal, ask: Ask) -> Question:
    return Question(ask, refusal=refusal, origins=(origin_of_refusal(refusal),))


def _thing(leaning: Leaning) -> str | Reward:
    return leaning.value or leaning.reward or ""
