"""What a note line asks for later: follow-ups and promises, read in English and in French.

An offer is shown and never taken silently, so it is right or absent: what this grammar does not
know for sure, it does not offer.
"""

from relationdesk.domain.phrases.offers import FollowUpOffer, PromiseOffer, offers_in

__all__ = ["FollowUpOffer", "PromiseOffer", "offers_in"]
