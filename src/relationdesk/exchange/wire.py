"""How people and reports travel from the child process: JSON that holds only what is not empty."""

import base64
import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from relationdesk.domain.card import (
    AddressEntry,
    Birthday,
    Card,
    ContactEntry,
    FactEntry,
    HandleEntry,
    OwnEntry,
    Picture,
    PreferenceEntry,
    RoleEntry,
)
from relationdesk.domain.money import Money
from relationdesk.domain.vocabulary import (
    ContactKind,
    FormOfAddress,
    OwnKind,
    PersonKind,
    Polarity,
    PreferenceCategory,
    RoleKind,
)
from relationdesk.exchange.reports import IncomingCard, ReportKind, RowReport
from relationdesk.exchange.tables.columns import Column, ColumnUse, DateOrder, Mapping
from relationdesk.exchange.vcard.reader import Course

Json = Any
_CARD_FIELDS = tuple((field.name, field.default) for field in fields(Card))


def packed(message: Json) -> bytes:
    """`message` as bytes for a connection."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def unpacked(content: bytes) -> Json:
    """The message that `packed` made."""
    return json.loads(content)


def incoming_to_wire(incoming: IncomingCard) -> Json:
    """An incoming card as JSON values."""
    return [incoming.line, card_to_wire(incoming.card), [report_to_wire(doubt) for doubt in incoming.doubts]]


def incoming_from_wire(message: Json) -> IncomingCard:
    """The incoming card that `incoming_to_wire` told."""
    line, card, doubts = message
    return IncomingCard(line, card_from_wire(card), tuple(report_from_wire(doubt) for doubt in doubts))


def report_to_wire(report: RowReport) -> Json:
    """A report as JSON values."""
    return [report.line, report.kind, report.detail]


def report_from_wire(message: Json) -> RowReport:
    """The report that `report_to_wire` told."""
    line, kind, detail = message
    return RowReport(line, ReportKind(kind), detail)


def course_to_wire(course: Course) -> Json:
    """What a reading met, as JSON values."""
    return [course.identities, course.is_between_cards]


def course_from_wire(message: Json) -> Course:
    """What `course_to_wire` told."""
    return Course(*message)


def card_to_wire(card: Card) -> Json:
    """A card as JSON values, without its empty fields."""
    told: dict[str, Json] = {}
    for name, default in _CARD_FIELDS:
        value = getattr(card, name)
        if value != default:
            told[name] = _TO_WIRE[name](value) if name in _TO_WIRE else value
    return told


def card_from_wire(message: Json) -> Card:
    """The card that `card_to_wire` told."""
    told: dict[str, Any] = {
        name: _FROM_WIRE[name](value) if name in _FROM_WIRE else value for name, value in message.items()
    }
    return Card(**told)


def mapping_to_wire(mapping: Mapping) -> Json:
    """A mapping as JSON values, fit to be remembered."""
    return [
        [u.column, u.header, u.group, u.label, u.platform, u.currency, u.date_order, u.borrowed_order, u.kind]
        for u in mapping.columns
    ]


def mapping_from_wire(message: Json) -> Mapping:
    """The mapping that `mapping_to_wire` told, now or before columns had a kind."""
    return Mapping(tuple(_use_from(*entry) for entry in message))


def _use_from(column: str, *told: Any) -> ColumnUse:
    texts, orders, kinds = told[:5], told[5:7], told[7:]
    days = (DateOrder(order) if order else None for order in orders)
    return ColumnUse(Column(column), *texts, *days, *map(OwnKind, kinds))


def _own_from(field: str, value: str, kind: str | None) -> OwnEntry:
    return OwnEntry(field, value, OwnKind(kind) if kind else None)


def _day_from(text: str) -> date:
    return date.fromisoformat(text)


def _preference_to(entry: PreferenceEntry) -> Json:
    money = [str(entry.money.amount), entry.money.currency] if entry.money else None
    return [entry.polarity, entry.category, entry.value, money]


def _preference_from(message: Json) -> PreferenceEntry:
    polarity, category, value, money = message
    amount = Money(Decimal(money[0]), money[1]) if money else None
    return PreferenceEntry(Polarity(polarity), PreferenceCategory(category), value, amount)


def _role_to(entry: RoleEntry) -> Json:
    days = [day.isoformat() if day else None for day in (entry.since, entry.until)]
    return [entry.organisation, entry.title, entry.kind, *days]


def _role_from(message: Json) -> RoleEntry:
    organisation, title, kind, *days = message
    since, until = (_day_from(day) if day else None for day in days)
    return RoleEntry(organisation, title, RoleKind(kind), since, until)


def _handle_to(entry: HandleEntry) -> Json:
    day = entry.audience_on.isoformat() if entry.audience_on else None
    return [entry.platform, entry.name, entry.link, entry.audience, day]


def _handle_from(message: Json) -> HandleEntry:
    platform, name, link, audience, day = message
    return HandleEntry(platform, name, link, audience, _day_from(day) if day else None)


_TO_WIRE: dict[str, Callable[[Any], Json]] = {
    "birthday": lambda day: [day.month, day.day, day.year],
    "contacts": lambda entries: [[e.kind, e.value, e.label, e.preferred] for e in entries],
    "addresses": lambda entries: [
        [e.label, e.street, e.city, e.region, e.postcode, e.country, e.preferred] for e in entries
    ],
    "handles": lambda entries: [_handle_to(e) for e in entries],
    "roles": lambda entries: [_role_to(e) for e in entries],
    "preferences": lambda entries: [_preference_to(e) for e in entries],
    "facts": lambda entries: [[e.label, e.value] for e in entries],
    "own": lambda entries: [[e.field, e.value, e.kind] for e in entries],
    "picture": lambda picture: [picture.media_type, base64.b64encode(picture.content).decode("ascii")],
    "last_contact": date.isoformat,
    "come_back_on": date.isoformat,
}
_FROM_WIRE: dict[str, Callable[[Any], Any]] = {
    "kinds": lambda words: tuple(PersonKind(word) for word in words),
    "languages": tuple,
    "topics": tuple,
    "tags": tuple,
    "notes": tuple,
    "form_of_address": FormOfAddress,
    "birthday": lambda parts: Birthday(*parts),
    "contacts": lambda entries: tuple(ContactEntry(ContactKind(entry[0]), *entry[1:]) for entry in entries),
    "addresses": lambda entries: tuple(AddressEntry(*entry) for entry in entries),
    "handles": lambda entries: tuple(_handle_from(entry) for entry in entries),
    "roles": lambda entries: tuple(_role_from(entry) for entry in entries),
    "preferences": lambda entries: tuple(_preference_from(entry) for entry in entries),
    "facts": lambda entries: tuple(FactEntry(*entry) for entry in entries),
    "own": lambda entries: tuple(_own_from(*entry) for entry in entries),
    "picture": lambda parts: Picture(parts[0], base64.b64decode(parts[1])),
    "last_contact": _day_from,
    "come_back_on": _day_from,
}
