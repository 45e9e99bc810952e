"""Keeping what an offer says once it is accepted."""

from relationdesk.domain.card import HandleEntry
from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.domain.phrases import (
    BirthdayOffer,
    FactOffer,
    FollowUpOffer,
    HandleOffer,
    Offer,
    PreferenceOffer,
)
from relationdesk.work import follow_ups, people
from relationdesk.work.desks import Desk


def take_offer(desk: Desk, person: PersonId, offer: Offer, origin: InteractionId | None) -> int | None:
    """Set what `offer` says about a person in one change; `origin` is the note that it was read from.

    Returns the row that it was set as; a birthday has none of its own.

    Raises:
        NotFoundError: the person or the note is not there any more.
    """
    match offer:
        case FollowUpOffer():
            return follow_ups.commands.set_follow_up(
                desk,
                person_id=person,
                action=offer.action,
                reason=offer.reason,
                due_on=offer.due,
                due_at=offer.at,
                origin=origin,
            )
        case PreferenceOffer():
            told = people.told.Preference(offer.polarity, offer.category, offer.value, interaction_id=origin)
            return people.knowledge.remember_preference(desk, person, told)
        case FactOffer():
            fact = people.told.Fact(offer.value, interaction_id=origin)
            return people.knowledge.remember_fact(desk, person, fact)
        case BirthdayOffer():
            people.noting.set_birthday(desk, person, day=offer.day, month=offer.month, year=offer.year)
            return None
        case HandleOffer():
            return people.editing.accounts.add_account(desk, person, HandleEntry(offer.platform, offer.name))
    return follow_ups.commands.make_promise(
        desk, person_id=person, side=offer.side, what=offer.what, due_on=offer.due, origin=origin
    )
