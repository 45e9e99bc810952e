"""The person in short sections: how to reach them, what they love, what to leave alone, what to know.

A section is `{"title", "groups": [{"label", "lines": [{"text", "small", "aside", "href"}]}]}`; what has
nothing to say is missing. `small` stands below the text, `aside` beside it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from babel.dates import get_day_names

from relationdesk.domain.card import AddressEntry, Birthday, ContactEntry
from relationdesk.domain.suiting.answer import Answer, Origin
from relationdesk.domain.suiting.question_words import question_text
from relationdesk.domain.suiting.wording import origin_text, sentence
from relationdesk.domain.terms import relation_term, term
from relationdesk.domain.vocabulary import ContactKind, FormOfAddress, Polarity
from relationdesk.dossier.content import (
    Handle,
    KnownFact,
    PersonHead,
    Preference,
    QuietTimes,
    Reach,
    Reading,
    Relation,
)
from relationdesk.dossier.phrases import (
    capital,
    in_a_row,
    known_from,
    money_text,
    named,
    short_month_year,
)
from relationdesk.language.dates import birthday_text, clock_time, whole_number
from relationdesk.language.lists import listed
from relationdesk.language.marked_text import safe_link
from relationdesk.language.names import country_name, language_name
from relationdesk.language.words import _, current_language

Section = dict[str, Any]
Line = dict[str, Any]


def reach_sections(person: PersonHead, reach: Reach) -> list[Section]:
    """How to reach them and how to speak to them."""
    form = {None: "", FormOfAddress.TU: _("With “tu”"), FormOfAddress.VOUS: _("With “vous”")}
    speaking = [
        form[person.form_of_address],
        in_a_row(tuple(map(language_name, person.languages))) if person.languages else "",
    ]
    return [
        *_section(_("How to reach"), _ways(reach)),
        *_section(_("How to address them"), [_group("", map(_line, speaking))]),
    ]


def followings(handles: Sequence[Handle]) -> list[Section]:
    """Where they are followed, and by how many at the last reading."""
    return _section(_("Followed on"), [_group("", map(_handle_line, handles))])


def donts(preferences: Sequence[Preference]) -> list[Section]:
    """What they avoid and refuse, the refusals first."""
    return _section(_("Leave alone"), _by_polarity(preferences, (Polarity.REFUSES, Polarity.AVOIDS)))


def loves(preferences: Sequence[Preference]) -> Section | None:
    """What they love and like."""
    found = _section(_("What they love"), _by_polarity(preferences, (Polarity.LOVES, Polarity.LIKES)))
    return found[0] if found else None


def facts(birthday: Birthday | None, known: Sequence[KnownFact]) -> list[Section]:
    """What is good to know, each with where it is from."""
    born = [_line(_("Birthday: {day}").format(day=_birthday(birthday)))] if birthday else []
    return _section(_("Good to know"), [_group("", [*born, *map(_fact_line, known)])])


def would_suit(answer: Answer | None, day: date) -> Section | None:
    """What to propose now, sentence by sentence with where it is from, and what to ask next time."""
    if answer is None:
        return None
    proposed = [_line(sentence(clause), _origins(clause.origins, day)) for clause in answer.clauses]
    asked = [_line(question_text(one), _origins(one.origins, day)) for one in answer.questions]
    groups = [_group("", proposed), _group(_("To ask next time"), asked)]
    return _section(_("What would suit"), groups)[0]


def _origins(origins: Sequence[Origin], day: date) -> str:
    return capital(listed(list(dict.fromkeys(origin_text(origin, day) for origin in origins))))


def relations(circle: Sequence[Relation]) -> list[Section]:
    """The people around them, under what they are to them."""
    ties = [relation_term(relation.kind, outgoing=relation.outward) for relation in circle]
    groups = [
        _group(
            capital(tie),
            [
                _line(relation.other, relation.note)
                for relation, its_tie in zip(circle, ties, strict=True)
                if its_tie == tie
            ],
        )
        for tie in dict.fromkeys(ties)
    ]
    return _section(_("Their circle"), groups)


def _section(title: str, groups: Iterable[Section | None]) -> list[Section]:
    kept = [group for group in groups if group]
    return [{"title": title, "groups": kept}] if kept else []


def _group(label: str, lines: Iterable[Line]) -> Section | None:
    kept = [line for line in lines if line["text"].strip()]
    if not kept:
        return None
    return {"label": label, "lines": kept} if label else {"lines": kept}


def _line(text: str, small: str = "", *, href: str = "", aside: str = "") -> Line:
    line = {"text": text, "small": small, "href": safe_link(href), "aside": aside}
    return {key: value for key, value in line.items() if value or key == "text"}


def _ways(reach: Reach) -> list[Section | None]:
    ranked = [_line(in_a_row(reach.channels))] if reach.channels else []
    quiet = _quiet_lines(reach.quiet) if reach.quiet else []
    return [
        _group(_("Best by"), ranked),
        _group("", map(_contact_line, reach.contacts)),
        *[_group(address.label, _address_lines(address)) for address in reach.addresses],
        _group(_("Leave in peace"), quiet),
    ]


def _contact_line(contact: ContactEntry) -> Line:
    href = {
        ContactKind.EMAIL: "mailto:" + quote(contact.value, safe="@.+-_", errors="replace"),
        ContactKind.PHONE: "tel:" + "".join(c for c in contact.value if c in "+0123456789"),
        ContactKind.LINK: contact.value,
        ContactKind.MESSENGER: "",
    }[contact.kind]
    aside = [contact.label, _("preferred") if contact.preferred else ""]
    return _line(
        contact.value.removeprefix("https://"), href=href, aside=" · ".join(part for part in aside if part)
    )


def _address_lines(address: AddressEntry) -> list[Line]:
    town = " ".join(part for part in (address.postcode, address.city) if part)
    return [
        _line(part)
        for part in (*address.street.splitlines(), town, address.region, country_name(address.country))
    ]


def _quiet_lines(quiet: QuietTimes) -> list[Line]:
    names = get_day_names("wide", locale=current_language().value)
    lines = [_line(in_a_row([names[day] for day in quiet.weekdays]))] if quiet.weekdays else []
    if quiet.starts is not None and quiet.ends is not None:
        hours = _("from {start} to {end}").format(start=clock_time(quiet.starts), end=clock_time(quiet.ends))
        lines.append(_line(hours, quiet.time_zone))
    return lines


def _handle_line(handle: Handle) -> Line:
    name = _("{handle} on {platform}").format(handle=handle.name, platform=handle.platform)
    if not handle.readings:
        return _line(name, href=handle.link)
    latest = handle.readings[-1]
    audience = _("{number} followers, {month}").format(
        number=whole_number(latest.audience), month=short_month_year(latest.on)
    )
    line = _line(name, audience, href=handle.link)
    return {**line, "curve": _curve(handle.readings)} if len(handle.readings) > 1 else line


def _curve(readings: Sequence[Reading]) -> list[list[float]]:
    """The readings as points between 0 and 1, days to the right and the audience upwards."""
    first, days = readings[0].on, max((readings[-1].on - readings[0].on).days, 1)
    lowest = min(reading.audience for reading in readings)
    height = max(max(reading.audience for reading in readings) - lowest, 1)
    return [[(each.on - first).days / days, (each.audience - lowest) / height] for each in readings]


def _birthday(birthday: Birthday) -> str:
    return birthday_text(birthday.month, birthday.day, birthday.year)


def _fact_line(fact: KnownFact) -> Line:
    text = fact.value
    if fact.label:
        text = _("{label}: {value}").format(label=fact.label, value=fact.value)
    return _line(text, known_from(fact.source, fact.on))


def _by_polarity(preferences: Sequence[Preference], order: Sequence[Polarity]) -> list[Section | None]:
    return [
        _group(
            named(polarity),
            [_preference_line(each) for each in preferences if each.polarity is polarity],
        )
        for polarity in order
    ]


def _preference_line(preference: Preference) -> Line:
    text = preference.value
    if preference.reward:
        named = term(preference.reward)
        text = _("{label}: {value}").format(label=named, value=text) if text else named
    if preference.money:
        text = _("{preference}, from {amount}").format(preference=text, amount=money_text(preference.money))
    return _line(text, known_from(preference.source, preference.on))
