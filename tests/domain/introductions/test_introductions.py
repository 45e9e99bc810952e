"""The worked examples: a text, and what is told of each person in it, one field a line."""

from pathlib import Path

import pytest

from relationdesk.domain.card import Card
from relationdesk.domain.introductions import cards_from
from relationdesk.domain.vocabulary import ContactKind

_FOLDER = Path(__file__).parent


def told(card: Card) -> str:
    """A card as the examples write it: only the fields that hold something."""
    fields = [("name", card.display_name), ("given", card.given_name), ("family", card.family_name)]
    for contact in sorted(card.contacts, key=lambda contact: list(ContactKind).index(contact.kind)):
        label = f" [{contact.label}]" if contact.label else ""
        fields.append((contact.kind.value, contact.value + label))
    for handle in card.handles:
        followers = "" if handle.audience is None else str(handle.audience)
        fields.append(("handle", " ".join(filter(None, (handle.platform, handle.name, followers)))))
    fields += [("role", " / ".join(filter(None, (role.organisation, role.title)))) for role in card.roles]
    fields += [("kind", kind.value) for kind in card.kinds]
    for place in card.addresses:
        parts = (place.street, place.postcode, place.city, place.region, place.country)
        fields.append(("address", " / ".join(filter(None, parts))))
    fields += [("city", card.city), ("note", " ¶ ".join(card.notes).replace("\n", " ¶ "))]
    return "\n".join(f"{name}: {value}" for name, value in fields if value)


def examples(name: str) -> list[pytest.param]:
    """The examples of a file: a text, and what is told."""
    found = []
    for part in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("--- ")[1:]:
        title, _, rest = part.partition("\n")
        text, _, expected = rest.partition("\n>>>\n")
        found.append(pytest.param(text, expected.strip(), id=title))
    return found


@pytest.mark.parametrize(("text", "expected"), examples("written_with") + examples("written_before"))
def test_people_are_read_from_whatever_is_at_hand(text: str, expected: str):
    assert "\n\n".join(told(card) for card in cards_from(text, region="FR")) == expected
