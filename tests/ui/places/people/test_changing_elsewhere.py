"""What stands in a history and is changed elsewhere: E and a double click lead there, never nowhere."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from relationdesk.domain.mentions import Mention
from relationdesk.domain.noting import Happening
from relationdesk.domain.vocabulary import InteractionKind, PromiseSide
from relationdesk.ui.places.people.attached.row import FileName
from relationdesk.ui.places.people.partnerships.partnership_terms import PartnershipTerms
from relationdesk.ui.places.people.remembering.promise_form import PromiseForm
from relationdesk.work.attachments.commands import attach_files
from relationdesk.work.attachments.reading import NewFile
from relationdesk.work.follow_ups.commands import make_promise
from relationdesk.work.history.commands import note_happening
from relationdesk.work.history.queries import EntryKind
from relationdesk.work.partnerships.commands import add_partnership


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def open_history(place, lea, settled):
    def opened(**size):
        made = place(**size)
        made.open_person(lea)
        settled()
        return made.screen_of_person.history

    return opened


def press_e(qtbot, tab, kind):
    view = tab.timeline
    rows = range(view.rows.rowCount())
    row = next(row for row in rows if (entry := view.rows.entry_at(row)) and entry.kind is kind)
    view.setFocus()
    view.setCurrentIndex(view.rows.index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_E)
    return row


def within(kind):
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget


@pytest.mark.parametrize("width", [1085, 800])
def test_an_open_promise_is_changed_in_its_row_beside_the_history(qtbot, desk, lea, open_history, width):
    make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="The shoes")

    press_e(qtbot, open_history(width=width), EntryKind.PROMISE)

    qtbot.waitUntil(lambda: within(PromiseForm) is not None)


def test_a_partnership_is_changed_among_its_terms(qtbot, desk, lea, open_history):
    add_partnership(desk, person_id=lea, client="Olivade", title="Film")

    press_e(qtbot, open_history(), EntryKind.PARTNERSHIP)

    qtbot.waitUntil(lambda: within(PartnershipTerms) is not None)


def test_a_file_is_renamed_among_the_files(qtbot, desk, lea, open_history):
    for number in range(60):
        attach_files(desk, lea, [NewFile(f"{number}.txt", "text/plain", f"{number}".encode())])
    tab = open_history()

    tab.timeline.doubleClicked.emit(tab.timeline.rows.index(tab.timeline.rows.rowCount() - 1, 0))

    qtbot.waitUntil(lambda: within(FileName) is not None)
    assert within(FileName).text() == "0.txt"


def test_what_names_somebody_is_changed_where_it_was_noted(qtbot, desk, add, lea, open_history, settled):  # noqa: PLR0917
    noor = add("Noor Benali")
    note = note_happening(
        desk,
        Happening(
            kind=InteractionKind.NOTE,
            happened_on=desk.today(),
            text="Ask @Léa Marchetti",
            lines={noor: ""},
            mentions=(Mention(lea, "Léa Marchetti"),),
        ),
    )
    tab = open_history()

    with qtbot.waitSignal(tab.entry_asked) as asked:
        press_e(qtbot, tab, EntryKind.MENTION)

    assert asked.args == [noor, note]
    settled()


def test_the_button_of_an_opened_promise_leads_there_too(qtbot, desk, lea, open_history):
    make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="The shoes")
    view = open_history().timeline
    place = view.visualRect(view.rows.index(1, 0)).topLeft() + QPoint(120, 20)

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(view._widget.findChild(object, "timeline.edit"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: within(PromiseForm) is not None)
