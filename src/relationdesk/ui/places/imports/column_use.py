"""What a column becomes when the user says so, and what else it then has to be told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.language.words import _
from relationdesk.ui.places.imports.column_words import CURRENCIES, PLATFORMS, date_order_words
from relationdesk.work.imports.own_fields import OwnOperator, as_own, kind_of
from relationdesk.work.imports.reading import Column, ColumnUse, DateOrder

_FIGURES = re.compile(r"\s*(\d{1,4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,4})\b.*", re.DOTALL)
_ON_PLATFORMS = frozenset((Column.HANDLE, Column.AUDIENCE))
_CENTURY = 100
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class Detail:
    """A second choice beside the column's own: its name, what is offered, what holds now."""

    name: str
    choices: tuple[tuple[str, str], ...]
    value: str


def become(use: ColumnUse, column: Column, guessed: ColumnUse | None) -> ColumnUse:
    """`use` as another column; what was guessed first is taken back whole."""
    if guessed is not None and guessed.column is column:
        return guessed
    return replace(use, column=column, label=use.header if column is Column.FACT else "")


def become_own(
    use: ColumnUse, field: OwnOperator | None, guessed: ColumnUse | None, called: str, samples: Sequence[str]
) -> ColumnUse:
    """`use` as a field of the user's, or for None as a new one that is `called` like the column."""
    name, kind = (field.name, field.kind) if field is not None else (called, kind_of(samples))
    return as_own(guessed or use, name, kind, samples)


def detail_of(use: ColumnUse, samples: Sequence[str], *, is_new: bool = False) -> Detail | None:
    """What is still open about a column, or None; of a field that `is_new`, what it is for."""
    if use.column is Column.OWN and is_new:
        return _kind(use, samples)
    if use.holds_days and is_open(samples):
        return _order(use)
    if use.column in _ON_PLATFORMS:
        words = (("", _("Platform not said")), *PLATFORMS.items())
        return Detail(_("Platform"), words, use.platform)
    if use.column is Column.FEE:
        currencies = (("", _("Currency as written")), *((code, code) for code in CURRENCIES))
        return Detail(_("Currency"), currencies, use.currency)
    return None


def with_detail(use: ColumnUse, value: str, samples: Sequence[str]) -> ColumnUse:
    """`use` with its detail chosen."""
    if use.column is Column.FEE:
        return replace(use, currency=value)
    if use.column is Column.OWN and value in set(OwnKind):
        return as_own(use, use.label, OwnKind(value), samples)
    if use.holds_days and value in set(DateOrder):
        return replace(use, date_order=DateOrder(value))
    return replace(use, platform=value)


def is_open(samples: Sequence[str]) -> bool:
    """Whether there are dates in figures, and all of them make sense in more than one order."""
    figures = [found.groups() for cell in samples if (found := _FIGURES.fullmatch(cell))]
    if not figures:
        return False
    possible = [order for order in DateOrder if all(_is_day(parts, order) for parts in figures)]
    return len(possible) > 1


def _kind(use: ColumnUse, samples: Sequence[str]) -> Detail:
    """What a new field is for; days that make sense in several orders are offered in each."""
    order = _order(use) if use.kind is OwnKind.DAY and is_open(samples) else None
    kinds = [(kind.value, term(kind)) for kind in OwnKind if order is None or kind is not OwnKind.DAY]
    words = (*kinds, *(order.choices if order else ()))
    return Detail(_("Kind of field"), words, order.value if order else use.kind.value)


def _order(use: ColumnUse) -> Detail:
    order = use.date_order or use.borrowed_order or DateOrder.DAY_FIRST
    words = tuple((order.value, word) for order, word in date_order_words().items())
    return Detail(_("Order of the date"), words, order.value)


def _is_day(parts: Sequence[str], order: DateOrder) -> bool:
    places = {
        DateOrder.DAY_FIRST: (2, 1, 0),
        DateOrder.MONTH_FIRST: (2, 0, 1),
        DateOrder.YEAR_FIRST: (0, 1, 2),
    }
    year, month, day = (parts[place] for place in places[order])
    if len(year) not in {2, 4} or len(day) > len("31"):
        return False
    try:
        date(int(year) if int(year) > _CENTURY else _LEAP + int(year), int(month), int(day))
    except ValueError:
        return False
    return True
