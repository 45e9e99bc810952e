"""What the parts of the window say, and who listens; made anew with the parts in another language."""

from functools import partial
from typing import TYPE_CHECKING

from relationdesk.ui.shell.dialogs import Dialogs
from relationdesk.ui.shell.flows import Flows
from relationdesk.ui.shell.frame import Frame
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.rooms import Rooms
from relationdesk.ui.shell.search import SearchField
from relationdesk.ui.shell.undoing import Undoing

if TYPE_CHECKING:
    from relationdesk.ui.shell.window import MainWindow


def join_bar(frame: Frame, window: "MainWindow", undoing: Undoing) -> None:
    """The rail, the bar at the top and the line at the bottom."""
    bar = frame.bar
    frame.rail.place_chosen.connect(window.go)
    frame.line.undo_asked.connect(undoing.undo)
    bar.back.clicked.connect(window.back)
    bar.forward.clicked.connect(window.forward)
    bar.undo.clicked.connect(undoing.undo)
    bar.redo.clicked.connect(undoing.redo)


def join_search(search: SearchField, window: "MainWindow") -> None:
    """What is found, and the way out of the search."""
    search.person_chosen.connect(window.open_person)
    search.organisation_chosen.connect(window.open_organisation)
    search.left.connect(window.leave_search)


def join_rooms(rooms: Rooms, window: "MainWindow", frame: Frame, undoing: Undoing) -> None:
    """Going from one place to another, and what is said and chosen there."""
    rooms.made.connect(frame.add_place)
    rooms.counted.connect(frame.rail.show_count)
    rooms.person_asked.connect(window.open_person)
    rooms.terms_asked.connect(window.write)
    rooms.organisation_asked.connect(window.open_organisation)
    rooms.leaving.connect(window.remember_way)
    rooms.people_asked.connect(partial(window.go, PlaceName.PEOPLE))
    rooms.said.connect(undoing.say)
    rooms.language_chosen.connect(window.choose_language)
    rooms.look_chosen.connect(window.choose_look)
    rooms.settings_made.connect(window.settings_made)


def join_flows(rooms: Rooms, window: "MainWindow", flows: Flows, dialogs: Dialogs) -> None:
    """What takes several steps: people that come in, leave, or are merged, and a dossier that was written."""
    rooms.import_asked.connect(flows.import_people)
    rooms.export_asked.connect(flows.export_some)
    rooms.merge_asked.connect(flows.merge)
    rooms.merge_wanted.connect(flows.merge_with)
    rooms.details_asked.connect(dialogs.ask_my_details)
    rooms.dossier_written.connect(dialogs.look_at_letterhead)
    flows.imported.connect(rooms.today.begin_after_import)
    flows.merged.connect(window.open_person)


def join_beginnings(rooms: Rooms, window: "MainWindow", frame: Frame, dialogs: Dialogs) -> None:
    """What is asked of somebody new: the sample desk, their own, and the recovery code."""
    rooms.sample_asked.connect(window.sample_asked)
    rooms.new_person_asked.connect(window.new_person)
    frame.own_asked.connect(window.own_asked)
    dialogs.letterhead_wanted.connect(frame.offer_letterhead)
    frame.details_asked.connect(dialogs.ask_my_details)
    frame.rail.code_asked.connect(dialogs.offer_recovery_code)
    dialogs.code_tested.connect(frame.rail.forget_code)
