"""People as a table: one row each, under headings by which the reader knows the columns again.

Headings are those of Google's contacts where it has one. Pictures have no place in a table.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from relationdesk.domain.card import Birthday, Card, HandleEntry
from relationdesk.domain.folding import fold
from relationdesk.domain.profiles import platform_named, profile
from relationdesk.domain.vocabulary import ContactKind, Polarity, PreferenceCategory, RoleKind
from relationdesk.exchange.tables.headers import FACT, OWN_FIELD, is_name

_MOST_LABELS: Final = 200
"""Facts that have a column of their own; those with rarer labels share one."""
_SEVERAL: Final = " ::: "
_OTHER_FACTS: Final = "Other facts"
_CONTACTS: Final = {
    ContactKind.EMAIL: "E-mail",
    ContactKind.PHONE: "Phone",
    ContactKind.LINK: "Website",
    ContactKind.MESSENGER: "IM",
}
_FAVOURS: Final = {
    Polarity.LOVES: "Likes",
    Polarity.LIKES: "Likes",
    Polarity.AVOIDS: "Avoids",
    Polarity.REFUSES: "Avoids",
}


@dataclass(frozen=True, slots=True, order=True)
class _Heading:
    """A column; they stand by group, by the number of a thing there is more of, and by its parts."""

    group: int
    number: int
    part: int
    text: str


_Cells = Iterator[tuple[_Heading, str]]
_Texts = Iterable[tuple[str, str]]


def sheet(cards: Iterable[Card]) -> Iterator[list[str]]:
    """The headings, then a row for each card; a column is there when somebody has something in it."""
    people = [replace(card, picture=None) for card in cards]
    times = Counter(fact.label for person in people for fact in person.facts)
    labels = {label for label, _times in times.most_common(_MOST_LABELS)}
    fields = frozenset(fold(entry.field) for person in people for entry in person.own)
    rows = [{heading: cell for heading, cell in _row(person, labels, fields) if cell} for person in people]
    headings = sorted({_Heading(0, 0, 0, "Name")}.union(*rows))
    yield [heading.text for heading in headings]
    for row in rows:
        yield [row.get(heading, "") for heading in headings]


def _row(card: Card, labels: set[str], fields: frozenset[str]) -> _Cells:
    yield from _one(0, _names(card))
    yield from _contacts(card)
    yield from _accounts(card)
    for number, role in enumerate(card.roles):
        if role.kind is RoleKind.REPRESENTED_BY:
            yield _Heading(6, number, 0, "Agent"), role.organisation
        else:
            named = f"Organization {number + 1} - "
            yield from _one(6, ((f"{named}Name", role.organisation), (f"{named}Title", role.title)), number)
    yield from _one(7, _about(card))
    yield from _favours(card)
    yield from _own(card)
    yield from _facts(card, labels, fields)
    for number, note in enumerate(card.notes):
        yield _Heading(10, number, 0, "Note"), note


def _one(group: int, texts: _Texts, number: int = 0) -> _Cells:
    for part, (text, cell) in enumerate(texts):
        yield _Heading(group, number, part, text), cell


def _names(card: Card) -> _Texts:
    return (
        ("Name", card.display_name),
        ("Given Name", card.given_name),
        ("Family Name", card.family_name),
        ("Phonetic Name", card.phonetic_name),
        ("Pronouns", card.pronouns),
        ("Kind", ", ".join(kind.value.replace("_", " ") for kind in card.kinds)),
        ("Tu/vous", card.form_of_address.value if card.form_of_address else ""),
    )


def _contacts(card: Card) -> _Cells:
    for group, (kind, name) in enumerate(_CONTACTS.items(), 1):
        mine = [contact for contact in card.contacts if contact.kind is kind]
        for number, contact in enumerate(mine, 1):
            label = f"* {contact.label}" if contact.preferred else contact.label
            named = f"{name} {number} - "
            yield from _one(group, ((f"{named}Label", label), (f"{named}Value", contact.value)), number)
    for number, address in enumerate(card.addresses, 1):
        named = f"Address {number} - "
        parts = (
            ("Label", f"* {address.label}" if address.preferred else address.label),
            ("Street", address.street),
            ("City", address.city),
            ("Region", address.region),
            ("Postal Code", address.postcode),
            ("Country", address.country),
        )
        yield from _one(7, ((f"{named}{part}", cell) for part, cell in parts), number)


def _accounts(card: Card) -> _Cells:
    """Those with a reading come first, since a reading is given to the first account of its platform."""
    told: Counter[str] = Counter()
    for handle in sorted(card.handles, key=lambda one: one.audience is None):
        number, platform = told[handle.platform], handle.platform
        told[handle.platform] += 1
        if platform_named(platform) != platform:
            yield _Heading(5, number, 0, f"Account: {platform}"), handle.link or handle.name
            continue
        audience = "" if handle.audience is None else str(handle.audience)
        day = "" if handle.audience_on is None or number else handle.audience_on.isoformat()
        yield _Heading(5, number, 0, platform), _account(handle)
        yield _Heading(5, number, 1, f"{platform} followers"), audience
        yield _Heading(5, number, 2, f"{platform} followers date"), day


def _account(handle: HandleEntry) -> str:
    return handle.link if profile(handle.link) == (handle.platform, handle.name) else f"@{handle.name}"


def _about(card: Card) -> _Texts:
    return (
        ("Topics", ", ".join(card.topics)),
        ("Tags", _SEVERAL.join(card.tags)),
        ("City", card.city),
        ("Country", card.country),
        ("Languages", ", ".join(card.languages)),
        ("Time Zone", card.time_zone),
        ("Birthday", _birthday(card.birthday) if card.birthday else ""),
        ("How we met", card.how_met),
        ("Last contact", card.last_contact.isoformat() if card.last_contact else ""),
        ("Follow up on", card.come_back_on.isoformat() if card.come_back_on else ""),
    )


def _birthday(birthday: Birthday) -> str:
    year = "-" if birthday.year is None else f"{birthday.year:04}"
    return f"{year}-{birthday.month:02}-{birthday.day:02}"


def _favours(card: Card) -> _Cells:
    """Topics stand together as they are read again; other preferences each under what they are."""
    told: dict[str, list[str]] = {}
    for preference in card.preferences:
        is_topic = preference.category is PreferenceCategory.TOPIC
        said = f"{preference.polarity.value}: {preference.category.value}".replace("_", " ")
        money = preference.money
        price = f" {money.amount} {money.currency}" if money else ""
        heading = _FAVOURS[preference.polarity] if is_topic else said
        told.setdefault(heading, []).append(preference.value + price)
    for heading, values in told.items():
        yield _Heading(8, 0, 0, heading), ", ".join(values)


def _own(card: Card) -> _Cells:
    """A column for each of the user's own fields, with all that it holds."""
    held: dict[str, list[str]] = {}
    for entry in card.own:
        held.setdefault(entry.field, []).append(entry.value)
    for field, values in held.items():
        is_taken = field == _OTHER_FACTS or is_name(field)
        yield _Heading(8, 1, 0, f"{OWN_FIELD}{field}" if is_taken else field), _SEVERAL.join(values)


def _facts(card: Card, labels: set[str], fields: frozenset[str]) -> _Cells:
    told: Counter[str] = Counter()
    others = []
    for fact in card.facts:
        if fact.label in labels:
            is_taken = not fact.label or is_name(fact.label) or fold(fact.label) in fields
            text = f"{FACT}{fact.label}" if is_taken else fact.label
            yield _Heading(9, told[fact.label], 0, text), fact.value
            told[fact.label] += 1
        else:
            others.append(f"{fact.label}: {fact.value}")
    yield _Heading(9, 0, 1, _OTHER_FACTS), "\n".join(others)
