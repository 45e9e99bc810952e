"""The values of the desk that a filter may name, for completing what is typed."""

from dataclasses import dataclass
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.filters.operators import Operator
from relationdesk.domain.folding import fold
from relationdesk.domain.profiles import platform_title, platforms
from relationdesk.work.people.matching import prefix_match, words_of

_LOOKED_AT: Final = 600
"""So many rows are looked at for the values of a column that many people have."""
_MOST: Final = 10


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


def filter_values(reader: Reader, operator: Operator, typed: str) -> list[str]:
    """The values of an operator that `typed` begins a word of, as the desk writes them; some for nothing."""
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


def _platforms(reader: Reader, typed: str) -> list[str]:
    used = [platform_title(one.name) for one in reader.ask(_PLATFORMS)]
    every = dict.fromkeys((*used, *map(platform_title, platforms())))
    return [name for name in every if fold(name).startswith(fold(typed))][:_MOST]
