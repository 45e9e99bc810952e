"""What to remember of somebody, line by line with an icon, as the right column tells it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from relationdesk.domain.ids import OrganisationId
from relationdesk.domain.suiting.record import Refusal
from relationdesk.domain.suiting.saying_no import refuses_by_itself
from relationdesk.domain.suiting.wording import refused_text
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory
from relationdesk.language.amounts import money_text
from relationdesk.language.dates import short_day
from relationdesk.language.words import _, current_language
from relationdesk.ui.theme.icons import Icon
from relationdesk.work.people.record import PersonPage
from relationdesk.work.people.record_lines import HandleLine, PreferenceLine

_ASIDE = {
    PreferenceCategory.REWARD: Icon.GIFT,
    PreferenceCategory.CHANNEL: Icon.PHONE,
    PreferenceCategory.TIME: Icon.CLOCK,
}


@dataclass(frozen=True, slots=True)
class Remembered:
    """One line worth remembering, with the icon that says of what kind, and an organisation it is about."""

    icon: Icon
    text: str
    organisation: str = ""
    organisation_id: OrganisationId | None = None


def remembered(page: PersonPage, today: date) -> list[Remembered]:
    """What a person loves first, then what they avoid and said no to, rewards, channels, times, and facts.

    What somebody does for an organisation is among the facts until it is over.
    """
    general = [line for line in page.preferences if line.category not in _ASIDE]
    lines = [*_liked(Icon.HEART, general), *_disliked(Icon.BAN, general), *_refused(page, today)]
    for category, icon in _ASIDE.items():
        those = [line for line in page.preferences if line.category is category]
        lines += [*_liked(icon, those), *_disliked(icon, those)]
    return [*lines, *_facts(page, today)]


def preference_text(line: PreferenceLine) -> str:
    """A preference with its reward and its money, when there are any: `paid, from €400`."""
    what = line.value
    if line.reward is not None:
        named = term(line.reward)
        what = _("{label}: {value}").format(label=named, value=line.value) if line.value else named
    if line.amount is None:
        return what
    return _("{value}, from {money}").format(value=what, money=money_text(line.amount, line.currency))


def followers_text(followers: int) -> str:
    """`38K`: a number of people as it is spoken of."""
    from babel.numbers import format_compact_decimal  # noqa: PLC0415 - not wanted before first paint

    return format_compact_decimal(followers, locale=current_language().value)


def audience_text(handle: HandleLine) -> str:
    """`38K · Oct`: followers, and the month in which they were read."""
    if handle.followers is None:
        return ""
    number = followers_text(handle.followers)
    if handle.taken_on is None:
        return number
    return _("{number} · {month}").format(number=number, month=_month(handle.taken_on))


def _month(day: date) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - babel is not wanted before first paint

    return format_date(day, "LLL y", locale=current_language().value)


def _liked(icon: Icon, lines: Iterable[PreferenceLine]) -> Iterator[Remembered]:
    liked = [preference_text(line) for line in lines if line.polarity in (Polarity.LOVES, Polarity.LIKES)]
    if liked:
        yield Remembered(icon, ", ".join(liked))


def _disliked(icon: Icon, lines: Iterable[PreferenceLine]) -> Iterator[Remembered]:
    lines = list(lines)
    for polarity, words in (
        (Polarity.REFUSES, _("refuses: {things}")),
        (Polarity.AVOIDS, _("avoids: {things}")),
    ):
        told = [preference_text(line) for line in lines if line.polarity is polarity]
        plain = [thing for thing in told if refuses_by_itself(thing)]
        things = [thing for thing in told if thing not in plain]
        if plain:
            yield Remembered(icon, ", ".join(plain))
        if things:
            yield Remembered(icon, words.format(things=", ".join(things)))


def _refused(page: PersonPage, today: date) -> Iterator[Remembered]:
    """Each "no" that holds on this day, until when; one without a day holds for good."""
    for line in page.refusals:
        told = Refusal(line.id, line.what, said_by=line.said_by, client=line.client, reward=line.reward)
        what = refused_text(told)
        if line.until is None:
            yield Remembered(Icon.BAN, _("said no to: {what}").format(what=what))
        elif line.until >= today:
            words = _("said no to: {what}, until {day}")
            yield Remembered(Icon.BAN, words.format(what=what, day=short_day(line.until, today)))


def _facts(page: PersonPage, today: date) -> Iterator[Remembered]:
    record = page.record
    for fact in page.facts:
        labelled = _("{label}: {value}").format(label=fact.label, value=fact.value)
        yield Remembered(Icon.PIN, labelled if fact.label else fact.value)
    if record.birth_day and record.birth_month:
        yield Remembered(Icon.CAKE, _birthday(record.birth_day, record.birth_month, record.birth_year))
    for role in page.roles:
        if role.until is None or role.until >= today:
            yield Remembered(Icon.BRIEFCASE, role.title, role.organisation, role.organisation_id)
    if record.how_met:
        yield Remembered(Icon.HANDSHAKE, record.how_met)


def _birthday(day: int, month: int, year: int | None) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - babel is not wanted before first paint

    known = date(year or 2000, month, day)
    return format_date(known, "d MMMM y" if year else "d MMMM", locale=current_language().value)
