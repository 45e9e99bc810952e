"""The sentences of what would suit a person, in the current language."""

from datetime import date

from relationdesk.domain.balance import Because, Peace
from relationdesk.domain.suiting.answer import (
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
    Says,
    Things,
    Why,
)
from relationdesk.domain.suiting.record import Past, Quiet, Refusal
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Reward, RewardKind
from relationdesk.language.amounts import money_text
from relationdesk.language.calendar import calendar
from relationdesk.language.dates import clock_time, long_day, short_day
from relationdesk.language.lists import either, in_turn, listed
from relationdesk.language.words import _, in_context, plural


def sentence(clause: Clause) -> str:
    """What a clause says, as one whole sentence."""
    text = _said(clause.says)
    return text[:1].upper() + text[1:]


def origin_text(origin: Origin, today: date) -> str:
    """Where something is known from: `they said so · 12 Nov`."""
    day = short_day(origin.on, today) if origin.on else ""
    if origin.said_by:
        how = _("{who} said so").format(who=origin.said_by)
    elif origin.kind is OriginKind.PERSON:
        how = _("from their record")
    elif origin.kind is OriginKind.HISTORY:
        how = _("from the history")
    else:
        how = term(origin.source) if origin.source else origin.title
    return " · ".join(part for part in (how, day) if part)


def reward_noun(reward: Reward | RewardKind) -> str:
    """A reward as it stands in a sentence: `a gift`."""
    return _option(Option(reward))


def _said(says: Says) -> str:
    match says:
        case Instead():
            return _instead(says)
        case Offer():
            return _offer(says)
        case Things():
            return _things(says)
        case NotAgain(refusal):
            return _not_again(refusal)
        case _:
            return _shortly(says)


def _shortly(says: Exclusive | Before | Lesson | InPeace) -> str:
    match says:
        case Exclusive(accepted):
            return _("Exclusivity may be discussed.") if accepted else _("No exclusivity.")
        case Before(past):
            return _("Carried out before: {partnership}.").format(partnership=_partnership(past))
        case Lesson(past):
            words, lesson = _("Lesson from {partnership}: {lesson}."), past.lesson.strip().rstrip(".")
            return words.format(partnership=_partnership(past), lesson=lesson)
        case InPeace(quiet):
            return _("Leave in peace: {times}.").format(times=_times(quiet))


def _instead(instead: Instead) -> str:
    if instead.peace is not None:
        return _in_peace(instead.peace)
    past = instead.past
    words = {
        Why.DO_NOT_CONTACT: _("Nothing: they are not to be contacted ({reason}).")
        if instead.word
        else _("Nothing: they are not to be contacted."),
        Why.TO_THANK: _("Nothing new now: say thank you for {partnership} first."),
        Why.UNDER_WAY: _("Nothing new now: just say hello. {partnership} is under way."),
        Why.DECLINED: _("Nothing now: just say hello. They declined {partnership} on {day}."),
        Why.REFUSED: _("Nothing now: just say hello. They have said no to what used to suit."),
        Why.UNKNOWN: _("Nothing now: just say hello. What they like and accept is not known yet."),
    }[instead.why]
    return words.format(
        reason=instead.word,
        partnership=_partnership(past) if past else "",
        day=long_day(past.since) if past and past.since else "",
    )


def _in_peace(peace: Peace) -> str:
    day = long_day(peace.until)
    if peace.because is Because.ASKS:
        return plural(
            "Nothing before {day}: you asked them once in a row.",
            "Nothing before {day}: you asked them {n} times in a row.",
            peace.count,
            day=day,
        )
    return plural(
        "Nothing before {day}: {n} reminder has no answer.",
        "Nothing before {day}: {n} reminders have no answer.",
        peace.count,
        day=day,
    )


def _offer(offer: Offer) -> str:
    told = either([_option(option) for option in offer.options])
    if offer.after is not None:
        return _("{offer} would suit, as for {partnership}.").format(
            offer=told, partnership=_partnership(offer.after)
        )
    words = _("{offer} might suit.") if offer.is_guess else _("{offer} would suit.")
    return words.format(offer=told)


def _option(option: Option) -> str:
    if option.money is not None and option.reward == Reward.PAID:
        return _("a fee from {money}").format(money=money_text(option.money.amount, option.money.currency))
    return {
        Reward.GIFT.value: _("a gift"),
        Reward.LOAN.value: _("a loan"),
        Reward.PAID.value: _("a fee"),
        Reward.AFFILIATE.value: _("an affiliate programme"),
        Reward.INVITATION.value: _("an invitation"),
        Reward.EXCLUSIVITY.value: in_context("offer", "exclusivity"),
        RewardKind.PRODUCT_AND_FEE.value: _("a product with a fee"),
    }[option.reward.value]


def _things(told: Things) -> str:
    values = [reward_noun(value) if isinstance(value, Reward) else value for value in told.values]
    words = {
        Point.SUITS: _("Would suit: {things}."),
        Point.EXACTLY: _("More precisely: {things}."),
        Point.BUILD_ON: _("Build on: {things}."),
        Point.LEAVE_OUT: _("Leave out: {things}."),
        Point.REACH: _("Best reached by: {things}."),
        Point.NOT_BY: _("Not by: {things}."),
        Point.GOOD_TIME: _("Good time: {things}."),
        Point.BAD_TIME: _("Bad time: {things}."),
        Point.TONE: _("Tone: {things}."),
        Point.NOT_TONE: _("Not this tone: {things}."),
    }[told.point]
    in_order = in_turn if told.point is Point.REACH else listed
    return words.format(things=in_order(values))


def _partnership(past: Past) -> str:
    if not past.client:
        return past.title
    return _("{client} × {title}").format(client=past.client, title=past.title)


def refused_text(refusal: Refusal) -> str:
    """What was refused, and for whom."""
    what = refusal.what or (reward_noun(refusal.reward) if refusal.reward else "")
    if refusal.client and what:
        return _("{what} for {client}").format(what=what, client=refusal.client)
    return what or refusal.client


def _not_again(refusal: Refusal) -> str:
    what, why, who = refused_text(refusal), refusal.why.strip().rstrip("."), refusal.said_by
    if why and who:
        what = _("{what} ({why}; said by {who})").format(what=what, why=why, who=who)
    elif why:
        what = _("{what} ({why})").format(what=what, why=why)
    elif who:
        what = _("{what} (said by {who})").format(what=what, who=who)
    if refusal.until is None:
        return _("Not to be proposed again: {what}.").format(what=what)
    return _("Not to be proposed until {day}: {what}.").format(day=long_day(refusal.until), what=what)


def _times(quiet: Quiet) -> str:
    names = calendar().weekdays
    times = [names[day] for day in quiet.weekdays]
    if quiet.starts is not None and quiet.ends is not None:
        hours = _("from {start} to {end}").format(start=clock_time(quiet.starts), end=clock_time(quiet.ends))
        zoned = _("{hours} ({zone})").format(hours=hours, zone=quiet.zone)
        times.append(zoned if quiet.zone else hours)
    return listed(times)
