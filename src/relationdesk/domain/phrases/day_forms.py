"""The forms a day is said in, each with the rule that finds it on the calendar.

A rule answers None for a day that is over, does not exist or comes again and again: such a day is
seen, so that nothing is offered for it. `next friday` is the Friday of next week, as in English;
`vendredi prochain` is the coming one, as in French. `quinze jours` are two weeks.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from relationdesk.domain.phrases.day_words import DateNamed, MonthNamed, Unit
from relationdesk.domain.phrases.tokens import listed

Rule = Callable[..., date | None]
_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6
_MIDDLE = 15
_STEPS: dict[Unit, Callable[[int], relativedelta]] = {
    "days": lambda count: relativedelta(days=count),
    "weeks": lambda count: relativedelta(weeks=count),
    "months": lambda count: relativedelta(months=count),
    "years": lambda count: relativedelta(years=count),
}


def _never(_today: date, *_read: object) -> None:
    """A day that cannot be due."""


def _in_days(days: int) -> Rule:
    return lambda today: today + timedelta(days=days)


def _coming(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _weeks_after_coming(weeks: int) -> Rule:
    return lambda today, weekday: _coming(today, weekday) + timedelta(weeks=weeks)


def _next_week(today: date, weekday: int = 0) -> date:
    return today + timedelta(days=7 - today.weekday() + weekday)


def _end_of_next_week(today: date) -> date:
    return _next_week(today, _FRIDAY)


def _end_of_week(today: date) -> date | None:
    return today + timedelta(days=_FRIDAY - today.weekday()) if today.weekday() <= _FRIDAY else None


def _weekend(today: date) -> date:
    return today if today.weekday() == _SUNDAY else today + timedelta(days=_SATURDAY - today.weekday())


def _later(today: date, count: int, unit: Unit) -> date | None:
    return today + _STEPS[unit](count) if count else None


def _dated(today: date, named: DateNamed) -> date | None:
    """The date on or after today; without a year, of this year or the next."""
    for year in (today.year, today.year + 1) if named.year is None else (named.year,):
        try:
            day = date(year, named.month, named.day)
        except ValueError:
            continue
        if day >= today:
            return day
    return None


def _dated_on(today: date, weekday: int, named: DateNamed) -> date | None:
    day = _dated(today, named)
    return day if day is not None and day.weekday() == weekday else None


def _day_of_month(today: date, day: int) -> date | None:
    """The next time a month has this day, today not counted, when it is this month or the next."""
    first = today.replace(day=1) + relativedelta(months=day <= today.day)
    return first.replace(day=day) if day <= monthrange(first.year, first.month)[1] else None


def _day_of_month_on(today: date, weekday: int, day: int) -> date | None:
    found = _day_of_month(today, day)
    return found if found is not None and found.weekday() == weekday else None


def _first_of(today: date, named: MonthNamed) -> date | None:
    """The first of a month; of the month that runs already, nothing."""
    if named.month == today.month and named.year in (None, today.year):
        return None
    return _dated(today, DateNamed(1, named.month, named.year))


def _middle_of(today: date, named: MonthNamed) -> date | None:
    return _dated(today, DateNamed(_MIDDLE, named.month, named.year))


def _end_of(today: date, named: MonthNamed) -> date | None:
    year = named.year or today.year + (named.month < today.month)
    return _dated(today, DateNamed(monthrange(year, named.month)[1], named.month, year))


def _first_of_next_month(today: date) -> date:
    return today.replace(day=1) + relativedelta(months=1)


def _end_of_this_month(today: date) -> date:
    return today.replace(day=monthrange(today.year, today.month)[1])


def _end_of_next_month(today: date) -> date:
    return _end_of_this_month(_first_of_next_month(today))


def _end_of_year(today: date) -> date:
    return today.replace(month=12, day=31)


FORMS: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (
        _in_days(0),
        listed(
            """
            today, this morning, this afternoon, this evening, tonight, aujourd'hui, ce matin, cet après-midi,
            cet aprem, ce soir
            """
        ),
    ),
    (_in_days(1), ("tomorrow", "tmrw", "demain")),
    (_in_days(2), ("day after tomorrow", "the day after tomorrow", "après-demain", "après demain")),
    (
        _in_days(7),
        ("dans huit jours", "sous huit jours", "d'ici huit jours", "sous huitaine", "dans une huitaine"),
    ),
    (
        _in_days(14),
        (
            "in a fortnight",
            "dans quinze jours",
            "sous quinze jours",
            "d'ici quinze jours",
            "dans une quinzaine",
            "sous quinzaine",
            "dans une quinzaine de jours",
        ),
    ),
    (
        _later,
        (
            "in {count} {unit}",
            "within {count} {unit}",
            "{count} {unit} from now",
            "{count} {unit} from today",
            "dans {count} {unit}",
            "sous {count} {unit}",
            "d'ici {count} {unit}",
            "d'ici à {count} {unit}",
        ),
    ),
    (_coming, ("{weekday}", "this {weekday}", "this coming {weekday}", "ce {weekday}", "{weekday} prochain")),
    (
        _weeks_after_coming(1),
        ("{weekday} en huit", "a week from {weekday}", "a week on {weekday}"),
    ),
    (_weeks_after_coming(2), ("{weekday} en quinze",)),
    (
        _next_week,
        listed(
            """
            next {weekday}, {weekday} next week, {weekday} of next week, next week on {weekday},
            {weekday} de la semaine prochaine, next week, la semaine prochaine, semaine prochaine,
            after the weekend, after the week-end, après le week-end, après le weekend, après le we,
            early next week, the beginning of next week, beginning of next week, début de semaine prochaine,
            début de la semaine prochaine, début semaine prochaine
            """
        ),
    ),
    (_weekend, ("this weekend", "this week-end", "ce week-end", "ce weekend", "ce we")),
    (
        _end_of_week,
        (
            "the end of the week",
            "end of the week",
            "fin de semaine",
            "fin de la semaine",
            "la fin de la semaine",
        ),
    ),
    (
        _end_of_next_week,
        (
            "end of next week",
            "the end of next week",
            "fin de semaine prochaine",
            "fin de la semaine prochaine",
        ),
    ),
    (
        _dated_on,
        (
            "{weekday} {date}",
            "{weekday}, {date}",
            "{weekday} the {date}",
            "{weekday} le {date}",
            "le {weekday} {date}",
            "on the {weekday} {date}",
        ),
    ),
    (_dated, ("{date}", "the {date}", "le {date}")),
    (_day_of_month, ("le {lone_day}", "the {ordinal}")),
    (_day_of_month_on, ("{weekday} {lone_day}", "le {weekday} {lone_day}", "{weekday} the {ordinal}")),
    (
        _first_of,
        listed(
            """
            in {month}, in early {month}, early {month}, early in {month}, the beginning of {month},
            beginning of {month}, before {month}, by {month}, en {month}, au mois de {month},
            au mois d'{month}, courant {month}, début {month}, avant {month}, d'ici {month}
            """
        ),
    ),
    (_middle_of, ("mid {month}", "mid-{month}", "mi {month}", "mi-{month}", "à la mi-{month}")),
    (
        _end_of,
        (
            "late {month}",
            "late in {month}",
            "end of {month}",
            "the end of {month}",
            "end {month}",
            "fin {month}",
            "la fin {month}",
        ),
    ),
    (
        _first_of_next_month,
        (
            "next month",
            "le mois prochain",
            "mois prochain",
            "early next month",
            "the beginning of next month",
            "beginning of next month",
            "début du mois prochain",
        ),
    ),
    (
        _end_of_this_month,
        (
            "the end of the month",
            "end of the month",
            "end of this month",
            "the end of this month",
            "fin du mois",
            "fin de mois",
            "la fin du mois",
        ),
    ),
    (
        _end_of_next_month,
        ("end of next month", "the end of next month", "fin du mois prochain", "la fin du mois prochain"),
    ),
    (
        _end_of_year,
        ("the end of the year", "end of the year", "fin d'année", "fin de l'année", "la fin de l'année"),
    ),
    (
        _never,
        listed(
            """
            yesterday, last night, the other day, last week, last month, last year, last {weekday},
            {weekday} last week, {weekday} of last week, last {month}, {count} {unit} ago, hier, avant-hier,
            hier soir, l'autre jour, la semaine dernière, le mois dernier, l'an dernier, l'année dernière,
            {weekday} dernier, {weekday} passé, en {month} dernier, il y a {count} {unit},
            {weekday} de la semaine dernière, every {weekday}, each {weekday}, any {weekday},
            chaque {weekday}, le {weekday}, every other {weekday}, un {weekday} sur deux
            """
        ),
    ),
)
