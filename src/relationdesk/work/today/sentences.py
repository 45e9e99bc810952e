"""What is said of whom to come back to: why now, when, and what was last said."""

from datetime import date

from relationdesk.domain.reasons import Reason, ReasonKind
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import InteractionKind, PartnershipDay
from relationdesk.language.dates import clock_time, due_in_words, gap_words, short_day
from relationdesk.language.words import _, plural
from relationdesk.work.today.agreed_days import DayAhead, EmbargoRow, LoanRow
from relationdesk.work.today.distant import DistantRow
from relationdesk.work.today.queries import BirthdayAhead, BirthdayRow, DueRow

_WEEK = 7
_WEEKS_FROM = 14
_MARKS = frozenset("*_[#")
_LONGEST_WORDS = 160
_LONGEST_REASON = 120


def due_when(row: DueRow, today: date) -> str:
    """How late a follow-up is, or when it is due."""
    if row.due_on < today:
        return due_in_words(row.due_on, today)
    if row.due_on == today:
        return clock_time(row.due_at) if row.due_at else _("any time")
    day = due_in_words(row.due_on, today)
    if row.due_at is None:
        return day
    return _("{day} {time}").format(day=day, time=clock_time(row.due_at))


def distant_past(row: DistantRow, today: date) -> str:
    """How far past the longest gap a person is."""
    if row.last_two_way is None:
        return _("never in touch")
    days = (today - row.last_two_way).days - row.longest_gap_days
    if days < _WEEKS_FROM:
        return plural("{n} day past", "{n} days past", days)
    return plural("{n} week past", "{n} weeks past", days // _WEEK)


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


def birthday_ahead_words(row: BirthdayAhead, day: date) -> str:
    """The birthday kept on a day ahead, with the age where the year is known."""
    return _("birthday") if row.year is None else plural("turns {n}", "turns {n}", day.year - row.year)


def agreed_ahead_words(row: DayAhead) -> str:
    """Which contract ends, what comes back, or which embargo is over."""
    match row.agreed:
        case PartnershipDay.RETURN_ON:
            return _("comes back: {title}").format(title=row.title)
        case PartnershipDay.EMBARGO_UNTIL:
            return _("embargo over: {title}").format(title=row.title)
        case _ends_on:
            return _("contract with {client} ends").format(client=row.client or row.title)


def loan_reason(row: LoanRow) -> str:
    """What was lent, with whose it is where that is known."""
    return _("Lent: {what}").format(what=_agreement(row.client, row.title))


def loan_when(row: LoanRow, today: date) -> str:
    """How late what was lent is, or that it comes back on the day."""
    return due_in_words(row.return_on, today) if row.return_on < today else _("comes back today")


def embargo_reason(row: EmbargoRow, today: date) -> str:
    """What may be published from the day on, or since then."""
    what = _agreement(row.client, row.title)
    if row.embargo_until < today:
        since = short_day(row.embargo_until, today)
        return _("May be published since {day}: {what}").format(day=since, what=what)
    return _("May be published from today on: {what}").format(what=what)


def _agreement(client: str, title: str) -> str:
    return _("{client} × {title}").format(client=client, title=title) if client else title


def last_said(kind: InteractionKind | None, title: str, text: str, on: date | None, today: date) -> str:
    """The last contact in one line, with its day where that is known."""
    if kind is None:
        return _("Nothing noted with them yet")
    what, words = title or term(kind), " ".join(_unmarked(text).split())[:_LONGEST_WORDS]
    is_said = not words or words == what
    if on is None:
        told = _("Last: {what}") if is_said else _("Last: {what} — {words}")
        return told.format(what=what, words=words)
    if is_said:
        return _("Last: {what}, {day}").format(what=what, day=short_day(on, today))
    return _("Last: {what}, {day} — {words}").format(what=what, day=short_day(on, today), words=words)


def _unmarked(text: str) -> str:
    """A text without the signs by which some of its words are strong, slanted or a link."""
    if _MARKS.isdisjoint(text):
        return text
    from relationdesk.language.light_markup import runs_of  # noqa: PLC0415 - few texts need it at the start

    return "".join(run.text for run in runs_of(text))


def reason_words(reason: Reason, today: date) -> str:
    """`what you promised on 3 Oct: the shoes`; of what is old, to ask whether it still holds."""
    sentence = _promise_to_talk(reason) if reason.source is None else _known(reason)
    day = short_day(reason.day, today) if reason.day is not None else ""
    source = term(reason.source) if reason.source is not None else ""
    return sentence.format(what=_reason_what(reason), day=day, source=source)


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
