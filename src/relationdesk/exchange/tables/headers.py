"""What headers say: the names that programs and people give to columns, in English and French."""

import re

from relationdesk.domain.folding import fold
from relationdesk.domain.profiles import platform_named, platform_words
from relationdesk.exchange.tables.columns import Column, ColumnUse
from relationdesk.exchange.tables.vocabulary import COLUMN_OF

_PLACES = (
    ("home", r"home|domicile|personnel\w*|perso|private"),
    ("work", r"business|work|bureau|professionnel\w*|pro"),
)
_LINES = (("mobile", r"mobile|portable|gsm|cell\w*"), ("fax", r"fax|telecopie"), ("pager", r"pager"))
_GROUPED = re.compile(
    r"(e-?mail|phone|address|website|im|event|relation|organization|custom field"
    r"|calendar link|jot|external id) (\d{1,3}) - (.{1,60})"
)
_GROUP_TARGETS = {
    "e-mail": Column.EMAIL,
    "email": Column.EMAIL,
    "phone": Column.PHONE,
    "website": Column.LINK,
    "im": Column.MESSENGER,
}
_ADDRESS_PARTS = {
    "formatted": Column.ADDRESS,
    "street": Column.STREET,
    "city": Column.CITY,
    "region": Column.REGION,
    "postal code": Column.POSTCODE,
    "country": Column.COUNTRY,
    "po box": Column.STREET,
    "extended address": Column.STREET,
}
_ORGANISATION_PARTS = {"name": Column.ORGANISATION, "title": Column.TITLE}
_LONGEST = 120
OWN_FIELD, FACT = "Own field: ", "Fact: "
"""How a heading begins that would else be taken for another."""
_CURRENCIES = (
    ("EUR", r"€|\beur(?:os?)?\b"),
    ("USD", r"\$|\busd\b"),
    ("GBP", r"£|\bgbp\b"),
    ("CHF", r"\bchf\b"),
)
_OUTLOOK_NUMBERED = re.compile(
    r"(.*?(?:mail|phone|telephone|fax|adresse|messagerie|bureau|domicile))\s*\d(?!\d)(.*)"
)


def recognised(header: str) -> ColumnUse | None:
    """What a column of this name becomes, or None when the name says nothing."""
    if header.startswith((OWN_FIELD, FACT)):
        begins, of_it, name = header.partition(": ")
        return ColumnUse(Column.OWN if begins + of_it == OWN_FIELD else Column.FACT, header, label=name)
    if len(header) > _LONGEST:
        return None
    text = fold(header).strip()
    grouped = _GROUPED.fullmatch(" ".join(text.split()))
    if grouped:
        return _grouped(header, *grouped.groups())
    words = " ".join(re.sub(r"[^\w@']+|_", " ", text).split())
    column = _column(words)
    if column is None:
        return _of_platform(header, words) or _of_money(header, text)
    if column is Column.FEE:
        return ColumnUse(column, header, currency=currency_in(text))
    return ColumnUse(column, header, group=_place(column, words), label=_label(column, words))


def currency_in(text: str) -> str:
    """The currency that a text names, as its ISO code, or an empty text."""
    found = [code for code, pattern in _CURRENCIES if re.search(pattern, text.lower())]
    return found[0] if len(found) == 1 else ""


def is_name(header: str) -> bool:
    """Whether the header is one that some program or person gives to a column."""
    return recognised(header) is not None


def _column(words: str) -> Column | None:
    if words in COLUMN_OF:
        return COLUMN_OF[words]
    without_number = _OUTLOOK_NUMBERED.sub(r"\1\2", words).strip()
    without_place = " ".join(
        word for word in without_number.split() if not any(re.fullmatch(p, word) for _, p in _PLACES)
    )
    found = COLUMN_OF.get(" ".join(without_number.split())) or COLUMN_OF.get(without_place)
    return None if found in {Column.NAME, Column.FAMILY_NAME, Column.IGNORE} else found


def _of_platform(header: str, words: str) -> ColumnUse | None:
    """`Abonnés Insta`, `IG handle`, `lien youtube`, `Twitter`."""
    for word in platform_words():
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words) and (word != "x" or len(words) > 1):
            rest = " ".join(re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", words).split())
            rest = " ".join(
                part for part in rest.split() if part not in {"sur", "on", "le", "la", "de", "@", "nb"}
            )
            column = COLUMN_OF.get(rest, Column.HANDLE if not rest else None)
            if column in {Column.HANDLE, Column.LINK, Column.NAME}:
                return ColumnUse(Column.HANDLE, header, platform=platform_named(word))
            if column in {Column.AUDIENCE, Column.AUDIENCE_ON}:
                return ColumnUse(column, header, platform=platform_named(word))
    return None


def _of_money(header: str, text: str) -> ColumnUse | None:
    """`Tarif post (€ HT)`: words for a price with something around them."""
    if re.search(r"\b(?:tarifs?|prix|cachet|fees?|rates?|price)\b", text) and "%" not in text:
        return ColumnUse(Column.FEE, header, currency=currency_in(text))
    return None


def _place(column: Column, words: str) -> str:
    """Outlook's `Business City` and `Ville (bureau)` belong to one address; a bare `City` to the person."""
    parts = {Column.STREET, Column.CITY, Column.REGION, Column.POSTCODE, Column.COUNTRY}
    if column not in parts:
        return ""
    if re.search(r"\b(?:other|autre)\b", words):
        return "other"
    return next((place for place, pattern in _PLACES if re.search(rf"\b(?:{pattern})\b", words)), "")


def _label(column: Column, words: str) -> str:
    if column not in {Column.EMAIL, Column.PHONE}:
        return (
            words
            if column is Column.MESSENGER and words in {"whatsapp", "telegram", "signal", "skype"}
            else ""
        )
    kinds = (*_PLACES, *_LINES)
    return " ".join(label for label, pattern in kinds if re.search(rf"\b(?:{pattern})\b", words))


def _grouped(header: str, kind: str, number: str, part: str) -> ColumnUse:
    group = f"{kind} {number}"
    column = Column.FACT
    if part in {"label", "type"}:
        column = Column.LABEL
    elif kind == "address":
        column = _ADDRESS_PARTS.get(part, Column.FACT)
    elif kind == "organization":
        column = _ORGANISATION_PARTS.get(part, Column.FACT)
    elif part == "value":
        column = _GROUP_TARGETS.get(kind, Column.FACT)
    return ColumnUse(column, header, group=group)
