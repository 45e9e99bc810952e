"""What a note line asks for later and tells of a person, read in English and in French.

An offer is shown and never taken silently, so it is right or absent: what this grammar does not
know for sure, it does not offer.
"""

from relationdesk.domain.phrases.offers import (
    BirthdayOffer,
    FactOffer,
    FollowUpOffer,
    HandleOffer,
    Offer,
    PreferenceOffer,
    PromiseOffer,
    offers_in,
)

__all__ = [
    "BirthdayOffer",
    "FactOffer",
    "FollowUpOffer",
    "HandleOffer",
    "Offer",
    "PreferenceOffer",
    "PromiseOffer",
    "offers_in",
]
