from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QWidget

from relationdesk.domain.drafts import DraftField, about_person
from relationdesk.domain.vocabulary import PromiseSide
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.chip import Chip
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.work import follow_ups
from relationdesk.work.follow_ups.queries import open_promises


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def promises(place, lea, settled):
    shown = place()
    shown.open_person(lea)
    settled()
    return shown.screen_of_person.remember._promises


def part(widget, name):
    return next(found for found in widget.findChildren(QWidget, name) if found.isVisible())


def press(qtbot, promises, name):
    qtbot.keyClick(part(promises, name), Qt.Key.Key_Space)


def test_a_promise_is_made_with_the_keys_alone(qtbot, desk, lea, promises, settled):
    press(qtbot, promises, "promise.add")
    qtbot.keyClicks(QApplication.focusWidget(), "The figures of October")
    qtbot.keyClick(part(promises, "promise.side"), Qt.Key.Key_Down)
    part(promises, "promise.due").setDate(QDate(2026, 11, 20))
    qtbot.keyClick(part(promises, "promise.what"), Qt.Key.Key_Return)
    settled()

    (line,) = open_promises(desk.reader, lea)
    assert (line.side, line.what) == (PromiseSide.THEY_OWE, "The figures of October")
    assert line.due_on == date(2026, 11, 20)
    assert [chip.accessibleName() for chip in promises.findChildren(Chip)] == ["open · 4 days late"]
    assert part(promises, "promise.add").hasFocus()


def test_nothing_is_promised_without_saying_what(qtbot, desk, lea, promises, settled):
    press(qtbot, promises, "promise.add")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settled()

    assert open_promises(desk.reader, lea) == []
    assert part(promises, "promise.what").hasFocus()


def test_a_promise_is_changed_in_its_place_and_undone(qtbot, desk, lea, promises, settled):
    follow_ups.commands.make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="The shoes")
    settled()
    press(qtbot, promises, "promise.edit")
    field = QApplication.focusWidget()
    assert field.text() == "The shoes"
    field.selectAll()
    qtbot.keyClicks(field, "The shoes in size 39")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled()

    assert [line.what for line in open_promises(desk.reader, lea)] == ["The shoes in size 39"]
    assert part(promises, "promise.edit").accessibleDescription() == "You owe: The shoes in size 39"
    desk.undo()
    settled()
    assert part(promises, "promise.edit").accessibleDescription() == "You owe: The shoes"


def test_a_change_that_is_left_changes_nothing(qtbot, desk, lea, promises, settled):
    follow_ups.commands.make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="The shoes")
    settled()
    press(qtbot, promises, "promise.edit")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert part(promises, "promise.edit").hasFocus()
    assert [line.what for line in open_promises(desk.reader, lea)] == ["The shoes"]


def test_what_is_typed_stays_when_another_promise_goes(  # noqa: PLR0917 - fixtures
    qtbot, desk, lea, promises, settled, tasks
):
    first = follow_ups.commands.make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="The shoes")
    settled()
    press(qtbot, promises, "promise.add")
    qtbot.keyClicks(QApplication.focusWidget(), "The fig")
    follow_ups.commands.keep_promise(desk, first)
    settled()

    assert part(promises, "promise.what").text() == "The fig"
    assert part(promises, "promise.what").hasFocus()
    assert drafts_of(tasks).draft(about_person(DraftField.PROMISE, lea)).text == "The fig"


def test_a_promise_is_released_by_its_button(qtbot, desk, lea, promises, settled):
    follow_ups.commands.make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="The shoes")
    settled()
    press(qtbot, promises, "promise.release")
    settled()

    assert open_promises(desk.reader, lea) == []
    assert not promises.findChildren(Button, "promise.release") or promises._rows == {}
