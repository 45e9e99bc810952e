"""What the verb that searches prints: people, organisations and texts."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from relationdesk.domain.clock import today
from relationdesk.domain.filters.mistakes import told_mistake
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import OrganisationKind
from relationdesk.language.dates import short_day, whole_number
from relationdesk.language.words import _, plural
from relationdesk.work.desks import Desk
from relationdesk.work.organisations.queries import OrganisationLine, organisations_found
from relationdesk.work.people.filtering import read_on
from relationdesk.work.search.queries import MATCH_BEGINS, MATCH_ENDS, PERSON, Found, found

_MOST_ORGANISATIONS: Final = 4
_Line = Found | OrganisationLine


def search(words: Namespace, desk: Desk, say: Callable[[str], None]) -> None:
    """Print people first, then the organisations of such a name, then texts; at most `limit` in all."""
    for mistake in read_on(desk.reader, words.query).mistakes:
        sys.stderr.write(told_mistake(mistake) + "\n")
    day = today(desk.clock)
    lines = _found(desk, words.query, day, words.limit)
    if words.json:
        say(json.dumps([_as_data(line) for line in lines], ensure_ascii=False, indent=1, default=str))
        return
    if not lines:
        say(_("Nothing was found."))
    for line in lines:
        say(_organisation_line(line) if isinstance(line, OrganisationLine) else _found_line(line, day))


def _found(desk: Desk, typed: str, day: date, limit: int) -> list[_Line]:
    """One of the limit is a person or a text where there are any, for one may be known by an employer."""
    room = min(limit - 1, _MOST_ORGANISATIONS)
    organisations = organisations_found(desk.reader, typed, day, room)
    lines = found(desk.reader, typed, day, limit - len(organisations))
    if not lines:
        return [*organisations_found(desk.reader, typed, day, limit)]
    people = [line for line in lines if line.kind == PERSON]
    return [*people, *organisations, *(line for line in lines if line.kind != PERSON)]


def _as_data(line: _Line) -> dict[str, Any]:
    """The same keys for everything that is found; `organisation_id` besides for an organisation."""
    if isinstance(line, Found):
        return asdict(line) | {"snippet": _unmarked(line.snippet)}
    told = {"person_id": None, "name": line.name, "snippet": line.kind, "day": None}
    return {"kind": "organisation", **told, "organisation_id": line.id, "people": line.people}


def _organisation_line(line: OrganisationLine) -> str:
    what = _("organisation") if line.kind is OrganisationKind.OTHER else term(line.kind)
    if not line.people:
        return _("{name} — {text}").format(name=line.name, text=what)
    people = plural("{total} person", "{total} people", line.people, total=whole_number(line.people))
    return _("{name} — {kind} ({people})").format(name=line.name, kind=what, people=people)


def _found_line(line: Found, day: date) -> str:
    told = _first_words(_unmarked(line.snippet))
    if not told:
        return line.name
    if line.day is None:
        return _("{name} — {text}").format(name=line.name, text=told)
    return _("{name} — {text} ({day})").format(name=line.name, text=told, day=short_day(line.day, day))


def _unmarked(snippet: str) -> str:
    return snippet.replace(MATCH_BEGINS, "").replace(MATCH_ENDS, "")


def _first_words(text: str, most: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
