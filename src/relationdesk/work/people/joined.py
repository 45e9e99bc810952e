"""What two records have of which there may be several: all of it stands in the one record after a merge."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from relationdesk.desk.reader import Reader
from relationdesk.desk.shapes import shapes
from relationdesk.domain.comparing.differences import Difference, Row
from relationdesk.domain.ids import PersonId
from relationdesk.domain.terms import relation_term
from relationdesk.domain.vocabulary import RelationKind
from relationdesk.language.words import _, plural
from relationdesk.work.bundles.labels import thing
from relationdesk.work.bundles.values import Names, names_for, shown, told_thing

UNTOLD = frozenset({"person", "field_audience", "not_same", "merger"})
"""Tables about people of which there is nothing to tell here."""
COUNTED: Mapping[str, Callable[[int], str]] = {
    "participant": lambda n: plural("{n} history entry", "{n} history entries", n),
    "mention": lambda n: plural("their name in {n} text", "their name in {n} texts", n),
}
"""Tables of which it is told how many rows each side has."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One kind of thing of which both sides' are kept, each told in a line."""

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]


def headings() -> Mapping[str, str]:
    """What the rows of each table that is listed are called together, in the order in which they are told."""
    return {
        "contact_point": _("E-mails, phones and links"),
        "postal_address": _("Postal addresses"),
        "handle": _("Accounts"),
        "person_kind": _("Kinds"),
        "person_language": _("Languages"),
        "person_topic": _("Topics"),
        "person_tag": _("Tags"),
        "role": _("Organisations"),
        "own_value": _("Own fields"),
        "preference": _("Preferences"),
        "refusal": _("Refusals"),
        "fact": _("Facts"),
        "relation": _("Relations"),
        "participant": _("History"),
        "mention": _("Named"),
        "follow_up": _("Follow-ups"),
        "promise": _("Promises"),
        "partnership": _("Partnerships"),
        "attachment": _("Files"),
        "consent": _("Consents"),
    }


def joined(reader: Reader, left: PersonId, right: PersonId) -> tuple[Joined, ...]:
    """All that there is of either, kind by kind; nothing of which neither has any."""
    found = [
        Joined(name, *(tuple(_lines(reader, table, side)) for side in (left, right)))
        for table, name in headings().items()
    ]
    return tuple(one for one in found if one.left or one.right)


def _lines(reader: Reader, table: str, person: PersonId) -> Iterator[str]:
    rows = _rows(reader, table, person)
    if table in COUNTED:
        if rows:
            yield COUNTED[table](len(rows))
        return
    key_of = shapes()[table].key_of
    names = names_for(reader, [Difference(table, key_of(row), row, None, None) for row in rows])
    for row in rows:
        yield _relation(row, person, names) if table == "relation" else _told(table, row, names)


def _rows(reader: Reader, table: str, person: PersonId) -> list[Row]:
    shape = shapes()[table]
    owners = [column for column, above in shape.parents.items() if above == "person"]
    where = " OR ".join(f"{column} = {int(person)}" for column in owners)
    order = ", ".join(("rank", *shape.key) if "rank" in shape.columns else shape.key)
    told = ", ".join(shape.columns)
    return list(reader.stream(f"SELECT {told} FROM {table} WHERE {where} ORDER BY {order}"))  # noqa: S608 - our own names, a whole number


def _told(table: str, row: Row, names: Names) -> str:
    """A row in a few words, with what it is called where its table has several kinds of things."""
    told = thing(table)
    if told is None or told.word_in is not None:
        return told_thing(table, row, names)
    parts = (shown(table, row, (column,), names, is_whole=True) for column in told.shown)
    return " · ".join(part for part in parts if part)


def _relation(row: Row, person: PersonId, names: Names) -> str:
    places = shapes()["relation"].places
    one, other, note = (row[places[column]] for column in ("person_id", "other_id", "note"))
    is_outgoing = one == person
    what = relation_term(RelationKind(str(row[places["kind"]])), outgoing=is_outgoing)
    whom = names.of("person", other if is_outgoing else one)
    told = _("{thing}: {what}").format(thing=what, what=whom)
    return _("{relation} · {note}").format(relation=told, note=str(note)) if note else told
