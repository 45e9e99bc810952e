"""What the window asks of a place, and which places there are."""

from enum import StrEnum
from typing import Protocol

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.work.desks import Changes


class PlaceName(StrEnum):
    """A place, in the order of the rail; `nav.` and the value is the object name of its entry there."""

    TODAY = "today"
    AGENDA = "agenda"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    TRASH = "trash"
    SETTINGS = "settings"


BELOW = frozenset({PlaceName.TRASH, PlaceName.SETTINGS})
"""The places that stand at the foot of the rail."""


def keys_to(name: PlaceName) -> list[str]:
    """The keys that lead to a place: they count the places at the top of the rail, downwards."""
    above = [one for one in PlaceName if one not in BELOW]
    return [f"Ctrl+{above.index(name) + 1}"] if name in above else []


class Place(Protocol):
    """A place keeps its selection, scroll and filters when one leaves and returns."""

    def refresh(self, changes: Changes | None) -> None:
        """Read again what the changes touched, everything for None."""

    def show_again(self) -> None:
        """Come into view."""

    def state(self) -> object:
        """What `restore` needs to find the user's place again."""

    def restore(self, state: object) -> None:
        """Show what was shown when `state` was taken."""


def title_of(name: PlaceName) -> str:
    """What the rail calls a place."""
    return {
        PlaceName.TODAY: _("Today"),
        PlaceName.AGENDA: _("Agenda"),
        PlaceName.PEOPLE: _("People"),
        PlaceName.ORGANISATIONS: _("Organisations"),
        PlaceName.TRASH: _("Trash"),
        PlaceName.SETTINGS: _("Settings"),
    }[name]


def icon_of(name: PlaceName) -> Icon:
    """The picture of a place in the rail."""
    return {
        PlaceName.TODAY: Icon.SUN,
        PlaceName.AGENDA: Icon.CALENDAR_DAYS,
        PlaceName.PEOPLE: Icon.USERS,
        PlaceName.ORGANISATIONS: Icon.BUILDING_2,
        PlaceName.TRASH: Icon.TRASH_2,
        PlaceName.SETTINGS: Icon.SETTINGS,
    }[name]
