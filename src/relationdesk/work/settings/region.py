"""The country that the user dials from."""

from relationdesk.desk.desk import Desk

_REGION_OF_ZONE = {
    "Europe/Paris": "FR",
    "Europe/London": "GB",
    "Europe/Brussels": "BE",
    "Europe/Zurich": "CH",
    "Europe/Luxembourg": "LU",
    "Europe/Dublin": "IE",
    "America/Toronto": "CA",
    "America/Montreal": "CA",
    "America/New_York": "US",
    "America/Los_Angeles": "US",
    "America/Chicago": "US",
    "America/Denver": "US",
}


def home_region(desk: Desk) -> str:
    """The ISO 3166 code of the country that the user's zone lies in; France when that is not known."""
    return _REGION_OF_ZONE.get(desk.clock.zone().key, "FR")
