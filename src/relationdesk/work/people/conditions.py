"""The conditions of a filter as questions about people, in SQL.

Every form has the number `{n}` of its condition, whose parameters are `:value{n}` and, for what the user
names, each of its words as `:words0_{n}` and so on; `:day` is today. `{who}` stands for the person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final

from relationdesk.desk.last_talk import KIND_BITS
from relationdesk.domain.filters.clauses import Ago, Clause, Compared, Due, Has, Is, Never, Owes, Value
from relationdesk.domain.filters.operators import Operator, OwnOperator
from relationdesk.domain.vocabulary import InteractionKind, OwnKind, PersonKind, PromiseSide, Stage
from relationdesk.work.people.matching import prefix_match, words_of, written

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that is tested for one person; `people` gives everyone whom it holds for.

    `counted` are rows that are at least as many, in SQL that may be cut off; where they are few, `read_test`
    says the same as `test` from having read them once. All are empty where looking for everybody would go
    through the whole desk.
    """

    test: str
    people: str = ""
    counted: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)
    read_test: str = ""


def condition_of(clause: Clause, n: int, day: date) -> Condition:
    """What a clause asks, as condition `n` of a filter on this day; `is_not` is not looked at."""
    asked = _asked(clause, day)
    return replace(
        asked,
        test=asked.test.format(n=n, who="person.id"),
        people=asked.people.format(n=n),
        read_test=asked.read_test.format(n=n, who="person.id")
        or (f"person.id IN ({asked.people.format(n=n)})" if asked.people else ""),
        counted=asked.counted.format(n=n),
        parameters={"day": day} | {f"{name}{n}": value for name, value in asked.parameters.items()},
    )


def _asked(clause: Clause, day: date) -> Condition:
    if isinstance(clause.operator, OwnOperator):
        return _held(clause.operator, clause.value)
    ask = _ASKED.get(type(clause.value))
    return _named(clause.operator, str(clause.value)) if ask is None else ask(clause.value, day)


def _named(operator: Operator, words: str) -> Condition:
    listed = words_of(words)
    match = " AND ".join(prefix_match((word,)) for word in listed)
    if operator is Operator.PLATFORM:
        return _begun("handle", "platform", match, listed)
    if operator is Operator.CITY:
        return _city(match, listed)
    link, column, table = _LINKS[operator]
    named = f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :value{{n}}"  # noqa: S608 - constants
    if operator is Operator.ORGANISATION:
        named += " AND rowid NOT IN (SELECT id FROM organisation WHERE trashed_at IS NOT NULL)"
    people = f"SELECT person_id FROM {link} WHERE {column} IN ({named})"  # noqa: S608 - constants
    has = f"SELECT 1 FROM {link} WHERE {link}.person_id = {{who}} AND +{link}.{column} IN ({named})"  # noqa: S608
    match = f"name : ({match})"
    return Condition(f"EXISTS ({has})", people, people, {"value": match})


def _held(own: OwnOperator, value: Value) -> Condition:
    """What a field of the user's holds; what is doubtful is neither more nor less than anything."""
    if own.kind is OwnKind.TEXT:
        words = words_of(str(value))
        match = " AND ".join(prefix_match((word,)) for word in words)
        begun = _begun("own_value", "value", match, words, "+own_value.own_field_id = :field{n}")
        return replace(begun, parameters={**begun.parameters, "field": own.id})
    if isinstance(value, Compared):
        is_so = _COMPARED[own.kind].replace("{sign}", value.sign)
    else:
        is_so = "own_value.value = :value{n}"
    asked = value.value if isinstance(value, Compared) else value
    of_field = f"own_value.own_field_id = :field{{n}} AND {is_so}"
    people = f"SELECT person_id FROM own_value WHERE {of_field}"  # noqa: S608 - constants
    return Condition(_one_in("own_value", f"+{of_field}"), people, people, {"value": asked, "field": own.id})


def _begun(table: str, column: str, match: str, words: list[str], more: str = "true") -> Condition:
    """What is named in a column that a full-text index covers."""
    rows = f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :value{{n}}"  # noqa: S608 - constants
    people = f"SELECT person_id FROM {table} WHERE id IN ({rows}) AND {more}"  # noqa: S608 - constants
    begins = " AND ".join(
        f"begins_word({table}.{column}, :words{place}_{{n}})" for place in range(len(words))
    )
    has = f"SELECT 1 FROM {table} WHERE {table}.person_id = {{who}} AND {more} AND {begins}"  # noqa: S608 - constants
    return Condition(f"EXISTS ({has})", people, rows, {"value": f"{column} : ({match})"} | _each(words))


def _city(match: str, words: list[str]) -> Condition:
    own = "SELECT rowid FROM person_fts WHERE person_fts MATCH :value{n}"
    address = _begun("postal_address", "city", match, words)
    begins = _begins("person.city", words)
    return Condition(
        f"(({begins}) OR {address.test})",
        f"{own} UNION ALL {address.people}",
        f"{own} UNION ALL {address.counted}",
        address.parameters,
    )


def _begins(column: str, words: list[str]) -> str:
    """The test that each of the words begins one in a column."""
    return " AND ".join(f"begins_word({column}, :words{place}_{{n}})" for place in range(len(words)))


def _each(words: list[str]) -> dict[str, str]:
    return {f"words{place}_": " ".join(written((word,))) for place, word in enumerate(words)}


_LINKS: Final = {
    Operator.TOPIC: ("person_topic", "topic_id", "topic"),
    Operator.TAG: ("person_tag", "tag_id", "tag"),
    Operator.ORGANISATION: ("role", "organisation_id", "organisation"),
}


def _last(ago: Ago, day: date) -> Condition:
    is_then = f"last_talk.contact {'<' if ago.is_longer else '>='} :value{{n}}"
    has = f"SELECT 1 FROM last_talk WHERE last_talk.person_id = {{who}} AND +{is_then}"  # noqa: S608 - constants
    people = f"SELECT person_id FROM last_talk WHERE {is_then}"  # noqa: S608 - constants
    return Condition(f"EXISTS ({has})", people, people, {"value": ago.since(day)})


def _due(when: str, value: date) -> Condition:
    is_due = f"follow_up.state = 'open' AND follow_up.due_on {when}"
    has = f"SELECT 1 FROM follow_up WHERE follow_up.person_id = {{who}} AND {is_due}"  # noqa: S608 - constants
    people = f"SELECT person_id FROM follow_up WHERE {is_due}"  # noqa: S608 - constants
    return Condition(f"EXISTS ({has})", people, people, {"value": value})


def _next_step(due: Due, day: date) -> Condition:
    match due:
        case Due.TODAY:
            return _due("= :value{n}", day)
        case Due.TOMORROW:
            return _due("= :value{n}", day + _DAY)
        case Due.LATE:
            return _due("< :value{n}", day)
        case Due.WEEK:
            return _due("BETWEEN :day AND :value{n}", day + _WEEK)
        case Due.NONE:
            open_one = (
                "SELECT 1 FROM follow_up WHERE follow_up.person_id = {who} AND follow_up.state = 'open'"
            )
            return Condition(f"NOT EXISTS ({open_one})")


def _owed(owes: Owes, _day: date) -> Condition:
    side = PromiseSide.THEY_OWE if owes is Owes.ME else PromiseSide.I_OWE
    is_owed = f"promise.state = 'open' AND promise.side = '{side}'"
    has = f"SELECT 1 FROM promise WHERE promise.person_id = {{who}} AND {is_owed}"  # noqa: S608 - constants
    people = f"SELECT person_id FROM promise WHERE {is_owed}"  # noqa: S608 - constants
    return Condition(f"EXISTS ({has})", people, people)


def _at_stage(stage: Stage, _day: date) -> Condition:
    there = f"partnership.stage = '{stage}' AND partnership.trashed_at IS NULL"
    has = f"SELECT 1 FROM partnership WHERE partnership.person_id = {{who}} AND +{there}"  # noqa: S608 - constants
    people = f"SELECT person_id FROM partnership WHERE {there}"  # noqa: S608 - constants
    return Condition(f"EXISTS ({has})", people, people)


def _of_person_kind(kind: PersonKind, _day: date) -> Condition:
    return Condition(_one_in("person_kind", f"person_kind.kind = '{kind}'"))


def _of_interaction_kind(kind: InteractionKind, _day: date) -> Condition:
    return Condition(_happened(kind))


def _owned(thing: Has, _day: date) -> Condition:
    gathered = _GATHERED.get(thing, "")
    return Condition(_THINGS[thing], gathered, gathered)


def _standing(standing: Is, _day: date) -> Condition:
    return Condition(_STANDINGS[standing])


def _one_in(table: str, more: str = "true") -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE {table}.person_id = {{who}} AND {more})"  # noqa: S608 - constants


def _happened(kind: InteractionKind) -> str:
    return _one_in("last_talk", f"last_talk.kinds & {KIND_BITS[kind]}")


_OPEN: Final = "follow_up.state = 'open'"
_THINGS: Final = {
    Has.PICTURE: "person.picture_hash IS NOT NULL",
    Has.NOTE: _happened(InteractionKind.NOTE),
    Has.EMAIL: _one_in("contact_point", "contact_point.kind = 'email'"),
    Has.PHONE: _one_in("contact_point", "contact_point.kind = 'phone'"),
    Has.LINK: _one_in("contact_point", "contact_point.kind = 'link'"),
    Has.ADDRESS: _one_in("postal_address"),
    Has.HANDLE: _one_in("handle"),
    Has.BIRTHDAY: "person.birth_month IS NOT NULL",
    Has.TOPIC: _one_in("person_topic"),
    Has.TAG: _one_in("person_tag"),
    Has.ORGANISATION: _one_in("role"),
    Has.PREFERENCE: _one_in("preference"),
    Has.FACT: _one_in("fact"),
    Has.RELATION: "("
    + _one_in("relation")
    + " OR "
    + _one_in("relation").replace("person_id", "other_id")
    + ")",
    Has.FILE: _one_in("attachment"),
    Has.FOLLOW_UP: _one_in("follow_up", _OPEN),
    Has.PROMISE: _one_in("promise", "promise.state = 'open'"),
    Has.PARTNERSHIP: _one_in("partnership", "partnership.trashed_at IS NULL"),
    Has.RHYTHM: _one_in("last_talk", "last_talk.distant_after IS NOT NULL"),
}
_GATHERED: Final = {
    Has.PICTURE: "SELECT id FROM person WHERE picture_hash IS NOT NULL",
    Has.PROMISE: "SELECT person_id FROM promise WHERE state = 'open'",
    Has.FOLLOW_UP: "SELECT person_id FROM follow_up WHERE state = 'open'",
}
_IDEAL: Final = """CASE WHEN person.ideal_gap_days IS NOT NULL OR person.longest_gap_days IS NOT NULL
    THEN person.ideal_gap_days ELSE (
      SELECT ideal FROM (
        SELECT tag.ideal_gap_days AS ideal, tag.longest_gap_days AS longest
        FROM person_tag JOIN tag ON tag.id = person_tag.tag_id WHERE person_tag.person_id = person.id
        UNION ALL SELECT topic.ideal_gap_days, topic.longest_gap_days
        FROM person_topic JOIN topic ON topic.id = person_topic.topic_id
        WHERE person_topic.person_id = person.id)
      WHERE ideal IS NOT NULL ORDER BY coalesce(longest, ideal), ideal LIMIT 1) END"""
"""The ideal gap of the cadence that holds for a person, as `domain.cadence` chooses it."""
_STANDINGS: Final = {
    Is.ARCHIVED: "person.archived_at IS NOT NULL",
    Is.WARM: _one_in(
        "last_talk",
        f"last_talk.distant_after IS NOT NULL AND julianday(:day) - julianday(last_talk.day) <= ({_IDEAL})",
    ),
    Is.DO_NOT_CONTACT: "person.do_not_contact",
    Is.DISTANT: _one_in(
        "last_talk",
        "last_talk.distant_after IS NOT NULL"
        " AND coalesce(julianday(:day) - julianday(last_talk.day) > last_talk.distant_after, true)",
    ),
}

_DAY_HELD: Final = "own_value.value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
_NUMBER_HELD: Final = (
    "ltrim(own_value.value, '-') GLOB '[0-9]*' AND substr(own_value.value, 2) NOT GLOB '*[^0-9.]*'"
    " AND own_value.value NOT GLOB '*.*.*' AND own_value.value NOT GLOB '*.'"
)
_COMPARED: Final[Mapping[OwnKind, str]] = {
    OwnKind.NUMBER: f"CAST(own_value.value AS REAL) {{sign}} CAST(:value{{n}} AS REAL) AND {_NUMBER_HELD}",
    OwnKind.DAY: f"own_value.value {{sign}} :value{{n}} AND {_DAY_HELD}",
}

_ASKED: Final[Mapping[type, Callable[[Any, date], Condition]]] = {
    Ago: _last,
    date: lambda value, _day: _due("= :value{n}", value),
    Due: _next_step,
    Owes: _owed,
    Has: _owned,
    Is: _standing,
    Never: lambda _value, _day: Condition(f"NOT {_one_in('last_talk', 'last_talk.contact IS NOT NULL')}"),
    Stage: _at_stage,
    PersonKind: _of_person_kind,
    InteractionKind: _of_interaction_kind,
}
"""What each kind of value asks; words of the user's own are asked by their operator."""
