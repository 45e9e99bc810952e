"""What the window can be told to do, by keys and by the palette."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from relationdesk.domain.drafts import DraftField
from relationdesk.language.words import _
from relationdesk.ui.shell.commands import Commands
from relationdesk.ui.shell.place import PlaceName, keys_to
from relationdesk.ui.shell.reminder_words import silences
from relationdesk.ui.shell.travel import Travel
from relationdesk.ui.shell.undoing import Undoing

if TYPE_CHECKING:
    from relationdesk.ui.shell.window import MainWindow


def bind_places(commands: Commands, window: "MainWindow") -> None:
    """Going somewhere, and what is done there."""
    add, go = commands.add, window.go
    add(_("New person"), ["Ctrl+N"], window.new_person, also=_("add, contact"), is_useful=True)
    window.beside.going_on.bind(commands)
    add(_("Go to Today"), keys_to(PlaceName.TODAY), partial(go, PlaceName.TODAY), is_useful=True)
    add(_("Go to People"), keys_to(PlaceName.PEOPLE), partial(go, PlaceName.PEOPLE), is_useful=True)
    organisations, also = (
        partial(go, PlaceName.ORGANISATIONS),
        _("clients, brands, agencies, media, companies"),
    )
    add(_("Organisations"), keys_to(PlaceName.ORGANISATIONS), organisations, also=also)
    add(_("New organisation"), [], window.new_organisation, also=_("add, client, brand"))
    agenda = partial(go, PlaceName.AGENDA)
    add(_("Go to the agenda"), keys_to(PlaceName.AGENDA), agenda, also=_("week, month"))
    also = _("columns, spreadsheet")
    add(_("People as a table, or as a list"), ["Ctrl+Shift+T"], window.turn_table, also=also)
    settings, also = partial(go, PlaceName.SETTINGS), _("preferences, options")
    add(_("Go to Settings"), ["Ctrl+,"], settings, also=also, is_useful=True)
    also = _("notifications, quiet")
    for title, how_long in silences().items():
        add(title, [], partial(window.beside.reminding.silence, how_long), also=also)
    add(_("Go to the trash"), [], partial(go, PlaceName.TRASH), also=_("deleted, put back"))
    add(
        _("Move to the trash"),
        [],
        window.shown.ask_for_trash,
        also=_("delete, remove, person, organisation"),
        can=lambda: window.shown.is_person or window.shown.is_organisation,
    )
    add(
        _("Merge with…"),
        [],
        window.shown.ask_for_merge,
        also=_("duplicate, twice, same person"),
        can=lambda: window.shown.is_person,
    )
    add(
        _("Bring together with…"),
        [],
        window.shown.ask_for_joining,
        also=_("merge, duplicate, same organisation"),
        can=lambda: window.shown.is_organisation,
    )


def bind_writing(commands: Commands, window: "MainWindow") -> None:
    """What is written about the person who is shown."""
    commands.add(
        _("Edit the record"),
        [],
        window.shown.edit_record,
        also=_("name, birthday, city, tags"),
        can=lambda: window.shown.is_person,
    )
    commands.add(
        _("Edit how they are reached"),
        [],
        window.shown.edit_reach,
        also=_("e-mail, phone, address, account"),
        can=lambda: window.shown.is_person,
    )
    commands.add(
        _("Find in the history"),
        ["Ctrl+F"],
        window.shown.find_in_history,
        also=_("words, text, note"),
        can=lambda: window.shown.is_person,
    )
    for title, field, also in (
        (_("Add a follow-up"), DraftField.FOLLOW_UP, _("plan, come back, remind")),
        (_("Add a promise"), DraftField.PROMISE, _("owe, owed")),
        (_("Add a preference"), DraftField.PREFERENCE, _("loves, refuses")),
    ):
        act = partial(window.shown.write, field)
        commands.add(title, [], act, also=also, can=lambda: window.shown.is_person)


def bind_ways(
    commands: Commands, window: "MainWindow", undoing: Undoing, travel: Travel
) -> tuple[QAction, QAction]:
    """Undo and redo, which are returned, and the ways back and forward."""
    add = commands.add
    undo = add(
        _("Undo"), ["Ctrl+Z"], undoing.undo, can=lambda: undoing.state.undo is not None, is_useful=True
    )
    redo = add(
        _("Redo"), ["Ctrl+Shift+Z", "Ctrl+Y"], undoing.redo, can=lambda: undoing.state.redo is not None
    )
    add(_("Back"), ["Alt+Left"], window.back, can=lambda: bool(travel.behind))
    add(_("Forward"), ["Alt+Right"], window.forward, can=lambda: bool(travel.ahead))
    return undo, redo


def bind_beginnings(commands: Commands, window: "MainWindow", *, is_sample: bool) -> None:
    """The other kind of desk, and the protection of the user's own."""
    add = commands.add
    if is_sample:
        add(_("Start my own desk"), [], window.own_asked.emit)
    else:
        add(_("Look around a sample desk"), [], window.sample_asked.emit)
        add(_("A new recovery code…"), [], window.dialogs.offer_recovery_code, also=_("protection"))
        add(_("Lock"), ["Ctrl+L"], window.lock_asked.emit, also=_("passphrase, leave"), is_useful=True)
    add(_("Read the page again"), ["F5"], window.read_again, also=_("refresh, reload"))
