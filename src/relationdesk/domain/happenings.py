"""What kind of thing a typed note tells of, guessed from its first telling word, in English and French.

The guess is shown and can be changed; a note that tells nothing is a note.
"""

from relationdesk.domain.folding import fold
from relationdesk.domain.vocabulary import Direction, InteractionKind

_BEGINNINGS: dict[InteractionKind, tuple[str, ...]] = {
    InteractionKind.CALL: (
        "called",
        "phoned",
        "rang",
        "spoke",
        "appele",
        "appelee",
        "telephone",
        "coup de fil",
    ),
    InteractionKind.MEETING: (
        *("met", "saw", "coffee", "lunch", "dinner", "breakfast", "drink", "meeting with", "had coffee"),
        *(
            "rencontre",
            "rencontree",
            "vu",
            "vue",
            "cafe",
            "dejeuner",
            "diner",
            "dejeune",
            "dine",
            "verre avec",
            "rdv avec",
        ),
    ),
    InteractionKind.EMAIL: (
        "wrote",
        "e-mailed",
        "emailed",
        "mailed",
        "ecrit",
        "mail envoye",
        "envoye un mail",
    ),
    InteractionKind.DIRECT_MESSAGE: ("dm", "messaged", "texted", "message envoye", "texto"),
    InteractionKind.PARCEL: ("sent the parcel", "parcel", "shipped", "colis", "expedie"),
    InteractionKind.PUBLICATION: ("published", "posted", "publie", "a publie", "post "),
}
_LEADING = (
    "i ",
    "we ",
    "j'ai ",
    "on a ",
    "nous avons ",
    "he ",
    "she ",
    "they ",
    "il a ",
    "elle a ",
    "il ",
    "elle ",
)
_LEADING_THEM = ("he ", "she ", "they ", "il a ", "elle a ", "il ", "elle ")
_BOTH_WAYS = {InteractionKind.CALL, InteractionKind.MEETING}


def kind_told(text: str) -> InteractionKind:
    """The kind of interaction that `text` begins by telling of."""
    told = _without_subject(fold(text[:200]).strip())
    for kind, beginnings in _BEGINNINGS.items():
        if any(_begins(told, beginning) for beginning in beginnings):
            return kind
    return InteractionKind.NOTE


def direction_told(text: str) -> Direction:
    """Who reached out, as `text` tells it: both in a meeting or call, they when it begins with them."""
    if kind_told(text) in _BOTH_WAYS:
        return Direction.BOTH
    told = fold(text[:200]).strip()
    return Direction.THEY_REACHED_OUT if told.startswith(_LEADING_THEM) else Direction.I_REACHED_OUT


def _without_subject(told: str) -> str:
    for subject in _LEADING:
        if told.startswith(subject):
            return told.removeprefix(subject).strip()
    return told


def _begins(told: str, beginning: str) -> bool:
    rest = told.removeprefix(beginning)
    return rest != told and not rest[:1].isalpha()
