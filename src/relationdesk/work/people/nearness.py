"""Who matches a text, the nearest first, so that the first page is there before everyone was found.

Nearest are those whose name begins as was typed; then those with every word in their names and place;
then those found by topics, tags and organisations too; then by accounts and ways to reach as well. Within
each, people stand in the list's order.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from relationdesk.desk.reader import Reader
from relationdesk.work.people.matching import Spellings, as_meant, as_typed, prefix_match

_LISTED: Final = "person.trashed_at IS NULL AND person.archived_at IS NULL"
_ALL: Final = -1
_FEW = 500
"""So many who match one word are fetched and sorted; of more, the list is walked until enough were met."""
_SOME = 1500
"""So many who match one word of several are fetched, and kept where they match the others as well."""
_MANY = 8000
"""A source of more than so many is not read whole: it is asked for each person who is met."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a word may stand: the people it leads to, rows that are as many, and the test for one person.

    The rows are cheap to count, and the test is cheap where the people are too many to be looked up.
    """

    people: str
    counted: str
    leads_to: str


_KEPT: Final = {"organisation": "rowid NOT IN (SELECT id FROM organisation WHERE trashed_at IS NOT NULL)"}
"""What of an index counts, where not all of it does."""


def _indexed(table: str) -> str:
    kept = f" AND {_KEPT[table]}" if table in _KEPT else ""
    return f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :match{{n}}{kept}"  # noqa: S608 - constants only


def _through(link: str, column: str, table: str, counted: str = "") -> _Source:
    people = f"SELECT person_id FROM {link} WHERE {column} IN ({_indexed(table)})"  # noqa: S608 - constants only
    one = f"SELECT 1 FROM {link} WHERE {link}.person_id = {{who}} AND +{link}.{column} IN ({_indexed(table)})"  # noqa: S608 - constants only
    return _Source(people, counted or people, f"EXISTS ({one})")


_NAMES: Final = (_Source(_indexed("person"), _indexed("person"), f"{{who}} IN ({_indexed('person')})"),)
_BELONGING: Final = (
    _through("person_topic", "topic_id", "topic"),
    _through("person_tag", "tag_id", "tag"),
    _through("role", "organisation_id", "organisation"),
)
_REACH: Final = tuple(_through(table, "id", table, _indexed(table)) for table in ("handle", "contact_point"))
_TIERS: Final = (_NAMES + _BELONGING, _NAMES + _BELONGING + _REACH)

_Tier = Callable[[Reader, list[Spellings], int], list[int]]

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
    tiers: list[_Tier] = [_beginning, _named, *(partial(_led_to, sources) for sources in _TIERS)]
    for tier in tiers:
        wanted = _ALL if most == _ALL else most + len(found)
        found.update(dict.fromkeys(tier(reader, words, wanted)))
        if most != _ALL and len(found) >= most:
            break
    return list(found) if most == _ALL else list(found)[:most]


def _beginning(reader: Reader, words: list[Spellings], most: int) -> list[int]:
    if any(len(spellings) > 1 for spellings in words):
        return []
    begins = " ".join(word for (word,) in words)
    return reader.ids(_BEGINNING, begins=begins, ends=begins + "\U0010ffff", most=most)


def _named(reader: Reader, words: list[Spellings], most: int) -> list[int]:
    """Those with every word in their names and place, for which the index is asked once for all words."""
    match = {"match0": " AND ".join(prefix_match(spellings) for spellings in words)}
    count = reader.number(_count_sql(_NAMES[0], 0), **match)
    if not count:
        return []
    rare = 0 if count <= _few(1, most) else None
    return reader.ids(_people_sql({0: _Word(_NAMES)}, rare), most=most, **match)


def _led_to(sources: tuple[_Source, ...], reader: Reader, words: list[Spellings], most: int) -> list[int]:
    """Those whom each word leads to in any of the ways, beginning with the word that leads to the fewest."""
    matches = {f"match{n}": prefix_match(spellings) for n, spellings in enumerate(words)}
    ways: dict[int, _Word] = {}
    sizes: dict[int, int] = {}
    for n, match in enumerate(matches.values()):
        counts = [reader.number(_count_sql(source, n), **{f"match{n}": match}) for source in sources]
        if not any(counts):
            return []
        sizes[n] = sum(counts)
        ways[n] = _word(sources, counts, most)
    rarest_first = sorted(sizes, key=lambda n: sizes[n])
    rare = rarest_first[0] if sizes[rarest_first[0]] <= _few(len(words), most) else None
    return reader.ids(_people_sql({n: ways[n] for n in rarest_first}, rare), most=most, **matches)


@dataclass(frozen=True, slots=True)
class _Word:
    """Where one word stands: in sources that are read whole, and in others that are asked for each person."""

    read: tuple[_Source, ...]
    asked: tuple[_Source, ...] = ()

    def test(self, n: int, who: str) -> str:
        """The condition that word `n` leads to the person whose identity is `who`."""
        tests = [f"{who} IN ({self.people(n)})"] if self.read else []
        return f"({' OR '.join(tests + [source.leads_to.format(n=n, who=who) for source in self.asked])})"

    def people(self, n: int) -> str:
        """Everyone to whom word `n` leads by the sources that are read whole."""
        return " UNION ALL ".join(source.people.format(n=n) for source in self.read)


def _word(sources: tuple[_Source, ...], counts: list[int], most: int) -> _Word:
    counted = [(source, count) for source, count in zip(sources, counts, strict=True) if count]
    if most == _ALL:
        return _Word(tuple(source for source, _count in counted))
    return _Word(
        tuple(source for source, count in counted if count <= _MANY),
        tuple(source for source, count in counted if count > _MANY),
    )


def _few(words: int, most: int) -> int:
    return _FEW if words == 1 and most != _ALL else _SOME


def _count_sql(source: _Source, n: int) -> str:
    return f"SELECT count(*) FROM ({source.counted.format(n=n)} LIMIT {_MANY + 1})"  # noqa: S608 - constants only


def _people_sql(words: dict[int, _Word], rare: int | None) -> str:
    """Whom every word leads to: of those of the `rare` word, or of all people met in the list's order.

    The words come with their numbers, in the order in which they are tested.
    """
    who = "person.id" if rare is None else "+near.id"  # + keeps each test out of the index's own question
    others = "".join(f" AND {word.test(n, who)}" for n, word in words.items() if n != rare)
    end = f"WHERE {_LISTED}{others} ORDER BY person.sort_key, person.id LIMIT :most"
    if rare is None:
        return f"SELECT person.id FROM person INDEXED BY ix_person_listed {end}"  # noqa: S608 - constants only
    few = f"SELECT DISTINCT id FROM (SELECT NULL AS id WHERE 0 UNION ALL {words[rare].people(rare)})"  # noqa: S608 - constants only
    return f"SELECT person.id FROM ({few}) AS near CROSS JOIN person ON person.id = near.id {end}"  # noqa: S608 - constants only


def statements(words: int) -> Iterator[str]:
    """Every form of question that texts of so many words lead to, for holding them against the schema."""
    yield _EVERYONE
    yield _BEGINNING
    for sources in (_NAMES, *_TIERS):
        yield from (_count_sql(source, 0) for source in sources)
        for word in (_Word(sources), _Word((), sources)):
            others = dict.fromkeys(range(words - 1), word)
            yield _people_sql(others | {words - 1: word}, None)
            yield _people_sql(others | {words - 1: _Word(sources)}, words - 1)
