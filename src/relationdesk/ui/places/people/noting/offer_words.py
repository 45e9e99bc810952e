"""What an offer read from a note says in words, and the mark it carries."""

from datetime import date, time

from relationdesk.domain.phrases import (
    BirthdayOffer,
    FactOffer,
    FollowUpOffer,
    HandleOffer,
    Offer,
    PreferenceOffer,
    PromiseOffer,
)
from relationdesk.domain.profiles import platform_title
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import PromiseSide
from relationdesk.language.dates import birthday_text, clock_time, short_day, weekday
from relationdesk.language.words import _, in_context
from relationdesk.ui.theme.icons import Icon


def reading_of(offer: Offer, name: str, today: date) -> str:
    """What an offer says in words: `Follow-up: call, Friday 27 Nov 17:00`."""
    match offer:
        case FollowUpOffer():
            return _("Follow-up: {what}, {when}").format(
                what=offer.reason or term(offer.action), when=_when(offer.due, offer.at, today)
            )
        case PreferenceOffer():
            return _("To remember: {polarity} {value} ({category})").format(
                polarity=term(offer.polarity), value=offer.value, category=term(offer.category)
            )
        case FactOffer():
            return _("To remember: {fact}").format(fact=offer.value)
        case BirthdayOffer():
            return _("Birthday: {day}").format(day=birthday_text(offer.month, offer.day, offer.year))
        case HandleOffer():
            return _("Account: {name} on {platform}").format(
                name=f"@{offer.name}", platform=platform_title(offer.platform)
            )
    return _promise(offer, name, today)


def icon_of(offer: Offer) -> Icon:
    """The mark of what an offer would set."""
    return {
        FollowUpOffer: Icon.CALENDAR_PLUS,
        PromiseOffer: Icon.HEART,
        PreferenceOffer: Icon.STAR,
        FactOffer: Icon.PIN,
        BirthdayOffer: Icon.CAKE,
        HandleOffer: Icon.AT_SIGN,
    }[type(offer)]


def _promise(offer: PromiseOffer, name: str, today: date) -> str:
    is_mine = offer.side is PromiseSide.I_OWE
    if offer.due is None:
        text = _("You promised: {what}") if is_mine else _("{name} promised: {what}")
        return text.format(what=offer.what, name=name)
    text = _("You promised: {what}, by {when}") if is_mine else _("{name} promised: {what}, by {when}")
    return text.format(what=offer.what, name=name, when=_when(offer.due, None, today))


def _when(day: date, at: time | None, today: date) -> str:
    if at is not None:
        return in_context("a day and an hour", "{weekday} {day} {hour}").format(
            weekday=weekday(day), day=short_day(day, today), hour=clock_time(at)
        )
    return in_context("a day", "{weekday} {day}").format(weekday=weekday(day), day=short_day(day, today))
