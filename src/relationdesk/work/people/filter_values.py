"""The values of the desk that a filter may name, for completing what is typed."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.filters.clauses import signed
from relationdesk.domain.filters.completing import Place, place_at
from relationdesk.domain.filters.operators import AnyOperator, Operator, OwnOperator
from relationdesk.domain.folding import fold
from relationdesk.domain.own_values import is_doubtful
from relationdesk.domain.profiles import platform_title, platforms
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.work.people.filtering import own_operators
from relationdesk.work.people.matching import prefix_match, words_of

_LOOKED_AT: Final = 600
"""So many rows are looked at for the values of a column that many people have."""
_MOST: Final = 10
_LONGEST: Final = 60
"""Letters of a text that is offered."""
_DIFFERENT: Final = 60
"""Values of an own field that are looked at."""
_QUOTES: Final = frozenset('"“”«»\n')


@dataclass(frozen=True, slots=True)
class _Value:
    name: str


def _labels(table: str, link: str, column: str) -> Statement[_Value]:
    return Statement(
        _Value,
        f"""SELECT name FROM (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :match LIMIT {_LOOKED_AT})
            JOIN {table} ON {table}.id = rowid
        WHERE EXISTS (SELECT 1 FROM {link} WHERE {column} = {table}.id)
        ORDER BY lower(name) LIMIT {_MOST}""",  # noqa: S608 - names of this module
    )


def _all_labels(table: str, link: str, column: str) -> Statement[_Value]:
    return Statement(
        _Value,
        f"""SELECT name FROM {table} WHERE EXISTS (SELECT 1 FROM {link} WHERE {column} = {table}.id)
        ORDER BY lower(name) LIMIT {_MOST}""",  # noqa: S608 - names of this module
    )


_LINKS: Final = {
    Operator.TOPIC: ("topic", "person_topic", "topic_id"),
    Operator.TAG: ("tag", "person_tag", "tag_id"),
    Operator.ORGANISATION: ("organisation", "role", "organisation_id"),
}
_NAMED: Final = {operator: _labels(*link) for operator, link in _LINKS.items()}
_ALL: Final = {operator: _all_labels(*link) for operator, link in _LINKS.items()}
_CITIES: Final = Statement(
    _Value,
    f"""SELECT city AS name FROM (
        SELECT rowid FROM person_fts WHERE person_fts MATCH :match LIMIT {_LOOKED_AT})
      JOIN person ON person.id = rowid
    WHERE city <> '' AND trashed_at IS NULL GROUP BY city ORDER BY count(*) DESC, city LIMIT {_MOST}""",  # noqa: S608
)
_SOME_CITIES: Final = Statement(
    _Value,
    f"""SELECT city AS name FROM (
        SELECT city FROM person INDEXED BY ix_person_listed
        WHERE trashed_at IS NULL AND archived_at IS NULL ORDER BY sort_key LIMIT {_LOOKED_AT})
    WHERE city <> '' GROUP BY city ORDER BY count(*) DESC, city LIMIT {_MOST}""",  # noqa: S608
)
_PLATFORMS: Final = Statement(
    _Value,
    f"""SELECT platform AS name FROM (SELECT platform FROM handle ORDER BY id DESC LIMIT {_LOOKED_AT})
    WHERE platform <> '' GROUP BY platform ORDER BY count(*) DESC, platform""",  # noqa: S608
)
_NEXT: Final = "SELECT min(value) FROM own_value WHERE own_field_id = :field AND value < :after AND value"
_HELD: Final = Statement(
    _Value,
    f"""WITH RECURSIVE held (name) AS (
        SELECT ({_NEXT} >= :first) UNION ALL
        SELECT ({_NEXT} > held.name) FROM held WHERE held.name IS NOT NULL LIMIT {_DIFFERENT})
    SELECT name FROM held WHERE length(name) <= {_LONGEST}""",  # noqa: S608 - names of this module
)
"""What a field holds, each value once, which goes from one to the next without reading who holds them."""
_WORDS_HELD: Final = Statement(
    _Value,
    f"""SELECT value AS name FROM (
        SELECT rowid FROM own_value_fts WHERE own_value_fts MATCH :match LIMIT {_LOOKED_AT})
      JOIN own_value ON own_value.id = rowid
    WHERE own_field_id = :field AND length(value) <= {_LONGEST}
    GROUP BY value ORDER BY count(*) DESC, value LIMIT {_MOST}""",  # noqa: S608
)


def place_on(reader: Reader, text: str, cursor: int) -> tuple[Place | None, list[str]]:
    """What is being typed at the cursor, with the values of this desk that may stand there."""
    place = place_at(text, cursor, own_operators(reader))
    if place is None or place.operator is None or not place.wants_desk:
        return place, []
    return place, filter_values(reader, place.operator, place.typed)


def filter_values(reader: Reader, operator: AnyOperator, typed: str) -> list[str]:
    """The values of an operator that `typed` begins a word of, as the desk writes them; some for nothing."""
    if isinstance(operator, OwnOperator):
        return _held(reader, operator, typed)
    if operator is Operator.PLATFORM:
        return _platforms(reader, typed)
    match = " AND ".join(prefix_match((word,)) for word in words_of(typed))
    if operator is Operator.CITY:
        found = reader.ask(_CITIES, match=f"city : ({match})") if match else reader.ask(_SOME_CITIES)
    elif match:
        found = reader.ask(_NAMED[operator], match=f"name : ({match})")
    else:
        found = reader.ask(_ALL[operator])
    return [one.name for one in found]


def _held(reader: Reader, own: OwnOperator, typed: str) -> list[str]:
    """What a field of the user's holds, without what is doubtful or has quotes of its own."""
    match = " AND ".join(prefix_match((word,)) for word in words_of(typed))
    if own.kind is OwnKind.TEXT and match:
        found = reader.ask(_WORDS_HELD, match=match, field=own.id)
    else:
        first = "" if own.kind is OwnKind.TEXT else signed(typed)[1].strip()
        found = reader.ask(_HELD, field=own.id, first=first, after=f"{first}\U0010ffff")
    all_names = (one.name for one in found)
    names = [name for name in all_names if not (is_doubtful(own.kind, name) or _QUOTES & {*name})]
    return sorted(names, key=Decimal)[:_MOST] if own.kind is OwnKind.NUMBER else names[:_MOST]


def _platforms(reader: Reader, typed: str) -> list[str]:
    used = [platform_title(one.name) for one in reader.ask(_PLATFORMS)]
    every = dict.fromkeys((*used, *map(platform_title, platforms())))
    return [name for name in every if fold(name).startswith(fold(typed))][:_MOST]
