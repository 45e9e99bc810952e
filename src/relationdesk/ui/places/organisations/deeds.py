"""What can be done with organisations from the palette."""

from typing import TYPE_CHECKING

from relationdesk.language.words import _
from relationdesk.ui.widgets.deed import Deed

if TYPE_CHECKING:
    from relationdesk.ui.places.organisations.place import OrganisationsPlace

    OrganisationDeed = Deed[OrganisationsPlace]


def page_deeds() -> "tuple[OrganisationDeed, ...]":
    """What is done with the organisation that is looked at, in the words of the current language."""
    return (
        Deed(
            _("Edit the organisation"),
            _("name, kind, website"),
            lambda on: on.screen_of_organisation.about.name.field.setFocus(),
        ),
    )


def list_deeds() -> "tuple[OrganisationDeed, ...]":
    """What is done with their list."""
    return (
        Deed(
            _("Filter the organisations"), _("search, narrow, client"), lambda on: on.list.filter.setFocus()
        ),
    )
