"""Where a word of a search may stand, and how it leads from there to people.

Every form of SQL here is filled in with the number `n` of a word, whose parameters are `:match{n}`, for the
indexes, and `:words{n}`, for `begins_word`.
"""

from dataclasses import dataclass
from typing import Final

from relationdesk.desk.catalogue import CATALOGUE

FEW_ROWS, MANY_ROWS, MOST_ROWS = 1_500, 8_000, 24_000
"""Rows whose people are looked up one by one; that tell their people themselves; and worth gathering."""


@dataclass(frozen=True, slots=True)
class Source:
    """The people whom a source leads to, rows that are as many, and tests for one person, `{who}`.

    `people` is read where the rows are few. Of more, `has` looks whether the person is among those of the
    index; of most, `begins` looks at what the person has, where the rows are no people themselves.
    """

    people: str
    counted: str
    has: str
    begins: str = ""

    @property
    def most(self) -> int:
        """How many rows are worth counting; more are as good as any number."""
        return MOST_ROWS if self.begins else MANY_ROWS

    def is_read(self, rows: int) -> bool:
        """Whether so many rows are few enough to read all people from them."""
        return rows <= (FEW_ROWS if self.begins else MANY_ROWS)

    def test(self, rows: int) -> str:
        """The test for one person, where the source has so many rows."""
        return self.begins if self.begins and rows > MOST_ROWS else self.has


_KEPT: Final = {"organisation": "rowid NOT IN (SELECT id FROM organisation WHERE trashed_at IS NOT NULL)"}
"""What of an index counts, where not all of it does."""


def _indexed(table: str) -> str:
    kept = f" AND {_KEPT[table]}" if table in _KEPT else ""
    return f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :match{{n}}{kept}"  # noqa: S608 - constants only


def _names() -> Source:
    people = _indexed("person")
    return Source(people, people, f"{{who}} IN ({people})")


def _belonging(link: str, column: str, table: str) -> Source:
    people = f"SELECT person_id FROM {link} WHERE {column} IN ({_indexed(table)})"  # noqa: S608 - constants only
    one = f"SELECT 1 FROM {link} WHERE {link}.person_id = {{who}} AND +{link}.{column} IN ({_indexed(table)})"  # noqa: S608 - constants only
    return Source(people, people, f"EXISTS ({one})")


def _owned(table: str) -> Source:
    people = f"SELECT person_id FROM {table} WHERE id IN ({_indexed(table)})"  # noqa: S608 - constants only
    own = f"SELECT 1 FROM {table} WHERE {table}.person_id = {{who}}"  # noqa: S608 - constants only
    begins = " OR ".join(f"begins_word({table}.{column}, :words{{n}})" for column in CATALOGUE[table].search)
    return Source(
        people=people,
        counted=_indexed(table),
        has=f"EXISTS ({own} AND +{table}.id IN ({_indexed(table)}))",
        begins=f"EXISTS ({own} AND ({begins}))",
    )


NAMES: Final = (_names(),)
BELONGING: Final = (
    _belonging("person_topic", "topic_id", "topic"),
    _belonging("person_tag", "tag_id", "tag"),
    _belonging("role", "organisation_id", "organisation"),
)
REACH: Final = (_owned("handle"), _owned("contact_point"))
