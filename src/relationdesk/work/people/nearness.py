"""Who matches a text, the nearest first, so that the first page is there before everyone was found.

Nearest are those whose name begins as was typed; then those with every word in their names and place;
then those found by topics, tags and organisations too; then by accounts and ways to reach as well. Within
each, people stand in the list's order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from relationdesk.desk.reader import Reader
from relationdesk.work.people.matching import Spellings, as_meant, as_typed, prefix_match

_LISTED: Final = "person.trashed_at IS NULL AND person.archived_at IS NULL"
_ALL: Final = -1
_FEW: Final = 1500
"""So many people are fetched one by one and sorted; of more, the list is walked until enough were met."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a word may stand: the people it leads to, and rows that are as many but cheaper to count."""

    people: str
    counted: str


def _indexed(table: str) -> str:
    return f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :match{{n}}"  # noqa: S608 - constants only


def _through(link: str, column: str, table: str) -> str:
    return f"SELECT person_id FROM {link} WHERE {column} IN ({_indexed(table)})"  # noqa: S608 - constants only


_NAMES: Final = (_Source(_indexed("person"), _indexed("person")),)
_BELONGING: Final = tuple(
    _Source(_through(*joined), _through(*joined))
    for joined in (
        ("person_topic", "topic_id", "topic"),
        ("person_tag", "tag_id", "tag"),
        ("role", "organisation_id", "organisation"),
    )
)
_REACH: Final = tuple(
    _Source(_through(table, "id", table), _indexed(table)) for table in ("handle", "contact_point")
)
_TIERS: Final = (_NAMES, _NAMES + _BELONGING, _NAMES + _BELONGING + _REACH)

_EVERYONE: Final = f"""
    SELECT id FROM person INDEXED BY ix_person_listed WHERE {_LISTED} ORDER BY sort_key, id LIMIT :most
"""  # noqa: S608 - a constant
_BEGINNING: Final = f"""
    SELECT id FROM person INDEXED BY ix_person_listed
    WHERE sort_key >= :begins AND sort_key < :ends AND {_LISTED} ORDER BY sort_key, id LIMIT :most
"""  # noqa: S608 - a constant


def nearest_people(reader: Reader, text: str, most: int = _ALL) -> list[int]:
    """The identities of the nearest `most` people who match every word of `text`; of all of them for -1.

    When nobody matches, words that look misspelt are taken for those they are nearest to.
    """
    typed = as_typed(text)
    if not typed:
        return reader.ids(_EVERYONE, most=most)
    found = _found(reader, typed, most)
    if found:
        return found
    meant = as_meant(reader, text)
    return _found(reader, meant, most) if meant else []


def nearest_as_typed(reader: Reader, text: str, most: int) -> list[int]:
    """The head of `nearest_people` where nothing is misspelt, in the time between two keys."""
    typed = as_typed(text)
    return _found(reader, typed, most) if typed else reader.ids(_EVERYONE, most=most)


def _found(reader: Reader, words: list[Spellings], most: int) -> list[int]:
    found: dict[int, None] = {}
    for tier in range(-1, len(_TIERS)):
        wanted = _ALL if most == _ALL else most + len(found)
        found.update(dict.fromkeys(_tier(reader, words, tier, wanted)))
        if most != _ALL and len(found) >= most:
            break
    return list(found) if most == _ALL else list(found)[:most]


def _tier(reader: Reader, words: list[Spellings], tier: int, most: int) -> list[int]:
    if tier >= 0:
        sources = _TIERS[tier]
        matches = {f"match{n}": prefix_match(spellings) for n, spellings in enumerate(words)}
        sql = _tier_sql(sources, len(words), _rare_word(reader, sources, matches))
        return reader.ids(sql, most=most, **matches)
    if any(len(spellings) > 1 for spellings in words):
        return []
    begins = " ".join(word for (word,) in words)
    return reader.ids(_BEGINNING, begins=begins, ends=begins + "\U0010ffff", most=most)


def _rare_word(reader: Reader, sources: tuple[_Source, ...], matches: dict[str, str]) -> int | None:
    """The number of the word that leads to the fewest people, None when even those are many."""
    counts = [
        reader.number(_count_sql(sources, n), **{f"match{n}": matches[f"match{n}"]})
        for n in range(len(matches))
    ]
    fewest = min(counts)
    return counts.index(fewest) if fewest <= _FEW else None


def _count_sql(sources: tuple[_Source, ...], n: int) -> str:
    counts = (f"(SELECT count(*) FROM ({source.counted.format(n=n)} LIMIT {_FEW + 1}))" for source in sources)  # noqa: S608 - constants only
    return "SELECT " + " + ".join(counts)


def _tier_sql(sources: tuple[_Source, ...], words: int, rare: int | None) -> str:
    by_word = [" UNION ALL ".join(source.people.format(n=n) for source in sources) for n in range(words)]
    others = "".join(f" AND person.id IN ({people})" for n, people in enumerate(by_word) if n != rare)
    end = f"WHERE {_LISTED}{others} ORDER BY person.sort_key, person.id LIMIT :most"
    if rare is None:
        return f"SELECT person.id FROM person INDEXED BY ix_person_listed {end}"  # noqa: S608 - constants only
    few = f"SELECT DISTINCT id FROM (SELECT NULL AS id WHERE 0 UNION ALL {by_word[rare]})"  # noqa: S608 - constants only
    return f"SELECT person.id FROM ({few}) AS near CROSS JOIN person ON person.id = near.id {end}"  # noqa: S608 - constants only


def statements(words: int) -> Iterator[str]:
    """Every form of question that texts of so many words lead to, for holding them against the schema."""
    yield _EVERYONE
    yield _BEGINNING
    for sources in _TIERS:
        yield _count_sql(sources, 0)
        yield from (_tier_sql(sources, words, rare) for rare in (None, words - 1))
