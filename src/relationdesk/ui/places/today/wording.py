"""What the rows of Today say: why now, what was last said, and how late it is."""

from datetime import date, time

from relationdesk.language.dates import clock_time, day_in_full
from relationdesk.language.words import _, in_context, plural
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.chip import ChipText
from relationdesk.ui.widgets.section_heading import count_text
from relationdesk.work.today.agreed_days import LoanRow
from relationdesk.work.today.distant import DistantRow
from relationdesk.work.today.queries import DueRow
from relationdesk.work.today.sentences import distant_past, due_when, loan_when


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


def due_exactly(due_on: date, due_at: time | None) -> str:
    """The day, and the hour where there is one, in full."""
    text = due_in_full(due_on, due_at)
    return text[:1].upper() + text[1:]


def due_in_full(due_on: date, due_at: time | None) -> str:
    """The same within a sentence."""
    if due_at is None:
        return day_in_full(due_on)
    return _("{day}, {time}").format(day=day_in_full(due_on), time=clock_time(due_at))


def due_chip(row: DueRow, today: date) -> ChipText:
    """How late a follow-up is, or when it is due."""
    return ChipText(due_when(row, today), Tone.BAD if row.due_on < today else Tone.NEUTRAL)


def distant_chip(row: DistantRow, today: date) -> ChipText:
    """How far past the longest gap a person is."""
    return ChipText(distant_past(row, today), Tone.WARN)


def birthday_chip() -> ChipText:
    """The chip of a person whose day it is."""
    return ChipText(_("birthday"), Tone.ACCENT, Icon.GIFT)


def loan_chip(row: LoanRow, today: date) -> ChipText:
    """How late what was lent is, or that it comes back on the day."""
    return ChipText(loan_when(row, today), Tone.BAD if row.return_on < today else Tone.NEUTRAL, Icon.PACKAGE)


def embargo_chip() -> ChipText:
    """The chip of what may be published from the day on."""
    return ChipText(_("embargo over"), Tone.ACCENT, Icon.LOCK)


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
