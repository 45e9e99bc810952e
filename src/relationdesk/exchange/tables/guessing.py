"""What the columns of a table probably become, from their names and what stands below them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from relationdesk.domain.folding import fold
from relationdesk.domain.profiles import looks_like_link, profile
from relationdesk.exchange.tables.columns import Column, ColumnUse, DateOrder, Mapping
from relationdesk.exchange.tables.dates import order_of
from relationdesk.exchange.tables.headers import recognised
from relationdesk.exchange.tables.own import kind_of
from relationdesk.exchange.tables.table import Table

_SINGLE = frozenset((
    Column.NAME, Column.GIVEN_NAME, Column.FAMILY_NAME, Column.MIDDLE_NAME, Column.PRONOUNS, Column.TIME_ZONE,
    Column.FORM_OF_ADDRESS, Column.BIRTHDAY, Column.LAST_CONTACT, Column.COME_BACK_ON, Column.PLATFORM,
    Column.GIFTS_OK, Column.HOW_MET,
))  # fmt: skip
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"\+?[\d .()/\-]{8,20}")
_FRENCH = re.compile(
    r"\b(?:nom|prenom|adresse|ville|pays|telephone|dernier|relance|anniversaire|abonnes|le|societe)\b"
)


def guess(table: Table) -> Mapping:
    """What each column most likely becomes; unknown columns are kept as facts under their header."""
    columns = _columns_of(table)
    uses = [
        _by_header_or_content(table, header, cells)
        for header, cells in zip(table.headers, columns, strict=True)
    ]
    uses = _in_context(uses)
    return Mapping(tuple(_with_dates(table, uses, columns)))


def _columns_of(table: Table) -> list[list[str]]:
    width = len(table.headers)
    return [
        [row.cells[index] for row in table.first_rows if index < len(row.cells) and row.cells[index].strip()]
        for index in range(width)
    ]


def _by_header_or_content(table: Table, header: str, cells: Sequence[str]) -> ColumnUse:
    known = recognised(header) if header else None
    if known is not None and known.column is Column.OWN:
        return replace(known, kind=kind_of(cells))
    if known is not None:
        return known
    column = _by_content([cell.strip() for cell in cells[:50]])
    if column is Column.PHONE and table.dialect.header_line:
        column = Column.FACT
    return ColumnUse(column, header, label=header)


def _by_content(cells: Sequence[str]) -> Column:
    tests: tuple[tuple[Column, Callable[[str], object]], ...] = (
        (Column.EMAIL, _EMAIL.fullmatch),
        (Column.HANDLE, lambda cell: profile(cell) or re.fullmatch(r"@[\w.\-]+", cell)),
        (Column.LINK, lambda cell: "/" in cell and looks_like_link(cell)),
        (Column.PHONE, _PHONE.fullmatch),
    )
    for column, test in tests:
        if cells and all(test(cell) for cell in cells):
            return column
    return Column.FACT


def _in_context(uses: list[ColumnUse]) -> list[ColumnUse]:
    """The same columns where one tells what another means."""
    present = {use.column for use in uses}
    titles = sum(use.column is Column.TITLE and not use.group for use in uses)
    seen: set[Column] = set()
    result: list[ColumnUse] = []
    for use in uses:
        word = fold(use.header).strip()
        changed = use
        if word in {"nom", "name"} and Column.GIVEN_NAME in present and Column.FAMILY_NAME not in present:
            changed = replace(use, column=Column.FAMILY_NAME)
        elif word == "title" and titles > 1:
            changed = replace(use, column=Column.FACT)
        elif use.column is Column.AUDIENCE and not use.platform:
            changed = replace(use, platform=_nearest_platform(result))
        if changed.column in _SINGLE and changed.column in seen:
            changed = replace(changed, column=Column.FACT)
        seen.add(changed.column)
        is_fact = changed.column is Column.FACT
        result.append(replace(changed, label=use.label or use.header) if is_fact else changed)
    return _with_a_name(result)


def _nearest_platform(before: list[ColumnUse]) -> str:
    return next((use.platform for use in reversed(before) if use.column is Column.HANDLE), "")


def _with_a_name(uses: list[ColumnUse]) -> list[ColumnUse]:
    """Without a header row, the first column of plain words is taken for the name."""
    if any(use.header for use in uses) or any(use.column is Column.NAME for use in uses):
        return uses
    index = next((i for i, use in enumerate(uses) if use.column is Column.FACT), None)
    return [replace(use, column=Column.NAME) if i == index else use for i, use in enumerate(uses)]


def _with_dates(table: Table, uses: list[ColumnUse], columns: list[list[str]]) -> list[ColumnUse]:
    orders = {i: order_of(columns[i]) for i, use in enumerate(uses) if use.holds_days}
    told = {order for order in orders.values() if order and order is not DateOrder.YEAR_FIRST}
    borrowed = told.pop() if len(told) == 1 else _customary(table)
    return [
        replace(use, date_order=orders[i], borrowed_order=borrowed) if i in orders else use
        for i, use in enumerate(uses)
    ]


def _customary(table: Table) -> DateOrder:
    """The order that the table's language and separator make likely."""
    french = any(_FRENCH.search(fold(header)) for header in table.headers)
    american = table.dialect.separator == "," and not french
    return DateOrder.MONTH_FIRST if american else DateOrder.DAY_FIRST
