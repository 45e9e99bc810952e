"""Whom a filter lets through: what `nearest_people` finds, among those whom the conditions hold for."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.filters.clauses import Clause, Filter, Is
from relationdesk.domain.filters.operators import OwnOperator
from relationdesk.domain.filters.reading import may_name_own_field, read_filter
from relationdesk.work.people.conditions import Condition, condition_of
from relationdesk.work.people.matching import as_typed
from relationdesk.work.people.nearness import excluded, nearest_as_typed, nearest_by_name, nearest_people
from relationdesk.work.people.within import EVERYONE, Within

_ALL: Final = -1
FEW, MANY, MOST = 1_500, 8_000, 400_000
"""People who are fetched and sorted; and rows worth reading once, rather than asking for every person, where
words or a first page leave few to be asked, and where all people are to be."""
_WORDS_FROM: Final = 10
"""Words that must not lead to a person are numbered from here on, after those that must."""


_OWN: Final = Statement(OwnOperator, "SELECT id, name, kind FROM own_field ORDER BY rank, id")


def own_operators(reader: Reader) -> list[OwnOperator]:
    """The fields of the user's, which a filter may name."""
    return reader.ask(_OWN)


def read_on(reader: Reader, typed: str) -> Filter:
    """What `typed` asks for on this desk, whose own fields it may name."""
    return read_filter(typed, own_operators(reader) if may_name_own_field(typed) else ())


def filtered_people(reader: Reader, typed: str, day: date, most: int = _ALL) -> list[int]:
    """The identities of everyone whom the filter `typed` lets through on this day, the nearest first.

    Without free words they come in the list's order. What is not understood is left out of the filter.
    """
    wanted = read_on(reader, typed)
    return nearest_people(reader, wanted.words, most, within(reader, wanted, day, most))


def filtered_as_typed(reader: Reader, typed: str, day: date, most: int) -> list[int]:
    """The head of `filtered_people` where nothing is misspelt."""
    wanted = read_on(reader, typed)
    return nearest_as_typed(reader, wanted.words, most, within(reader, wanted, day, most))


def filtered_by_name(reader: Reader, typed: str, day: date, most: int) -> list[int]:
    """The head of `filtered_as_typed`, as far as names and places alone lead to it."""
    wanted = read_on(reader, typed)
    return nearest_by_name(reader, wanted.words, most, within(reader, wanted, day, most))


def within(reader: Reader, wanted: Filter, day: date, most: int = _ALL) -> Within:
    """Those whom the conditions of a filter hold for, whatever its free words are."""
    if wanted.is_words_alone:
        return EVERYONE
    is_archive = any(clause.value is Is.ARCHIVED and not clause.is_not for clause in wanted.clauses)
    left = [clause for clause in wanted.clauses if clause.value is not Is.ARCHIVED or clause.is_not]
    conditions = [condition_of(clause, n, day) for n, clause in enumerate(left)]
    many = MOST if most == _ALL and not wanted.words else MANY
    counts = [_count(reader, condition, many) for condition in conditions]
    tests = [
        (count is None, _test(condition, count, clause))
        for condition, count, clause in zip(conditions, counts, left, strict=True)
    ]
    parameters: dict[str, object] = {}
    for condition in conditions:
        parameters |= condition.parameters
    for place, words in enumerate(wanted.without):
        spellings = as_typed(words)
        if not spellings:
            continue
        test, asked = excluded(reader, spellings, _WORDS_FROM * (place + 1), most)
        tests.append((True, test.replace("{who}", "person.id")))
        parameters |= asked
    few = _fewest(zip(conditions, counts, left, strict=True))
    ordered = tuple(test for _is_asked, test in sorted(tests, key=lambda pair: pair[0]))
    return Within(ordered, parameters, is_archive, few)


def _count(reader: Reader, condition: Condition, many: int) -> int | None:
    """In how many rows a condition stands; None for more than `many`, or where that is not to be counted."""
    if not condition.counted:
        return None
    sql = f"SELECT count(*) FROM ({condition.counted} LIMIT {many + 1})"  # noqa: S608 - constants
    count = reader.number(sql, **condition.parameters)
    return count if count <= many else None


def _test(condition: Condition, count: int | None, clause: Clause) -> str:
    test = condition.test if count is None else condition.read_test
    return f"NOT {test}" if clause.is_not else test


def _fewest(asked: Iterable[tuple[Condition, int | None, Clause]]) -> str:
    """A question for so few people that they are fetched, among whom are all who are wanted."""
    counted = [
        (count, condition.people)
        for condition, count, clause in asked
        if count is not None and count <= FEW and condition.people and not clause.is_not
    ]
    return min(counted)[1] if counted else ""
