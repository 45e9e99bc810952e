"""What a person is called, and how they are addressed, changed in place on the record."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from relationdesk.domain.drafts import Draft, of_record
from relationdesk.domain.vocabulary import FormOfAddress
from relationdesk.ui.places.people.record.tab import RecordTab
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work.people.queries import people_named
from relationdesk.work.people.record import person_page


@pytest.fixture
def lea(add):
    return add("Léa Marchetti", given_name="Léa", pronouns="she")


@pytest.fixture
def screen(qtbot, place, lea, settled):
    made = place()
    made.open_person(lea)
    settled()
    shown = made.screen_of_person
    shown.edit_record()
    settled()
    return shown


@pytest.fixture
def known(desk, lea):
    return lambda: person_page(desk.reader, lea, desk.today()).record


def field(screen, name):
    return screen.record.page.findChild(QLineEdit, f"record.{name}")


def line_of(screen, name):
    return next(
        line for line in screen.record.page.findChildren(ValueLine) if line.field is field(screen, name)
    )


def choice(screen, name):
    return screen.record.page.findChild(ChoiceField, f"record.{name}")


def write(qtbot, one, text):
    one.setFocus()
    one.selectAll()
    qtbot.keyClicks(one, text)
    qtbot.keyClick(one, Qt.Key.Key_Return)


def test_the_record_opens_in_its_first_field(screen):
    assert isinstance(screen.record.page, RecordTab)
    assert QApplication.focusWidget() is field(screen, "display_name")
    assert field(screen, "given_name").text() == "Léa"
    assert field(screen, "family_name").placeholderText() == "Add the family name"


@pytest.mark.parametrize("name", ["given_name", "family_name", "phonetic_name", "pronouns"])
def test_a_text_is_kept_by_enter_and_undone_in_one_step(qtbot, desk, screen, known, settled, name):  # noqa: PLR0917
    before = getattr(known(), name)
    with qtbot.waitSignal(screen.said) as said:
        write(qtbot, field(screen, name), "Anouk")
    settled()

    assert getattr(known(), name) == "Anouk"
    assert said.args[0].startswith("Kept: ")
    desk.undo()
    settled()
    assert getattr(known(), name) == before
    assert field(screen, name).text() == before


def test_a_text_is_kept_when_its_field_is_left(qtbot, screen, known, settled):
    field(screen, "family_name").setFocus()
    qtbot.keyClicks(field(screen, "family_name"), "Marchetti")
    field(screen, "pronouns").setFocus()
    settled()

    assert known().family_name == "Marchetti"


def test_a_new_name_is_found_and_shown_at_the_head(qtbot, desk, screen, settled):
    write(qtbot, field(screen, "display_name"), "Zoe Bellini")
    settled()

    assert screen.view.name == "Zoe Bellini"
    assert [line.id for line in people_named(desk.reader, "Zoe Bellini")] == [screen.view.id]
    assert screen.header.accessibleName() == "Zoe Bellini"


def test_an_empty_name_is_refused_with_a_sentence_and_comes_back(qtbot, screen, known, settled):
    one = field(screen, "display_name")
    one.setFocus()
    one.clear()
    qtbot.keyClick(one, Qt.Key.Key_Return)
    settled()

    assert known().name == one.text() == "Léa Marchetti"
    assert "stays as it was" in line_of(screen, "display_name").told
    assert one.accessibleDescription() == line_of(screen, "display_name").told
    qtbot.keyClicks(one, "!")
    assert not line_of(screen, "display_name").told


def test_the_sentence_about_a_name_that_came_back_goes_by_itself(qtbot, screen, settled):
    one, line = field(screen, "display_name"), line_of(screen, "display_name")
    one.setFocus()
    one.clear()
    write(qtbot, field(screen, "family_name"), "Marchetti")
    settled()

    assert "stays as it was" in line.told
    with qtbot.waitSignal(line._fading.timeout):
        line._fading.start(0)
    assert (line.told, one.accessibleDescription()) == ("", "")


def test_escape_puts_back_what_was_and_stays_on_the_record(qtbot, screen, known, settled):
    one = field(screen, "given_name")
    one.setFocus()
    one.selectAll()
    qtbot.keyClicks(one, "Wrong")
    qtbot.keyClick(one, Qt.Key.Key_Escape)
    settled()

    assert one.text() == known().given_name == "Léa"
    assert one.hasFocus()


def test_what_is_typed_is_not_taken_from_under_the_cursor(qtbot, desk, screen, known, lea, settled):  # noqa: PLR0917
    one = field(screen, "given_name")
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_End)
    qtbot.keyClicks(one, " Anouk")
    choice(screen, "form_of_address").chosen.emit(FormOfAddress.TU)
    settled()

    assert known().form_of_address is FormOfAddress.TU
    assert one.text() == "Léa Anouk"
    assert drafts_of(screen._tasks).draft(of_record(lea, "record.given_name")).text == "Léa Anouk"


def test_what_is_typed_is_kept_about_whom_it_was_typed(qtbot, place, add, screen, known, settled):  # noqa: PLR0917
    noor = add("Noor Benali")
    field(screen, "family_name").setFocus()
    qtbot.keyClicks(field(screen, "family_name"), "Marchetti")
    screen.person_asked.emit(noor)
    settled()

    assert screen.view.name == "Noor Benali"
    assert known().family_name == "Marchetti"


def test_what_is_typed_is_kept_when_one_goes_back_to_somebody_else(qtbot, add, screen, known, settled):
    """The cursor stays where it is then."""
    noor = add("Noor Benali")
    field(screen, "family_name").setFocus()
    qtbot.keyClicks(field(screen, "family_name"), "Marchetti")
    place = screen.window()
    place.restore(replace(place.state(), person=noor))
    settled()

    assert screen.view.name == "Noor Benali"
    assert known().family_name == "Marchetti"
    assert not field(screen, "family_name").text()


def test_a_text_that_is_kept_by_enter_and_left_at_once_is_kept_once(qtbot, screen, settled):
    said = []
    screen.said.connect(said.append)
    write(qtbot, field(screen, "family_name"), "Marchetti ")
    field(screen, "pronouns").setFocus()
    settled()

    assert said == ["Kept: Family name"]
    assert field(screen, "family_name").text() == "Marchetti"


@pytest.mark.parametrize(
    ("name", "value"), [("form_of_address", FormOfAddress.TU), ("addressed_by_title", True)]
)
def test_how_to_address_somebody_is_chosen_and_undone(qtbot, desk, screen, known, settled, name, value):  # noqa: PLR0917
    before = getattr(known(), name)
    one = choice(screen, name)
    one.setFocus()
    while one.value != value:
        qtbot.keyClick(one, Qt.Key.Key_Down)
    settled()

    assert getattr(known(), name) == value
    desk.undo()
    settled()
    assert getattr(known(), name) == one.value == before


def test_a_text_that_was_left_goes_on_in_its_field(screen, lea, settled):
    key = of_record(lea, "record.family_name")
    drafts_of(screen._tasks).put(Draft(key, "March"))
    screen.tabs.setCurrentIndex(0)
    screen.write(key)
    settled()

    assert QApplication.focusWidget() is field(screen, "family_name")
    assert field(screen, "family_name").text() == "March"


def test_a_text_whose_field_is_gone_goes_on_as_a_note(screen, lea, settled):
    key = of_record(lea, "record.of_somebody_else")
    drafts_of(screen._tasks).put(Draft(key, "March"))
    screen.write(key)
    settled()

    assert QApplication.focusWidget() is screen.history.note.text
    assert screen.history.note.text.toPlainText() == "March"


@pytest.mark.parametrize("name", ["form_of_address", "addressed_by_title"])
def test_the_wheel_over_a_choice_is_left_to_the_page_and_changes_nothing(screen, known, settled, name):
    before = known()
    one = choice(screen, name)
    one.setFocus()
    middle = QPointF(one.rect().center())
    turned = QWheelEvent(
        middle,
        one.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's
    )
    QApplication.sendEvent(one, turned)
    settled()

    assert known() == before
    assert not turned.isAccepted()
