"""What a number or an address is called: the words that files know too, and the user's own.

The desk keeps the words of contact cards (`work`, `home`, `mobile`), so that a card is the same in every
language; they are shown and typed in the user's.
"""

from functools import cache

from relationdesk.domain.folding import fold
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.language.words import Language, current_language, in_context, speaking

_OFFERED = {
    ContactKind.EMAIL: ("work", "home", "other"),
    ContactKind.PHONE: ("mobile", "work", "home", "main", "other"),
    ContactKind.LINK: ("profile", "blog", "work", "home"),
    ContactKind.MESSENGER: ("whatsapp", "signal", "telegram", "skype"),
}
_OF_ADDRESSES = ("home", "work", "other")
_NAMES = {
    "whatsapp": "WhatsApp",
    "signal": "Signal",
    "telegram": "Telegram",
    "skype": "Skype",
    "matrix": "Matrix",
    "discord": "Discord",
    "jabber": "Jabber",
}


def shown_label(kept: str) -> str:
    """A kept label in the current language; the user's own word as it is."""
    return _labels_in(current_language()).get(kept) or _NAMES.get(kept, kept)


def kept_label(typed: str) -> str:
    """The label to keep for one that is typed in the current language, or in that of contact cards."""
    word = " ".join(typed.split())
    return _kept_in(current_language()).get(fold(word), word)


def offered_labels(kind: ContactKind | None) -> list[str]:
    """The labels to offer for a kind, in the current language; None is a postal address."""
    kept = _OF_ADDRESSES if kind is None else _OFFERED[kind]
    return [shown_label(label) for label in kept]


@cache
def _labels_in(language: Language) -> dict[str, str]:
    with speaking(language):
        return {
            "work": in_context("label", "work"),
            "home": in_context("label", "home"),
            "mobile": in_context("label", "mobile"),
            "fax": in_context("label", "fax"),
            "pager": in_context("label", "pager"),
            "main": in_context("label", "main"),
            "car": in_context("label", "car"),
            "other": in_context("label", "other"),
            "profile": in_context("label", "profile"),
            "blog": in_context("label", "blog"),
            "home fax": in_context("label", "home fax"),
            "work fax": in_context("label", "work fax"),
            "home mobile": in_context("label", "home mobile"),
            "work mobile": in_context("label", "work mobile"),
        }


@cache
def _kept_in(language: Language) -> dict[str, str]:
    """What is kept by what may be typed: a word of contact cards, unless the language means another by it."""
    words = _labels_in(language)
    return (
        {fold(kept): kept for kept in (*words, *_NAMES)}
        | {fold(name): kept for kept, name in _NAMES.items()}
        | {fold(shown): kept for kept, shown in words.items()}
    )
