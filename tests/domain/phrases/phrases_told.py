"""What a line offers, told in one string."""

from datetime import date

from relationdesk.domain.phrases import (
    BirthdayOffer,
    FactOffer,
    FollowUpOffer,
    HandleOffer,
    Offer,
    PreferenceOffer,
    PromiseOffer,
    offers_in,
)

MONDAY = date(2026, 11, 23)


def said_of(line: str, today: date = MONDAY, *, about: str = "") -> str:
    """What a line offers on a day, in a note about somebody; nothing is the empty string."""
    return " | ".join(_told(offer) for offer in offers_in(line, today=today, about=about))


def asked_in(line: str, today: date = MONDAY) -> str:
    """The follow-ups and promises that a line offers on a day; nothing is the empty string."""
    offers = offers_in(line, today=today)
    return " | ".join(_told(offer) for offer in offers if isinstance(offer, FollowUpOffer | PromiseOffer))


def _told(offer: Offer) -> str:
    match offer:
        case FollowUpOffer():
            at = f"{offer.at:%H:%M} " if offer.at else ""
            return f"{offer.action} {offer.due} {at}{offer.reason}"
        case PreferenceOffer():
            return f"{offer.polarity} {offer.category}: {offer.value}"
        case FactOffer():
            return f"fact: {offer.value}"
        case BirthdayOffer():
            year = f"/{offer.year}" if offer.year else ""
            return f"birthday {offer.day:02}/{offer.month:02}{year}"
        case HandleOffer():
            return f"{offer.platform} {offer.name}"
    return f"{offer.side} {offer.due} {offer.what}" if offer.due else f"{offer.side} {offer.what}"
