"""A dossier in words: everything a writer prints, as plain text in the current language.

The result can be told as JSON: dictionaries, lists and strings. Parts without content are missing
from it, so a writer shows what is there and asks nothing else.
"""

from datetime import date
from typing import Any

from relationdesk.domain.card import RoleEntry
from relationdesk.domain.vocabulary import RoleKind
from relationdesk.dossier.content import Dossier, Face, Letterhead, PersonHead
from relationdesk.dossier.history import months, next_steps, promises
from relationdesk.dossier.legible import legible, short
from relationdesk.dossier.partners import partnerships
from relationdesk.dossier.phrases import named
from relationdesk.dossier.portrait import (
    donts,
    facts,
    followings,
    loves,
    reach_sections,
    relations,
    would_suit,
)
from relationdesk.dossier.relationship import sentences
from relationdesk.language.dates import long_day
from relationdesk.language.names import country_name
from relationdesk.language.words import _, current_language

_RUNNING_LENGTH = 60
_BLANK = " \u00a0\u202f\u200c\u200d"


def worded(dossier: Dossier) -> dict[str, Any]:
    """Everything the document says, in the current language."""
    name = legible(dossier.person.name).strip(_BLANK) or _("Nameless")
    parts = {
        "language": current_language().value,
        "title": _("{face}: {name}").format(face=face_name(dossier.face), name=short(name, 200)),
        "letterhead": _letterhead(dossier.letterhead),
        "running": short(name, _RUNNING_LENGTH),
        "footer": _footer(dossier),
        "head": _head(dossier.person, name, dossier.made_on),
        "warning": _warning(dossier),
        "side": [
            *reach_sections(dossier.person, dossier.reach),
            *donts(dossier.donts),
            *followings(dossier.reach.handles),
        ],
        "floating": [*facts(dossier.person.birthday, dossier.facts), *relations(dossier.relations)],
        "relationship": {"title": _("The relationship"), "sentences": sentences(dossier.relationship)},
        "suits": would_suit(dossier.suits, dossier.made_on),
        "loves": loves(dossier.loves),
        "partnerships": partnerships(dossier.partnerships, dossier.exclusivities),
        "history": {"title": _("History"), "months": months(dossier.history)},
        "promises": promises(dossier.promises, dossier.made_on),
        "next": next_steps(dossier.next_steps, dossier.made_on),
    }
    return {key: part for key, part in parts.items() if part}


def face_name(face: Face) -> str:
    """What a face is called where it is chosen and in the footer."""
    match face:
        case Face.INTERNAL:
            return _("Internal brief")
        case Face.SHARE:
            return _("Profile to share")
        case Face.EVENT:
            return _("Event brief")
        case Face.CARD:
            return _("Call card")
        case Face.SUBJECT:
            return _("Subject access")


def _letterhead(letterhead: Letterhead) -> dict[str, Any]:
    """The letterhead; an empty one leaves only the document's line."""
    return {
        "name": letterhead.name,
        "business": letterhead.business,
        "lines": [line for line in letterhead.lines if line.strip()],
    }


def _footer(dossier: Dossier) -> dict[str, str]:
    return {
        "face": face_name(dossier.face),
        "day": long_day(dossier.made_on),
        "secrecy": _("Private"),
        # the writer fills in the numbers
        "page": _("Page {page} of {pages}"),
    }


def _head(person: PersonHead, name: str, day: date) -> dict[str, Any]:
    place = [part for part in (person.city, country_name(person.country)) if part]
    return {
        "name": name,
        "initials": _initials(name),
        "picture": _("Picture of {name}").format(name=short(name, _RUNNING_LENGTH)),
        "kinds": [named(kind) for kind in person.kinds],
        "topics": list(person.topics),
        "about": [part for part in (", ".join(place), person.pronouns) if part],
        "roles": [_role(role, day) for role in sorted(person.roles, key=lambda role: role.is_over(day))],
    }


def _role(role: RoleEntry, day: date) -> str:
    """What somebody does for an organisation, or did, and then until when."""
    what = role.organisation
    if role.title:
        what = _("{role}, {organisation}").format(role=role.title, organisation=role.organisation)
    elif role.kind is RoleKind.REPRESENTED_BY:
        what = _("represented by {organisation}").format(organisation=role.organisation)
    if role.until is None or not role.is_over(day):
        return what
    if role.until.year == day.year:
        return _("{what} (until {day})").format(what=what, day=long_day(role.until))
    return _("{what} (until {year})").format(what=what, year=role.until.year)


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalnum()]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[0] for word in words]
    return "".join(letters).upper()


def _warning(dossier: Dossier) -> str:
    asked = dossier.do_not_contact
    if asked is None:
        return ""
    since: date | None = asked.since
    if since and asked.reason:
        return _("Do not contact, since {day}: {reason}").format(day=long_day(since), reason=asked.reason)
    if since:
        return _("Do not contact, since {day}.").format(day=long_day(since))
    if asked.reason:
        return _("Do not contact: {reason}").format(reason=asked.reason)
    return _("Do not contact.")
