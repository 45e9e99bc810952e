"""The words for what is in the trash."""

from datetime import date

from relationdesk.language.dates import long_day, whole_number
from relationdesk.language.words import _, plural
from relationdesk.work.trash.queries import Belongings, Kind, Trashed, TrashLine


def kind_words(trashed: Trashed) -> str:
    """What it is, below its name: `Partnership with Léa Marchetti`."""
    if trashed.kind is Kind.PERSON:
        return _("Person")
    if trashed.kind is Kind.ORGANISATION:
        return _("Organisation")
    return _("Partnership with {name}").format(name=trashed.whom)


def title_of(trashed: Trashed) -> str:
    """What it is called; a partnership with its client."""
    if trashed.about:
        return _("{client} × {title}").format(client=trashed.about, title=trashed.name)
    return trashed.name


def days_left(line: TrashLine, today: date) -> str:
    """How long it stays: `27 days left`."""
    days = max(0, (line.goes_on - today).days)
    return plural("{n} day left", "{n} days left", days)


def detail_words(line: TrashLine, today: date) -> str:
    """What stands below a name: `Person · 27 days left`."""
    return _("{what} · {left}").format(what=kind_words(line.trashed), left=days_left(line, today))


def spoken(line: TrashLine, today: date) -> str:
    """What a screen reader says of a row."""
    parts = (title_of(line.trashed), kind_words(line.trashed), days_left(line, today))
    return ", ".join(parts)


def since_words(line: TrashLine) -> str:
    """When it was moved here."""
    return _("Moved to the trash on {day}.").format(day=long_day(line.since))


def until_words(line: TrashLine) -> str:
    """When it goes for good."""
    return _("Stays until {day}, and then goes for good.").format(day=long_day(line.goes_on))


def belongings_words(kind: Kind, belongings: Belongings) -> list[str]:
    """What goes and comes back with it, each in a line; nothing of which there is none."""
    counts = _with_organisation(belongings) if kind is Kind.ORGANISATION else _with_person(belongings)
    return [words for count, words in counts if count]


def _with_person(own: Belongings) -> list[tuple[int, str]]:
    return [
        (
            own.interactions,
            plural("{n} entry of the history", "{n} entries of the history", own.interactions),
        ),
        (own.promises, plural("{n} promise", "{n} promises", own.promises)),
        (own.follow_ups, plural("{n} follow-up", "{n} follow-ups", own.follow_ups)),
        (own.partnerships, plural("{n} partnership", "{n} partnerships", own.partnerships)),
        (own.remembered, plural("{n} thing to remember", "{n} things to remember", own.remembered)),
        (own.files, plural("{n} file", "{n} files", own.files)),
    ]


def _with_organisation(own: Belongings) -> list[tuple[int, str]]:
    return [
        (own.people, plural("{n} person’s role there", "the roles of {n} people there", own.people)),
        (
            own.partnerships,
            plural(
                "its name on {n} partnership, which stays",
                "its name on {n} partnerships, which stay",
                own.partnerships,
            ),
        ),
    ]


def counted(shown: int, total: int, *, has_filter: bool) -> str:
    """How many things are shown of how many: `3 of 40 things`."""
    number = whole_number(total)
    if not has_filter:
        return plural("{total} thing", "{total} things", total, total=number)
    some = whole_number(shown)
    return plural("{shown} of {total} thing", "{shown} of {total} things", total, shown=some, total=number)
