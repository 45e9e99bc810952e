"""What the piece of a filter that is being typed could become."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from relationdesk.domain.filters.operators import Operator, operator_name, operator_named, operator_names
from relationdesk.domain.filters.reading import Part, parts_of, unquoted
from relationdesk.domain.filters.values import closed_values, values_begun
from relationdesk.domain.filters.writing import written_value
from relationdesk.domain.folding import fold, letters
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
    operator: Operator | None
    typed: str
    is_not: bool

    @property
    def wants_desk(self) -> bool:
        """Whether its values are those of the desk."""
        return self.operator is not None and not closed_values(self.operator, Language.ENGLISH)


def place_at(text: str, cursor: int) -> Place | None:
    """What is being typed at the cursor; None where nothing begun is to be completed."""
    part = next((part for part in parts_of(text) if part.start < cursor <= part.end), None)
    if part is None:
        return None
    if part.name and part.value_start <= cursor:
        operator = operator_named(part.name)
        if operator is None:
            return None
        return Place(part.value_start, part.end, operator, unquoted(part.value), part.is_not)
    return _word(part)


def choices_at(place: Place, language: Language, today: date, desk_values: Iterable[str] = ()) -> list[str]:
    """What may stand in a place, in the words of a language: `topic:` for an operator, else a value."""
    if place.operator is None:
        return _operators(place.typed, language)
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


def _word(part: Part) -> Place | None:
    if part.name or letters(part.value) != fold(part.value) or len(part.value) < _FEWEST_LETTERS:
        return None
    return Place(part.value_start, part.end, None, part.value, part.is_not)


def _operators(typed: str, language: Language) -> list[str]:
    wanted = fold(typed)
    return [
        f"{operator_name(operator, language)}:"
        for operator in Operator
        if any(fold(name).startswith(wanted) for name in operator_names(operator) if len(name) > 1)
    ]
