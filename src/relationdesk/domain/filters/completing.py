"""What the piece of a filter that is being typed could become."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from relationdesk.domain.filters.clauses import signed
from relationdesk.domain.filters.operators import (
    AnyOperator,
    Operator,
    OwnOperator,
    operator_name,
    operator_names,
)
from relationdesk.domain.filters.reading import Part, parts_of, unquoted
from relationdesk.domain.filters.values import closed_values, values_begun, yes_no_words
from relationdesk.domain.filters.writing import written_value
from relationdesk.domain.folding import fold, letters
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.language.words import Language

MOST_CHOICES: Final = 10
_FEWEST_LETTERS: Final = 2
"""So many letters have to stand there until they are taken for the beginning of an operator."""
_SPANS: Final = {
    Language.ENGLISH: (">30d", ">90d", ">6m", ">1y", "<2w"),
    Language.FRENCH: (">30j", ">90j", ">6m", ">1a", "<2s"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """The piece at the cursor: an operator's value, or with no operator a word that may become one."""

    start: int
    end: int
    operator: AnyOperator | None
    typed: str
    is_not: bool
    begun: tuple[OwnOperator, ...] = ()
    """Fields of the user's whose name the word begins."""

    @property
    def wants_desk(self) -> bool:
        """Whether its values are those of the desk."""
        if isinstance(self.operator, OwnOperator):
            return self.operator.kind is not OwnKind.YES_NO
        return self.operator is not None and not closed_values(self.operator, Language.ENGLISH)


def place_at(text: str, cursor: int, own: Collection[OwnOperator] = ()) -> Place | None:
    """What is being typed at the cursor, on a desk with these fields of the user's `own`.

    None where nothing begun is to be completed.
    """
    part = next((part for part in parts_of(text) if part.start < cursor <= part.end), None)
    if part is None:
        return None
    if part.name and part.value_start <= cursor:
        operator = part.operator(own)
        if operator is None:
            return None
        return Place(part.value_start, part.end, operator, unquoted(part.value), part.is_not)
    is_quoted = unquoted(part.value) != part.value
    return None if is_quoted and cursor < part.end else _word(part, own)


def choices_at(place: Place, language: Language, today: date, desk_values: Iterable[str] = ()) -> list[str]:
    """What may stand in a place, in the words of a language: `topic:` for an operator, else a value."""
    if place.operator is None:
        names = [*_operators(place.typed, language), *(operator_name(one, language) for one in place.begun)]
        return [f"{name}:" for name in names]
    if isinstance(place.operator, OwnOperator):
        return _own_values(place, place.operator, language, desk_values)
    if place.operator is Operator.LAST:
        known = [*_SPANS[language], *closed_values(place.operator, language).values()]
        return [one for one in known if fold(one).startswith(fold(place.typed))]
    closed = closed_values(place.operator, language)
    if place.wants_desk:
        values = [written_value(place.operator, one, language) for one in desk_values]
        return list(dict.fromkeys(values))[:MOST_CHOICES]
    begun = [name for name in closed.values() if fold(name).startswith(fold(place.typed))]
    names = begun or [closed[value] for value in values_begun(place.operator, place.typed)]
    if place.operator is Operator.DUE and not place.typed:
        names.append((today + timedelta(days=7)).isoformat())
    return names


def completed(text: str, place: Place, choice: str) -> tuple[str, int]:
    """The text with a choice in its place, and where the cursor goes: past the space that follows a value."""
    rest = text[place.end :]
    if not choice.endswith(":"):
        rest = rest if rest.startswith(" ") else f" {rest}"
    before = text[: place.start] + choice
    return before + rest, len(before) + (0 if choice.endswith(":") else 1)


def _own_values(
    place: Place, operator: OwnOperator, language: Language, desk_values: Iterable[str]
) -> list[str]:
    if operator.kind is OwnKind.YES_NO:
        words = yes_no_words(language).values()
        return [word for word in words if word.startswith(fold(place.typed))]
    sign = "" if operator.kind is OwnKind.TEXT else signed(place.typed)[0]
    values = [sign + written_value(operator, one, language) for one in desk_values]
    return list(dict.fromkeys(values))[:MOST_CHOICES]


def _word(part: Part, own: Collection[OwnOperator]) -> Place | None:
    typed = unquoted(part.value)
    is_quoted = typed != part.value
    if part.name or len(typed) < _FEWEST_LETTERS or (not is_quoted and letters(typed) != fold(typed)):
        return None
    wanted = fold(typed)
    begun = tuple(one for one in own if _begins(one, wanted))[:MOST_CHOICES]
    return (
        Place(part.value_start, part.end, None, typed, part.is_not, begun) if begun or not is_quoted else None
    )


def _begins(own: OwnOperator, wanted: str) -> bool:
    """Whether a field's name begins with what is typed, as it is or with hyphens."""
    return any(fold(name).startswith(wanted) for name in (own.name, operator_name(own, Language.ENGLISH)))


def _operators(typed: str, language: Language) -> list[str]:
    wanted = fold(typed)
    return [
        operator_name(operator, language)
        for operator in Operator
        if any(fold(name).startswith(wanted) for name in operator_names(operator) if len(name) > 1)
    ]
