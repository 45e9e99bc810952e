"""The field on top of the form for somebody new."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from relationdesk.domain.card import HandleEntry
from relationdesk.ui.places.people.adding.new_people import MOST_SHOWN
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.people.queries import people_count
from relationdesk.work.people.record import person_page

SIGNATURE = """Bien cordialement,
Odile VASSEUR
Rédactrice en chef
Encre Vive Magazine
14 rue des Tanneurs
35000 Rennes
Mob. : 06 39 98 55 66
odile.vasseur@encrevive.example
"""


@pytest.fixture
def form(place, settled):
    shown = place()
    shown.new_person()
    settled()
    return shown.form


@pytest.fixture
def paste(form, qtbot, settled):
    def pasted(text):
        QApplication.clipboard().setText(text)
        form.introduction.text.selectAll()
        form.introduction.text.paste()
        qtbot.waitUntil(lambda: form._read_text == text.strip())
        settled()

    return pasted


def test_a_line_fills_the_fields_as_it_is_typed(qtbot, form):
    qtbot.keyClicks(
        form.introduction.text, "Noor Benali, noor@light.example, 06 39 98 11 22, @noor.shoots, Lyon"
    )

    qtbot.waitUntil(lambda: form.fields.name.text() == "Noor Benali")
    shown = form.fields
    assert [field.text() for field in (shown.email, shown.phone, shown.handle)] == [
        "noor@light.example",
        "06 39 98 11 22",
        "noor.shoots",
    ]
    assert shown.note.words == "Lyon"


def test_enter_reads_and_saves_at_once(qtbot, desk, form):
    qtbot.keyClicks(form.introduction.text, "Noor Benali noor@light.example")

    with qtbot.waitSignal(form.created) as created:
        qtbot.keyClick(form.introduction.text, Qt.Key.Key_Return)

    page = person_page(desk.reader, created.args[0], date(2026, 11, 24))
    assert page.record.name == "Noor Benali"
    assert form.introduction.words == ""
    assert form.fields.name.text() == ""


def test_shift_and_enter_begin_another_line(qtbot, desk, form, settled):
    qtbot.keyClicks(form.introduction.text, "@lea.trails")
    qtbot.keyClick(form.introduction.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(form.introduction.text, "@noor.shoots")

    qtbot.waitUntil(form.several.isVisible)
    settled()

    assert people_count(desk.reader) == 0


def test_a_pasted_signature_is_kept_whole(qtbot, desk, form, paste):
    paste(SIGNATURE)
    assert form.fields.name.text() == "Odile Vasseur"
    assert form.fields.city.text() == "Rennes"

    with qtbot.waitSignal(form.created) as created:
        qtbot.keyClick(form.fields.name, Qt.Key.Key_Return)

    page = person_page(desk.reader, created.args[0], date(2026, 11, 24))
    assert page.record.name == "Odile Vasseur"
    assert [role.organisation for role in page.roles] == ["Encre Vive Magazine"]


def test_what_was_written_by_hand_is_not_overwritten(qtbot, form, paste):
    qtbot.keyClicks(form.fields.city, "Saint-Malo")
    qtbot.keyClicks(form.fields.name, "Odile V.")

    paste(SIGNATURE)

    assert (form.fields.city.text(), form.fields.name.text()) == ("Saint-Malo", "Odile V.")
    assert form.fields.email.text() == "odile.vasseur@encrevive.example"


def test_another_text_empties_what_the_first_one_filled(form, paste):
    paste(SIGNATURE)
    paste("Noor Benali")

    assert form.fields.name.text() == "Noor Benali"
    assert form.fields.email.text() == form.fields.city.text() == form.fields.note.words == ""


def test_several_people_are_ticked_and_added_in_one_change(qtbot, desk, form, paste):
    paste("@lea.trails\t12,4k\n@noor.shoots\t38k\n@dormirmieux")
    assert [box.text() for box in form.several.boxes] == ["lea.trails", "noor.shoots", "dormirmieux"]
    assert not form.fields.isVisible()
    form.several.boxes[1].click()
    assert form.save_button.text() == "Add 2 people"

    with qtbot.waitSignal(form.said) as said:
        form.save_button.click()

    assert said.args == ["2 people added"]
    assert people_count(desk.reader) == 2
    desk.undo()
    assert people_count(desk.reader) == 0


def test_nobody_ticked_is_nobody_added(form, paste):
    paste("@lea.trails\n@noor.shoots")

    for box in form.several.boxes:
        box.click()

    assert not form.save_button.isEnabled()


def test_who_is_here_already_is_not_ticked_and_can_be_opened(qtbot, add, form, paste, settled):
    lea = add("Léa Marchetti", handles=(HandleEntry("instagram", "lea.trails"),))

    paste("@lea.trails\n@noor.shoots")

    assert [box.isChecked() for box in form.several.boxes] == [False, True]
    with qtbot.waitSignal(form.person_asked) as asked:
        qtbot.mouseClick(form.several.findChild(TextLink), Qt.MouseButton.LeftButton)
    settled()
    assert asked.args == [lea]


def test_the_same_account_is_said_before_anything_is_saved(qtbot, desk, add, form, paste):
    add("Léa Marchetti", handles=(HandleEntry("instagram", "lea.trails"),))
    paste("https://instagram.com/lea.trails")

    qtbot.waitUntil(lambda: form.save_button.text() == "Add all the same")
    said = [button.words for button in form.fields.alike.findChildren(TextButton) if button.isVisible()]

    assert said == ["Léa Marchetti, same account"]
    assert people_count(desk.reader) == 1


def test_a_list_that_is_too_long_leaves_its_text_where_it_is(qtbot, desk, form, paste, settled):
    paste("\n".join(f"@account.{number}" for number in range(MOST_SHOWN + 2)))
    assert len(form.several.boxes) == MOST_SHOWN

    with qtbot.waitSignal(form.said):
        form.save_button.click()
    settled()

    assert people_count(desk.reader) == MOST_SHOWN
    assert form.introduction.words.endswith(f"@account.{MOST_SHOWN + 1}")
