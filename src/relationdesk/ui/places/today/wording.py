"""What the rows of Today say: why now, what was last said, and how late it is."""

from datetime import date, time

from relationdesk.domain.reasons import Reason, ReasonKind
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.language.dates import clock_time, day_in_full, due_in_words, short_day
from relationdesk.language.words import _, in_context, plural
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.cadence_words import gap_words
from relationdesk.ui.widgets.chip import ChipText
from relationdesk.ui.widgets.section_heading import count_text
from relationdesk.work.today.distant import DistantRow
from relationdesk.work.today.queries import BirthdayRow, DueRow

_WEEK = 7
_WEEKS_FROM = 14
_LONGEST_WORDS = 160
_LONGEST_REASON = 120


def heading_sentence(waiting: int, people: int) -> str:
    """How many people to come back to, and how many of them have been waiting."""
    if not people:
        return _("Nobody is waiting for you today.")
    number = people_in_words(people)
    whom = plural("{count} person to come back to.", "{count} people to come back to.", people, count=number)
    if not waiting:
        return whom
    number = people_in_words(waiting)
    have_waited = plural("{count} has been waiting.", "{count} have been waiting.", waiting, count=number)
    return _("{whom} {have_waited}").format(whom=whom, have_waited=have_waited)


def people_in_words(count: int) -> str:
    """A number of people at the beginning of a sentence, as a word up to ten."""
    words = {
        1: in_context("people, first word", "One"),
        2: in_context("people, first word", "Two"),
        3: in_context("people, first word", "Three"),
        4: in_context("people, first word", "Four"),
        5: in_context("people, first word", "Five"),
        6: in_context("people, first word", "Six"),
        7: in_context("people, first word", "Seven"),
        8: in_context("people, first word", "Eight"),
        9: in_context("people, first word", "Nine"),
        10: in_context("people, first word", "Ten"),
    }
    return words.get(count) or count_text(count)


def detail(topic: str, platform: str) -> str:
    """What tells the person apart, beside the name."""
    if topic and platform:
        return _("{topic} · {platform}").format(topic=topic, platform=platform)
    return topic or platform


def due_chip(row: DueRow, today: date) -> ChipText:
    """How late a follow-up is, or when it is due."""
    if row.due_on < today:
        return ChipText(due_in_words(row.due_on, today), Tone.BAD)
    if row.due_on == today:
        return ChipText(clock_time(row.due_at) if row.due_at else _("any time"))
    day = due_in_words(row.due_on, today)
    if row.due_at is None:
        return ChipText(day)
    return ChipText(_("{day} {time}").format(day=day, time=clock_time(row.due_at)))


def due_exactly(due_on: date, due_at: time | None) -> str:
    """The day, and the hour where there is one, in full."""
    text = due_in_full(due_on, due_at)
    return text[:1].upper() + text[1:]


def due_in_full(due_on: date, due_at: time | None) -> str:
    """The same within a sentence."""
    if due_at is None:
        return day_in_full(due_on)
    return _("{day}, {time}").format(day=day_in_full(due_on), time=clock_time(due_at))


def distant_chip(row: DistantRow, today: date) -> ChipText:
    """How far past the longest gap a person is."""
    if row.last_two_way is None:
        return ChipText(_("never in touch"), Tone.WARN)
    days = (today - row.last_two_way).days - row.longest_gap_days
    if days < _WEEKS_FROM:
        return ChipText(plural("{n} day past", "{n} days past", days), Tone.WARN)
    return ChipText(plural("{n} week past", "{n} weeks past", days // _WEEK), Tone.WARN)


def distant_reason(row: DistantRow, today: date) -> str:
    """The wish and the fact: `You like to talk every 6 weeks; it has been 9`."""
    wish = _("You like to talk {gap}").format(gap=gap_words(row.ideal_gap_days))
    if row.last_two_way is None:
        return _("{wish}; you have not talked yet").format(wish=wish)
    days = (today - row.last_two_way).days
    if days < _WEEKS_FROM:
        fact = plural("it has been {n} day", "it has been {n} days", days)
    else:
        fact = plural("it has been {n} week", "it has been {n} weeks", days // _WEEK)
    return _("{wish}; {fact}").format(wish=wish, fact=fact)


def birthday_reason(row: BirthdayRow, day: date) -> str:
    """The birthday, with the age where the year is known."""
    if row.year is None:
        return _("Birthday")
    return plural("Birthday: turns {n}", "Birthday: turns {n}", day.year - row.year)


def birthday_chip() -> ChipText:
    """The chip of a person whose day it is."""
    return ChipText(_("birthday"), Tone.ACCENT, Icon.GIFT)


def last_said(kind: InteractionKind | None, title: str, text: str, on: date | None, today: date) -> str:
    """The last contact in one line, with its day where that is known."""
    if kind is None:
        return _("Nothing noted with them yet")
    what, words = title or term(kind), " ".join(text.split())[:_LONGEST_WORDS]
    is_said = not words or words == what
    if on is None:
        told = _("Last: {what}") if is_said else _("Last: {what} — {words}")
        return told.format(what=what, words=words)
    if is_said:
        return _("Last: {what}, {day}").format(what=what, day=short_day(on, today))
    return _("Last: {what}, {day} — {words}").format(what=what, day=short_day(on, today), words=words)


def reason_words(reason: Reason, today: date) -> str:
    """`what you promised on 3 Oct: the shoes`; of what is old, to ask whether it still holds."""
    sentence = _promise_to_talk(reason) if reason.source is None else _known(reason)
    day = short_day(reason.day, today) if reason.day is not None else ""
    source = term(reason.source) if reason.source is not None else ""
    return sentence.format(what=_reason_what(reason), day=day, source=source)


def spoken(name: str, about: str, why: str, when: str) -> str:
    """What a screen reader says of a row."""
    if not about:
        return _("{name}, {why}, {when}").format(name=name, why=why, when=when)
    return _("{name}, {about}, {why}, {when}").format(name=name, about=about, why=why, when=when)


def spoken_distant(row: DistantRow, why: str, idea: str, when: str) -> str:
    """What a screen reader says of somebody who grows distant, with what there is to write about."""
    told = _("{why}. A reason to write: {reason}").format(why=why, reason=idea) if idea else why
    return spoken(row.name, row.topic, told, when)


def spoken_due(row: DueRow, when: str) -> str:
    """What a screen reader says of a follow-up: `Léa Marchetti, trail running, follow-up 4 days late`."""
    if not row.topic:
        return _("{name}, follow-up {when}: {why}").format(name=row.name, when=when, why=row.reason)
    return _("{name}, {topic}, follow-up {when}: {why}").format(
        name=row.name, topic=row.topic, when=when, why=row.reason
    )


def _promise_to_talk(reason: Reason) -> str:
    if reason.kind is ReasonKind.PROMISE:
        return _("what you promised on {day}: {what}")
    if reason.kind is ReasonKind.BIRTHDAY:
        return _("their birthday on {day}")
    if reason.kind is ReasonKind.PUBLICATION:
        return _("what they published on {day}: {what}")
    return _("what you talked about on {day}: {what}")


def _known(reason: Reason) -> str:
    is_liking = reason.kind is ReasonKind.PREFERENCE
    if reason.day is None:
        return (
            _("ask whether they still like {what} ({source})")
            if is_liking
            else _("ask whether this still holds: {what} ({source})")
        )
    if reason.is_old:
        return (
            _("ask whether they still like {what} ({source}, {day})")
            if is_liking
            else _("ask whether this still holds: {what} ({source}, {day})")
        )
    return (
        _("they like {what} ({source}, {day})")
        if is_liking
        else _("something you know: {what} ({source}, {day})")
    )


def _reason_what(reason: Reason) -> str:
    words = " ".join(reason.what.split())
    text = words if len(words) <= _LONGEST_REASON else f"{words[: _LONGEST_REASON - 1].rstrip()}…"
    return _("{label}: {value}").format(label=reason.label, value=text) if reason.label else text
