"""What can be done with the list of people from the palette."""

from typing import TYPE_CHECKING

from relationdesk.language.words import _
from relationdesk.ui.widgets.deed import Deed

if TYPE_CHECKING:
    from relationdesk.ui.places.people.place import PeoplePlace

    ListDeed = Deed[PeoplePlace]

_SEVERAL = 2


def list_deeds() -> "tuple[ListDeed, ...]":
    """What is done with the whole list, in the words of the current language."""
    return (
        Deed(_("Filter people"), _("search, narrow, find"), lambda on: on.list.filter.setFocus()),
        Deed(_("Order the list…"), _("sort"), lambda on: on.list.bar.order.click()),
        Deed(_("Choose the columns…"), _("table, spreadsheet"), _choose_columns),
    )


def filter_deeds() -> "tuple[ListDeed, ...]":
    """What is done with the filter that stands there."""
    return (
        Deed(
            _("Save this filter as a view"),
            _("keep, search"),
            lambda on: on.list.bar.begin_view(),
            lambda on: bool(on.list.filter.text().strip()),
        ),
    )


def chosen_deeds() -> "tuple[ListDeed, ...]":
    """What is done with several people who are chosen in the list."""
    return (
        Deed(
            _("Give those chosen a tag…"), _("label, several"), lambda on: on.list.several.ask_tag(gives=True)
        ),
        Deed(
            _("Take a tag from those chosen…"),
            _("label, several"),
            lambda on: on.list.several.ask_tag(gives=False),
        ),
        Deed(_("Archive those chosen"), _("put away, several"), lambda on: on.list.several.archive.click()),
        Deed(
            _("Export those chosen…"), _("vCard, table, several"), lambda on: on.list.several.export.click()
        ),
        Deed(
            _("Merge the two who are chosen"),
            _("duplicate, same person"),
            lambda on: on.list.several.merge.click(),
            lambda on: len(on.list.several.people) == _SEVERAL,
        ),
        Deed(
            _("Move those chosen to the trash"),
            _("delete, remove, several"),
            lambda on: on.list.several.trash_them(),
        ),
    )


def _choose_columns(on: "PeoplePlace") -> None:
    on.show_as_table(is_table=True)
    on.list.choose_columns()
