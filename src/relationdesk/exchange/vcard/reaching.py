"""Where the person is reached: mail, phones, addresses, links, accounts, messengers."""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from relationdesk.domain.card import AddressEntry, HandleEntry
from relationdesk.domain.folding import fold
from relationdesk.domain.profiles import is_safe_link, platform_named, profile
from relationdesk.domain.texts import clean
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.exchange.draft import Draft
from relationdesk.exchange.encoding import one_line
from relationdesk.exchange.reports import ReportKind
from relationdesk.exchange.vcard.labels import type_label
from relationdesk.exchange.vcard.own import audience_of
from relationdesk.exchange.vcard.properties import Handler, Property, components, unescaped

_EMAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]+")
_SERVICES = {
    "X-AIM": "aim",
    "X-ICQ": "icq",
    "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype",
    "X-MSN": "msn",
    "X-YAHOO": "yahoo",
    "X-JABBER": "jabber",
    "X-QQ": "qq",
    "X-GADUGADU": "gadugadu",
    "X-GROUPWISE": "groupwise",
    "X-GOOGLE-TALK": "google talk",
    "X-WHATSAPP": "whatsapp",
    "X-TELEGRAM": "telegram",
    "X-SIGNAL": "signal",
    "X-MATRIX": "matrix",
    "X-DISCORD": "discord",
    "X-MS-IMADDRESS": "im",
}
_PLATFORM_NAMES = ("INSTAGRAM", "TWITTER", "TIKTOK", "YOUTUBE", "FACEBOOK", "LINKEDIN", "TWITCH", "MASTODON")
_COUNTRY_CODE = 2
_SCHEMES = {"xmpp": "jabber", "ymsgr": "yahoo", "gtalk": "google talk", "x-apple": "", "im": ""}


def _label(prop: Property) -> str:
    return prop.label or type_label(prop.head.types)


def _email(draft: Draft, prop: Property) -> None:
    text = one_line(unescaped(prop.value))
    if not draft.own and text[:7].lower() == "mailto:":
        text = text[7:]
    draft.contact(ContactKind.EMAIL, text, _label(prop), prop.head.preference)
    if text and not _EMAIL.fullmatch(text):
        draft.doubt(ReportKind.DOUBTFUL_EMAIL, text, prop.line)


def _phone(draft: Draft, prop: Property) -> None:
    text = one_line(unescaped(prop.value))
    if not draft.own and text[:4].lower() == "tel:":
        number, _, extension = unquote(text[4:]).partition(";ext=")
        text = f"{number} ext. {extension}" if extension else number
    draft.contact(ContactKind.PHONE, one_line(text), _label(prop), prop.head.preference)
    if text and not any(character.isdigit() for character in text):
        draft.doubt(ReportKind.DOUBTFUL_PHONE, text, prop.line)


def _link(draft: Draft, prop: Property) -> None:
    text = one_line(unescaped(prop.value))
    account = None if draft.own else profile(text)
    if account:
        draft.handles.append(HandleEntry(account[0], account[1], text))
        return
    draft.contact(ContactKind.LINK, text, _label(prop), prop.head.preference)
    if text and not is_safe_link(text):
        draft.doubt(ReportKind.DOUBTFUL_LINK, text, prop.line)


def _account(draft: Draft, prop: Property) -> None:
    """X-SOCIALPROFILE (Apple), SOCIALPROFILE (RFC 9554), and our own handles with their audience."""
    parameters = prop.head.parameters
    link = one_line(unescaped(prop.value))
    if "X-RELATIONDESK-PLATFORM" in parameters:
        name, platform = parameters.get("X-USER", ""), parameters["X-RELATIONDESK-PLATFORM"]
        draft.handles.append(HandleEntry(platform, name, link, *audience_of(parameters)))
        return
    named = parameters.get("SERVICE-TYPE") or next(iter(prop.head.types), "")
    user = parameters.get("X-USER") or parameters.get("USERNAME") or ""
    found = profile(link)
    link = re.sub(r"^x-apple:", "", link, flags=re.IGNORECASE)
    platform = platform_named(named) or (found[0] if found else named.lower())
    name = user or (found[1] if found else link)
    if name:
        draft.handles.append(HandleEntry(platform, name.removeprefix("@"), link if "://" in link else ""))


def _platform(draft: Draft, prop: Property) -> None:
    """X-INSTAGRAM and its like: a name or a link."""
    text = one_line(unescaped(prop.value))
    found = profile(text)
    name = found[1] if found else text.removeprefix("@")
    if name:
        platform = platform_named(prop.head.name.removeprefix("X-"))
        draft.handles.append(HandleEntry(platform, name, text if found else ""))


def _messenger(draft: Draft, prop: Property) -> None:
    text = one_line(unescaped(prop.value))
    service = _SERVICES.get(prop.head.name) or prop.label or type_label(prop.head.types)
    draft.contact(ContactKind.MESSENGER, text, service, prop.head.preference)


def _address_book_messenger(draft: Draft, prop: Property) -> None:
    """IMPP: `skype:name`, `aim:goim?screenname=name`, `x-apple:name` with its service in a parameter."""
    text = one_line(unescaped(prop.value))
    scheme, colon, rest = text.partition(":")
    parameters = prop.head.parameters
    service = parameters.get("X-SERVICE-TYPE", parameters.get("SERVICE-TYPE"))
    if draft.own:
        draft.contact(ContactKind.MESSENGER, rest, service or "", prop.head.preference)
        return
    service = service.lower() if service else _SCHEMES.get(scheme.lower(), scheme.lower() if colon else "")
    name = unquote(rest if colon else text)
    name = re.sub(r"^(?:goim\?screenname=|//)", "", name)
    draft.contact(ContactKind.MESSENGER, one_line(name), service, prop.head.preference)


def _address(draft: Draft, prop: Property) -> None:
    box, extended, street, city, region, postcode, country, *more = [
        *components(prop.value),
        *[""] * 7,
    ]
    lines = [part for part in (box, extended, street, *more) if part]
    entry = AddressEntry(
        label=_label(prop),
        street=clean("\n".join(lines)),
        city=one_line(city),
        region=one_line(region),
        postcode=one_line(postcode),
        country=one_line(country),
    )
    if entry != AddressEntry(label=entry.label):
        draft.addresses.append((entry, prop.head.preference))
    if printed := prop.head.parameters.get("LABEL"):
        draft.printed_addresses.append(printed)


def _printed_address(draft: Draft, prop: Property) -> None:
    """LABEL and X-ABADR: the same address once more, in most cards; two letters are a country's code."""
    text = unescaped(prop.value).strip()
    if len(text) > _COUNTRY_CODE:
        draft.printed_addresses.append(text)


def unknown_addresses(draft: Draft) -> list[str]:
    """The printed addresses that say something which no structured address says."""
    known = {word for entry, _ in draft.addresses for word in _words(" ".join(_parts(entry)))}
    return [text for text in draft.printed_addresses if not set(_words(text)) <= known]


def _parts(entry: AddressEntry) -> tuple[str, ...]:
    return entry.street, entry.city, entry.region, entry.postcode, entry.country


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


HANDLERS: Mapping[str, Handler] = {
    "EMAIL": _email,
    "TEL": _phone,
    "URL": _link,
    "X-SOCIALPROFILE": _account,
    "SOCIALPROFILE": _account,
    "IMPP": _address_book_messenger,
    "ADR": _address,
    "LABEL": _printed_address,
    "X-ABADR": _printed_address,
    **dict.fromkeys(_SERVICES, _messenger),
    **{f"X-{name}": _platform for name in _PLATFORM_NAMES},
}
