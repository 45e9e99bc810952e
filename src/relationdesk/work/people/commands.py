"""Changing people."""

from collections.abc import Sequence

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import PersonRow, TagRow, TopicRow
from relationdesk.domain.cadence import LabelKind
from relationdesk.domain.card import Card
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import cleaned
from relationdesk.domain.vocabulary import Source
from relationdesk.work.people.writing import CardWriter
from relationdesk.work.rows import fetch, move_to_trash, put_back
from relationdesk.work.settings.region import home_region


def create_person(desk: Desk, card: Card) -> PersonId:
    """Put a new person on the desk, with everything that the card tells.

    Raises:
        EmptyTextError: the card has no name.
    """
    return _create(desk, [card], Label.ADD_PERSON)[0]


def create_people(desk: Desk, cards: Sequence[Card]) -> list[PersonId]:
    """Put several new people on the desk in one change, in the order of the cards.

    Raises:
        EmptyTextError: one of the cards has no name; nobody is added.
    """
    return _create(desk, cards, Label.ADD_PEOPLE) if cards else []


def _create(desk: Desk, cards: Sequence[Card], label: Label) -> list[PersonId]:
    cards = [cleaned(card) for card in cards]
    if not all(card.display_name.strip() for card in cards):
        raise EmptyTextError("display_name")
    with desk.change(label) as session:
        writer = CardWriter(desk, session, region=home_region(desk), source=Source.THEY_SAID)
        people = [writer.add(card) for card in cards]
        writer.write()
    return people


def trash_person(desk: Desk, person_id: PersonId) -> None:
    """Move a person to the trash with everything that belongs to them; what is there stays as it is.

    Raises:
        NotFoundError: the person was removed for good meanwhile.
    """
    with desk.change(Label.MOVE_TO_TRASH) as session:
        move_to_trash(session, PersonRow, person_id, desk.clock.now())


def restore_person(desk: Desk, person_id: PersonId) -> None:
    """Put a person back from the trash with everything that belongs to them.

    Raises:
        NotFoundError: the person was removed for good meanwhile.
    """
    with desk.change(Label.PUT_BACK) as session:
        put_back(session, PersonRow, person_id)


def set_cadence(desk: Desk, person_id: PersonId, *, ideal_days: int | None, longest_days: int | None) -> None:
    """Say how often to be in touch with a person, or with None that nothing is said of it.

    No ideal and `ANY_GAP_DAYS` as the longest say that it does not matter, so that nobody asks again.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.EDIT_PERSON) as session:
        person = fetch(session, PersonRow, person_id)
        person.ideal_gap_days = ideal_days
        person.longest_gap_days = longest_days


def set_shared_cadence(
    desk: Desk, kind: LabelKind, label_id: int, *, ideal_days: int | None, longest_days: int | None
) -> None:
    """Say how often to be in touch with everybody who has a tag or a topic, None for nothing said.

    It holds for those of whom nothing is said themselves; of several the one that grows distant first.

    Raises:
        NotFoundError: the tag or topic was deleted meanwhile.
    """
    with desk.change(Label.SHARE_CADENCE) as session:
        label = fetch(session, TagRow if kind is LabelKind.TAG else TopicRow, label_id)
        label.ideal_gap_days = ideal_days
        label.longest_gap_days = longest_days
