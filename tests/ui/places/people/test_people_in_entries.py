from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTextEdit

from relationdesk.domain.labels import Label
from relationdesk.domain.mentions import Mention
from relationdesk.domain.noting import Happening
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.ui.places.people.entries.correction_menu import CorrectionMenu
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.history.commands import note_happening
from relationdesk.work.history.queries import timeline
from relationdesk.work.people.commands import trash_person

DAY = date(2026, 11, 12)


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def noor(add):
    return add("Noor Benali")


@pytest.fixture
def remi(add):
    return add("Rémi Kowalski")


@pytest.fixture
def breakfast(desk, lea, noor, remi):
    """Léa and Noor had breakfast, and spoke of Rémi."""
    return note_happening(
        desk,
        Happening(
            kind=InteractionKind.MEETING,
            happened_on=DAY,
            text="Ask @Rémi Kowalski about the film",
            lines={lea: "hers alone", noor: ""},
            mentions=(Mention(remi, "Rémi Kowalski"),),
        ),
    )


@pytest.fixture
def history_of(place, settled):
    shown = place()

    def opened(person):
        shown.open_person(person)
        settled()
        return shown.screen_of_person.history

    return opened


def entry_row(tab):
    return next(row for row in range(tab.timeline.rows.rowCount()) if tab.timeline.rows.entry_at(row))


def names_in(tab):
    return [link.text() for link in tab.timeline.findChildren(TextLink, "timeline.person")]


def test_an_entry_says_who_else_took_part_and_keeps_each_line_to_its_history(
    history_of, breakfast, lea, noor
):
    def told(person):
        tab = history_of(person)
        shown = tab.timeline.rows.shown_at(entry_row(tab))
        return shown.company, shown.text

    assert told(lea) == ("With Noor Benali", "Ask **Rémi Kowalski** about the film\nOnly here: hers alone")
    assert told(noor) == ("With Léa Marchetti", "Ask **Rémi Kowalski** about the film")


def test_the_names_in_an_opened_entry_lead_to_the_people(qtbot, history_of, breakfast, lea, noor):
    tab = history_of(lea)
    tab.timeline.toggle(entry_row(tab))
    assert names_in(tab) == ["Noor Benali", "Rémi Kowalski"]

    link = tab.timeline.findChildren(TextLink, "timeline.person")[0]
    with qtbot.waitSignal(tab.person_asked) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    assert asked.args == [noor]


def test_whoever_is_in_the_trash_is_named_and_leads_nowhere(desk, history_of, breakfast, lea, noor):
    trash_person(desk, noor)

    tab = history_of(lea)
    tab.timeline.toggle(entry_row(tab))

    assert names_in(tab) == ["Rémi Kowalski"]
    assert tab.timeline.rows.shown_at(entry_row(tab)).company == "With Noor Benali"


def test_a_mention_stands_in_the_history_of_whom_it_names_and_leads_to_the_note(
    qtbot, history_of, breakfast, remi, settled
):
    tab = history_of(remi)
    row = entry_row(tab)
    assert tab.timeline.rows.shown_at(row).title == "Mentioned in a note about Léa Marchetti, Noor Benali"

    tab.timeline.setFocus()
    tab.timeline.setCurrentIndex(tab.timeline.rows.index(row, 0))
    qtbot.keyClick(tab.timeline, Qt.Key.Key_Return)
    settled()

    opened = tab.timeline.findChild(QTextEdit, "timeline.opened")
    assert opened.toPlainText() == "Ask Rémi Kowalski about the film\nOnly here: hers alone"


def test_an_entry_is_removed_from_the_menu_in_one_step(qtbot, desk, history_of, breakfast, lea):
    tab = history_of(lea)
    tab.timeline.menu_asked.emit(tab.timeline.rows.entry_at(entry_row(tab)), QPoint(0, 0))
    menu = tab.timeline.findChild(CorrectionMenu, "timeline.correction")
    remove = next(one for one in menu.findChildren(QAction) if one.text() == "Remove from the history")

    with qtbot.waitSignal(tab.said) as said:
        remove.trigger()
    menu.close()

    assert said.args == ["Removed from the history"]
    assert timeline(desk.reader, lea) == []
    assert desk.undo_state().undo is Label.REMOVE_INTERACTION
    desk.undo()
    assert [entry.id for entry in timeline(desk.reader, lea)] == [breakfast]
