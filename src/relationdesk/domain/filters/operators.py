"""The operators of a filter, and what they are called in both languages; each own field is one too."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from relationdesk.domain.folding import fold, letters
from relationdesk.domain.ids import OwnFieldId
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.language.words import Language


class Operator(StrEnum):
    """What a condition is about; the value is its English name."""

    TOPIC = "topic"
    TAG = "tag"
    PLATFORM = "platform"
    CITY = "city"
    ORGANISATION = "organisation"
    KIND = "kind"
    LAST = "last"
    DUE = "due"
    OWES = "owes"
    STAGE = "stage"
    HAS = "has"
    IS = "is"


@dataclass(frozen=True, slots=True)
class OwnOperator:
    """A field of the user's that a condition is about: `shoe-size:39`, `"2nd phone":yes`."""

    id: OwnFieldId
    name: str
    kind: OwnKind


AnyOperator = Operator | OwnOperator

NAME: Final = r"[^\W\d_](?:[^\W_]|-)*"
"""How a name is typed without quotes."""

_FRENCH: Final = {
    Operator.TOPIC: "sujet",
    Operator.TAG: "étiquette",
    Operator.PLATFORM: "plateforme",
    Operator.CITY: "ville",
    Operator.ORGANISATION: "organisation",
    Operator.KIND: "genre",
    Operator.LAST: "dernier",
    Operator.DUE: "prévu",
    Operator.OWES: "doit",
    Operator.STAGE: "étape",
    Operator.HAS: "avec",
    Operator.IS: "est",
}
_ALSO: Final = {
    Operator.ORGANISATION: ("organization", "org", "company", "entreprise"),
    Operator.KIND: ("type",),
    Operator.DUE: ("échéance", "relance"),
    Operator.HAS: ("a",),
}


def operator_name(operator: AnyOperator, language: Language) -> str:
    """What an operator is called, as it is typed before the colon."""
    if isinstance(operator, OwnOperator):
        return _own_name(operator.name)
    return _FRENCH[operator] if language is Language.FRENCH else operator.value


def operator_named(name: str) -> Operator | None:
    """The operator of that name in either language, accents and case apart."""
    return _names().get(fold(name))


def own_operator_named(name: str, own: Iterable[OwnOperator]) -> OwnOperator | None:
    """The field of that name, or else the first that has the same words, hyphens for spaces."""
    known = tuple(own)
    exact = (one for one in known if fold(one.name) == fold(name))
    return next(exact, None) or next((one for one in known if _key(one.name) == _key(name)), None)


def operator_names(operator: Operator) -> tuple[str, ...]:
    """Every name of an operator."""
    return (operator.value, _FRENCH[operator], *_ALSO.get(operator, ()))


@cache
def _names() -> dict[str, Operator]:
    return {fold(name): operator for operator in Operator for name in operator_names(operator)}


def _own_name(name: str) -> str:
    """The name of a field with hyphens, or in quotes where that would be read as something else."""
    plain = "-".join(re.findall(r"[^\W_]+", name.lower()))
    if re.fullmatch(NAME, plain) and _key(plain) == _key(name) and operator_named(plain) is None:
        return plain
    return '"' + name.replace('"', "") + '"'


def _key(name: str) -> str:
    return letters(name) or fold(name)
