"""What is said of backups on their page and in its dialogs."""

from datetime import tzinfo

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.terms import term
from relationdesk.language.dates import clock_time, long_day, short_day, whole_number
from relationdesk.language.moments import day_and_hour, size_in_words
from relationdesk.language.words import _, plural
from relationdesk.work.backups.making import BackedUp, Second
from relationdesk.work.backups.person import PersonState
from relationdesk.work.backups.queries import Holdings, LatestEntry, Standing


def standing_text(standing: Standing, clock: Clock) -> str:
    """When the last backup was made, and whether it holds everything."""
    if standing.last is None:
        return _("There is no backup yet.")
    moment = day_and_hour(standing.last.astimezone(clock.zone()), today(clock))
    if standing.is_behind:
        return _("Last backup: {moment}. What changed since is in the next one.").format(moment=moment)
    return _("Last backup: {moment}. Everything on the desk is in it.").format(moment=moment)


def holds_text(held: Holdings) -> str:
    """How much a backup holds."""
    return counts_text(held.people, held.entries)


def counts_text(people: int, entries: int) -> str:
    """How much there is: `2,000 people, 20,000 history entries`."""
    return _("{people}, {entries}").format(
        people=plural("{count} person", "{count} people", people, count=whole_number(people)),
        entries=plural(
            "{count} history entry", "{count} history entries", entries, count=whole_number(entries)
        ),
    )


def made_text(held: Holdings, zone: tzinfo) -> str:
    """When a backup was made: `24 November 2026, 13:25`."""
    local = held.made.astimezone(zone)
    return _("{day}, {hour}").format(day=long_day(local.date()), hour=clock_time(local.time()))


def size_text(held: Holdings) -> str:
    """How large a backup is."""
    return size_in_words(held.size)


def entry_text(entry: LatestEntry, clock: Clock) -> str:
    """One of the newest entries in a backup."""
    told = " ".join((entry.title or entry.text).split()) or term(entry.kind)
    day = short_day(entry.day, today(clock))
    return _("{day} — {name}: {text}").format(day=day, name=entry.name, text=told)


def second_text(made: BackedUp | None) -> str:
    """What became of the last copy in the second folder; empty where there is nothing to say."""
    if made is None:
        return ""
    return {
        Second.NOT_WANTED: "",
        Second.COPIED: _("The last backup is in it."),
        Second.AWAY: _("It is not there at the moment. The next backup is copied when it is back."),
        Second.FULL: _("It is full; the last backup was not copied."),
        Second.FAILED: _("It could not be written; the last backup was not copied."),
    }[made.second]


def state_lines(state: PersonState, clock: Clock) -> list[str]:
    """How a person stood, a line each; what there was none of is left out."""
    counts = (
        (state.entries, plural("{n} history entry", "{n} history entries", state.entries)),
        (state.follow_ups, plural("{n} open follow-up", "{n} open follow-ups", state.follow_ups)),
        (state.promises, plural("{n} open promise", "{n} open promises", state.promises)),
        (state.partnerships, plural("{n} partnership", "{n} partnerships", state.partnerships)),
        (state.preferences, plural("{n} preference", "{n} preferences", state.preferences)),
        (state.facts, plural("{n} fact", "{n} facts", state.facts)),
        (state.attachments, plural("{n} file", "{n} files", state.attachments)),
    )
    last = (
        _("Last entry: {day}").format(day=short_day(state.last_on, today(clock)))
        if state.last_on is not None
        else _("No entry yet")
    )
    trash = [_("In the trash")] if state.is_in_trash else []
    return [state.city or _("No city"), *trash, last, *(words for count, words in counts if count)]
