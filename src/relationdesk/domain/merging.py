"""Making one record of two, and two of one again.

Records are rows by their table, with values as the desk's file holds them. What a merge does to a row is a
`Step`; taking apart undoes each step as far as nobody changed the row since.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
Record = Mapping[str, list[Row]]

_SAME_BY: Mapping[str, tuple[str, ...]] = {
    "person_kind": ("kind",),
    "person_language": ("language",),
    "person_topic": ("topic_id",),
    "person_tag": ("tag_id",),
    "participant": ("interaction_id",),
    "contact_point": ("kind", "value_key"),
    "handle": ("platform", "name"),
    "postal_address": ("country", "postcode", "city", "street"),
    "own_value": ("own_field_id", "value"),
    "relation": ("person_id", "other_id", "kind"),
    "not_same": ("person_id", "other_id"),
}
"""By what two rows of the two records are one; rows of other tables are never."""
_MARKED_AS_ONE = {"person_kind", "person_language", "person_topic"}
"""Tables of which the whole is marked as one that may be read by others."""
_PAIRS = ("relation", "not_same")
_JOINED = ("line", "note")
_PREFERRED = {"contact_point": ("kind",), "postal_address": ()}


@dataclass(frozen=True, slots=True)
class Step:
    """A row before and after a merge; `after` is None where another row stands for both."""

    table: str
    before: Row
    after: Row | None


def merged(record: Record, kept: int, other: int, chosen: Row) -> list[Step]:
    """What becomes of each row that changes when `other` goes into `kept`; the person's own rows come last.

    `record` holds the rows of both, and those of other people that name one of them. `chosen` says what
    the fields of the kept person hold from now on. All that there may be several of is joined.
    """
    people = {row["id"]: row for row in record["person"]}
    others = {name for name, value in chosen.items() if value != people[kept][name]}
    steps: list[Step] = []
    twins: dict[int, int] = {}
    for table in (name for name in record if name not in {"person", "reading", "field_audience"}):
        steps += _joined(table, record[table], kept, other, twins)
    others |= _mixed(steps, other)
    steps += _readings(record.get("reading", []), twins)
    steps += _audiences(record.get("field_audience", []), kept, others)
    steps.append(Step("person", people[kept], {**people[kept], **chosen}))
    steps.append(Step("person", people[other], None))
    return steps


def _readings(rows: Iterable[Row], twins: Mapping[int, int]) -> list[Step]:
    """What was read of an account that both had goes to the one that stays."""
    return [
        Step("reading", row, {**row, "handle_id": twins[row["handle_id"]]})
        for row in rows
        if row["handle_id"] in twins
    ]


def _mixed(steps: Iterable[Step], other: int) -> set[str]:
    """The tables marked as one into which something of `other` came."""
    return {
        step.table
        for step in steps
        if step.table in _MARKED_AS_ONE and step.after is not None and step.before["person_id"] == other
    }


def _audiences(rows: Iterable[Row], kept: int, others: set[str]) -> list[Step]:
    """Who may read a field follows the value that stays in it; nobody where that is of both."""
    return [
        Step("field_audience", row, None)
        for row in rows
        if row["person_id"] != kept or row["field"] in others
    ]


def _joined(table: str, rows: Iterable[Row], kept: int, other: int, twins: dict[int, int]) -> list[Step]:
    moving: list[Row] = []
    known: dict[object, Row] = {}
    now: dict[int, Row] = {}
    before: list[Row] = []
    staying = 0
    for row in rows:
        if _names(row, other):
            moving.append(row)
            continue
        known.setdefault(_sameness(table, row), row)
        before.append(row)
        staying = max(staying, (row.get("rank") or 0) + 1)
    taken = {_about(table, row) for row in before if row.get("preferred")}
    steps: list[Step] = []
    for row in moving:
        moved = {name: kept if is_person(name) and value == other else value for name, value in row.items()}
        if table == "not_same" and moved["person_id"] > moved["other_id"]:
            moved["person_id"], moved["other_id"] = moved["other_id"], moved["person_id"]
        twin = known.get(_sameness(table, moved))
        if table in _PAIRS and moved["person_id"] == moved["other_id"]:
            steps.append(Step(table, row, None))
        elif twin is not None:
            now[id(twin)] = _filled(now.get(id(twin), twin), moved)
            if table == "handle":
                twins[row["id"]] = twin["id"]
            steps.append(Step(table, row, None))
        else:
            if moved.get("rank") is not None:
                moved["rank"] += staying
            if moved.get("preferred") and _about(table, moved) in taken:
                moved["preferred"] = 0
            known[_sameness(table, moved)] = moved
            steps.append(Step(table, row, moved))
    changed = [Step(table, row, now[id(row)]) for row in before if now.get(id(row), row) != row]
    return changed + [
        Step(table, step.before, now.get(id(step.after), step.after)) if step.after else step
        for step in steps
    ]


def is_person(column: str) -> bool:
    """Whether a column holds a person."""
    return column in {"person_id", "other_id", "kept_id"}


def _names(row: Row, person: int) -> bool:
    return any(is_person(name) and value == person for name, value in row.items())


def _sameness(table: str, row: Row) -> object:
    columns = _SAME_BY.get(table)
    if columns is None:
        return id(row)
    values = tuple(row[name] for name in columns)
    return id(row) if values[-1] in {"", None} else values


def _about(table: str, row: Row) -> object:
    return tuple(row[name] for name in _PREFERRED.get(table, ()))


def _filled(row: Row, other: Row) -> Row:
    """A row with what only its twin tells: empty values are filled, remarks joined."""
    told = {name: other[name] for name, value in row.items() if value in {"", None}}
    for name in _JOINED:
        if row.get(name) and other.get(name) and other[name] not in row[name]:
            told[name] = f"{row[name]}\n{other[name]}"
    return {**row, **told}


def taken_apart(step: Step, current: Row, kept: int, other: int) -> Row:
    """What a row is once `other` is somebody apart from `kept` again.

    A value that was changed since the merge stays as it is; so does a row that went to somebody else.
    """
    after = step.after or {}
    row = dict(current)
    for name, value in step.before.items():
        if is_person(name):
            row[name] = other if value == other and current[name] == kept else current[name]
        elif current[name] == after.get(name):
            row[name] = value
    return row
