import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from shiboken6 import Shiboken

from relationdesk.domain.card import Card, HandleEntry
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import InteractionKind, Source
from relationdesk.ui.places.people.listing.list_model import FIRST, PAGE
from relationdesk.ui.places.people.place import PeoplePlace
from relationdesk.ui.widgets.person_row import PERSON_LINE
from relationdesk.work import history
from relationdesk.work.people.writing import CardWriter


def names_in(place):
    model = place.list.model
    lines = [model.index(row, 0).data(PERSON_LINE) for row in range(model.rowCount())]
    return [line.name if line else None for line in lines]


class Painted(QObject):
    """Counts how often what it watches is painted."""

    times = 0

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
        self.times += event.type() == QEvent.Type.Paint
        return False


def names_on_screen(place):
    return names_in(place)[: place.list.table.rows_on_screen()]


@pytest.fixture
def three(add):
    return [
        add("Léa Marchetti", topics=("trail running",), handles=(HandleEntry("Instagram", "lea.trails"),)),
        add("Noor Benali"),
        add("Théo Bastide"),
    ]


def test_typing_filters_the_list(qtbot, three, place, settled):
    shown = place()

    with qtbot.waitSignal(shown.filtered):
        qtbot.keyClicks(shown.list.filter, "lea")
    settled()

    assert names_in(shown) == ["Léa Marchetti"]
    assert shown.list._count.text() == "1 of 3 people"


def test_escape_in_the_filter_shows_everyone_again(qtbot, three, place, settled):
    shown = place()
    qtbot.keyClicks(shown.list.filter, "zzz")
    settled()
    assert names_in(shown) == []

    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Escape)
    settled()

    assert names_in(shown) == ["Léa Marchetti", "Noor Benali", "Théo Bastide"]
    assert shown.list._count.text() == "3 people"


def test_down_goes_from_the_filter_to_the_first_person_and_opens_them(qtbot, three, place, settled):
    shown = place()

    with qtbot.waitSignal(shown.person_opened) as opened:
        qtbot.keyClick(shown.list.filter, Qt.Key.Key_Down)
    qtbot.keyClick(shown.list.table, Qt.Key.Key_Down)
    settled()

    assert opened.args == [three[0]]
    assert shown.list.table.hasFocus()
    assert shown.screen_of_person.view.name == "Noor Benali"


def test_up_from_the_first_row_leads_back_to_the_filter(qtbot, three, place, settled):
    shown = place()
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Down)
    settled()

    qtbot.keyClick(shown.list.table, Qt.Key.Key_Up)

    assert shown.list.filter.hasFocus()


def test_letters_typed_in_the_list_filter_it(qtbot, three, place, settled):
    shown = place()
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Down)
    settled()

    qtbot.keyClicks(shown.list.table, "n")
    settled()

    assert shown.list.filter.text() == "n"
    assert names_in(shown) == ["Noor Benali"]


def test_enter_on_a_person_puts_the_cursor_into_their_note(qtbot, three, place, settled):
    shown = place()
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Down)
    settled()

    qtbot.keyClick(shown.list.table, Qt.Key.Key_Return)
    settled()

    assert shown.screen_of_person.history.note.text.hasFocus()


def test_tab_leaves_the_list(qtbot, three, place, settled):
    shown = place()
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Down)
    settled()

    qtbot.keyClick(shown.list.table, Qt.Key.Key_Tab)

    assert not shown.list.table.hasFocus()


def test_a_row_reads_as_a_sentence(tasks, desk, three, place, settled):
    history.commands.log_interaction(desk, people=[three[0]], kind=InteractionKind.CALL, text="Called")
    shown = place()
    settled()

    said = shown.list.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Léa Marchetti, trail running, last contact 24 November 2026"


def test_nobody_matching_offers_to_clear_the_filter(qtbot, three, place, settled):
    shown = place()
    qtbot.keyClicks(shown.list.filter, "nobody")
    settled()

    assert shown.list._pages.currentIndex() == 1


def test_a_long_list_reads_only_the_pages_that_are_seen(qtbot, desk, tasks, place, settled):
    with desk.change(Label.IMPORT) as session:
        writer = CardWriter(desk, session, region="FR", source=Source.IMPORTED)
        for number in range(10 * PAGE):
            writer.add(Card(display_name=f"Person {number:05}"))
        writer.write()
    shown = place()
    settled()
    assert len(shown.list.model._lines) <= 2 * PAGE

    bar = shown.list.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    shown.list.table.viewport().repaint()
    last = shown.list.model.index(10 * PAGE - 1, 0)
    qtbot.waitUntil(lambda: last.data(PERSON_LINE) is not None)
    settled()

    assert last.data(PERSON_LINE).name == "Person 01279"
    assert shown.list._count.text() == "1,280 people"


def test_what_was_read_stays_while_it_is_read_again(qtbot, three, place, settled):
    shown = place()
    shown.list.read()

    assert names_in(shown) == ["Léa Marchetti", "Noor Benali", "Théo Bastide"]
    settled()
    assert names_in(shown) == ["Léa Marchetti", "Noor Benali", "Théo Bastide"]


def test_the_place_is_found_again_as_it_was_left(qtbot, three, place, settled):
    first = place()
    qtbot.keyClicks(first.list.filter, "lea")
    first.open_person(three[0])
    settled()
    kept = first.state()

    second = place()
    second.restore(kept)
    settled()

    assert second.list.filter.text() == "lea"
    assert names_in(second) == ["Léa Marchetti"]
    assert second.screen_of_person.view.name == "Léa Marchetti"


def test_every_control_has_a_name_for_a_screen_reader(three, place, settled):
    shown = place()
    shown.open_person(three[0])
    settled()

    nameless = [
        widget
        for widget in shown.findChildren(type(shown.list).__mro__[1])
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        and widget.focusProxy() is None
    ]

    assert nameless == []


def test_a_click_on_the_person_who_is_open_leads_back_from_the_form(qtbot, three, place, settled):
    shown = place()
    shown.open_person(three[0])
    settled()
    shown.new_person()

    row = shown.list.table.visualRect(shown.list.model.index(0, 0)).center()
    qtbot.mouseClick(shown.list.table.viewport(), Qt.MouseButton.LeftButton, pos=row)
    settled()

    assert shown.screen_of_person.isVisible()


def test_in_a_narrow_window_arrows_walk_the_list_and_a_click_goes_in(qtbot, three, place, settled):
    shown = place(width=600, height=500)
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Down)
    settled()
    assert shown.list.isVisible()

    row = shown.list.table.visualRect(shown.list.model.index(1, 0)).center()
    qtbot.mouseClick(shown.list.table.viewport(), Qt.MouseButton.LeftButton, pos=row)
    settled()

    assert not shown.list.isVisible()
    assert shown.screen_of_person.view.name == "Noor Benali"


def test_somebody_opened_from_elsewhere_is_in_view_and_the_cursor_in_their_note(qtbot, desk, place, settled):
    with desk.change(Label.IMPORT) as session:
        writer = CardWriter(desk, session, region="FR", source=Source.IMPORTED)
        ids = [writer.add(Card(display_name=f"Person {number:05}")) for number in range(PAGE)]
        writer.write()
    shown = place()
    shown.list.filter.setFocus()

    shown.open_person(ids[70])
    assert not shown.list.filter.hasFocus()
    settled()

    table = shown.list.table
    top = table.rowViewportPosition(70)
    middle = (table.viewport().height() - table.rowHeight(70)) / 2
    assert abs(top - middle) <= 1
    assert shown.screen_of_person.history.note.text.hasFocus()


def test_somebody_opened_before_the_list_is_read_comes_into_view_with_it(qtbot, desk, tasks, clock, settled):
    with desk.change(Label.IMPORT) as session:
        writer = CardWriter(desk, session, region="FR", source=Source.IMPORTED)
        ids = [writer.add(Card(display_name=f"Person {number:05}")) for number in range(PAGE)]
        writer.write()
    shown = PeoplePlace(tasks, clock)
    shown.resize(1085, 748)
    shown.show()

    shown.open_person(ids[70])
    settled()

    assert 0 < shown.list.table.rowViewportPosition(70) < shown.list.table.viewport().height()
    Shiboken.delete(shown)


@pytest.fixture
def many(desk):
    with desk.change(Label.IMPORT) as session:
        writer = CardWriter(desk, session, region="FR", source=Source.IMPORTED)
        for number in range(5_100):
            writer.add(Card(display_name=f"{('Léa', 'Noor', 'Marc')[number % 3]} {number:05}"))
        writer.write()


def test_among_many_the_first_who_match_show_at_once_and_everyone_after_a_pause(qtbot, many, place, settled):
    shown = place()
    assert shown.list.model.rowCount() == 5_100

    with qtbot.waitSignal(shown.filtered):
        qtbot.keyClicks(shown.list.filter, "no")
    first = names_on_screen(shown)

    assert shown.list.model.rowCount() == FIRST
    assert first == [f"Noor {number:05}" for number in range(1, 3 * len(first), 3)]
    qtbot.waitUntil(lambda: shown.list.model.rowCount() == 1_700)
    settled()
    assert names_in(shown)[: len(first)] == first
    assert shown.list._count.text() == "1,700 of 5,100 people"


def test_of_the_first_who_match_those_below_the_screen_are_read_when_they_are_seen(
    qtbot, many, place, settled
):
    shown = place()
    with qtbot.waitSignal(shown.filtered):
        qtbot.keyClicks(shown.list.filter, "no")
    last = shown.list.model.index(FIRST - 1, 0)
    assert last.data(PERSON_LINE) is None

    with qtbot.waitSignal(shown.list.model.dataChanged):
        shown.list.table.scrollToBottom()

    assert shown.list.model.rowCount() == FIRST
    assert last.data(PERSON_LINE).name == f"Noor {3 * FIRST - 2:05}"


def test_an_answer_of_fewer_people_is_painted_once(qtbot, many, place, settled):
    shown = place()
    qtbot.waitUntil(lambda: shown.list.table.viewport().isVisible())
    settled()
    painted = Painted()
    shown.list.table.viewport().installEventFilter(painted)
    shown.list._seeking._pausing.setInterval(60_000)

    with qtbot.waitSignal(shown.filtered):
        qtbot.keyClicks(shown.list.filter, "n")
    qtbot.waitUntil(lambda: painted.times > 0)
    settled()

    assert painted.times == 1


def test_among_many_those_who_match_by_name_stand_there_before_others_are_looked_for(
    qtbot, many, add, place, settled
):
    named = add("Zoé Nordin")
    others = [add(f"Marc Autre {number}", topics=("nordic walking",)) for number in range(3)]
    shown = place()
    rows = []
    shown.list.model.modelReset.connect(lambda: rows.append(shown.list.model.rowCount()))

    with qtbot.waitSignal(shown.filtered):
        qtbot.keyClicks(shown.list.filter, "nord")

    assert rows[-2:] == [1, 4]
    assert [shown.list.model.person_at(row) for row in range(4)] == [named, *others]
    assert shown.list._count.text() == "4 of 5,104 people"


def test_among_many_those_shown_stay_until_it_is_certain_that_nobody_matches(qtbot, many, place, settled):
    shown = place()

    qtbot.keyClicks(shown.list.filter, "zzqq")
    settled()

    qtbot.waitUntil(lambda: shown.list._pages.currentIndex() == 1)
    assert shown.list.model.rowCount() == 0


def test_the_tab_and_the_width_of_the_list_are_found_again(three, place, settled):
    first = place()
    first.open_person(three[0])
    settled()
    first.screen_of_person.tabs.setCurrentIndex(2)
    first.division.setSizes([340, 745])
    kept, layout = first.state(), first.division.widths_kept()

    second = place()
    second.restore(kept)
    settled()
    assert second.screen_of_person.tabs.currentIndex() == 2
    assert second.division.sizes() == first.division.sizes()

    third = place()
    third.division.restore_widths(layout)
    assert third.division.sizes() == first.division.sizes()
