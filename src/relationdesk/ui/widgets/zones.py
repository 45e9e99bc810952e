"""The time zones that people live in."""

from functools import cache
from zoneinfo import available_timezones

from relationdesk.domain.folding import fold
from relationdesk.language.words import _

_REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def zone_choices() -> list[tuple[str, str]]:
    """The zones by their keys and the names of their cities; the empty key follows the computer."""
    return [("", _("As this computer")), *((key, zone_text(key)) for key in _zones())]


def zone_text(key: str) -> str:
    """`America/New York` for the key of a zone."""
    return key.replace("_", " ")


def zones_like(typed: str) -> list[str]:
    """The zones that somebody may mean, as they are shown: those whose city begins so come first."""
    wanted = fold(typed).strip()
    if not wanted:
        return []
    texts = [zone_text(key) for key in _zones()]
    cities = [text for text in texts if fold(text).rpartition("/")[2].startswith(wanted)]
    return cities + [text for text in texts if wanted in fold(text) and text not in cities]


def zone_named(typed: str) -> str | None:
    """The key of the zone that is typed, in full or by its city alone; None where there is none."""
    wanted = fold(typed.replace("_", " ")).strip()
    whole = [key for key in _zones() if fold(zone_text(key)) == wanted]
    cities = [key for key in _zones() if fold(zone_text(key)).rpartition("/")[2] == wanted]
    return min(whole or cities, key=lambda key: key.count("/"), default=None)


@cache
def _zones() -> tuple[str, ...]:
    places = tuple(f"{region}/" for region in _REGIONS)
    return tuple(sorted(key for key in available_timezones() if key.startswith(places)))
