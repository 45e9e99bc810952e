"""Who is in view: a person's screen or an organisation's page, and what can be asked about them."""

from typing import TYPE_CHECKING

from relationdesk.domain.drafts import DraftField
from relationdesk.ui.shell.place import PlaceName

if TYPE_CHECKING:
    from relationdesk.ui.shell.window import MainWindow


class Shown:
    """What the keys and the palette do with a person needs one in view: ask `is_person` first."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    @property
    def is_person(self) -> bool:
        """Whether a person is in view."""
        return self._window.current is PlaceName.PEOPLE and self._window.rooms.is_person_shown

    @property
    def is_organisation(self) -> bool:
        """Whether an organisation's page is in view."""
        is_there = self._window.current is PlaceName.ORGANISATIONS
        return is_there and self._window.rooms.is_organisation_shown

    @property
    def is_list(self) -> bool:
        """Whether the list of people is in view."""
        return self._window.current is PlaceName.PEOPLE

    @property
    def has_chosen(self) -> bool:
        """Whether several people are chosen in the list."""
        return self.is_list and len(self._window.people.list.several.people) > 1

    def ask_for_trash(self) -> None:
        """Move the person or the organisation to the trash; nothing where neither is in view."""
        if self.is_person:
            self._window.people.screen_of_person.ask_for_trash()
        elif self.is_organisation:
            self._window.rooms.organisations.trash_shown()

    def ask_for_merge(self) -> None:
        """Ask with whom the person is to be merged."""
        self._window.people.screen_of_person.ask_for_merge()

    def ask_for_joining(self) -> None:
        """Ask which organisation the one in view is to be brought together with."""
        self._window.rooms.organisations.screen_of_organisation.ask_with_which()

    def edit_record(self) -> None:
        """Open the person's record."""
        self._window.people.screen_of_person.edit_record()

    def find_in_history(self) -> None:
        """Look for words in the person's history."""
        self._window.people.screen_of_person.find_in_history()

    def edit_reach(self) -> None:
        """Open the person's record where it tells how they are reached."""
        self._window.people.screen_of_person.edit_reach()

    def write(self, field: DraftField) -> None:
        """Begin to write in a field about the person."""
        self._window.people.screen_of_person.begin(field)
