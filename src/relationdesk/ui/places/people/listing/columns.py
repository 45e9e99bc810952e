"""The columns of the table of people, and what stands in each of their cells."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt

from relationdesk.language.dates import long_day, short_day
from relationdesk.language.words import _, in_context
from relationdesk.ui.theme.tokens import Tint
from relationdesk.work.people.ordering import PeopleOrder
from relationdesk.work.people.queries import PersonLine

CELL: Final = Qt.ItemDataRole.UserRole + 2
"""The role under which the model answers with a `Cell`, or None while the row is not read yet."""
WIDTHS: Final = {
    PeopleOrder.NAME: 230,
    PeopleOrder.TOPIC: 160,
    PeopleOrder.PLATFORM: 110,
    PeopleOrder.CITY: 120,
    PeopleOrder.LAST_CONTACT: 140,
    PeopleOrder.NEXT_STEP: 130,
    PeopleOrder.IN_TOUCH: 150,
}
"""The columns in their order, and how wide they are until the user has them otherwise, in pixels."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell tells, and the same as a screen reader says it."""

    text: str
    tint: Tint = Tint.INK2
    spoken: str = ""


def order_word(by: PeopleOrder) -> str:
    """What an order, and the column that it goes by, is called."""
    return {
        PeopleOrder.NAME: in_context("order", "Name"),
        PeopleOrder.TOPIC: in_context("order", "Topic"),
        PeopleOrder.PLATFORM: in_context("order", "Platform"),
        PeopleOrder.CITY: in_context("order", "City"),
        PeopleOrder.LAST_CONTACT: in_context("order", "Last contact"),
        PeopleOrder.NEXT_STEP: in_context("order", "Next step"),
        PeopleOrder.IN_TOUCH: in_context("order", "In touch"),
    }[by]


def cell_of(line: PersonLine, by: PeopleOrder, day: date) -> Cell:
    """What stands of somebody in a column on a day."""
    if by is PeopleOrder.LAST_CONTACT:
        return _day_cell(line.last_contact, day, Tint.INK2)
    if by is PeopleOrder.NEXT_STEP:
        is_late = line.next_due is not None and line.next_due < day
        return _day_cell(line.next_due, day, Tint.BAD if is_late else Tint.INFO)
    if by is PeopleOrder.IN_TOUCH:
        return _in_touch(line.distant_on, day)
    texts = {
        PeopleOrder.NAME: line.name,
        PeopleOrder.TOPIC: line.topic[:1].upper() + line.topic[1:],
        PeopleOrder.PLATFORM: line.platform,
        PeopleOrder.CITY: line.city,
    }
    return Cell(texts[by])


def _day_cell(when: date | None, day: date, tint: Tint) -> Cell:
    return Cell("") if when is None else Cell(short_day(when, day), tint, long_day(when))


def _in_touch(distant_on: date | None, day: date) -> Cell:
    if distant_on is None:
        return Cell("")
    if distant_on <= day:
        return Cell(in_context("one person", "Growing distant"), Tint.WARN)
    return Cell(_("Until {day}").format(day=short_day(distant_on, day)), Tint.OK)
