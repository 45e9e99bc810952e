"""What would suit a person: from what is known to clauses and questions."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from relationdesk.domain.numbers import Numbers
from relationdesk.domain.suiting.answer import (
    Answer,
    Before,
    Clause,
    Exclusive,
    InPeace,
    Instead,
    Lesson,
    NotAgain,
    Offer,
    Option,
    Origin,
    OriginKind,
    Point,
    Things,
    Why,
)
from relationdesk.domain.suiting.asking import questions
from relationdesk.domain.suiting.origins import origin_of, origin_of_past, origin_of_refusal
from relationdesk.domain.suiting.record import Known, Past, Refusal
from relationdesk.domain.suiting.standing import Standing
from relationdesk.domain.suiting.weighing import Weighed
from relationdesk.domain.vocabulary import PreferenceCategory, Reward, Source, Stage

_MOST_TO_BUILD_ON = 4
_USUAL = Numbers()
_CONTENT = (PreferenceCategory.TOPIC, PreferenceCategory.FORMAT, PreferenceCategory.PRODUCT)
_UNDER_WAY = frozenset({Stage.PROPOSED, Stage.TALKING, Stage.AGREED, Stage.PRODUCT_OUT})
_CARRIED_OUT = frozenset({Stage.THANKED, Stage.CLOSED})


def what_would_suit(known: Known, today: date, numbers: Numbers = _USUAL) -> Answer:
    """What to propose to a person now, or that a hello is enough, each clause with what it rests on."""
    if known.do_not_contact:
        alone = Instead(Why.DO_NOT_CONTACT, word=known.do_not_contact_reason)
        return Answer((Clause(alone, (Origin(OriginKind.PERSON, 0),)),))
    standing = Standing.of(known, today, numbers)
    asked = tuple(questions(known, standing, today, numbers))
    if known.peace is not None:
        in_peace = Clause(Instead(Why.IN_PEACE, peace=known.peace), (Origin(OriginKind.HISTORY, 0),))
        return Answer((in_peace, *_how_to_reach(known, standing)), asked)
    if (instead := _in_the_way(known.pasts, today, numbers)) is not None:
        return Answer((instead, *_how_to_reach(known, standing)), asked)
    offers = list(_offers(known, standing))
    proposed = [*offers, *_content(known, standing, offers)] or [_nothing(standing)]
    limits = [*_exclusivity(standing), *_left_out(standing), *_refused(standing.refusals)]
    return Answer((*proposed, *limits, *_how_to_reach(known, standing)), asked)


def _in_the_way(pasts: Sequence[Past], today: date, numbers: Numbers) -> Clause | None:
    """What comes before anything new: thanks that are due, an agreement under way, a fresh no."""
    peace = today - timedelta(days=numbers.peace_days)
    for why, found in (
        (Why.TO_THANK, (past for past in pasts if past.stage is Stage.PUBLISHED)),
        (Why.UNDER_WAY, (past for past in pasts if past.stage in _UNDER_WAY)),
        (
            Why.DECLINED,
            (p for p in pasts if p.stage is Stage.DECLINED and p.since is not None and p.since > peace),
        ),
    ):
        if (past := next(found, None)) is not None:
            return Clause(Instead(why, past), (origin_of_past(past),))
    return None


def _nothing(standing: Standing) -> Clause:
    if standing.stopped:
        origins = tuple(origin_of_refusal(refusal) for refusal in standing.refusals)
        return Clause(Instead(Why.REFUSED), origins)
    return Clause(Instead(Why.UNKNOWN))


def _offers(known: Known, standing: Standing) -> Iterator[Clause]:
    accepted = standing.liked(PreferenceCategory.REWARD)
    named = [one for one in accepted if one.leaning.reward not in (None, Reward.EXCLUSIVITY)]
    options = tuple(Option(one.leaning.reward, one.leaning.money) for one in named if one.leaning.reward)
    past = None if options else _pattern(known, standing)
    if options:
        is_guess = all(one.leaning.source is Source.I_GUESS for one in named)
        yield Clause(Offer(options, is_guess), _origins(named))
    elif past is not None and past.reward is not None:
        yield Clause(Offer((Option(past.reward),), after=past), (origin_of_past(past),))
    in_words = [one for one in accepted if one.leaning.value and one.leaning.reward is not Reward.EXCLUSIVITY]
    yield from _things(Point.EXACTLY if options else Point.SUITS, in_words)


def _pattern(known: Known, standing: Standing) -> Past | None:
    """The last partnership that went well, for a client and a reward that nothing stands against."""
    return next(
        (
            past
            for past in known.pasts
            if past.stage in _CARRIED_OUT
            and past.reward is not None
            and past.client not in standing.refused_clients
            and not standing.is_unwelcome(past.reward)
        ),
        None,
    )


def _exclusivity(standing: Standing) -> Iterator[Clause]:
    for one in standing.weighed:
        if one.leaning.reward is Reward.EXCLUSIVITY and (one.is_liked or one.is_disliked):
            yield Clause(Exclusive(accepted=one.is_liked), (origin_of(one.leaning),))


def _content(known: Known, standing: Standing, offers: Sequence[Clause]) -> Iterator[Clause]:
    yield from _things(Point.BUILD_ON, standing.liked(*_CONTENT)[:_MOST_TO_BUILD_ON])
    named = [clause.says.after for clause in offers if isinstance(clause.says, Offer)]
    done = [
        past
        for past in known.pasts
        if past.stage in _CARRIED_OUT and past.client not in standing.refused_clients
    ]
    if done and done[0] not in named:
        yield Clause(Before(done[0]), (origin_of_past(done[0]),))
    if (taught := next((past for past in done if past.lesson), None)) is not None:
        yield Clause(Lesson(taught), (origin_of_past(taught),))


def _left_out(standing: Standing) -> Iterator[Clause]:
    left_out = standing.disliked(*_CONTENT, PreferenceCategory.REWARD)
    yield from _things(Point.LEAVE_OUT, [one for one in left_out if not _is_no_exclusivity(one)])


def _is_no_exclusivity(one: Weighed) -> bool:
    return one.leaning.reward is Reward.EXCLUSIVITY


def _refused(refusals: Iterable[Refusal]) -> Iterator[Clause]:
    for refusal in refusals:
        yield Clause(NotAgain(refusal), (origin_of_refusal(refusal),))


def _how_to_reach(known: Known, standing: Standing) -> Iterator[Clause]:
    yield from _things(Point.REACH, standing.liked(PreferenceCategory.CHANNEL))
    yield from _things(Point.NOT_BY, standing.disliked(PreferenceCategory.CHANNEL))
    yield from _things(Point.GOOD_TIME, standing.liked(PreferenceCategory.TIME))
    yield from _things(Point.BAD_TIME, standing.disliked(PreferenceCategory.TIME))
    if known.quiet.weekdays or known.quiet.has_hours:
        yield Clause(InPeace(known.quiet), (Origin(OriginKind.PERSON, 0),))
    yield from _things(Point.TONE, standing.liked(PreferenceCategory.TONE))
    yield from _things(Point.NOT_TONE, standing.disliked(PreferenceCategory.TONE))


def _things(point: Point, those: Sequence[Weighed]) -> Iterator[Clause]:
    values = tuple(dict.fromkeys(one.leaning.value or one.leaning.reward or "" for one in those))
    if values:
        yield Clause(Things(point, values), _origins(those))


def _origins(those: Iterable[Weighed]) -> tuple[Origin, ...]:
    return tuple(origin_of(one.leaning) for one in those)
