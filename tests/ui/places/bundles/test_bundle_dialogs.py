"""A desk is packed in the window, and what changed elsewhere is looked at and taken over."""

import shutil
from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget

from relationdesk.desk.bundles.lineage import kept_states
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import FullDiskError
from relationdesk.desk.files import DeskFiles
from relationdesk.domain.card import Card
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.labels import Label
from relationdesk.ui.places.bundles.packing_dialog import PackingDialog
from relationdesk.ui.places.bundles.people_model import CELL, HERE, PERSON, THERE
from relationdesk.ui.places.bundles.return_dialog import ReturnDialog
from relationdesk.work.backups import making
from relationdesk.work.backups.queries import backups, people_in
from relationdesk.work.backups.source import source_of
from relationdesk.work.bundles import carrying
from relationdesk.work.people.commands import create_person, set_cadence


def away(desk, clock):
    """The desk as it was packed last, on another computer some days later."""
    files = DeskFiles(desk.path.parent / "away" / "my.desk")
    files.desk.parent.mkdir()
    (state,) = kept_states(desk.files).glob("*.desk")
    shutil.copyfile(state, files.desk)
    shutil.copyfile(desk.files.vault, files.vault)
    return Desk(files, desk.key, FixedClock(clock.now() + timedelta(days=5), clock.zone()))


def pack(desk, path):
    carrying.take_along(carrying.depart(desk), path)
    return path


@pytest.fixture
def returned(desk, office, clock, tmp_path):
    """The bundle that comes back: Léa and Sacha changed on both sides, somebody new was met."""
    pack(desk, tmp_path / "away.reldesk")
    there = away(desk, clock)
    lea, sacha = office.people["Léa Marchetti"], office.people["Sacha Vidal"]
    set_cadence(there, lea, ideal_days=14, longest_days=60)
    create_person(there, Card(display_name="Karim Haddad"))
    set_city(there, sacha, "Lyon")
    bundle = pack(there, tmp_path / "back.reldesk")
    there.close()
    set_cadence(desk, lea, ideal_days=30, longest_days=60)
    set_city(desk, sacha, "Lille")
    return bundle


def set_city(desk, person, city):
    with desk.change(Label.EDIT_PERSON) as session:
        session.connection().exec_driver_sql("UPDATE person SET city = ? WHERE id = ?", (city, person))


@pytest.fixture
def dialog(qtbot, tasks):
    made = ReturnDialog(tasks)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


@pytest.fixture
def looked(qtbot, dialog, returned):
    """The dialog once the bundle was compared with the desk."""
    dialog.read(returned)
    qtbot.waitUntil(dialog.compared.isVisible, timeout=20_000)
    return dialog


def cells(dialog):
    model = dialog.compared.table.model()
    return [
        tuple(model.index(row, column).data(CELL).first for column in (PERSON, HERE, THERE))
        for row in range(model.rowCount())
    ]


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def test_everybody_about_whom_something_changed_is_listed_with_both_sides(looked):
    assert cells(looked) == [
        ("Karim Haddad", "—", "1 new"),
        ("Léa Marchetti", "1 changed", "1 changed"),
        ("Sacha Vidal", "1 changed", "1 changed"),
    ]


def test_the_person_in_the_list_is_shown_line_by_line(looked, qtbot):
    looked.compared.table.setCurrentIndex(looked.compared.table.model().index(2, PERSON))
    panel = looked.findChild(QWidget, "bundle.lines")
    told = [label.text() for label in panel.findChildren(QLabel)]

    assert told == [
        "Sacha Vidal",
        "On this computer",
        "Record changed",
        "City: Lille",
        "In the bundle",
        "Record changed",
        "City: Lyon",
    ]


def test_what_both_sides_changed_is_decided_one_by_one(looked, qtbot, desk, office):
    looked.compared.tabs.setCurrentIndex(1)
    where = looked.findChild(QLabel, "bundle.where")
    assert where.text() == "1 of 2"
    looked.findChild(QRadioButton, "bundle.choice.there").click()
    qtbot.mouseClick(button(looked, "bundle.next"), Qt.MouseButton.LeftButton)
    assert where.text() == "2 of 2"
    assert looked.findChild(QRadioButton, "bundle.choice.blend").isChecked()
    qtbot.mouseClick(button(looked, "bundle.before"), Qt.MouseButton.LeftButton)
    assert looked.findChild(QRadioButton, "bundle.choice.there").isChecked()

    with qtbot.waitSignal(looked.said) as said:
        qtbot.mouseClick(button(looked, "bundle.take"), Qt.MouseButton.LeftButton)

    gap = "SELECT ideal_gap_days FROM person WHERE id = :person"
    assert desk.reader.number(gap, person=office.people["Léa Marchetti"]) == 14
    city = "SELECT city = 'Lille' FROM person WHERE id = :person"
    assert desk.reader.number(city, person=office.people["Sacha Vidal"]) == 1
    assert said.args == [
        "The changes of the bundle were taken over; 1 person has a note of what was written there"
    ]


def test_everything_is_in_a_backup_before_changes_are_taken_over(looked, qtbot, desk):
    with qtbot.waitSignal(looked.said):
        qtbot.mouseClick(button(looked, "bundle.take"), Qt.MouseButton.LeftButton)

    (backup,) = backups(source_of(desk))
    assert [one.name for one in people_in(backup.path, desk.key, "Haddad")] == []
    assert [one.name for one in people_in(backup.path, desk.key, "Marchetti")] == ["Léa Marchetti"]


def test_that_no_backup_was_made_first_is_said(looked, qtbot, monkeypatch):
    def refuse(_source, _step):
        raise FullDiskError

    monkeypatch.setattr(making, "back_up_if_behind", refuse)
    with qtbot.waitSignal(looked.said) as said:
        qtbot.mouseClick(button(looked, "bundle.take"), Qt.MouseButton.LeftButton)

    told, trouble = said.args[0].split(". ", 1)
    assert told.startswith("The changes of the bundle were taken over")
    assert trouble.startswith("No backup was made first. ")


def test_who_leaves_while_the_backup_is_made_has_nothing_taken_over(
    looked, qtbot, desk, until_idle, monkeypatch
):
    begun, go_on = Event(), Event()

    def wait(_source, _step):
        begun.set()
        go_on.wait(20)

    monkeypatch.setattr(making, "back_up_if_behind", wait)
    steps = desk.undo_state()
    button(looked, "bundle.take").click()
    qtbot.waitUntil(begun.is_set)
    button(looked, "bundle.leave").click()
    go_on.set()
    until_idle()

    assert not looked.isVisible()
    assert desk.undo_state() == steps
    assert list(desk.path.parent.glob(".bundle-*")) == []


def test_what_was_taken_over_is_taken_back_by_undo(looked, qtbot, desk):
    with qtbot.waitSignal(looked.said):
        qtbot.mouseClick(button(looked, "bundle.take"), Qt.MouseButton.LeftButton)
    there = "SELECT count(*) FROM person WHERE display_name = 'Karim Haddad'"
    assert desk.reader.number(there) == 1

    desk.undo()

    assert desk.reader.number(there) == 0


def test_changing_nothing_leaves_the_desk_as_it_is_and_nothing_behind(looked, qtbot, desk):
    steps = desk.undo_state()
    button(looked, "bundle.leave").click()

    assert desk.undo_state() == steps
    assert [path.name for path in desk.path.parent.glob(".bundle-*")] == []


def test_a_dialog_that_goes_with_its_window_leaves_nothing_behind(looked, desk):
    assert list(desk.path.parent.glob(".bundle-*"))

    looked.hide()

    assert list(desk.path.parent.glob(".bundle-*")) == []


def test_a_change_on_the_desk_meanwhile_is_said_and_the_dialog_stays(looked, qtbot, desk, office):
    looked.compared.conflicts.findChild(QRadioButton, "bundle.choice.there").click()
    set_cadence(desk, office.people["Léa Marchetti"], ideal_days=5, longest_days=60)

    button(looked, "bundle.take").click()

    remark = looked.findChild(QLabel, "bundle.remark")
    qtbot.waitUntil(lambda: "changed since" in remark.text())
    assert looked.isVisible()
    assert button(looked, "bundle.take").isEnabled()


def test_every_page_is_told_to_whoever_cannot_see_it(looked, qtbot):
    pages = [faults(looked)]
    looked.compared.tabs.setCurrentIndex(1)
    pages.append(faults(looked))
    button(looked, "bundle.whole").click()
    pages.append(faults(looked))

    assert pages == [[], [], []]
    row = looked.compared.table.model().index(1, PERSON)
    told = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Léa Marchetti; on this computer: 1 changed; in the bundle: 1 changed"


def faults(root):
    """The controls that a screen reader could not tell."""
    controls = (one for one in root.findChildren(QWidget) if one.isVisible() and one.isEnabled())
    reached = [one for one in controls if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached
    interfaces = [(one, QAccessible.queryAccessibleInterface(one)) for one in reached]
    return [one.objectName() for one, told in interfaces if not told.text(QAccessible.Text.Name).strip()]


def test_the_whole_desk_is_wanted_only_after_it_was_said_what_is_lost(looked, qtbot):
    button(looked, "bundle.whole").click()
    assert looked.whole.isVisible()
    button(looked, "bundle.replace.decline").click()
    assert looked.compared.isVisible()
    button(looked, "bundle.whole").click()

    with qtbot.waitSignal(looked.whole_wanted) as wanted:
        button(looked, "bundle.replace.agree").click()

    visit = wanted.args[0]
    assert visit.bundle.files.desk.is_file()
    visit.close()


def test_a_file_that_is_no_bundle_is_refused_in_a_sentence(dialog, qtbot, tmp_path):
    (tmp_path / "notes.reldesk").write_text("Dear diary")

    dialog.read(tmp_path / "notes.reldesk")

    qtbot.waitUntil(dialog.refusal.isVisible)
    told = [label.text() for label in dialog.refusal.findChildren(QLabel)]
    assert told == [
        "This bundle cannot be used here",
        "“notes.reldesk” is not a bundle of a desk. Nothing was changed.",
    ]
    with qtbot.waitSignal(dialog.another_asked):
        button(dialog, "bundle.refused.agree").click()


def test_a_bundle_of_ones_own_has_nothing_to_take_over(dialog, qtbot, desk, office, tmp_path):
    dialog.read(pack(desk, tmp_path / "own.reldesk"))
    qtbot.waitUntil(dialog.compared.isVisible, timeout=20_000)

    assert not button(dialog, "bundle.take").isVisible()
    assert "was made on this computer" in dialog.findChild(QLabel, "bundle.remark").text()


def test_reading_can_be_cancelled(dialog, qtbot, returned, until_idle):
    dialog.read(returned)
    button(dialog, "bundle.cancel").click()
    until_idle()

    assert not dialog.isVisible()
    assert list(returned.parent.glob(".bundle-*")) == []


@pytest.fixture
def packing(qtbot, tasks):
    made = PackingDialog(tasks)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


def test_a_desk_is_packed_and_it_is_said_how_much_is_in_it(packing, qtbot, office, tmp_path):
    with qtbot.waitSignal(packing.said, timeout=20_000) as said:
        packing.write(tmp_path / "my desk.reldesk")

    assert said.args == ["The desk with 7 people is in my desk.reldesk; open it on the other computer"]
    assert (tmp_path / "my desk.reldesk").is_file()


def test_a_place_that_cannot_be_written_is_said_and_another_offered(packing, qtbot, office, tmp_path):
    packing.write(tmp_path / "nowhere" / "my desk.reldesk")

    qtbot.waitUntil(packing.refusal.isVisible, timeout=20_000)
    with qtbot.waitSignal(packing.another_asked):
        button(packing, "bundle.unpacked.agree").click()


def test_packing_that_is_cancelled_leaves_no_bundle(packing, qtbot, office, tmp_path, until_idle):
    packing.write(tmp_path / "my desk.reldesk")
    button(packing, "bundle.cancel").click()
    until_idle()

    assert not (tmp_path / "my desk.reldesk").exists()
