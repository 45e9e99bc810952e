"""The page of backups: what there is, the second folder, a look inside, and the ways back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from relationdesk.desk.backups.shelf import backups_of, shelf_in
from relationdesk.domain.card import Card
from relationdesk.ui.backing_state import BackingState
from relationdesk.ui.places.settings.backup_dialog import BackupDialog
from relationdesk.ui.places.settings.backups_page import BackupsPage
from relationdesk.ui.places.settings.bring_back_dialog import BringBackDialog
from relationdesk.ui.places.settings.restore_dialog import RestoreDialog
from relationdesk.work.backups.making import back_up
from relationdesk.work.backups.queries import standing
from relationdesk.work.backups.source import source_of
from relationdesk.work.people.commands import create_person
from relationdesk.work.settings.commands import choose_second_backup_folder
from relationdesk.work.settings.queries import second_backup_folder


@pytest.fixture
def source(desk, office):
    return source_of(desk)


@pytest.fixture
def page(qtbot, tasks, source, clock, until_idle):
    def show():
        made = BackupsPage(tasks, source, clock)
        qtbot.addWidget(made)
        made.resize(760, 900)
        with qtbot.waitExposed(made):
            made.show()
        settle(until_idle)
        return made

    return show


def settle(until_idle):
    for _ in range(12):
        until_idle()


def part(page, name):
    return page.findChild(QWidget, f"backups.{name}")


def rows(page):
    model = page.list.table.model()
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


@pytest.fixture
def dialog(qtbot, tasks, source, clock, until_idle):
    """Opens a look into a backup over a window, which owns it as in the program."""
    over = QWidget()
    qtbot.addWidget(over)
    over.show()

    def look(path):
        made = BackupDialog(tasks, source, clock, path, over)
        with qtbot.waitExposed(made):
            made.open()
        settle(until_idle)
        return made

    return look


def within(dialog, name):
    return dialog.findChild(QWidget, name)


def test_without_a_backup_there_is_none_to_look_into(page):
    shown = page()

    assert rows(shown) == []
    assert not part(shown, "look").isEnabled()


def test_backups_are_listed_with_when_what_and_how_large(page, source, clock):
    size = back_up(source).backup.size
    shown = page()

    ((when, what, how_large),) = rows(shown)

    assert when == "Today, 09:00"
    assert what == "7 people, 2 history entries"
    assert how_large == ("1 MB" if size >= 1_000_000 else f"{round(size / 1000)} KB")
    assert part(shown, "look").isEnabled()


def test_a_backup_that_cannot_be_read_says_so_in_its_row(page, source):
    back_up(source)
    broken = back_up(source).backup
    broken.path.write_bytes(b"broken")

    shown = page()

    assert [what for _when, what, _size in rows(shown)] == ["Cannot be read", "7 people, 2 history entries"]


def test_a_new_backup_comes_into_the_list(page, source, until_idle):
    shown = page()
    made = back_up(source)

    shown.show_state(BackingState(standing(source), made, None, is_making=False))
    settle(until_idle)

    assert len(rows(shown)) == 1
    assert part(shown, "told").text() == "Last backup: Today, 09:00. Everything on the desk is in it."


def test_while_one_is_made_it_can_be_cancelled_and_not_begun_twice(qtbot, page):
    shown = page()
    shown.show_state(BackingState(None, None, None, is_making=True))

    assert not part(shown, "make").isEnabled()
    with qtbot.waitSignal(shown.cancel_asked):
        qtbot.mouseClick(part(shown, "cancel"), Qt.MouseButton.LeftButton)
    shown.show_state(BackingState(None, None, None, is_making=False))
    with qtbot.waitSignal(shown.make_asked):
        qtbot.mouseClick(part(shown, "make"), Qt.MouseButton.LeftButton)
    assert not part(shown, "cancel").isVisibleTo(shown)


def test_the_focus_goes_to_cancel_and_back_while_a_backup_is_made(qtbot, page):
    shown = page()
    qtbot.waitActive(shown)
    part(shown, "make").setFocus()

    shown.show_state(BackingState(None, None, None, is_making=True))
    assert part(shown, "cancel").hasFocus()
    shown.show_state(BackingState(None, None, None, is_making=False))

    assert part(shown, "make").hasFocus()


def test_enter_looks_into_the_chosen_backup(qtbot, page, source):
    back_up(source)
    shown = page()
    shown.list.table.setFocus()

    with qtbot.waitSignal(shown.list.look_asked):
        qtbot.keyClick(shown.list.table, Qt.Key.Key_Return)

    dialog = shown.findChild(BackupDialog)
    assert dialog is not None
    dialog.reject()


def test_a_second_folder_is_tried_kept_and_asks_for_a_first_copy(page, source, desk, until_idle, tiny_folder):
    shown = page()
    card = shown._second

    asked = []
    shown.make_asked.connect(lambda: asked.append(True))
    card.choose(tiny_folder)
    settle(until_idle)
    assert asked == [True]

    assert second_backup_folder(desk.reader) == tiny_folder
    assert part(shown, "second").text() == str(tiny_folder)
    made = back_up(source)
    shown.show_state(BackingState(standing(source), made, None, is_making=False))
    assert part(shown, "second.told").text() == "The last backup is in it."
    assert len(backups_of(source.files)) == len(list(shelf_in(tiny_folder, source.files).glob("*.desk")))


@pytest.fixture
def tiny_folder(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_folder_on_the_same_disk_and_one_of_a_service_are_remarked_on(
    page, tmp_path, until_idle, tiny_folder
):
    shown = page()
    shown._second.choose(tiny_folder)
    settle(until_idle)
    assert "same disk" in part(shown, "second.wrong").text()
    cloud = tmp_path / "Dropbox"
    cloud.mkdir()

    shown._second.choose(cloud)
    settle(until_idle)

    assert part(shown, "second.wrong").text().startswith("Dropbox keeps this folder the same")


def test_a_folder_that_is_not_there_is_refused_and_the_one_of_before_stays(
    page, desk, tmp_path, until_idle, tiny_folder
):
    shown = page()
    shown._second.choose(tiny_folder)
    settle(until_idle)

    shown._second.choose(tmp_path / "nowhere")
    settle(until_idle)

    assert (
        "cannot be written" in part(shown, "second.wrong").text().lower()
        or "No backup" in part(shown, "second.wrong").text()
    )
    assert second_backup_folder(desk.reader) == tiny_folder


def test_copying_can_be_stopped(qtbot, page, desk, tiny_folder, until_idle):
    choose_second_backup_folder(desk, tiny_folder)
    shown = page()

    qtbot.mouseClick(part(shown, "second.stop"), Qt.MouseButton.LeftButton)
    settle(until_idle)

    assert second_backup_folder(desk.reader) is None
    assert part(shown, "second").text() == "None is chosen."


def test_a_second_folder_that_is_away_is_told_quietly(page, source, desk, tiny_folder):
    choose_second_backup_folder(desk, tiny_folder)
    tiny_folder.rmdir()
    shown = page()

    shown.show_state(BackingState(standing(source), back_up(source), None, is_making=False))

    assert part(shown, "second.told").text().startswith("It is not there at the moment.")


def test_a_look_inside_tells_when_it_was_made_what_it_holds_and_what_is_newest(dialog, source):
    made = back_up(source).backup
    shown = dialog(made.path)

    texts = [label.text() for label in shown.findChildren(QWidget) if hasattr(label, "text")]
    assert "Backup of 24 November 2026, 09:00" in texts
    assert any(text.startswith("7 people, 2 history entries") for text in texts)
    assert any("coffee at Salon du Running" in text for text in texts)


def test_a_file_that_is_no_backup_is_said_and_nothing_can_be_done_with_it(dialog, tmp_path):
    path = tmp_path / "odd.desk"
    path.write_bytes(b"nothing of the kind")

    shown = dialog(path)

    assert "odd.desk" in within(shown, "backup.wrong").text()
    assert not within(shown, "backup.restore").isEnabled()
    assert not within(shown, "backup.bring").isEnabled()
    assert not shown.filter.isVisible()
    assert not shown.list.isVisible()
    wrong = within(shown, "backup.wrong")
    assert wrong.height() >= wrong.heightForWidth(wrong.width())
    assert within(shown, "backup.close").hasFocus()


def test_typing_finds_a_person_in_the_backup(qtbot, dialog, source, until_idle):
    shown = dialog(back_up(source).backup.path)

    qtbot.keyClicks(shown.filter, "nou")
    qtbot.waitUntil(lambda: shown.list.model().rowCount() == 1)
    settle(until_idle)

    assert shown.list.model().index(0, 0).data() == "Aïcha Nouri"
    assert not within(shown, "backup.nobody").isVisible()


def test_a_name_that_nobody_has_in_the_backup_is_told(qtbot, dialog, source, until_idle):
    shown = dialog(back_up(source).backup.path)

    qtbot.keyClicks(shown.filter, "zzz")
    qtbot.waitUntil(lambda: shown.list.model().rowCount() == 0)
    settle(until_idle)

    assert within(shown, "backup.nobody").isVisible()
    assert within(shown, "backup.nobody").text() == "Nobody of that name is in this backup."
    assert not within(shown, "backup.bring").isEnabled()


def child(qtbot, shown, kind):
    qtbot.waitUntil(lambda: any(isinstance(one, kind) for one in shown.findChildren(QDialog)))
    return next(one for one in shown.findChildren(QDialog) if isinstance(one, kind))


def test_somebody_who_is_gone_is_brought_back_with_everything(qtbot, dialog, source, office, until_idle):
    desk, person = office.desk, office.people["Léa Marchetti"]
    shown = dialog(back_up(source).backup.path)
    with desk.writer.transaction() as session:
        session.connection().exec_driver_sql(f"DELETE FROM person WHERE id = {person}")
    qtbot.keyClicks(shown.filter, "lea")
    qtbot.waitUntil(lambda: shown.list.model().rowCount() == 1)
    qtbot.mouseClick(within(shown, "backup.bring"), Qt.MouseButton.LeftButton)
    asked = child(qtbot, shown, BringBackDialog)
    settle(until_idle)
    said = []
    shown.said.connect(said.append)

    assert within(asked, "bring.go").text() == "Bring back"
    qtbot.mouseClick(within(asked, "bring.go"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said))

    assert said == ["Léa Marchetti is back as they were then"]
    assert desk.reader.number("SELECT count(*) FROM follow_up WHERE person_id = :p", p=person) == 1
    assert len(backups_of(source.files)) == 2


def test_somebody_who_is_there_is_shown_beside_and_put_back_only_when_asked(
    qtbot, dialog, source, office, until_idle
):
    desk, person = office.desk, office.people["Noor Benali"]
    shown = dialog(back_up(source).backup.path)
    with desk.writer.transaction() as session:
        session.connection().exec_driver_sql(f"UPDATE person SET city = 'Lyon' WHERE id = {person}")
    qtbot.keyClicks(shown.filter, "noor")
    qtbot.waitUntil(lambda: shown.list.model().rowCount() == 1)
    qtbot.mouseClick(within(shown, "backup.bring"), Qt.MouseButton.LeftButton)
    asked = child(qtbot, shown, BringBackDialog)
    settle(until_idle)
    texts = " ".join(label.text() for label in asked.findChildren(QWidget) if hasattr(label, "text"))

    assert "Lyon" in texts
    assert within(asked, "bring.go").text() == "Put back as they were then"
    qtbot.mouseClick(within(asked, "bring.cancel"), Qt.MouseButton.LeftButton)
    assert desk.reader.number("SELECT count(*) FROM person WHERE city = 'Lyon'") == 1


def test_the_whole_desk_is_restored_only_by_whoever_is_sure(qtbot, dialog, source, desk, until_idle):
    path = back_up(source).backup.path
    create_person(desk, Card(display_name="Since then"))
    shown = dialog(path)
    asked = []
    shown.restore_asked.connect(asked.append)
    qtbot.mouseClick(within(shown, "backup.restore"), Qt.MouseButton.LeftButton)
    sure = child(qtbot, shown, RestoreDialog)
    settle(until_idle)

    assert within(sure, "restore.present").text() == "Now it holds: 8 people, 2 history entries."
    qtbot.keyClick(sure, Qt.Key.Key_Return)
    assert asked == []
    qtbot.mouseClick(within(shown, "backup.restore"), Qt.MouseButton.LeftButton)
    sure = next(one for one in shown.findChildren(QDialog) if one.isVisible())
    qtbot.mouseClick(within(sure, "restore.sure"), Qt.MouseButton.LeftButton)

    assert asked == [path]
