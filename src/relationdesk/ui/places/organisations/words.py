"""The words for organisations and for what people are to them."""

from datetime import date

from relationdesk.domain.suiting.record import Refusal
from relationdesk.domain.suiting.wording import refused_text
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import OrganisationKind, RoleKind
from relationdesk.language.amounts import money_text
from relationdesk.language.dates import short_day, whole_number
from relationdesk.language.words import _, plural
from relationdesk.work.organisations.queries import ClientPartnership, ClientRefusal, Member


def kind_words(kind: OrganisationKind) -> str:
    """What an organisation is, below its name."""
    word = _("organisation") if kind is OrganisationKind.OTHER else term(kind)
    return word[:1].upper() + word[1:]


def people_words(count: int) -> str:
    """How many people belong to it: `3 people`."""
    return plural("{total} person", "{total} people", count, total=whole_number(count))


def counted(shown: int, total: int, *, has_filter: bool) -> str:
    """How many organisations are shown of how many: `3 of 40 organisations`."""
    number = whole_number(total)
    if not has_filter:
        return plural("{total} organisation", "{total} organisations", total, total=number)
    return plural(
        "{shown} of {total} organisation",
        "{shown} of {total} organisations",
        total,
        shown=whole_number(shown),
        total=number,
    )


def is_over(member: Member, today: date) -> bool:
    """Whether somebody did this formerly; their last day still counts."""
    return member.until is not None and member.until < today


def member_words(member: Member, today: date) -> str:
    """What somebody does, since when and until when; what ended tells too that they were represented."""
    is_told_by_kind = is_over(member, today) and member.kind is RoleKind.REPRESENTED_BY
    title = member.title or (term(member.kind) if is_told_by_kind else "")
    return in_a_row(title, period_words(member.since, member.until, today))


def period_words(since: date | None, until: date | None, today: date) -> str:
    """From when until when; empty where neither is known."""
    begins = _("since {day}").format(day=short_day(since, today)) if since and not until else ""
    if since and until:
        first, last = short_day(since, today), short_day(until, today)
        return _("from {first} until {last}").format(first=first, last=last)
    ends = _("until {day}").format(day=short_day(until, today)) if until else ""
    return begins or ends


def partnership_words(line: ClientPartnership, today: date) -> str:
    """What was agreed: the reward, the money and the days."""
    return in_a_row(
        line.title,
        term(line.reward) if line.reward else "",
        "" if line.amount is None else money_text(line.amount, line.currency),
        period_words(line.starts_on, line.ends_on, today),
        _("as of {day}").format(day=short_day(line.stage_since, today)) if line.stage_since else "",
    )


def refusal_words(line: ClientRefusal, today: date) -> str:
    """What was refused and why, who said so, when, and until when."""
    what = refused_text(Refusal(line.id, line.what, said_by=line.said_by, client="", reward=line.reward))
    text = _("{what} ({why})").format(what=what, why=line.why) if line.why and what else what or line.why
    return in_a_row(
        text or _("any proposal"),
        _("{who} said so").format(who=line.said_by) if line.said_by else "",
        short_day(line.said_on, today) if line.said_on else "",
        _("until {day}").format(day=short_day(line.until, today)) if line.until else "",
    )


def in_a_row(*parts: str) -> str:
    """Parts of a line, those that say something."""
    return "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)
