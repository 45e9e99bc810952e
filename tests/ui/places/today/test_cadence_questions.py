"""How often to be in touch is asked on a quiet day, about one person at a time."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from relationdesk.domain.cadence import ANY_GAP_DAYS
from relationdesk.domain.card import Card
from relationdesk.domain.vocabulary import Action
from relationdesk.ui.places.today.place import TodayPlace
from relationdesk.work import follow_ups, people
from relationdesk.work.people.record import person_page
from relationdesk.work.today.queries import person_without_cadence

NAMES = ("Noor Benali", "Théo Bastide", "Léa Marchetti")


@pytest.fixture
def known(desk):
    return {name: people.commands.create_person(desk, Card(display_name=name)) for name in NAMES}


@pytest.fixture
def place(qtbot, tasks, clock, desk, known, until_idle):  # noqa: PLR0917 - fixtures
    made = TodayPlace(tasks, clock)
    qtbot.addWidget(made)
    made.resize(1084, 748)
    desk.listen(lambda _changes: None)
    made.said.connect(lambda _text: made.refresh(None))
    made.show()
    qtbot.waitActive(made)
    until_idle()
    made.show_again()
    return made


def card_in(place):
    return place.findChild(QWidget, "today.cadence")


def asked_about(place):
    row = card_in(place).row
    return row.name if row is not None and card_in(place).isVisible() else None


def cadence(desk, person):
    record = person_page(desk.reader, person, desk.today()).record
    return record.ideal_gap_days, record.longest_gap_days


def click(qtbot, place, name):
    qtbot.mouseClick(place.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def test_the_newest_is_asked_about_first_and_a_screen_reader_hears_it(place):
    assert asked_about(place) == "Léa Marchetti"
    spoken = QAccessible.queryAccessibleInterface(card_in(place)).text(QAccessible.Text.Name)
    assert spoken == "How often do you want to be in touch with Léa Marchetti?"


def test_a_key_answers_and_the_next_person_follows(qtbot, place, desk, known, until_idle):
    with qtbot.waitSignal(place.said) as said:
        qtbot.keyClick(place.window().focusWidget(), Qt.Key.Key_2)
    until_idle()

    assert said.args == ["In touch with Léa Marchetti every 4 weeks from now on"]
    assert cadence(desk, known["Léa Marchetti"]) == (28, 42)
    assert asked_about(place) == "Théo Bastide"
    assert card_in(place).isAncestorOf(place.window().focusWidget())


def test_what_does_not_matter_is_not_asked_again(qtbot, place, desk, known, until_idle):
    with qtbot.waitSignal(place.said):
        click(qtbot, place, "cadence.5")
    until_idle()

    assert cadence(desk, known["Léa Marchetti"]) == (None, ANY_GAP_DAYS)
    assert person_without_cadence(desk.reader).name == "Théo Bastide"


def test_an_answer_can_be_taken_back_and_the_question_returns(qtbot, place, desk, until_idle):
    with qtbot.waitSignal(place.said):
        click(qtbot, place, "cadence.1")
    until_idle()

    desk.undo()
    place.refresh(None)
    until_idle()

    assert asked_about(place) == "Léa Marchetti"


def test_later_goes_on_to_the_next_person_until_there_is_none(qtbot, place, until_idle):
    seen = []
    while (name := asked_about(place)) is not None:
        seen.append(name)
        qtbot.keyClick(card_in(place), Qt.Key.Key_6)
        until_idle()

    assert seen == ["Léa Marchetti", "Théo Bastide", "Noor Benali"]


def test_the_questions_rest_for_today_and_come_back_tomorrow(qtbot, place, clock, tasks, until_idle):
    click(qtbot, place, "cadence.rest")
    until_idle()
    assert asked_about(place) is None

    clock.moment = clock.now().replace(day=25)
    again = TodayPlace(tasks, clock)
    qtbot.addWidget(again)
    again.show()
    until_idle()
    assert asked_about(again) == "Léa Marchetti"


@pytest.fixture
def made_again(qtbot, tasks, clock, until_idle):
    """Today as another start, or another language, makes it."""

    def make():
        again = TodayPlace(tasks, clock)
        qtbot.addWidget(again)
        again.show()
        until_idle()
        return again

    return make


def test_later_holds_for_the_day_over_a_new_start(qtbot, place, clock, until_idle, made_again):
    qtbot.keyClick(card_in(place), Qt.Key.Key_6)
    until_idle()
    assert asked_about(made_again()) == "Théo Bastide"

    clock.moment = clock.now().replace(day=25)
    assert asked_about(made_again()) == "Léa Marchetti"


def test_the_questions_after_an_import_go_on_after_a_new_start(place, desk, known, until_idle, made_again):
    follow_ups.commands.set_follow_up(
        desk,
        person_id=known["Noor Benali"],
        action=Action.WRITE,
        reason="Ask for the portraits",
        due_on=date(2026, 11, 24),
    )
    place.begin_after_import()
    until_idle()

    assert asked_about(made_again()) == "Léa Marchetti"


def test_nothing_is_asked_while_something_is_due_unless_people_just_came_in(place, desk, known, until_idle):
    follow_ups.commands.set_follow_up(
        desk,
        person_id=known["Noor Benali"],
        action=Action.WRITE,
        reason="Ask for the portraits",
        due_on=date(2026, 11, 24),
    )
    place.refresh(None)
    until_idle()
    assert asked_about(place) is None

    place.begin_after_import()
    until_idle()

    assert asked_about(place) == "Léa Marchetti"


def test_the_free_day_is_not_told_beside_a_question(place):
    shown = [label.text() for label in place.findChildren(QLabel) if label.isVisible()]

    assert "A free day" not in shown
