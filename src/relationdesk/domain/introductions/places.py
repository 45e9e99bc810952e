"""Postal addresses in lines: `12 rue Royale, 74000 Annecy`, `London SE1 3LE`, `New York, NY 10012`."""

import re
from dataclasses import dataclass, replace

from relationdesk.domain.card import AddressEntry
from relationdesk.domain.folding import fold
from relationdesk.domain.introductions import words

_TOWN = r"[^\W\d_][^\d,;|@•·]{1,40}?"
_STATE_FIRST = re.compile(
    rf"(?P<city>{_TOWN}),?\s+(?P<region>[A-Z]{{2}})\s+(?P<postcode>\d{{5}}(?:-\d{{4}})?)"
)
_BRITISH = re.compile(rf"(?P<city>{_TOWN}),?\s+(?P<postcode>[A-Z]{{1,2}}\d[A-Z\d]?\s?\d[A-Z]{{2}})")
_BRITISH_ALONE = re.compile(r"(?P<postcode>[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})")
_CODE_FIRST = re.compile(
    rf"(?:[A-Z]{{1,2}}\s?-\s?)?(?P<postcode>\d{{4,5}}|\d{{2}}\s\d{{3}})\s+(?P<city>{_TOWN})"
    r"(?:\s+(?:cedex|cédex)(?:\s*\d{1,2})?)?",
    re.IGNORECASE,
)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """What one line tells of an address."""

    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""

    @property
    def is_known(self) -> bool:
        """It tells more than a country."""
        return bool(self.street or self.postcode)


def place_in(line: str) -> Place:
    """The address in a line that tells nothing else; an empty place when it tells something else."""
    text = line.strip(" ,;|")
    if not text or len(text) > _LONGEST:
        return Place()
    text, country = _without_country(text)
    before, town = _town(text)
    street = before.strip(" ,;|-–—•·")
    if street and not _is_street(street):
        return Place()
    if town is None:
        return Place(street=street, country=country)
    return replace(town, street=street, country=country)


def is_country(text: str) -> bool:
    """Whether `text` names a country."""
    return fold(text.strip(" ,.")) in words.COUNTRIES


def together(places: list[Place]) -> AddressEntry:
    """One address of the lines that tell it."""
    return AddressEntry(
        street="\n".join(place.street for place in places if place.street),
        city=next((place.city for place in places if place.city), ""),
        region=next((place.region for place in places if place.region), ""),
        postcode=next((place.postcode for place in places if place.postcode), ""),
        country=next((place.country for place in places if place.country), ""),
    )


def is_told(place: Place, address: AddressEntry) -> bool:
    """Whether all that a line told is in the address: another town than the first has no room in it."""
    town = (place.city, place.region, place.postcode, place.country)
    taken = (address.city, address.region, address.postcode, address.country)
    return all(told in ("", kept) for told, kept in zip(town, taken, strict=True))


def _without_country(text: str) -> tuple[str, str]:
    head, sign, tail = text.rpartition(",")
    if sign and is_country(tail):
        return head.strip(), tail.strip(" .")
    return text, ""


def _town(text: str) -> tuple[str, Place | None]:
    """The text before the town, and the town with its postcode."""
    for form in (_STATE_FIRST, _BRITISH, _CODE_FIRST, _BRITISH_ALONE):
        for start in _starts(text):
            found = form.fullmatch(text, start)
            if found:
                parts = {name: value.strip() for name, value in found.groupdict().items()}
                return text[:start], Place(**parts)
    return text, None


def _starts(text: str) -> list[int]:
    """Where a town may begin: at the start, after a comma or another sign, and at a postcode."""
    signs = [
        found.end() for found in re.finditer(r"[,;|•·]\s*|\s[-–—]\s|\s(?=(?:[A-Z]{1,2}-)?\d{4,5}\s)", text)
    ]
    return [0, *signs]


def _is_street(text: str) -> bool:
    plain = re.findall(r"[\w'’]+", fold(text))
    has_number = any(word[0].isdigit() for word in plain)
    return has_number and any(word in words.STREETS for word in plain)
