"""The filter with its conditions and suggestions, the orders of the list, and several people at once."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from relationdesk.domain.card import Card, HandleEntry
from relationdesk.domain.vocabulary import Action, InteractionKind, OwnKind
from relationdesk.ui.widgets.person_row import PERSON_LINE
from relationdesk.work.follow_ups.commands import set_follow_up
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person, set_cadence
from relationdesk.work.people.editing.own_fields import add_own_field, fill_own_field
from relationdesk.work.people.ordering import PeopleOrder
from relationdesk.work.views.queries import saved_views

DAY = date(2026, 11, 24)


def names_in(place):
    model = place.list.model
    return [model.index(row, 0).data(PERSON_LINE).name for row in range(model.rowCount())]


@pytest.fixture
def four(desk):
    """Éric is asked for first, Zoé was met last."""
    people = [
        create_person(desk, Card(display_name=name, topics=topics, handles=handles, city=city))
        for name, topics, handles, city in (
            ("Éric Vidal", ("trail running",), (HandleEntry("YouTube", "eric"),), "Lyon"),
            ("Eric Zola", ("food",), (HandleEntry("Instagram", "zola"),), "Annecy"),
            ("Zoé Arnaud", ("Écologie",), (), "Annecy"),
            ("Adam Oury", (), (), ""),
        )
    ]
    for person, days in ((people[0], 30), (people[2], 2)):
        log_interaction(
            desk,
            people=[person],
            kind=InteractionKind.CALL,
            text="Talked",
            happened_on=DAY - timedelta(days=days),
        )
    for person, days in ((people[1], 5), (people[0], -1)):
        set_follow_up(
            desk, person_id=person, action=Action.CALL, reason="call", due_on=DAY + timedelta(days=days)
        )
    return people


def typed(qtbot, place, text, settled):
    qtbot.keyClicks(place.list.filter, text)
    settled()


def test_conditions_filter_as_they_are_typed(qtbot, four, place, settled):
    shown = place()

    typed(qtbot, shown, "city:annecy -topic:food", settled)

    assert names_in(shown) == ["Zoé Arnaud"]
    assert shown.list._count.text() == "1 of 4 people"


def test_what_is_wrong_is_told_below_and_the_rest_filters(qtbot, four, place, settled):
    shown = place()

    typed(qtbot, shown, "colour:red city:lyon", settled)

    assert shown.list.bar.told.isVisible()
    assert shown.list.bar.told.text() == "There is no filter “colour:”, so it was left out."
    assert names_in(shown) == ["Éric Vidal"]
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Escape)
    settled()
    assert not shown.list.bar.told.isVisible()


def test_a_mistake_in_the_word_being_typed_is_told_after_a_pause(qtbot, four, place, settled):
    shown = place()

    typed(qtbot, shown, "kind:wizard", settled)

    assert not shown.list.bar.told.isVisible()
    qtbot.waitUntil(shown.list.bar.told.isVisible)


def test_an_operator_and_its_value_are_completed_by_keyboard(qtbot, four, place, settled):
    shown = place()
    listed = shown.list.bar.completion.list

    typed(qtbot, shown, "ci", settled)
    assert listed.choices == ["city:"]
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Tab)
    settled()
    assert shown.list.filter.text() == "city:"
    assert listed.choices == ["Annecy", "Lyon"]
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Down)
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Down)
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Return)
    settled()

    assert shown.list.filter.text() == "city:Lyon "
    assert not listed.is_open
    assert shown.list.filter.hasFocus()
    assert names_in(shown) == ["Éric Vidal"]


@pytest.fixture
def sizes(desk, four):
    """A shoe size for Éric Vidal and one for Eric Zola."""
    own = add_own_field(desk, name="Shoe size", kind=OwnKind.NUMBER)
    for person, value in zip(four, ("39", "41.5"), strict=False):
        fill_own_field(desk, person, own, value)


def test_a_field_of_the_users_is_completed_and_filters(qtbot, sizes, place, settled):
    shown = place()
    listed = shown.list.bar.completion.list

    typed(qtbot, shown, "sho", settled)
    assert listed.choices == ["shoe-size:"]
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Tab)
    settled()
    assert listed.choices == ["39", "41.5"]
    typed(qtbot, shown, ">39 ", settled)

    assert names_in(shown) == ["Eric Zola"]
    assert not shown.list.bar.told.isVisible()


def test_what_a_field_of_the_users_does_not_hold_is_told(qtbot, sizes, place, settled):
    shown = place()

    typed(qtbot, shown, "shoe-size:>red ", settled)

    assert shown.list.bar.told.text() == (
        "“shoe-size:” compares numbers, so “>red” was left out. Write 39, >38 or <=40.5."
    )
    assert shown.list.bar.told.isVisible()
    assert len(names_in(shown)) == 4


def test_a_value_is_completed_with_the_mouse(qtbot, four, place, settled):
    shown = place()
    typed(qtbot, shown, "topic:tr", settled)
    completion = shown.list.bar.completion.list

    assert completion.choices == ['"trail running"']
    listed = completion._list
    assert QAccessible.queryAccessibleInterface(listed).text(QAccessible.Text.Name) == "What it could become"
    qtbot.mouseClick(
        listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(listed.item(0)).center()
    )
    settled()

    assert shown.list.filter.text() == 'topic:"trail running" '


def test_escape_closes_the_suggestions_first_and_keeps_the_text(qtbot, four, place, settled):
    shown = place()
    typed(qtbot, shown, "owes:", settled)
    assert shown.list.bar.completion.list.choices == ["me", "them"]

    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Escape)

    assert shown.list.filter.text() == "owes:"
    assert not shown.list.bar.completion.list.is_open
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Escape)
    assert shown.list.filter.text() == ""


@pytest.mark.parametrize(
    ("by", "order"),
    [
        (PeopleOrder.TOPIC, "Zoé Arnaud, Eric Zola, Éric Vidal, Adam Oury"),
        (PeopleOrder.PLATFORM, "Eric Zola, Éric Vidal, Adam Oury, Zoé Arnaud"),
        (PeopleOrder.LAST_CONTACT, "Zoé Arnaud, Éric Vidal, Adam Oury, Eric Zola"),
        (PeopleOrder.NEXT_STEP, "Éric Vidal, Eric Zola, Adam Oury, Zoé Arnaud"),
    ],
)
def test_the_list_is_ordered_by_what_is_shown(four, place, settled, by, order):
    shown = place()

    shown.list.bar.order.choose(by)
    settled()
    assert ", ".join(names_in(shown)) == order

    shown.list.bar.order.choose(by)
    settled()
    known = order.split(", ")
    count = 3 if by is PeopleOrder.TOPIC else 2
    assert names_in(shown) == known[:count][::-1] + known[count:]


def test_by_city_those_of_one_stay_in_the_order_of_their_names(four, place, settled):
    shown = place()

    shown.list.bar.order.choose(PeopleOrder.CITY)
    settled()
    assert names_in(shown) == ["Eric Zola", "Zoé Arnaud", "Éric Vidal", "Adam Oury"]

    shown.list.bar.order.choose(PeopleOrder.CITY)
    settled()
    assert names_in(shown) == ["Éric Vidal", "Eric Zola", "Zoé Arnaud", "Adam Oury"]


def test_whoever_is_longest_past_the_rhythm_comes_first(desk, four, place, settled):
    vidal, zola, arnaud, _oury = four
    for person, longest in ((vidal, 14), (zola, 300), (arnaud, 14)):
        set_cadence(desk, person, ideal_days=7, longest_days=longest)
    shown = place()

    shown.list.bar.order.choose(PeopleOrder.IN_TOUCH)
    settled()

    assert names_in(shown) == ["Eric Zola", "Éric Vidal", "Zoé Arnaud", "Adam Oury"]


def test_the_order_is_chosen_by_keyboard_and_said(qtbot, four, place, settled):
    shown = place()
    button = shown.list.bar.order
    button.setFocus()

    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(button._orders.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(button._orders, key)
    settled()

    assert button.accessibleName() == "Ordered by: Topic"
    assert names_in(shown)[0] == "Zoé Arnaud"


def test_accents_decide_only_between_names_that_are_else_alike(four, place):
    assert names_in(place()) == ["Adam Oury", "Éric Vidal", "Eric Zola", "Zoé Arnaud"]


def test_a_filter_is_kept_as_a_view(qtbot, four, place, settled, desk):
    shown = place()
    bar = shown.list.bar
    assert not bar.keep.isVisible()
    typed(qtbot, shown, "city:annecy ", settled)

    qtbot.mouseClick(bar.keep, Qt.MouseButton.LeftButton)
    assert bar.name.hasFocus()
    with qtbot.waitSignal(shown.said) as said:
        qtbot.keyClicks(bar.name, "Around Annecy")
        qtbot.keyClick(bar.name, Qt.Key.Key_Return)

    assert said.args == ["The view “Around Annecy” is kept below the places"]
    assert [(view.name, view.typed) for view in saved_views(desk.reader)] == [
        ("Around Annecy", "city:annecy")
    ]
    assert not bar.name.isVisible()
    assert shown.list.filter.hasFocus()


def chosen(qtbot, shown, settled):
    """The first two of the list, with Shift."""
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Down)
    qtbot.keyClick(shown.list.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settled()
    return shown.list.several


def test_several_are_tagged_in_one_change_and_stay_chosen(qtbot, four, place, settled, desk):
    shown = place()
    bar = chosen(qtbot, shown, settled)
    assert bar.isVisible()
    assert list(bar.people) == [four[3], four[0]]

    bar.ask_tag(gives=True)
    with qtbot.waitSignal(shown.said):
        qtbot.keyClicks(bar.name, "Trail")
        qtbot.keyClick(bar.name, Qt.Key.Key_Return)
    shown.refresh(None)
    settled()

    assert desk.reader.number("SELECT count(*) FROM person_tag") == 2
    assert list(bar.people) == [four[3], four[0]]
    desk.undo()
    assert desk.reader.number("SELECT count(*) FROM person_tag") == 0


def test_several_go_to_the_archive_and_come_back(qtbot, four, place, settled):
    shown = place()
    bar = chosen(qtbot, shown, settled)
    with qtbot.waitSignal(shown.said):
        bar.archive.click()
    shown.refresh(None)
    settled()
    assert names_in(shown) == ["Eric Zola", "Zoé Arnaud"]
    assert not bar.isVisible()

    shown.list.show_filter("is:archived")
    settled()
    assert names_in(shown) == ["Adam Oury", "Éric Vidal"]
    qtbot.keyClick(shown.list.filter, Qt.Key.Key_Down)
    qtbot.keyClick(shown.list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert bar.archive.text() == "Out of the archive"
    with qtbot.waitSignal(shown.said):
        bar.archive.click()
    shown.list.clear_filter()
    settled()
    assert len(names_in(shown)) == 4


def test_delete_moves_all_that_are_chosen_to_the_trash(qtbot, four, place, settled, desk):
    shown = place()
    chosen(qtbot, shown, settled)

    with qtbot.waitSignal(shown.said) as said:
        qtbot.keyClick(shown.list.table, Qt.Key.Key_Delete)

    assert said.args == ["2 people are in the trash"]
    assert desk.reader.number("SELECT count(*) FROM person WHERE trashed_at IS NOT NULL") == 2
    desk.undo()
    assert desk.reader.number("SELECT count(*) FROM person WHERE trashed_at IS NOT NULL") == 0


def test_several_are_never_written_to(qtbot, four, place, settled):
    shown = place()
    bar = chosen(qtbot, shown, settled)

    assert {button.text() for button in (bar.tag, bar.archive, bar.export, bar.trash)} == {
        "Tag", "Archive", "Export", "Move to the trash",
    }  # fmt: skip
    with qtbot.waitSignal(shown.export_asked) as asked:
        bar.export.click()
    assert asked.args == [[four[3], four[0]]]
