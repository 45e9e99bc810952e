"""What the place says while there is nothing to see."""

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.empty_state import EmptyState


def nothing_chosen() -> EmptyState:
    """Beside a list in which nothing is chosen."""
    return EmptyState(
        Icon.BUILDING_2,
        _("Nothing chosen"),
        _("Choose an organisation in the list to see who belongs to it and what was agreed for it."),
    )


def none_yet() -> EmptyState:
    """In place of an empty list, with a way to begin."""
    return EmptyState(
        Icon.BUILDING_2,
        _("No organisations yet"),
        _(
            "Brands, clients, agencies and media stand here, as soon as you say in somebody’s record "
            "where they work or who represents them, or agree something for a client."
        ),
        _("New organisation"),
    )
