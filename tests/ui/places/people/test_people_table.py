"""The list of people as a table: columns that sort, come and go, and stay as they were."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton

from relationdesk.domain.card import HandleEntry
from relationdesk.domain.vocabulary import Action, InteractionKind
from relationdesk.language.words import Language, use_language
from relationdesk.ui.places.people.listing.columns import CELL, WIDTHS
from relationdesk.work.follow_ups.commands import set_follow_up
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import set_cadence
from relationdesk.work.people.ordering import PeopleOrder

DAY = date(2026, 11, 24)


@pytest.fixture(params=list(Language))
def language(request):
    use_language(request.param)
    yield request.param
    use_language(Language.ENGLISH)


@pytest.fixture
def three(desk, add):
    """Éric grows distant and is late, Erica was met today, and of Zoé little is known."""
    eric = add(
        "Éric Vidal", topics=("trail running",), handles=(HandleEntry("YouTube", "eric"),), city="Lyon"
    )
    erica, zoe = add("Erica Zola", city="Annecy"), add("Zoé Arnaud")
    for person, days in ((eric, 30), (erica, 0)):
        log_interaction(
            desk,
            people=[person],
            kind=InteractionKind.CALL,
            text="Talked",
            happened_on=DAY - timedelta(days=days),
        )
        set_cadence(desk, person, ideal_days=7, longest_days=14)
    set_follow_up(desk, person_id=eric, action=Action.CALL, reason="call", due_on=DAY - timedelta(days=3))
    return eric, erica, zoe


@pytest.fixture
def table(place, settled):
    def shown(width=1085):
        made = place(width)
        made.show_as_table(is_table=True)
        settled()
        return made

    return shown


def column(place, by):
    model, at = place.list.model, place.list.table.shown.index(by)
    return [model.index(row, at).data(CELL).text for row in range(model.rowCount())]


def click_head(qtbot, place, by):
    heads = place.list.table.heads
    at = place.list.table.shown.index(by)
    corner = QPoint(heads.sectionViewportPosition(at) + 20, heads.height() // 2)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=corner)


def test_every_column_tells_of_each_person(three, table):
    shown = table()

    told = {by: column(shown, by) for by in PeopleOrder}

    assert told == {
        PeopleOrder.NAME: ["Éric Vidal", "Erica Zola", "Zoé Arnaud"],
        PeopleOrder.TOPIC: ["Trail running", "", ""],
        PeopleOrder.PLATFORM: ["YouTube", "", ""],
        PeopleOrder.CITY: ["Lyon", "Annecy", ""],
        PeopleOrder.LAST_CONTACT: ["25 Oct", "24 Nov", ""],
        PeopleOrder.NEXT_STEP: ["21 Nov", "", ""],
        PeopleOrder.IN_TOUCH: ["Growing distant", "Until 9 Dec", ""],
    }


def test_a_click_on_a_head_orders_by_it_and_another_one_turns_it_round(qtbot, three, table, settled):
    shown = table()

    click_head(qtbot, shown, PeopleOrder.CITY)
    settled()
    assert column(shown, PeopleOrder.CITY) == ["Annecy", "Lyon", ""]
    assert shown.list.bar.order.order.by is PeopleOrder.CITY

    click_head(qtbot, shown, PeopleOrder.CITY)
    settled()
    assert column(shown, PeopleOrder.CITY) == ["Lyon", "Annecy", ""]


def test_names_stand_in_order_whatever_their_accents(language, add, table, place, settled):
    for name in ("Zoé", "Eric Bron", "Éric Aubin", "eric Costa", "Émile", "Œuvray", "Odile"):
        add(name)
    use_language(language)

    names = column(table(), PeopleOrder.NAME)

    assert names == ["Émile", "Éric Aubin", "Eric Bron", "eric Costa", "Odile", "Œuvray", "Zoé"]


def test_a_table_has_the_place_to_itself_until_somebody_is_opened(qtbot, three, table, settled):
    shown = table()
    assert not shown._right.isVisible()

    qtbot.mouseClick(
        shown.list.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=shown.list.table.visualRect(shown.list.model.index(1, 2)).center(),
    )
    settled()
    assert shown.person is None

    qtbot.keyClick(shown.list.table, Qt.Key.Key_Return)
    settled()
    assert shown.person == three[1]
    assert shown._right.isVisible()
    assert not shown.list.table.is_table

    qtbot.keyClick(shown.screen_of_person.history.note.text, Qt.Key.Key_Escape)
    settled()
    assert shown.list.table.is_table
    assert shown.list.table.currentIndex().row() == 1


def test_a_double_click_opens_somebody(qtbot, three, table, settled):
    shown = table()

    qtbot.mouseDClick(
        shown.list.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=shown.list.table.visualRect(shown.list.model.index(2, 0)).center(),
    )
    settled()

    assert shown.person == three[2]


def test_columns_come_and_go_and_are_there_at_the_next_start(qtbot, three, table, place, settled):
    first = table()
    actions = {action.text(): action for action in first.list.table.columns_menu().actions()}
    actions["Platform"].trigger()
    first.list.table.heads.resizeSection(1, 201)

    second = place()
    second.division.restore_table(first.division.table_kept())
    second.fit()
    settled()

    assert second.list.table.is_table
    assert PeopleOrder.PLATFORM not in second.list.table.shown
    assert second.list.table.heads.sectionSize(1) == 201
    assert second.list.model.columnCount() == len(WIDTHS) - 1


def test_what_was_kept_of_the_columns_may_be_anything(three, place):
    shown = place()

    for kept in (b"", b"{", b"[]", b'{"columns": 3}', b'{"columns": [["city", "wide", 1], ["x", 1, 1], 4]}'):
        shown.division.restore_table(QByteArray(kept))

    assert not shown.list.table.is_table
    assert shown.list.table.shown == tuple(WIDTHS)


def test_a_narrow_place_has_lines_instead_of_columns(three, table):
    shown = table(width=600)

    assert not shown.list.table.is_table
    assert not shown.list.bar.shape.isVisible()


def test_those_who_are_chosen_stay_so_as_a_table_and_as_a_list(three, place, settled):
    shown = place()
    shown.list.table.choose_several([0, 2])

    shown.show_as_table(is_table=True)
    assert shown.list.table.chosen_rows() == [0, 2]
    chosen = shown.list.table.selectionModel()
    assert all(chosen.isSelected(shown.list.model.index(0, at)) for at in range(len(WIDTHS)))

    shown.show_as_table(is_table=False)
    assert shown.list.table.chosen_rows() == [0, 2]


def test_whoever_follows_somebody_who_is_thrown_away_is_chosen(qtbot, three, table, settled):
    shown = table()
    shown.list.table.setFocus()
    shown.list.table.choose(0)

    qtbot.keyClick(shown.list.table, Qt.Key.Key_Delete)
    settled()

    assert column(shown, PeopleOrder.NAME) == ["Erica Zola", "Zoé Arnaud"]
    assert shown.list.table.currentIndex().row() == 0


def test_a_cell_is_told_to_a_screen_reader_with_its_column(three, table):
    shown = table()
    at = shown.list.table.shown.index(PeopleOrder.LAST_CONTACT)

    index = shown.list.model.index(0, at)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Last contact: 25 October 2026"
    assert (
        QAccessible.queryAccessibleInterface(shown.list.bar.columns).text(QAccessible.Text.Name) == "Columns"
    )


def test_a_table_whose_people_are_all_in_the_archive_says_so_and_leads_there(three, table, settled):
    shown = table()
    shown.open_person(three[0])
    settled()
    shown.show_as_table(is_table=True)
    shown.list.table.choose_several([0, 1, 2])
    said = []
    shown.said.connect(said.append)

    shown.list.several.archive.click()
    settled()
    shown.refresh(None)
    settled()

    assert said == ["3 people are in the archive; the filter is:archived shows it"]
    told = {label.text() for label in shown.list.findChildren(QLabel) if label.isVisible()}
    assert {"Nobody in the list", "3 people are in the archive."} <= told
    buttons = [one for one in shown.list.findChildren(QPushButton) if one.isVisible()]
    next(one for one in buttons if one.text() == "Show the archive").click()
    settled()
    assert column(shown, PeopleOrder.NAME) == ["Éric Vidal", "Erica Zola", "Zoé Arnaud"]
