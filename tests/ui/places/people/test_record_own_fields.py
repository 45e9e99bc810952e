"""The fields that the user adds to every record, on the record."""

import pytest
from PySide6.QtCore import Qt

from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import Audience, OwnKind
from relationdesk.ui.places.people.person_view import person_view
from relationdesk.ui.places.people.record.own_fields import OwnFieldsCard
from relationdesk.work.people.editing.own_fields import add_own_field, fill_own_field
from relationdesk.work.people.own_fields import own_fields_of


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def shown(place, settled):
    """Open somebody's record, and give the place and its card."""

    def opened(person):
        made = place()
        made.open_person(person)
        settled()
        made.screen_of_person.edit_record()
        settled()
        card = made.screen_of_person.record.page.card(OwnFieldsCard)
        settled()
        return made, card

    return opened


@pytest.fixture
def held(desk):
    def values(person):
        return [(one.field.name, [v.value for v in one.values]) for one in own_fields_of(desk.reader, person)]

    return values


def typed(qtbot, row, text):
    field = row.line.field
    field.setFocus()
    field.selectAll()
    if text:
        qtbot.keyClicks(field, text)
    else:
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def actions(row):
    return {action.text(): action for action in row.menu().actions()}


def test_asking_for_a_field_shows_no_window(lea, shown, settled, windows_shown):
    _place, card = shown(lea)

    with windows_shown() as seen:
        card.add.click()
        settled()

    assert card.form.isVisible()
    assert seen == []


def test_a_field_is_added_and_filled_in(qtbot, lea, shown, held, settled):
    _place, card = shown(lea)
    qtbot.mouseClick(card.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.form.name, "Shoe size")
    card.form.kind.show_value(OwnKind.NUMBER)
    qtbot.keyClick(card.form.name, Qt.Key.Key_Return)
    settled()
    assert held(lea) == [("Shoe size", [])]

    (row,) = card.shown
    assert row.eye.target is None
    typed(qtbot, row, "1250")
    settled()
    assert held(lea) == [("Shoe size", ["1250"])]
    assert row.line.text == "1,250"

    typed(qtbot, row, "39 or so")
    settled()
    assert held(lea) == [("Shoe size", ["39 or so"])]
    assert "Kept as you wrote it" in row.line.told

    typed(qtbot, row, "")
    settled()
    assert held(lea) == [("Shoe size", [])]
    assert row.line.told == ""


def test_a_value_is_shared_by_its_mark_and_undo_takes_it_back(qtbot, desk, lea, shown, settled):
    size = add_own_field(desk, name="Shoe size", kind=OwnKind.NUMBER)
    fill_own_field(desk, lea, size, "39")
    _place, card = shown(lea)
    (row,) = card.shown

    row.line.setFocus()
    qtbot.mouseClick(row.eye.mark, Qt.MouseButton.LeftButton)
    settled()

    (filled,) = own_fields_of(desk.reader, lea)
    assert filled.values[0].audience is Audience.SHARED
    assert "may be shared" in row.eye.mark.accessibleName()
    desk.undo()
    settled()
    assert row.eye.mark.audience is Audience.ONLY_ME


def test_fields_are_renamed_moved_and_removed_with_a_word_on_how_many_hold_something(
    qtbot, desk, *, add, lea, shown, held, settled
):
    size = add_own_field(desk, name="Shoe size", kind=OwnKind.NUMBER)
    add_own_field(desk, name="Agency", kind=OwnKind.TEXT)
    for person in (lea, add("Noor Benali")):
        fill_own_field(desk, person, size, "39")
    place, card = shown(lea)
    words = []
    card.said.connect(words.append)

    actions(card.shown[0])["Rename…"].trigger()
    card.form.name.setText("Shoes")
    qtbot.keyClick(card.form.name, Qt.Key.Key_Return)
    settled()
    actions(card.shown[0])["Move down"].trigger()
    settled()
    assert held(lea) == [("Agency", []), ("Shoes", ["39"])]
    assert [row.line.name for row in card.shown] == ["Agency", "Shoes"]

    actions(card.shown[1])["Remove it from every record (2 hold something)"].trigger()
    settled()
    assert held(lea) == [("Agency", [])]
    assert words[-1] == "Shoes was removed; it held something of 2 people."
    desk.undo()
    settled()
    assert held(lea) == [("Agency", []), ("Shoes", ["39"])]
    assert place.isVisible()


def test_what_is_typed_is_kept_for_whom_it_was_typed_about(qtbot, desk, *, add, lea, shown, held, settled):
    noor: PersonId = add("Noor Benali")
    add_own_field(desk, name="Agency", kind=OwnKind.TEXT)
    _place, card = shown(lea)
    card.shown[0].line.field.setFocus()
    qtbot.keyClicks(card.shown[0].line.field, "Maison Nord")

    card.show_person(person_view(desk.reader, noor, desk.today()))
    assert card.shown[0].line.text == ""
    settled()

    assert held(lea) == [("Agency", ["Maison Nord"])]
    assert held(noor) == [("Agency", [])]


def test_a_name_that_is_taken_is_refused_and_stays_to_be_changed(qtbot, desk, *, tasks, lea, shown, settled):
    add_own_field(desk, name="Agency", kind=OwnKind.TEXT)
    _place, card = shown(lea)
    refused = []
    tasks.refused.connect(refused.append)
    card.open_form(None)
    qtbot.keyClicks(card.form.name, "AGENCY")
    qtbot.keyClick(card.form.name, Qt.Key.Key_Return)
    settled()

    assert [error.name for error in refused] == ["Agency"]
    card.open_form(None)
    assert card.form.name.text() == "AGENCY"
    qtbot.keyClick(card.form.name, Qt.Key.Key_Escape)
    assert card.form is None
