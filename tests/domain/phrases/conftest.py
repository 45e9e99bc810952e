from datetime import date

import pytest

from relationdesk.domain.phrases import FollowUpOffer, offers_in

MONDAY = date(2026, 11, 23)


def _told(offer):
    if isinstance(offer, FollowUpOffer):
        at = f"{offer.at:%H:%M} " if offer.at else ""
        return f"{offer.action} {offer.due} {at}{offer.reason}"
    return f"{offer.side} {offer.due} {offer.what}" if offer.due else f"{offer.side} {offer.what}"


@pytest.fixture
def said():
    """What a line offers on a day, in one string; nothing is the empty string."""

    def tell(line, today=MONDAY):
        return " | ".join(_told(offer) for offer in offers_in(line, today=today))

    return tell
