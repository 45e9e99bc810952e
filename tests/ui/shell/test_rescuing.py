"""The way from a desk that is damaged or gone to one that is open."""

import shutil
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPushButton, QWidget

from relationdesk.desk.backups.making import make_backup
from relationdesk.desk.backups.shelf import backups_of, shelf_of
from relationdesk.desk.files import DeskFiles
from relationdesk.domain.card import Card
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.shell.own_desk import ways_to
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.start import StartWindow
from relationdesk.work import history, people
from relationdesk.work.desks import opening, protection
from relationdesk.work.desks.machine import Machine

PAGE = 4096
PASSPHRASE = "four quiet words here"


class Keyring(NoKeychain):
    """A keychain in memory."""

    def __init__(self):
        self.keys = {}

    def is_there(self):
        return True

    def read(self, desk_id):
        return self.keys.get(desk_id)

    def keep(self, desk_id, key):
        self.keys[desk_id] = key
        return True


@pytest.fixture
def keychain():
    return Keyring()


@pytest.fixture
def files(tmp_path):
    return DeskFiles(tmp_path / "my.desk")


@pytest.fixture
def made(files, clock, keychain):
    """A desk whose key is in the keychain: one person in a backup, two people and an entry came since."""
    earlier = FixedClock(clock.now() - timedelta(hours=2), clock.zone())
    desk = opening.make(files, earlier, keychain, passphrase=PASSPHRASE).desk
    people.commands.create_person(desk, Card(display_name="Léa Marchetti"))
    desk.close()
    situation = opening.find(files, keychain)
    make_backup(files, situation.key, clock.now() - timedelta(hours=1))
    desk = opening.open_found(situation, clock)
    later = people.commands.create_person(desk, Card(display_name="Noor Benali"))
    history.commands.log_interaction(desk, people=[later], kind=InteractionKind.CALL, text="later")
    desk.close()
    return situation


@pytest.fixture
def opened_desks():
    desks = []
    yield desks
    for desk in desks:
        desk.close()


@pytest.fixture
def begun(  # noqa: PLR0917 - fixtures
    qtbot, clock, files, tmp_path, keychain, opened_desks, collecting_here
):
    crashes = []

    def begin():
        ways = ways_to(files, Machine(keychain), clock, lambda _files: None)
        window = StartWindow(ways, Remembered(tmp_path))
        window.opened.connect(opened_desks.append)
        window.crashed.connect(crashes.append)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitActive(window)
        window.begin()
        return window

    yield begin
    assert crashes == []


def part(qtbot, window, name):
    qtbot.waitUntil(lambda: window.findChild(QWidget, name) is not None)
    return window.findChild(QWidget, name)


def click(qtbot, window, name):
    button = part(qtbot, window, name)
    QApplication.processEvents()  # a page that was shown just now is laid out
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(window):
    return [label.text() for label in window.findChildren(QLabel) if label.text() and label.isVisible()]


def says(qtbot, window, text):
    qtbot.waitUntil(lambda: any(text in line for line in said(window)))


def names_on(desk):
    return sorted(name for (name,) in desk.reader.stream("SELECT display_name FROM person"))


def break_page(files, key, table):
    """Flip a bit on the first page of a table or an index."""
    from relationdesk.desk.connection import open_connection  # noqa: PLC0415 - it is closed before the window opens

    raw = open_connection(files.desk, key)
    (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    raw.close()
    content = bytearray(files.desk.read_bytes())
    content[(page - 1) * PAGE + 700] ^= 1
    files.desk.write_bytes(content)
    return bytes(content)


def break_beginning(files):
    files.desk.write_bytes(bytes(PAGE) + files.desk.read_bytes()[PAGE:])


def test_a_desk_that_does_not_open_shows_what_its_newest_backup_holds_and_lacks(qtbot, begun, made, files):
    break_beginning(files)
    window = begun()

    held = part(qtbot, window, "rescue.held")
    says(qtbot, window, "Your desk is damaged")
    assert held.text() == "It holds 1 person and 0 history entries."
    assert part(qtbot, window, "rescue.backup").currentText() == "Tuesday 24 November, 08:00"
    assert part(qtbot, window, "rescue.restore").isEnabled()


def test_what_came_since_the_backup_is_told_where_it_can_be_read(qtbot, begun, made, files):
    with files.desk.open("ab") as file:
        file.write(b"junk")
    window = begun()

    since = part(qtbot, window, "rescue.since")
    assert since.text() == (
        "Not in it: 1 person and 1 history entry that came after it was made, and what was changed."
    )


def test_the_newest_backup_is_restored_and_opens(qtbot, begun, made, files, opened_desks):
    break_beginning(files)
    damaged = files.desk.read_bytes()
    window = begun()

    click(qtbot, window, "rescue.restore")
    says(qtbot, window, "Your desk is back")
    click(qtbot, window, "rescue.open")
    qtbot.waitUntil(lambda: bool(opened_desks))

    assert names_on(opened_desks[0]) == ["Léa Marchetti"]
    kept = [path for path in files.desk.parent.glob("my.desk.former-*") if path.suffix != ".vault"]
    assert [path.read_bytes() for path in kept] == [damaged]


def test_what_can_be_read_is_saved_and_told_and_opens(qtbot, begun, made, files, opened_desks):
    damaged = break_page(files, made.key, "ix_person_sort_key")
    with files.desk.open("ab") as file:
        file.write(b"junk")
    window = begun()

    click(qtbot, window, "rescue.save")
    says(qtbot, window, "What could be read is saved")
    says(qtbot, window, "Saved: 2 people, 1 history entry, 0 follow-ups, 0 partnerships.")
    says(qtbot, window, "pages could not be read; what stood there is missing.")
    says(qtbot, window, "The damaged desk is kept as “my.desk.former-")
    click(qtbot, window, "rescue.copy")
    assert "Saved: 2 people" in QGuiApplication.clipboard().text()
    click(qtbot, window, "rescue.open")
    qtbot.waitUntil(lambda: bool(opened_desks))

    assert names_on(opened_desks[0]) == ["Léa Marchetti", "Noor Benali"]
    kept = [path for path in files.desk.parent.glob("my.desk.former-*") if path.suffix != ".vault"]
    assert [path.read_bytes() for path in kept] == [damaged + b"junk"]


def test_people_who_cannot_be_read_are_taken_from_the_backup(qtbot, begun, made, files, opened_desks):
    break_page(files, made.key, "person")
    with files.desk.open("ab") as file:
        file.write(b"junk")
    window = begun()

    click(qtbot, window, "rescue.save")
    says(qtbot, window, "1 name could not be read: look for “Unreadable”")
    click(qtbot, window, "rescue.open")
    qtbot.waitUntil(lambda: bool(opened_desks))

    assert names_on(opened_desks[0]) == ["Léa Marchetti", "Unreadable person 1"]


def test_a_desk_that_is_gone_is_restored_and_never_made(qtbot, begun, made, files, opened_desks):
    files.desk.unlink()
    window = begun()

    says(qtbot, window, "Your desk is gone")
    assert window.findChild(QPushButton, "rescue.save") is None
    assert not files.desk.exists()
    click(qtbot, window, "rescue.restore")
    click(qtbot, window, "rescue.open")
    qtbot.waitUntil(lambda: bool(opened_desks))

    assert names_on(opened_desks[0]) == ["Léa Marchetti"]


def test_a_desk_that_is_gone_asks_for_its_passphrase_when_the_keychain_is_empty(  # noqa: PLR0917 - fixtures
    qtbot, begun, made, files, keychain, opened_desks
):
    keychain.keys.clear()
    files.desk.write_bytes(b"")
    window = begun()

    says(qtbot, window, "“my.desk” is missing or empty")
    click(qtbot, window, "trouble.on")
    qtbot.keyClicks(part(qtbot, window, "lock.passphrase"), PASSPHRASE)
    click(qtbot, window, "lock.open")
    click(qtbot, window, "rescue.restore")
    click(qtbot, window, "rescue.open")
    qtbot.waitUntil(lambda: bool(opened_desks))

    assert names_on(opened_desks[0]) == ["Léa Marchetti"]


@pytest.mark.parametrize("harm", ["gone", "damaged"])
def test_who_restored_by_the_recovery_code_is_not_asked_for_it_again(  # noqa: PLR0917 - fixtures
    qtbot, begun, made, files, clock, keychain, opened_desks, harm
):
    code = protection.proposed_recovery_code()
    desk = opening.open_found(made, clock)
    protection.new_recovery_code(desk, code)
    desk.close()
    keychain.keys.clear()
    if harm == "gone":
        files.desk.unlink()
    else:
        break_beginning(files)
    window = begun()

    if harm == "gone":
        click(qtbot, window, "trouble.on")
    click(qtbot, window, "lock.other")
    qtbot.keyClicks(part(qtbot, window, "lock.code"), code)
    click(qtbot, window, "lock.open")
    click(qtbot, window, "rescue.restore")
    click(qtbot, window, "rescue.open")
    qtbot.waitUntil(lambda: bool(opened_desks))

    qtbot.waitUntil(lambda: bool(keychain.keys))
    assert opening.find(files, keychain).need is opening.Need.NOTHING


@pytest.mark.parametrize("by_key", [True, False])
def test_from_the_question_that_opens_the_backups_there_is_a_way_back(  # noqa: PLR0917 - fixtures
    qtbot, begun, made, files, keychain, by_key
):
    keychain.keys.clear()
    files.desk.unlink()
    window = begun()

    click(qtbot, window, "trouble.on")
    says(qtbot, window, "Open the backups")
    if by_key:
        qtbot.keyClick(part(qtbot, window, "lock.passphrase"), Qt.Key.Key_Escape)
    else:
        click(qtbot, window, "lock.back")

    says(qtbot, window, "“my.desk” is missing or empty")


def test_a_damaged_desk_that_a_passphrase_opens_leads_there_too(qtbot, begun, made, files, keychain):
    keychain.keys.clear()
    break_beginning(files)
    window = begun()

    qtbot.keyClicks(part(qtbot, window, "lock.passphrase"), PASSPHRASE)
    click(qtbot, window, "lock.open")

    says(qtbot, window, "Your desk is damaged")


def test_without_any_good_backup_another_place_is_offered(  # noqa: PLR0917 - fixtures
    qtbot, begun, made, files, tmp_path, opened_desks
):
    backup = backups_of(files)[0]
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    for path in (backup.files.desk, backup.files.vault):
        path.rename(elsewhere / path.name)
    break_beginning(files)
    window = begun()
    says(qtbot, window, "There is no backup beside the desk that can be put back.")
    assert not part(qtbot, window, "rescue.restore").isEnabled()

    click(qtbot, window, "rescue.elsewhere")
    window.findChild(QFileDialog).fileSelected.emit(str(elsewhere / backup.path.name))
    says(qtbot, window, "It holds 1 person and 0 history entries.")
    click(qtbot, window, "rescue.restore")
    click(qtbot, window, "rescue.open")
    qtbot.waitUntil(lambda: bool(opened_desks))

    assert names_on(opened_desks[0]) == ["Léa Marchetti"]


def test_a_backup_that_is_damaged_too_is_told_and_not_offered(qtbot, begun, made, files):
    backup = backups_of(files)[0]
    backup.path.write_bytes(backup.path.read_bytes()[: 20 * PAGE])
    break_beginning(files)
    window = begun()

    held = part(qtbot, window, "rescue.held")
    assert held.text() == "There is no backup beside the desk that can be put back."
    choice = part(qtbot, window, "rescue.backup")
    assert isinstance(choice, QComboBox)
    choice.activated.emit(0)
    says(qtbot, window, "is damaged; choose an older one.")
    assert not part(qtbot, window, "rescue.restore").isEnabled()


def test_a_desk_of_which_nothing_can_be_read_stays_as_it_is(qtbot, begun, made, files):
    files.desk.write_bytes(bytes(20 * PAGE))
    window = begun()

    click(qtbot, window, "rescue.save")
    says(qtbot, window, "Nothing of “my.desk” can be read")

    assert files.desk.read_bytes() == bytes(20 * PAGE)
    assert part(qtbot, window, "rescue.restore").isEnabled()


def test_a_desk_that_is_well_after_all_opens(qtbot, begun, made, files, opened_desks):
    content = files.desk.read_bytes()
    break_beginning(files)
    window = begun()
    part(qtbot, window, "rescue.again")
    files.desk.write_bytes(content)

    click(qtbot, window, "rescue.again")
    says(qtbot, window, "Your desk is well")
    click(qtbot, window, "rescue.open")
    qtbot.waitUntil(lambda: bool(opened_desks))

    assert names_on(opened_desks[0]) == ["Léa Marchetti", "Noor Benali"]


@pytest.mark.parametrize("content", [None, b"", b"{}"])
def test_a_vault_that_is_lost_or_unreadable_is_taken_from_the_newest_backup(  # noqa: PLR0917 - fixtures
    qtbot, begun, made, files, opened_desks, content
):
    kept = files.vault.read_bytes()
    if content is None:
        files.vault.unlink()
    else:
        files.vault.write_bytes(content)
    window = begun()

    click(qtbot, window, "trouble.on")
    qtbot.waitUntil(lambda: bool(opened_desks))

    assert files.vault.read_bytes() == kept
    assert names_on(opened_desks[0]) == ["Léa Marchetti", "Noor Benali"]


def test_without_a_backup_a_lost_vault_is_told_and_nothing_is_made(qtbot, begun, made, files):
    shutil.rmtree(shelf_of(files))
    files.vault.unlink()
    window = begun()

    click(qtbot, window, "trouble.on")
    says(qtbot, window, "There is no backup beside the desk to take it from.")

    assert not files.vault.exists()
