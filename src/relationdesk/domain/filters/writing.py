"""Writing a filter down, so that reading it gives the same filter again."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from enum import StrEnum

from relationdesk.domain.filters.clauses import Ago, Clause, Compared, Filter, Sign, Unit, Value
from relationdesk.domain.filters.operators import AnyOperator, OwnOperator, operator_name
from relationdesk.domain.filters.reading import parts_of
from relationdesk.domain.filters.values import closed_values, yes_no_words
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.language.words import Language

_FRENCH_UNITS = {Unit.DAY: "j", Unit.WEEK: "s", Unit.MONTH: "m", Unit.YEAR: "a"}


def written_filter(wanted: Filter, language: Language = Language.ENGLISH) -> str:
    """A filter in the words of a language, which are understood in either; mistakes are left out."""
    parts = [wanted.words, *(f"-{_quoted(word)}" for word in wanted.without)]
    return " ".join(part for part in (*parts, *(_clause(one, language) for one in wanted.clauses)) if part)


def written_value(operator: AnyOperator, value: Value, language: Language) -> str:
    """A value as it is typed after the colon."""
    if isinstance(value, Compared):
        return value.value if value.sign is Sign.EQUAL else f"{value.sign}{value.value}"
    if isinstance(operator, OwnOperator):
        is_yes_no = operator.kind is OwnKind.YES_NO
        return yes_no_words(language)[str(value)] if is_yes_no else _quoted(str(value))
    if isinstance(value, Ago):
        unit = _FRENCH_UNITS[value.unit] if language is Language.FRENCH else value.unit
        return f"{'>' if value.is_longer else '<'}{value.count}{unit}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return closed_values(operator, language)[value]
    return _quoted(value)


def with_other_name(typed: str, own: Collection[OwnOperator], of: OwnOperator, name: str) -> str:
    """A filter as it was typed, once a field of the user's `own` is called otherwise."""
    called = operator_name(replace(of, name=name), Language.ENGLISH)
    for part in reversed(tuple(parts_of(typed))):
        if part.operator(own) == of:
            begins = part.start + part.is_not
            typed = f"{typed[:begins]}{called}{typed[part.value_start - 1 :]}"
    return typed


def _quoted(words: str) -> str:
    return f'"{words}"' if any(sign.isspace() for sign in words) else words


def _clause(clause: Clause, language: Language) -> str:
    sign = "-" if clause.is_not else ""
    value = written_value(clause.operator, clause.value, language)
    return f"{sign}{operator_name(clause.operator, language)}:{value}"
