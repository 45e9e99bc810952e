"""The time zones that a user may live in."""

from zoneinfo import available_timezones

from relationdesk.language.words import _

_REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def zone_choices() -> list[tuple[str, str]]:
    """The zones by their keys and the names of their cities; the empty key follows the computer."""
    keys = sorted(
        key for key in available_timezones() if key.startswith(tuple(f"{one}/" for one in _REGIONS))
    )
    return [("", _("As this computer")), *((key, key.replace("_", " ")) for key in keys)]
