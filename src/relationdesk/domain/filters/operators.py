"""The operators of a filter, and what they are called in both languages."""

from enum import StrEnum
from functools import cache
from typing import Final

from relationdesk.domain.folding import fold
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


def operator_name(operator: Operator, language: Language) -> str:
    """What an operator is called, as it is typed before the colon."""
    return _FRENCH[operator] if language is Language.FRENCH else operator.value


def operator_named(name: str) -> Operator | None:
    """The operator of that name in either language, accents and case apart."""
    return _names().get(fold(name))


def operator_names(operator: Operator) -> tuple[str, ...]:
    """Every name of an operator."""
    return (operator.value, _FRENCH[operator], *_ALSO.get(operator, ()))


@cache
def _names() -> dict[str, Operator]:
    return {fold(name): operator for operator in Operator for name in operator_names(operator)}
