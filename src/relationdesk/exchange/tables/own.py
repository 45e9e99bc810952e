"""Columns that become fields of the user's own."""

from collections.abc import Sequence
from dataclasses import replace

from relationdesk.domain import own_values
from relationdesk.domain.texts import clean
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.exchange.tables import dates, values
from relationdesk.exchange.tables.columns import Column, ColumnUse, DateOrder

_LONGEST_NUMBER = 15


def as_own(
    use: ColumnUse, name: str, kind: OwnKind, cells: Sequence[str], fallback: DateOrder | None = None
) -> ColumnUse:
    """A column as the field of this name, with what its cells tell of the order of their days."""
    is_day = kind is OwnKind.DAY
    return replace(
        use,
        column=Column.OWN,
        group="",
        label=name,
        kind=kind,
        date_order=dates.order_of(cells) if is_day else None,
        borrowed_order=(use.borrowed_order or fallback) if is_day else None,
    )


def kind_of(cells: Sequence[str]) -> OwnKind:
    """What a field is probably for that holds what stands in these cells."""
    told = [cell.strip() for cell in cells if cell.strip()]
    if not told:
        return OwnKind.TEXT
    if all(values.answer(cell) is not None and not cell.isdigit() for cell in told):
        return OwnKind.YES_NO
    if all(_is_number(cell) for cell in told):
        return OwnKind.NUMBER
    return OwnKind.DAY if all(dates.day(cell, None) for cell in told) else OwnKind.TEXT


def own_value(use: ColumnUse, cell: str) -> tuple[str, bool]:
    """What a cell says, nearer to how the field keeps it, and whether it could as well be another day."""
    text = clean(cell).strip()
    if own_values.fits(use.kind, text) and own_values.kept(use.kind, text) == text:
        return text, False
    if use.kind is OwnKind.DAY and (found := dates.day(text, use.date_order, use.borrowed_order)):
        return found.day.isoformat(), found.ambiguous
    if use.kind is OwnKind.YES_NO and (answered := values.answer(text)) is not None:
        return own_values.YES if answered else own_values.NO, False
    return text, False


def _is_number(cell: str) -> bool:
    """Digits that do not begin with a nought are no telephone number and no postcode."""
    if len(cell) > _LONGEST_NUMBER or (cell[0] in "0+" and cell[1:2].isdigit()):
        return False
    return not own_values.is_doubtful(OwnKind.NUMBER, own_values.kept(OwnKind.NUMBER, cell))
