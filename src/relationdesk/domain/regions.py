"""The country that somebody dials from, by the zone that they live in."""

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


def region_of_zone(zone: str) -> str:
    """The ISO 3166 code of the country that a time zone lies in; France when that is not known."""
    return _REGION_OF_ZONE.get(zone, "FR")
