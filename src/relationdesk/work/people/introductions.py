"""Somebody new from whatever is at hand, beside who is on the desk already."""

from dataclasses import dataclass, replace

from relationdesk.desk.reader import Reader
from relationdesk.domain.card import Card
from relationdesk.domain.introductions import cards_from
from relationdesk.domain.introductions.naming import parts_of_name
from relationdesk.work.people.likeness import Alike, marks_of, on_desk

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person whom a text introduces, and whom they look like."""

    card: Card
    alike: Alike | None


def introduced_in(reader: Reader, text: str, region: str) -> tuple[Introduced, ...]:
    """The people in `text`; among several, one without a name is called by the beginning of their note.

    `region` is the ISO 3166 code of the country that the user dials from.
    """
    cards = cards_from(text, region=region)
    if len(cards) > 1:
        cards = tuple(_called(card) for card in cards)
    cards = tuple(map(_with_parts, cards))
    marks = [list(marks_of(card, region)) for card in cards]
    known = on_desk(reader, (mark for own in marks for mark in own))
    return tuple(
        Introduced(card, next((known[mark] for mark in own if mark in known), None))
        for card, own in zip(cards, marks, strict=True)
    )


def _with_parts(card: Card) -> Card:
    """The card with the given and the family name that its name surely tells."""
    if card.given_name or card.family_name:
        return card
    given, family = parts_of_name(card.display_name)
    return replace(card, given_name=given, family_name=family)


def _called(card: Card) -> Card:
    if card.display_name:
        return card
    return replace(card, display_name=" ".join(card.notes)[:_LONGEST_NAME].strip() or "?")
