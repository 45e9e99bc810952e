"""Who matches a text, the nearest first, so that the first page is there before everyone was found.

Nearest are those whose name begins as was typed; then those with every word in their names and place;
then those with a telephone number that begins as was typed, however it is written; then those found by
topics, tags and organisations too; then by accounts and ways to reach as well. Within each, people stand
in the list's order.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from relationdesk.desk.reader import Reader
from relationdesk.work.people.dialling import DIALLED, beginnings
from relationdesk.work.people.matching import Spellings, as_meant, as_typed, prefix_match, written
from relationdesk.work.people.sources import BELONGING, NAMES, REACH, Source
from relationdesk.work.people.within import EVERYONE, Within

_ALL: Final = -1
_FEW = 500
"""So many people are fetched and sorted; of more, the list is walked until enough were met."""
_SOME = 1500
"""So many who match one word of several are fetched, and kept where they match the others as well."""

_LEADING: Final = (NAMES + BELONGING, NAMES + BELONGING + REACH)
_Tier = Callable[["_Search", int], list[int]]

_EVERYONE: Final = "SELECT person.id FROM {walk} ORDER BY person.sort_key, person.id LIMIT :most"
_BEGINNING: Final = """
    SELECT person.id FROM {walk} AND person.sort_key >= :begins AND person.sort_key < :ends
    ORDER BY person.sort_key, person.id LIMIT :most
"""
_AFTER: Final = """
    SELECT person.sort_key FROM {walk} ORDER BY person.sort_key, person.id LIMIT 1 OFFSET :met
"""


def nearest_people(reader: Reader, text: str, most: int = _ALL, within: Within = EVERYONE) -> list[int]:
    """The identities of the nearest `most` people who match every word of `text`; of all of them for -1.

    When nobody matches, words that look misspelt are taken for those they are nearest to.
    """
    typed = as_typed(text)
    if not typed:
        return _everyone(reader, most, within)
    found = _found(_Search(reader, typed, within), most)
    if found:
        return found
    meant = as_meant(reader, text)
    return _found(_Search(reader, meant, within), most) if meant else []


def nearest_as_typed(reader: Reader, text: str, most: int, within: Within = EVERYONE) -> list[int]:
    """The head of `nearest_people` where nothing is misspelt, in the time between two keys."""
    typed = as_typed(text)
    return _found(_Search(reader, typed, within), most) if typed else _everyone(reader, most, within)


def nearest_by_name(reader: Reader, text: str, most: int, within: Within = EVERYONE) -> list[int]:
    """The head of `nearest_as_typed`, as far as names and places alone lead to it, almost at once."""
    typed = as_typed(text)
    if not typed:
        return _everyone(reader, most, within)
    return _found(_Search(reader, typed, within), most, _BY_NAME)


def nearest_to(reader: Reader, words: list[Spellings], most: int, within: Within = EVERYONE) -> list[int]:
    """The nearest `most` people who match every one of `words`, each in any of its spellings."""
    return _found(_Search(reader, words, within), most)


def _everyone(reader: Reader, most: int, within: Within) -> list[int]:
    if within.gathered:
        return reader.ids(_near_sql(within.gathered, within, ""), most=most, **within.parameters)
    return reader.ids(_EVERYONE.format(walk=within.walk), most=most, **within.parameters)


@dataclass(slots=True)
class _Search:
    """The words that are looked for, and what was counted for them on the way."""

    reader: Reader
    words: list[Spellings]
    within: Within = EVERYONE
    begin: int = 0
    """The number of the first word."""
    _parameters: dict[str, str] = field(init=False)
    _counts: dict[tuple[Source, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._parameters = {
            f"match{n}": prefix_match(spellings) for n, spellings in enumerate(self.words, self.begin)
        }
        self._parameters |= {
            f"words{n}": " ".join(written(word)) for n, word in enumerate(self.words, self.begin)
        }

    @property
    def matches(self) -> list[str]:
        """What the indexes are asked for each word."""
        return [self._parameters[f"match{n}"] for n in range(len(self.words))]

    @property
    def parameters(self) -> dict[str, str]:
        """What the words are asked with."""
        return self._parameters

    def counts(self, sources: tuple[Source, ...], n: int) -> dict[Source, int]:
        """The sources that word `n` stands in, and in how many rows, counted as far as they matter."""
        for source in sources:
            if (source, n) not in self._counts:
                sql = _count_sql(source, n)
                self._counts[source, n] = self.reader.number(sql, **self._asked_in(sql))
        return {source: self._counts[source, n] for source in sources if self._counts[source, n]}

    def ids(self, sql: str, **parameters: object) -> list[int]:
        """The people whom a question about the words gives."""
        return self.reader.ids(sql, **parameters, **self._asked_in(sql), **self.within.parameters)

    def _asked_in(self, sql: str) -> dict[str, str]:
        return {name: value for name, value in self._parameters.items() if f":{name}" in sql}


def _found(search: _Search, most: int, tiers: Sequence[_Tier] | None = None) -> list[int]:
    found: dict[int, None] = {}
    for tier in _ALL_TIERS if tiers is None else tiers:
        wanted = _ALL if most == _ALL else most + len(found)
        found.update(dict.fromkeys(tier(search, wanted)))
        if most != _ALL and len(found) >= most:
            break
    return list(found) if most == _ALL else list(found)[:most]


def _beginning(search: _Search, most: int) -> list[int]:
    if any(len(spellings) > 1 for spellings in search.words):
        return []
    begins = " ".join(word for (word,) in search.words)
    sql = _BEGINNING.format(walk=search.within.walk)
    return search.ids(sql, begins=begins, ends=begins + "\U0010ffff", most=most)


def _named(search: _Search, most: int) -> list[int]:
    """Those with every word in their names and place, for which the index is asked once for all words."""
    match = " AND ".join(search.matches)
    count = search.reader.number(_count_sql(NAMES[0], 0), match0=match)
    if not count:
        return []
    rare = 0 if count <= _few(1, most) else None
    sql = _people_sql({0: _Word(NAMES)}, rare, search.within)
    return search.reader.ids(sql, most=most, match0=match, **search.within.parameters)


def _led_to(sources: tuple[Source, ...], search: _Search, most: int) -> list[int]:
    """Those whom each word leads to in any of the ways, beginning with the word that leads to the fewest."""
    counts = [search.counts(sources, n) for n in range(len(search.words))]
    if not all(counts):
        return []
    sizes = [sum(rows.values()) for rows in counts]
    rarest_first = sorted(range(len(sizes)), key=sizes.__getitem__)
    ways = {n: _word(counts[n], most) for n in rarest_first}
    rare = rarest_first[0]
    within = search.within
    fetched = _people_sql(ways | {rare: _Word(tuple(counts[rare]))}, rare, within)
    if sizes[rare] <= _few(len(sizes), most):
        return search.ids(fetched, most=most)
    if most == _ALL or len(sizes) == 1:
        return search.ids(_people_sql(ways, None, within), most=most)
    # Words that seldom meet are walked past in vain: only as long as fetching the people of one takes.
    met = search.ids(_AFTER.format(walk=within.walk), met=sizes[rare] // 2)
    if not met:
        return search.ids(_people_sql(ways, None, within), most=most)
    walked = search.ids(_people_sql(ways, None, within, before=":before"), most=most, before=met[0])
    return walked if len(walked) >= most else search.ids(fetched, most=most)


def _dialled(search: _Search, most: int) -> list[int]:
    """Those whom a telephone number belongs to, for a search of digits alone."""
    begun = beginnings(search.words)
    if not begun:
        return []
    sql = _near_sql(DIALLED, search.within, "")
    return search.reader.ids(sql, most=most, beginnings=begun, **search.within.parameters)


_BY_NAME: Final[Sequence[_Tier]] = (_beginning, _named)
_ALL_TIERS: Final[Sequence[_Tier]] = (
    *_BY_NAME,
    _dialled,
    *(partial(_led_to, sources) for sources in _LEADING),
)


@dataclass(frozen=True, slots=True)
class _Word:
    """Where one word stands: in sources that are read whole, and what others are asked for each person."""

    read: tuple[Source, ...]
    asked: tuple[str, ...] = ()

    def test(self, n: int, who: str) -> str:
        """The condition that word `n` leads to the person whose identity is `who`."""
        tests = [f"{who} IN ({self.people(n)})"] if self.read else []
        return f"({' OR '.join(tests + [asked.format(n=n, who=who) for asked in self.asked])})"

    def people(self, n: int) -> str:
        """Everyone to whom word `n` leads by the sources that are read whole."""
        return " UNION ALL ".join(source.people.format(n=n) for source in self.read)


def _word(counts: dict[Source, int], most: int) -> _Word:
    if most == _ALL:
        return _Word(tuple(counts))
    return _Word(
        tuple(source for source, count in counts.items() if source.is_read(count)),
        tuple(source.test(count) for source, count in counts.items() if not source.is_read(count)),
    )


def _few(words: int, most: int) -> int:
    return _FEW if words == 1 and most != _ALL else _SOME


def _count_sql(source: Source, n: int) -> str:
    return f"SELECT count(*) FROM ({source.counted.format(n=n)} LIMIT {source.most + 1})"  # noqa: S608 - constants only


def _people_sql(
    words: dict[int, _Word], rare: int | None, within: Within = EVERYONE, *, before: str = ""
) -> str:
    """Whom every word leads to: of those of the `rare` word, or of all people met in the list's order.

    The words come with their numbers, in the order in which they are tested. The list may be walked only as
    far as the sort key `before`.
    """
    who = "person.id" if rare is None else "+near.id"  # + keeps each test out of the index's own question
    others = "".join(f" AND {word.test(n, who)}" for n, word in words.items() if n != rare)
    if before:
        others = f" AND person.sort_key < {before}{others}"
    if rare is None:
        end = f"{others} ORDER BY person.sort_key, person.id LIMIT :most"
        return f"SELECT person.id FROM {within.walk}{end}"  # noqa: S608 - constants only
    return _near_sql(words[rare].people(rare), within, others)


def _near_sql(people: str, within: Within, others: str) -> str:
    """Those of a few people who are in the list and pass the tests."""
    few = f"SELECT DISTINCT id FROM (SELECT NULL AS id WHERE 0 UNION ALL {people})"  # noqa: S608 - constants only
    end = f"WHERE {within.listed}{others} ORDER BY person.sort_key, person.id LIMIT :most"
    return f"SELECT person.id FROM ({few}) AS near CROSS JOIN person ON person.id = near.id {end}"  # noqa: S608 - constants only


def excluded(reader: Reader, words: list[Spellings], begin: int, most: int) -> tuple[str, dict[str, str]]:
    """The test that not every one of `words` leads to `{who}`, and its parameters, numbered from `begin`."""
    search = _Search(reader, words, begin=begin)
    tests = []
    for n in range(begin, begin + len(words)):
        word = _word(search.counts(NAMES + BELONGING + REACH, n), most)
        tests.append(word.test(n, "{who}") if word.read or word.asked else "0")
    return f"NOT ({' AND '.join(tests)})", search.parameters


def statements(words: int) -> Iterator[str]:
    """Every form of question that texts of so many words lead to, for holding them against the schema."""
    yield from (sql.format(walk=EVERYONE.walk) for sql in (_EVERYONE, _BEGINNING, _AFTER))
    yield _near_sql(DIALLED, EVERYONE, "")
    for sources in (NAMES, *_LEADING):
        yield from (_count_sql(source, 0) for source in sources)
        asked = (tuple(source.has for source in sources), tuple(source.test(10**9) for source in sources))
        for word in (_Word(sources), *(_Word((), tests) for tests in asked)):
            others = dict.fromkeys(range(words - 1), word)
            yield _people_sql(others | {words - 1: word}, None)
            yield _people_sql(others | {words - 1: word}, None, before=":before")
            yield _people_sql(others | {words - 1: _Word(sources)}, words - 1)
