"""Two records beside each other, field by field, before they are merged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from relationdesk.desk.catalogue import CATALOGUE
from relationdesk.desk.reader import Reader
from relationdesk.desk.shapes import shapes
from relationdesk.domain.comparing.differences import Row
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.work.bundles.labels import label
from relationdesk.work.bundles.values import Names, shown
from relationdesk.work.people.joined import Joined, joined

_LEFT_OUT = {"id", "created_at", "archived_at", "trashed_at"}
_JOINED = {"how_met"}
_SAFER = "do_not_contact"


class Side(Enum):
    """Whose value stays."""

    LEFT = auto()
    RIGHT = auto()
    BOTH = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One thing in which two records differ, as it is told on each side, and whose is sensible to keep."""

    columns: tuple[str, ...]
    label: str
    left: str
    right: str
    sensible: Side
    can_be_both: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """Two people, in what their records differ, and what is kept of both.

    `leaves_archive` tells that one of them is in the archive, where the one record will not be.
    """

    left: PersonId
    right: PersonId
    left_name: str
    right_name: str
    fields: tuple[Field, ...]
    joined: tuple[Joined, ...]
    leaves_archive: bool
    left_values: Mapping[str, Any]
    right_values: Mapping[str, Any]


def sides(reader: Reader, left: PersonId, right: PersonId) -> Sides | None:
    """Two people beside each other; None when one of them is not there any more."""
    shape = shapes()["person"]
    listed = f"{int(left)}, {int(right)}"
    rows = {
        row[shape.places["id"]]: row
        for row in reader.stream(f"SELECT {', '.join(shape.columns)} FROM person WHERE id IN ({listed})")  # noqa: S608 - our own names, whole numbers
    }
    if left not in rows or right not in rows:
        return None
    values = [dict(zip(shape.columns, rows[person], strict=True)) for person in (left, right)]
    fields = [
        Field(
            columns,
            label("person", columns),
            _told(rows[left], columns),
            _told(rows[right], columns),
            _sensible(columns, *values),
            columns[0] in _JOINED and all(side[columns[0]] for side in values),
        )
        for columns in _groups()
        if any(values[0][name] != values[1][name] for name in columns)
    ]
    archived = [side["archived_at"] is not None for side in values]
    return Sides(
        left,
        right,
        values[0]["display_name"],
        values[1]["display_name"],
        tuple(fields),
        joined(reader, left, right),
        any(archived) and not all(archived),
        *values,
    )


def chosen_values(found: Sides, choices: Mapping[tuple[str, ...], Side]) -> dict[str, Any]:
    """What the fields hold after a merge into the left record; what was not decided is as is sensible."""
    chosen: dict[str, Any] = {}
    for field in found.fields:
        side = choices.get(field.columns, field.sensible)
        for name in field.columns:
            left, right = found.left_values[name], found.right_values[name]
            if side is Side.BOTH and left and right:
                chosen[name] = f"{left}\n{right}"
            elif side is Side.RIGHT or (side is Side.BOTH and not left):
                chosen[name] = right
    return chosen | _unseen(found)


def _unseen(found: Sides) -> dict[str, Any]:
    """Who is in the list stays in the list."""
    is_moved = found.leaves_archive and found.left_values["archived_at"] is not None
    return {"archived_at": None} if is_moved else {}


def _told(row: Row, columns: tuple[str, ...]) -> str:
    """What stands in some columns in full; the parts of a name each in a line."""
    if columns[0] != "display_name":
        return shown("person", row, columns, Names({}), is_whole=True)
    parts = [shown("person", row, columns[:1], Names({}), is_whole=True)]
    for column, word in _parts_of_a_name().items():
        value = shown("person", row, (column,), Names({}), is_whole=True)
        if value:
            parts.append(_("{field}: {value}").format(field=word, value=value))
    return "\n".join(parts)


def _parts_of_a_name() -> Mapping[str, str]:
    return {
        "given_name": _("First name"),
        "family_name": _("Family name"),
        "phonetic_name": _("Said as"),
    }


def _groups() -> Iterable[tuple[str, ...]]:
    together = [tuple(group.split()) for group in CATALOGUE["person"].together]
    taken = {name for group in together for name in group}
    alone = [(name,) for name in shapes()["person"].columns if name not in taken]
    return [group for group in (*together, *alone) if not _LEFT_OUT & set(group)]


def _sensible(columns: tuple[str, ...], left: Mapping[str, Any], right: Mapping[str, Any]) -> Side:
    is_left, is_right = (
        any(values[name] not in {None, "", 0} for name in columns) for values in (left, right)
    )
    if is_left and is_right and columns[0] in _JOINED:
        return Side.BOTH
    is_safer = columns[0] == _SAFER and right[_SAFER] and not left[_SAFER]
    return Side.RIGHT if is_safer or (is_right and not is_left) else Side.LEFT
