"""What the places let be done from the palette; read in beside the window, after its first painting."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from relationdesk.ui.places.organisations import deeds as organisations
from relationdesk.ui.places.people import deeds as people
from relationdesk.ui.places.people.listing import deeds as listing
from relationdesk.ui.shell.commands import Commands
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.widgets.deed import Deed

if TYPE_CHECKING:
    from relationdesk.ui.shell.window import MainWindow

T = TypeVar("T")


def bind_deeds(commands: Commands, window: "MainWindow") -> None:
    """Offer them, each as long as it would do something; to work on a list one is led to its place."""
    shown = window.shown
    to_people = partial(window.go, PlaceName.PEOPLE)
    to_organisations = partial(window.go, PlaceName.ORGANISATIONS)
    _bind(commands, people.person_deeds(), lambda: window.people.screen_of_person, lambda: shown.is_person)
    _bind(commands, listing.chosen_deeds(), lambda: window.people, lambda: shown.has_chosen)
    _bind(commands, listing.filter_deeds(), lambda: window.people, lambda: shown.is_list)
    _bind(commands, listing.list_deeds(), lambda: window.people, go=to_people)
    _bind(
        commands,
        organisations.page_deeds(),
        lambda: window.rooms.organisations,
        lambda: shown.is_organisation,
    )
    _bind(commands, organisations.list_deeds(), lambda: window.rooms.organisations, go=to_organisations)


def _bind(
    commands: Commands,
    deeds: Iterable[Deed[T]],
    place: Callable[[], T],
    is_there: Callable[[], bool] = lambda: True,
    go: Callable[[], None] = lambda: None,
) -> None:
    """Offer deeds in a place while it `is_there`; `go` leads there first."""
    for deed in deeds:
        commands.add(
            deed.title,
            [],
            partial(_do, deed, place, go),
            also=deed.also,
            can=partial(_can, deed, place, is_there),
        )


def _do(deed: Deed[T], place: Callable[[], T], go: Callable[[], None]) -> None:
    go()
    deed.act(place())


def _can(deed: Deed[T], place: Callable[[], T], is_there: Callable[[], bool]) -> bool:
    return is_there() and (deed.can is None or deed.can(place()))
