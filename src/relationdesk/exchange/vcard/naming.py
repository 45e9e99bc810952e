"""Who the person is: names, roles, birthday, languages."""

import re
from collections.abc import Mapping

from relationdesk.exchange.draft import Draft
from relationdesk.exchange.encoding import one_line
from relationdesk.exchange.reports import ReportKind
from relationdesk.exchange.vcard.days import birthday
from relationdesk.exchange.vcard.labels import fact_label
from relationdesk.exchange.vcard.own import role_kind, role_period
from relationdesk.exchange.vcard.properties import Handler, Property, components, unescaped

_ZONE = re.compile(r"[A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+\-]+){1,2}|UTC")


def _formatted_name(draft: Draft, prop: Property) -> None:
    draft.display_name = draft.display_name or one_line(unescaped(prop.value))


def _structured_name(draft: Draft, prop: Property) -> None:
    parts = [one_line(part) for part in components(prop.value)] + [""] * 5
    if not (draft.family_name or draft.given_name):
        draft.family_name, draft.given_name = parts[0], parts[1]
        draft.name_parts = {"MIDDLE": parts[2], "PREFIX": parts[3], "SUFFIX": parts[4]}


def _nickname(draft: Draft, prop: Property) -> None:
    text = one_line(unescaped(prop.value))
    draft.nickname = draft.nickname or text
    draft.fact(fact_label("NICKNAME"), text)


def _phonetic(draft: Draft, prop: Property) -> None:
    order = {"X-PHONETIC-FIRST-NAME": "1", "X-PHONETIC-MIDDLE-NAME": "2"}
    draft.phonetic.setdefault(order.get(prop.head.name, "3"), one_line(unescaped(prop.value)))


def _pronouns(draft: Draft, prop: Property) -> None:
    draft.pronouns = draft.pronouns or one_line(unescaped(prop.value))


def _organisation(draft: Draft, prop: Property) -> None:
    name, *units = components(prop.value)
    role = draft.role(_role_key(prop, sum(1 for part in draft.roles.values() if part.organisation)))
    role.organisation, role.kind = one_line(name), role_kind(prop)
    role.since, role.until = role_period(prop)
    if units:
        draft.fact(fact_label("UNIT"), one_line(", ".join(filter(None, units))))


def _title(draft: Draft, prop: Property) -> None:
    role = draft.role(_role_key(prop, sum(1 for part in draft.roles.values() if part.title)))
    role.title = one_line(unescaped(prop.value))


def _function(draft: Draft, prop: Property) -> None:
    """ROLE: the title where there is none, else a fact."""
    text = one_line(unescaped(prop.value))
    role = draft.role(_role_key(prop, 0))
    if role.title:
        draft.fact(fact_label("ROLE"), text)
    else:
        role.title = text


def _role_key(prop: Property, index: int) -> str:
    """Own cards tie organisation and title by their group, others by their order."""
    return prop.head.group if prop.head.group.startswith("role") else str(index)


def _birthday(draft: Draft, prop: Property) -> None:
    text = unescaped(prop.value).strip()
    day = birthday(text, prop.head.parameters.get("X-APPLE-OMIT-YEAR", ""))
    if day is not None and draft.birthday is None:
        draft.birthday = day
    elif text and (day is None or day != draft.birthday):
        draft.fact(fact_label("BDAY"), text)
        draft.doubt(ReportKind.IMPOSSIBLE_DATE, text, prop.line)


def _language(draft: Draft, prop: Property) -> None:
    if text := one_line(unescaped(prop.value)):
        draft.languages.append((prop.head.preference, text))


def _time_zone(draft: Draft, prop: Property) -> None:
    text = one_line(unescaped(prop.value))
    if not draft.time_zone and (draft.own or _ZONE.fullmatch(text)):
        draft.time_zone = text
    else:
        draft.fact(fact_label("TZ"), text)


HANDLERS: Mapping[str, Handler] = {
    "FN": _formatted_name,
    "N": _structured_name,
    "NICKNAME": _nickname,
    "X-PHONETIC-FIRST-NAME": _phonetic,
    "X-PHONETIC-MIDDLE-NAME": _phonetic,
    "X-PHONETIC-LAST-NAME": _phonetic,
    "PRONOUNS": _pronouns,
    "X-PRONOUNS": _pronouns,
    "ORG": _organisation,
    "TITLE": _title,
    "ROLE": _function,
    "BDAY": _birthday,
    "LANG": _language,
    "TZ": _time_zone,
}
