"""The country that the user dials from."""

from relationdesk.desk.desk import Desk
from relationdesk.domain.regions import region_of_zone


def home_region(desk: Desk) -> str:
    """The ISO 3166 code of the country that the user's zone lies in; France when that is not known."""
    return region_of_zone(desk.clock.zone().key)
