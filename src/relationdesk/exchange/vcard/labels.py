"""Labels of numbers and addresses, and of facts, between a vCard's words and the desk's."""

import re
from functools import lru_cache

from relationdesk.language.words import Language, _, current_language

TYPE_OF = {
    "home": "home",
    "work": "work",
    "mobile": "cell",
    "fax": "fax",
    "pager": "pager",
    "main": "main",
    "other": "other",
    "car": "car",
}
_WORD_OF = {type_: word for word, type_ in TYPE_OF.items()}
_SILENT = frozenset(
    [
        "internet",
        "voice",
        "text",
        "video",
        "msg",
        "x400",
        "dom",
        "intl",
        "parcel",
        "postal",
        "uri",
        "jpeg",
        "jpg",
        "png",
        "gif",
    ]
)
_APPLE = re.compile(r"_\$!<(.*)>!\$_")
_VENDOR = re.compile(
    r"X-(?:EVOLUTION-|MS-OL-|MS-|KADDRESSBOOK-(?:X-)?|MOZILLA-|ANDROID-|GOOGLE-|APPLE-|AB(?=[A-Z])|LOTUS-|BB-|WAB-)?"
)


def type_label(types: tuple[str, ...]) -> str:
    """The label that type parameters make: `("cell", "voice")` is `mobile`."""
    return " ".join(_WORD_OF.get(word, word) for word in types if word not in _SILENT)


def label_types(label: str) -> list[str] | None:
    """The type parameters that `type_label` reads as exactly `label`, or None when none do."""
    words = label.split(" ") if label else []
    if len(set(words)) == len(words) and all(word in TYPE_OF for word in words):
        return [TYPE_OF[word] for word in words]
    return None


def unwrapped(label: str) -> str:
    """Apple's `_$!<Spouse>!$_` as `Spouse`; other labels as they are."""
    found = _APPLE.fullmatch(label)
    return found[1] if found else label


def fact_label(name: str) -> str:
    """What a property without a place of its own is called on the desk, in the current language."""
    return _fact_label(name, current_language())


@lru_cache(maxsize=1024)
def _fact_label(name: str, _language: Language) -> str:
    known = {
        "NICKNAME": _("Nickname"),
        "ANNIVERSARY": _("Anniversary"),
        "SPOUSE": _("Spouse"),
        "MANAGER": _("Manager"),
        "ASSISTANT": _("Assistant"),
        "RELATED": _("Related person"),
        "RELATEDNAMES": _("Related person"),
        "DATE": _("Date"),
        "GENDER": _("Gender"),
        "GEO": _("Position on the map"),
        "TZ": _("Time zone"),
        "BDAY": _("Birthday"),
        "PHOTO": _("Picture"),
        "AGENT": _("Agent"),
        "ROLE": _("Role"),
        "HOBBY": _("Hobby"),
        "INTEREST": _("Interest"),
        "PREFIX": _("Title before the name"),
        "SUFFIX": _("Suffix"),
        "MIDDLE": _("Middle name"),
        "UNIT": _("Department"),
        "LABEL": _("Address as printed"),
        "CONTACT": _("Contact"),
    }
    bare = _VENDOR.sub("", name, count=1)
    return known.get(bare) or " ".join(bare.replace("-", " ").split()).capitalize()
