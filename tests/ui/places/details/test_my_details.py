import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from relationdesk.ui.places.details.dialog import MyDetailsDialog
from relationdesk.work.settings.queries import my_details


@pytest.fixture
def dialog(qtbot, tasks, desk, until_idle):
    made = MyDetailsDialog(tasks)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitActive(made)
    until_idle()
    return made


def field(dialog, name):
    return dialog.findChild(QWidget, f"details.{name}")


def test_what_is_typed_is_kept_when_the_field_is_left(qtbot, dialog, desk, until_idle):
    assert field(dialog, "name").hasFocus()

    qtbot.keyClicks(field(dialog, "name"), "Anouk Verdier")
    qtbot.keyClick(field(dialog, "name"), Qt.Key.Key_Tab)
    until_idle()

    assert my_details(desk.reader).name == "Anouk Verdier"
    assert my_details(desk.reader).has_letterhead


def test_escape_keeps_what_was_typed_last(qtbot, dialog, desk, until_idle):
    qtbot.keyClicks(field(dialog, "address"), "3 rue du Lac")

    qtbot.keyClick(field(dialog, "address"), Qt.Key.Key_Escape)
    until_idle()

    assert not dialog.isVisible()
    assert my_details(desk.reader).address == "3 rue du Lac"


def test_looking_changes_nothing_and_each_change_is_one_step_of_undo(qtbot, dialog, desk, until_idle):
    qtbot.keyClicks(field(dialog, "business"), "Verdier Conseil")
    qtbot.keyClick(field(dialog, "business"), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    until_idle()
    assert my_details(desk.reader).business == "Verdier Conseil"

    desk.undo()

    assert my_details(desk.reader).business == ""
    assert desk.undo_state().undo is None


def test_what_was_told_is_shown_again(qtbot, dialog, tasks, until_idle):
    qtbot.keyClicks(field(dialog, "signature"), "Anouk")
    field(dialog, "home_zone").setCurrentText("Europe/Paris")
    dialog.accept()
    until_idle()

    again = MyDetailsDialog(tasks)
    qtbot.addWidget(again)
    until_idle()

    assert again.details.signature == "Anouk"
    assert again.details.home_zone == "Europe/Paris"


def test_every_field_has_a_name(dialog):
    for name in ("name", "business", "email", "phone", "website", "address", "signature", "home_zone"):
        assert QAccessible.queryAccessibleInterface(field(dialog, name)).text(QAccessible.Text.Name)
