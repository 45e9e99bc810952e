"""The fields that only this program knows, in properties named X-RELATIONDESK-..."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from relationdesk.domain.card import OwnEntry, PreferenceEntry
from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import (
    FormOfAddress,
    OwnKind,
    PersonKind,
    Polarity,
    PreferenceCategory,
    RoleKind,
)
from relationdesk.exchange.draft import Draft
from relationdesk.exchange.encoding import one_line
from relationdesk.exchange.vcard.days import day
from relationdesk.exchange.vcard.labels import fact_label
from relationdesk.exchange.vcard.properties import Handler, Property, components, unescaped

PREFIX = "X-RELATIONDESK-"
PRODUCT = "-//RelationDesk//RelationDesk//EN"
_MOST_DIGITS = 15
_Word = TypeVar("_Word", bound=StrEnum)


def audience_of(parameters: Mapping[str, str]) -> tuple[int | None, date | None]:
    """The audience reading that a handle's parameters tell."""
    count = parameters.get(f"{PREFIX}AUDIENCE", "")
    return (
        int(count) if count.isascii() and count.isdigit() and len(count) <= _MOST_DIGITS else None,
        day(parameters.get(f"{PREFIX}AUDIENCE-ON", "")),
    )


def _kinds(draft: Draft, prop: Property) -> None:
    for word in components(prop.value, ","):
        kind = _word(PersonKind, word)
        if kind is None:
            draft.fact(fact_label(prop.head.name), word)
        else:
            draft.kinds.append(kind)


def _city(draft: Draft, prop: Property) -> None:
    draft.city = one_line(unescaped(prop.value))


def _country(draft: Draft, prop: Property) -> None:
    draft.country = one_line(unescaped(prop.value))


def _form_of_address(draft: Draft, prop: Property) -> None:
    draft.form_of_address = _word(FormOfAddress, prop.value)


def _how_met(draft: Draft, prop: Property) -> None:
    draft.how_met = unescaped(prop.value)


def _topics(draft: Draft, prop: Property) -> None:
    draft.topics.extend(filter(None, components(prop.value, ",")))


def _preference(draft: Draft, prop: Property) -> None:
    parameters = prop.head.parameters
    polarity = _word(Polarity, parameters.get("POLARITY", ""))
    category = _word(PreferenceCategory, parameters.get("CATEGORY", ""))
    value = unescaped(prop.value)
    if polarity is None or category is None:
        draft.fact(fact_label("X-PREFERENCE"), value)
    else:
        draft.preferences.append(PreferenceEntry(polarity, category, value, _money(parameters)))


def _fact(draft: Draft, prop: Property) -> None:
    label, *rest = components(prop.value)
    draft.fact(label, ";".join(rest))


def _field(draft: Draft, prop: Property) -> None:
    name = prop.head.parameters.get("NAME", "")
    value = unescaped(prop.value)
    if name and value.strip():
        kind = _word(OwnKind, prop.head.parameters.get("KIND", ""))
        draft.fields.append(OwnEntry(name, value, kind or OwnKind.TEXT))
    else:
        draft.fact(fact_label(prop.head.name), value)


def _last_contact(draft: Draft, prop: Property) -> None:
    draft.last_contact = day(prop.value)


def _come_back_on(draft: Draft, prop: Property) -> None:
    draft.come_back_on = day(prop.value)


def role_kind(prop: Property) -> RoleKind:
    """How the organisation of an ORG property and the person belong together."""
    word = prop.head.parameters.get(f"{PREFIX}ROLE", "")
    return _word(RoleKind, word) or RoleKind.WORKS_FOR


def role_period(prop: Property) -> tuple[date | None, date | None]:
    """From when until when the person of an ORG property belongs there."""
    since, until = (prop.head.parameters.get(f"{PREFIX}{name}", "") for name in ("SINCE", "UNTIL"))
    return day(since), day(until)


def _word(words: type[_Word], text: str) -> _Word | None:
    return words(text) if text in set(words) else None


def _money(parameters: Mapping[str, str]) -> Money | None:
    try:
        amount = Decimal(parameters.get("AMOUNT", ""))
    except InvalidOperation:
        return None
    return Money(amount, parameters.get("CURRENCY", "")) if amount.is_finite() else None


HANDLERS: Mapping[str, Handler] = {
    f"{PREFIX}KINDS": _kinds,
    f"{PREFIX}CITY": _city,
    f"{PREFIX}COUNTRY": _country,
    f"{PREFIX}FORM-OF-ADDRESS": _form_of_address,
    f"{PREFIX}HOW-MET": _how_met,
    f"{PREFIX}TOPICS": _topics,
    f"{PREFIX}PREFERENCE": _preference,
    f"{PREFIX}FACT": _fact,
    f"{PREFIX}FIELD": _field,
    f"{PREFIX}LAST-CONTACT": _last_contact,
    f"{PREFIX}COME-BACK-ON": _come_back_on,
}
