"""Writing vCards: 4.0 (RFC 6350), and 3.0 (RFC 2426) for programs that know no better.

What only this program knows goes into X-RELATIONDESK-... properties, which others pass over, so
that a card read back is the same card.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from relationdesk.domain.card import AddressEntry, Card, ContactEntry, HandleEntry, PreferenceEntry, RoleEntry
from relationdesk.domain.texts import clean
from relationdesk.domain.vocabulary import ContactKind, RoleKind
from relationdesk.exchange.vcard.days import birthday_text
from relationdesk.exchange.vcard.labels import label_types
from relationdesk.exchange.vcard.own import PREFIX, PRODUCT
from relationdesk.exchange.vcard.pictures import picture_text

_LONGEST = 75
_CONTINUES = (0xC0, 0x80)  # the two leading bits of a byte that continues a UTF-8 character
_ESCAPED = str.maketrans({"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"})
_CARET = str.maketrans({"^": "^^", "\n": "^n", '"': "^'"})
_PROPERTY_OF = {
    ContactKind.EMAIL: "EMAIL",
    ContactKind.PHONE: "TEL",
    ContactKind.LINK: "URL",
    ContactKind.MESSENGER: "IMPP",
}
_Parameters = Iterable[tuple[str, str]]


class Version(Enum):
    """A version of the format that can be written."""

    V3 = "3.0"
    V4 = "4.0"


def write_vcards(cards: Iterable[Card], version: Version = Version.V4) -> Iterator[bytes]:
    """Each card as one piece of a vCard file, in UTF-8 with CRLF."""
    for card in cards:
        yield vcard(card, version)


def vcard(card: Card, version: Version = Version.V4) -> bytes:
    """One card from BEGIN to END; no value can add a line of its own."""
    writing = _Writing(version)
    writing.names(card)
    writing.reach(card)
    writing.memory(card)
    writing.own_fields(card)
    return writing.finished()


class _Writing:
    """The lines of one card."""

    def __init__(self, version: Version) -> None:
        self._version = version
        self._items = 0
        self._lines: list[str] = ["BEGIN:VCARD", f"VERSION:{version.value}", f"PRODID:{PRODUCT}"]

    def finished(self) -> bytes:
        return b"".join(_folded(line) for line in (*self._lines, "END:VCARD"))

    def _raw(self, name: str, value: str, parameters: _Parameters = ()) -> None:
        written = "".join(f";{key}={_parameter(text)}" for key, text in parameters if text)
        self._lines.append(f"{name}{written}:{value}")

    def _text(self, name: str, value: str, parameters: _Parameters = ()) -> None:
        if value:
            self._raw(name, _escape(value), parameters)

    def _labelled(self, name: str, value: str, label: str, parameters: _Parameters, *, best: bool) -> None:
        """A value with its label: as types where these say it exactly, else as Apple's X-ABLabel."""
        types = label_types(label)
        if types is not None:
            self._raw(name, value, [*self._types(types, best=best), *parameters])
            return
        self._items += 1
        group = f"item{self._items}"
        self._raw(f"{group}.{name}", value, [*self._types([], best=best), *parameters])
        self._text(f"{group}.X-ABLabel", label)

    def _types(self, types: list[str], *, best: bool) -> _Parameters:
        if self._version is Version.V3:
            return [("TYPE", word) for word in (*types, *(["pref"] if best else []))]
        return [*(("TYPE", word) for word in types), ("PREF", "1" if best else "")]

    def names(self, card: Card) -> None:
        """Who it is."""
        self._raw("FN", _escape(card.display_name))
        self._raw("N", f"{_escape(card.family_name)};{_escape(card.given_name)};;;")
        self._text("X-PHONETIC-FIRST-NAME", card.phonetic_name)
        self._text("PRONOUNS" if self._version is Version.V4 else "X-PRONOUNS", card.pronouns)
        for index, role in enumerate(card.roles, start=1):
            self._role(f"role{index}", role)
        if card.birthday:
            self._raw("BDAY", birthday_text(card.birthday))
        for language in card.languages:
            self._text("LANG", language)
        self._text("TZ", card.time_zone)

    def _role(self, group: str, role: RoleEntry) -> None:
        kind = "" if role.kind is RoleKind.WORKS_FOR else role.kind.value
        if role.organisation or kind:
            period = [
                (f"{PREFIX}{name}", day.isoformat())
                for name, day in (("SINCE", role.since), ("UNTIL", role.until))
                if day
            ]
            self._raw(f"{group}.ORG", _escape(role.organisation), [(f"{PREFIX}ROLE", kind), *period])
        self._text(f"{group}.TITLE", role.title)

    def reach(self, card: Card) -> None:
        """Where the person is reached."""
        for contact in card.contacts:
            self._contact(contact)
        for address in card.addresses:
            self._address(address)
        for handle in card.handles:
            self._handle(handle)

    def _contact(self, contact: ContactEntry) -> None:
        name, value = _PROPERTY_OF[contact.kind], _escape(contact.value)
        if contact.kind is ContactKind.MESSENGER:
            scheme = contact.label if re.fullmatch("[a-z]{2,20}", contact.label) else "im"
            best = self._types([], best=contact.preferred)
            self._raw(name, f"{scheme}:{value}", [("X-SERVICE-TYPE", contact.label), *best])
        else:
            self._labelled(name, value, contact.label, (), best=contact.preferred)

    def _address(self, entry: AddressEntry) -> None:
        parts = ("", "", entry.street, entry.city, entry.region, entry.postcode, entry.country)
        value = ";".join(_escape(part) for part in parts)
        self._labelled("ADR", value, entry.label, (), best=entry.preferred)

    def _handle(self, handle: HandleEntry) -> None:
        parameters = (
            ("TYPE", handle.platform if re.fullmatch("[a-z0-9]+", handle.platform) else ""),
            ("X-USER", handle.name),
            (f"{PREFIX}AUDIENCE", "" if handle.audience is None else str(handle.audience)),
            (f"{PREFIX}AUDIENCE-ON", handle.audience_on.isoformat() if handle.audience_on else ""),
        )
        platform = f"X-SOCIALPROFILE;{PREFIX}PLATFORM={_parameter(handle.platform)}"
        self._raw(platform, _escape(handle.link), parameters)

    def memory(self, card: Card) -> None:
        """What is remembered."""
        for note in card.notes:
            self._text("NOTE", note)
        if card.tags:
            self._raw("CATEGORIES", ",".join(_escape(tag) for tag in card.tags))
        if card.picture and self._version is Version.V4:
            self._raw("PHOTO", f"data:{card.picture.media_type};base64,{picture_text(card.picture)}")
        elif card.picture:
            kind = card.picture.media_type.partition("/")[2].upper()
            self._raw("PHOTO", picture_text(card.picture), [("ENCODING", "b"), ("TYPE", kind)])

    def own_fields(self, card: Card) -> None:
        """What only this program knows."""
        self._own("KINDS", ",".join(card.kinds))
        self._own("CITY", _escape(card.city))
        self._own("COUNTRY", _escape(card.country))
        self._own("FORM-OF-ADDRESS", card.form_of_address or "")
        self._own("HOW-MET", _escape(card.how_met))
        self._own("TOPICS", ",".join(_escape(topic) for topic in card.topics))
        for preference in card.preferences:
            self._preference(preference)
        for fact in card.facts:
            self._own("FACT", f"{_escape(fact.label)};{_escape(fact.value)}")
        for entry in card.own:
            parameters = (("NAME", entry.field), ("KIND", entry.kind or ""))
            self._raw(f"{PREFIX}FIELD", _escape(entry.value), parameters)
        self._own("LAST-CONTACT", card.last_contact.isoformat() if card.last_contact else "")
        self._own("COME-BACK-ON", card.come_back_on.isoformat() if card.come_back_on else "")

    def _own(self, name: str, value: str) -> None:
        if value:
            self._raw(f"{PREFIX}{name}", value)

    def _preference(self, entry: PreferenceEntry) -> None:
        money = (
            [("AMOUNT", str(entry.money.amount)), ("CURRENCY", entry.money.currency)] if entry.money else []
        )
        parameters = [("POLARITY", entry.polarity.value), ("CATEGORY", entry.category.value), *money]
        self._raw(f"{PREFIX}PREFERENCE", _escape(entry.value), parameters)


def _escape(text: str) -> str:
    return clean(text).translate(_ESCAPED)


def _parameter(text: str) -> str:
    written = clean(text).translate(_CARET)
    return written if re.fullmatch(r"[A-Za-z0-9_.\-]+", written) else f'"{written}"'


def _folded(line: str) -> bytes:
    """`line` in pieces of at most 75 octets that never cut a character (RFC 6350, 3.2)."""
    content = line.encode("utf-8")
    if len(content) <= _LONGEST:
        return content + b"\r\n"
    pieces = []
    start, room = 0, _LONGEST
    while len(content) - start > room:
        end = start + room
        while content[end] & _CONTINUES[0] == _CONTINUES[1]:
            end -= 1
        pieces.append(content[start:end])
        start, room = end, _LONGEST - 1
    return b"\r\n ".join((*pieces, content[start:])) + b"\r\n"
