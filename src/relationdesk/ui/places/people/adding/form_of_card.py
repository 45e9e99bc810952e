"""Between a card that was read and the fields of the form for somebody new."""

from collections.abc import Iterable
from dataclasses import replace

from relationdesk.domain.card import Card, ContactEntry, HandleEntry
from relationdesk.domain.profiles import platform_title
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.ui.places.people.remembering.remember_words import followers_text

Texts = dict[str, str]
_DOT = " · "


def texts_of(card: Card) -> Texts:
    """What each field of the form shows of a card."""
    handle = card.handles[0] if card.handles else HandleEntry("", "")
    return {
        "name": card.display_name,
        "given": card.given_name,
        "family": card.family_name,
        "email": _first(card, ContactKind.EMAIL),
        "phone": _first(card, ContactKind.PHONE),
        "handle": handle.name,
        "platform": platform_title(handle.platform),
        "topics": ", ".join(card.topics),
        "city": card.city,
        "how_met": card.how_met,
        "note": "\n\n".join(card.notes),
    }


def card_with(card: Card, texts: Texts) -> Card:
    """The card with what the fields say now; what has no field stays as it was read."""
    contacts = _with_first(card.contacts, ContactKind.EMAIL, texts["email"])
    return replace(
        card,
        display_name=texts["name"],
        given_name=texts["given"],
        family_name=texts["family"],
        contacts=_with_first(contacts, ContactKind.PHONE, texts["phone"]),
        handles=_with_first_handle(card.handles, texts),
        topics=tuple(topic.strip() for topic in texts["topics"].split(",") if topic.strip()),
        city=texts["city"],
        how_met=texts["how_met"],
        notes=(texts["note"],) if texts["note"] else (),
    )


def beside_the_fields(card: Card) -> str:
    """What of a card is kept and has no field in the form."""
    return _DOT.join(
        [
            *(", ".join(filter(None, (role.title, role.organisation))) for role in card.roles),
            *(term(kind) for kind in card.kinds),
            *_others(card.contacts),
            *(handle.name for handle in card.handles[1:]),
            *(", ".join(filter(None, (a.street, a.postcode, a.city, a.country))) for a in card.addresses),
        ]
    ).replace("\n", ", ")


def in_one_line(card: Card) -> str:
    """What tells somebody apart in a list of new people."""
    return _DOT.join(
        [
            *(f"@{handle.name}" for handle in card.handles if handle.name != card.display_name),
            *(platform_title(handle.platform) for handle in card.handles if handle.platform),
            *(followers_text(handle.audience) for handle in card.handles if handle.audience is not None),
            *(contact.value for contact in card.contacts if contact.value != card.display_name),
            *(role.organisation for role in card.roles),
            *(note.partition("\n")[0] for note in card.notes[:1]),
        ]
    )


def _first(card: Card, kind: ContactKind) -> str:
    return next((contact.value for contact in card.contacts if contact.kind is kind), "")


def _others(contacts: Iterable[ContactEntry]) -> list[str]:
    seen: set[ContactKind] = set()
    others = []
    for contact in contacts:
        if contact.kind in (ContactKind.EMAIL, ContactKind.PHONE) and contact.kind not in seen:
            seen.add(contact.kind)
        else:
            others.append(contact.value)
    return others


def _with_first(
    contacts: tuple[ContactEntry, ...], kind: ContactKind, value: str
) -> tuple[ContactEntry, ...]:
    first = next((contact for contact in contacts if contact.kind is kind), None)
    if first is None:
        new = ContactEntry(kind, value, preferred=kind is ContactKind.EMAIL)
        return (*contacts, new) if value else contacts
    kept = (replace(contact, value=value) if contact is first else contact for contact in contacts)
    return tuple(contact for contact in kept if contact.value)


def _with_first_handle(handles: tuple[HandleEntry, ...], texts: Texts) -> tuple[HandleEntry, ...]:
    name, platform = texts["handle"].lstrip("@"), texts["platform"]
    first = handles[0] if handles else HandleEntry("", "")
    if name == first.name and platform == platform_title(first.platform):
        return handles
    return ((HandleEntry(platform, name),) if name else ()) + handles[1:]
