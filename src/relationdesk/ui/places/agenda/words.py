"""What the agenda says of a thing on a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Action
from relationdesk.language.dates import clock_time, full_day, long_day, short_day
from relationdesk.language.words import _, plural
from relationdesk.ui.theme.icons import Icon
from relationdesk.work.agenda.queries import AgendaItem, ItemKind

_ICONS = {
    Action.WRITE: Icon.PENCIL_LINE,
    Action.CALL: Icon.PHONE,
    Action.MEET: Icon.USERS,
    Action.SEND: Icon.PACKAGE,
    Action.THANK: Icon.HEART,
    Action.OTHER: Icon.CHECK,
    None: Icon.CHECK,
}
_DATE_ICONS = {
    ItemKind.BIRTHDAY: Icon.GIFT,
    ItemKind.ENDING: Icon.HANDSHAKE,
    ItemKind.RETURN: Icon.PACKAGE,
    ItemKind.EMBARGO: Icon.LOCK,
    ItemKind.PROMISE: Icon.HEART,
}


@dataclass(frozen=True, slots=True)
class ItemWords:
    """A thing on a day as it is shown and as it is spoken."""

    title: str
    detail: str
    spoken: str
    icon: Icon


def words_of(item: AgendaItem) -> ItemWords:
    """The name first, then what it is about; the hour before both where there is one."""
    detail = _detail(item)
    title = item.name
    if item.at is not None:
        title = _("{hour} {name}").format(hour=clock_time(item.at), name=item.name)
    spoken = _("{name}, {what}").format(name=title, what=detail)
    return ItemWords(title, detail, spoken, _DATE_ICONS.get(item.kind) or _ICONS[item.action])


def _detail(item: AgendaItem) -> str:
    if item.kind is ItemKind.BIRTHDAY:
        return _("birthday")
    if item.kind is ItemKind.ENDING:
        return _("contract with {client} ends").format(client=item.what)
    if item.kind is ItemKind.RETURN:
        return _("comes back: {title}").format(title=item.what)
    if item.kind is ItemKind.EMBARGO:
        return _("embargo over: {title}").format(title=item.what)
    if item.kind is ItemKind.PROMISE:
        return _("promise: {what}").format(what=item.what)
    return item.what or (term(item.action) if item.action else "")


def day_told(day: date, count: int) -> str:
    """What a screen reader says of a day."""
    what = plural("{n} thing", "{n} things", count) if count else _("nothing planned")
    return _("{day}: {what}").format(day=full_day(day), what=what)


def full_told(count: int, full_day_above: int) -> str:
    """Why a day is called full."""
    return plural(
        "{n} follow-up on this day; you call a day full above {most}",
        "{n} follow-ups on this day; you call a day full above {most}",
        count,
        most=full_day_above,
    )


def week_title(monday: date) -> str:
    """`23 – 29 November 2026`, with both months where there are two."""
    sunday = monday + timedelta(days=6)
    first = str(monday.day) if monday.month == sunday.month else short_day(monday, sunday)
    return _("{first} – {last}").format(first=first, last=long_day(sunday))
