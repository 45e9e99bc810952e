import shutil
from concurrent.futures import Future
from itertools import pairwise

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import read_vault
from relationdesk.domain.card import Card
from relationdesk.domain.clock import today
from relationdesk.language.words import Language, current_language, use_language
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.shell.own_desk import ways_to
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.start import StartWindow
from relationdesk.work import settings
from relationdesk.work.backups.making import back_up
from relationdesk.work.backups.source import source_of
from relationdesk.work.bundles import carrying
from relationdesk.work.desks import opening
from relationdesk.work.desks.errors import LostVaultError
from relationdesk.work.desks.machine import Machine
from relationdesk.work.desks.opening import Need
from relationdesk.work.people.commands import create_person


class Keyring(NoKeychain):
    """A keychain in memory, which is there or not."""

    def __init__(self, *, is_there):
        self.keys = {}
        self._is_there = is_there

    def is_there(self):
        return self._is_there

    def read(self, desk_id):
        return self.keys.get(desk_id)

    def keep(self, desk_id, key):
        if self._is_there:
            self.keys[desk_id] = key
        return self._is_there


class Thinking(Keyring):
    """A keychain that answers when it is told to."""

    def __init__(self):
        super().__init__(is_there=True)
        self.answer = Future()

    def reading(self, _desk_id):
        return self.answer


@pytest.fixture
def files(tmp_path):
    return DeskFiles(tmp_path / "my.desk")


@pytest.fixture
def opened_desks():
    desks = []
    yield desks
    for desk in desks:
        desk.close()
    use_language(Language.ENGLISH)


@pytest.fixture
def begun(qtbot, clock, files, tmp_path, opened_desks, collecting_here):  # noqa: PLR0917 - fixtures
    windows = []

    def ways(keychain):
        return ways_to(files, Machine(keychain), clock, lambda _files: None)

    def begin(*, has_keychain=False, keychain=None):
        window = StartWindow(ways(keychain or Keyring(is_there=has_keychain)), Remembered(tmp_path))
        windows.append(window)
        window.opened.connect(opened_desks.append)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitActive(window)
        window.begin()
        return window

    return begin


def part(qtbot, window, name):
    qtbot.waitUntil(lambda: window.findChild(QWidget, name) is not None)
    return window.findChild(QWidget, name)


def click(qtbot, window, name):
    qtbot.mouseClick(part(qtbot, window, name), Qt.MouseButton.LeftButton)


def wrong(window):
    return window.findChild(QLabel, "start.wrong").text()


def make_desk(files, clock, passphrase="four quiet words here"):
    made = opening.make(files, clock, Keyring(is_there=False), passphrase=passphrase)
    made.desk.close()
    return made.recovery_code


def test_a_first_start_ends_with_an_open_desk_and_a_code_that_opens_it(
    qtbot, begun, files, clock, opened_desks
):
    window = begun()
    click(qtbot, window, "first.language.en")
    qtbot.keyClicks(part(qtbot, window, "first.passphrase"), "four quiet words here")
    qtbot.keyClicks(part(qtbot, window, "first.again"), "four quiet words here")
    click(qtbot, window, "first.make")
    shown = part(qtbot, window, "first.code")
    qtbot.waitUntil(shown.isVisible)
    code = shown.text()
    click(qtbot, window, "first.next")
    assert not part(qtbot, window, "first.go").isEnabled()

    qtbot.keyClicks(part(qtbot, window, "first.test"), code[-9:])
    assert part(qtbot, window, "first.result").text() == "That is right: your copy opens the desk."
    with qtbot.waitSignal(window.opened):
        click(qtbot, window, "first.go")

    assert opened_desks[0].today() == today(clock)
    situation = opening.find(files, Keyring(is_there=False))
    assert situation.need is Need.SECRET
    opened_desks.append(opening.unlock(situation, clock, recovery_code=code))


def test_the_language_chosen_first_is_spoken_and_remembered(qtbot, begun, tmp_path):
    window = begun()
    part(qtbot, window, "first.language")

    click(qtbot, window, "first.language.en")

    assert current_language() is Language.ENGLISH
    assert Remembered(tmp_path).language is Language.ENGLISH


def test_with_a_keychain_the_passphrase_may_be_left_empty(qtbot, begun):
    window = begun(has_keychain=True)
    click(qtbot, window, "first.language.en")

    click(qtbot, window, "first.make")

    assert part(qtbot, window, "first.code").text().count("-") == 6


@pytest.mark.parametrize(
    ("first", "again", "told"),
    [
        ("short", "short", "A passphrase needs at least 8 characters; four words make a good one."),
        ("long enough words", "other words", "The two passphrases are not the same."),
    ],
)
def test_a_weak_or_mistyped_passphrase_is_told_in_words(qtbot, begun, first, again, told):
    window = begun()
    click(qtbot, window, "first.language.en")
    qtbot.keyClicks(part(qtbot, window, "first.passphrase"), first)
    qtbot.keyClicks(part(qtbot, window, "first.again"), again)

    click(qtbot, window, "first.make")

    assert wrong(window) == told
    assert window.findChild(QLabel, "first.code") is None


def test_the_passphrase_opens_the_desk_with_enter(qtbot, begun, files, clock):
    make_desk(files, clock)
    window = begun()
    field = part(qtbot, window, "lock.passphrase")
    qtbot.keyClicks(field, "four quiet words here")

    with qtbot.waitSignal(window.opened):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_wrong_passphrase_is_told_and_can_be_typed_again(qtbot, begun, files, clock):
    make_desk(files, clock)
    window = begun()
    field = part(qtbot, window, "lock.passphrase")
    qtbot.keyClicks(field, "not it at all")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wrong(window) != "")
    assert wrong(window) == "This passphrase or recovery code does not open this desk."

    qtbot.keyClicks(field, "four quiet words here")
    with qtbot.waitSignal(window.opened):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_recovery_code_opens_the_desk_too(qtbot, begun, files, clock):
    code = make_desk(files, clock)
    window = begun()
    click(qtbot, window, "lock.other")
    field = part(qtbot, window, "lock.code")
    qtbot.keyClicks(field, code.lower().replace("-", " "))

    with qtbot.waitSignal(window.opened):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_slip_in_the_recovery_code_is_told(qtbot, begun, files, clock):
    make_desk(files, clock)
    window = begun()
    click(qtbot, window, "lock.other")
    qtbot.keyClicks(part(qtbot, window, "lock.code"), "ABCD-EFGH")
    click(qtbot, window, "lock.open")
    qtbot.waitUntil(lambda: wrong(window) != "")

    assert "slip" in wrong(window)


def test_a_missing_desk_is_told_and_nothing_is_made_in_its_place(qtbot, begun, files, clock):
    make_desk(files, clock)
    files.desk.unlink()
    window = begun()
    part(qtbot, window, "trouble.again")

    assert any("is missing or empty" in label.text() for label in window.findChildren(QLabel))
    assert not files.desk.exists()


def test_looking_again_finds_a_desk_that_was_put_back(qtbot, begun, files, clock):
    make_desk(files, clock)
    away = files.desk.rename(files.desk.with_name("away"))
    window = begun()
    part(qtbot, window, "trouble.again")
    away.rename(files.desk)

    click(qtbot, window, "trouble.again")

    field = part(qtbot, window, "lock.passphrase")
    qtbot.waitUntil(field.isVisible)


def test_the_recovery_code_can_be_copied(qtbot, begun):
    window = begun(has_keychain=True)
    click(qtbot, window, "first.language.en")
    click(qtbot, window, "first.make")
    code = part(qtbot, window, "first.code").text()

    click(qtbot, window, "first.copy")

    assert QGuiApplication.clipboard().text() == code


def test_every_page_has_one_thing_to_do_next(qtbot, begun):
    window = begun(has_keychain=True)
    click(qtbot, window, "first.language.en")
    part(qtbot, window, "first.make")
    click(qtbot, window, "first.make")
    part(qtbot, window, "first.code")

    qtbot.waitUntil(lambda: primary(window) == ["first.next"])
    click(qtbot, window, "first.next")
    assert primary(window) == ["first.go"]


def primary(window):
    buttons = [button for button in window.centralWidget().findChildren(QPushButton) if button.isVisible()]
    return [button.objectName() for button in buttons if button.property("role") == "primary"]


def test_no_line_of_a_page_is_cut_off(qtbot, begun):
    window = begun()
    click(qtbot, window, "first.language.en")
    part(qtbot, window, "first.passphrase")
    qtbot.waitUntil(lambda: cut_off(window) == [])

    qtbot.keyClicks(part(qtbot, window, "first.passphrase"), "four quiet words here")
    qtbot.keyClicks(part(qtbot, window, "first.again"), "four quiet words here")
    click(qtbot, window, "first.make")
    part(qtbot, window, "first.code")
    qtbot.waitUntil(lambda: cut_off(window) == [])


def cut_off(window):
    shown = [label for label in window.centralWidget().findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in shown if label.height() < label.heightForWidth(label.width())]


def test_the_code_may_wait_and_the_desk_reminds_of_it(qtbot, begun, opened_desks):
    window = begun(has_keychain=True)
    click(qtbot, window, "first.language.en")
    click(qtbot, window, "first.make")
    part(qtbot, window, "first.code")

    with qtbot.waitSignal(window.opened):
        click(qtbot, window, "first.later")

    assert settings.queries.recovery_code_waits(opened_desks[0].reader)


def shown_code(qtbot, window):
    click(qtbot, window, "first.language.en")
    part(qtbot, window, "first.make")
    click(qtbot, window, "first.make")
    shown = part(qtbot, window, "first.code")
    qtbot.waitUntil(shown.isVisible)
    return shown.text()


def test_a_code_that_was_tested_is_not_asked_for_again(qtbot, begun, opened_desks):
    window = begun(has_keychain=True)
    code = shown_code(qtbot, window)
    click(qtbot, window, "first.copy")
    click(qtbot, window, "first.next")
    qtbot.keyClicks(part(qtbot, window, "first.test"), code.lower().replace("-", " "))

    with qtbot.waitSignal(window.opened):
        click(qtbot, window, "first.go")

    assert QGuiApplication.clipboard().text() == ""

    assert not settings.queries.recovery_code_waits(opened_desks[0].reader)


@pytest.mark.parametrize("typed", ["", "0000", "ZZZZ-ZZZZ"])
def test_a_copy_that_is_not_right_does_not_pass(qtbot, begun, typed):
    window = begun(has_keychain=True)
    shown_code(qtbot, window)
    click(qtbot, window, "first.next")
    qtbot.keyClicks(part(qtbot, window, "first.test"), typed)

    assert not part(qtbot, window, "first.go").isEnabled()
    told_wrong = part(qtbot, window, "first.result").text()
    assert ("not how the code ends" in told_wrong) is (len(typed) > 8)
    part(qtbot, window, "first.back").click()
    qtbot.waitUntil(part(qtbot, window, "first.code").isVisible)


def test_the_sheet_goes_where_the_user_puts_it(qtbot, begun, tmp_path):
    window = begun(has_keychain=True)
    code = shown_code(qtbot, window)
    click(qtbot, window, "first.sheet")
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    dialog.reject()
    qtbot.waitUntil(lambda: "Saved as sheet.pdf" in part(qtbot, window, "first.told").text())

    assert (
        code.replace("-", " - ").split(" - ")[0] in PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    )
    qtbot.waitUntil(part(qtbot, window, "first.open").isVisible)


def test_a_sheet_that_cannot_be_written_is_told(qtbot, begun, tmp_path):
    window = begun(has_keychain=True)
    shown_code(qtbot, window)
    click(qtbot, window, "first.sheet")
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "sheet.pdf"))
    dialog.reject()

    qtbot.waitUntil(lambda: "cannot be written there" in part(qtbot, window, "first.told").text())


def told(window):
    return window.findChild(QLabel, "lock.told").text()


def test_while_the_keychain_takes_its_time_the_passphrase_opens_the_desk(qtbot, begun, files, clock):
    make_desk(files, clock)
    window = begun(keychain=Thinking())
    field = part(qtbot, window, "lock.passphrase")
    assert told(window) == (
        "Waiting for this computer’s keychain, which may be asking you for something. "
        "You can also open the desk yourself."
    )
    qtbot.keyClicks(field, "four quiet words here")

    with qtbot.waitSignal(window.opened):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_key_that_comes_late_opens_the_desk(qtbot, begun, files, clock):
    code = make_desk(files, clock)
    keychain = Thinking()
    window = begun(keychain=keychain)
    part(qtbot, window, "lock.passphrase")

    with qtbot.waitSignal(window.opened):
        keychain.answer.set_result(read_vault(files.vault).key_by_recovery(code).raw)


@pytest.mark.parametrize("answer", [None, b"cut", bytes(32)])
def test_a_keychain_without_the_key_is_told(qtbot, begun, files, clock, answer):
    make_desk(files, clock)
    keychain = Thinking()
    keychain.answer.set_result(answer)
    window = begun(keychain=keychain)
    part(qtbot, window, "lock.passphrase")

    qtbot.waitUntil(lambda: told(window) == "This computer’s keychain did not give the desk’s key.")


def test_the_keychain_keeps_the_key_where_the_user_wants_it(qtbot, begun, files, clock):
    make_desk(files, clock)
    keychain = Keyring(is_there=True)
    window = begun(keychain=keychain)
    qtbot.waitUntil(part(qtbot, window, "lock.keep").isVisible)
    part(qtbot, window, "lock.keep").click()
    field = part(qtbot, window, "lock.passphrase")
    qtbot.keyClicks(field, "four quiet words here")

    with qtbot.waitSignal(window.opened):
        qtbot.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: list(keychain.keys) == [read_vault(files.vault).desk_id])
    assert opening.find(files, keychain).need is Need.NOTHING


def test_the_keychain_keeps_nothing_unasked_after_a_passphrase(qtbot, begun, files, clock):
    make_desk(files, clock)
    keychain = Keyring(is_there=True)
    window = begun(keychain=keychain)
    field = part(qtbot, window, "lock.passphrase")
    qtbot.keyClicks(field, "four quiet words here")
    with qtbot.waitSignal(window.opened):
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert keychain.keys == {}


def test_a_recovered_key_goes_back_into_the_keychain(qtbot, begun, files, clock):
    code = make_desk(files, clock)
    keychain = Keyring(is_there=True)
    window = begun(keychain=keychain)
    click(qtbot, window, "lock.other")
    qtbot.keyClicks(part(qtbot, window, "lock.code"), code)
    with qtbot.waitSignal(window.opened):
        click(qtbot, window, "lock.open")

    qtbot.waitUntil(lambda: opening.find(files, keychain).need is Need.NOTHING)


def test_wrong_passphrases_make_one_wait_a_little_longer_each_time(qtbot, begun, files, clock):
    make_desk(files, clock)
    window = begun()
    field = part(qtbot, window, "lock.passphrase")
    page, waits = window.centralWidget(), []
    for _try in range(6):
        page.show_wrong("")
        qtbot.keyClicks(field, "not it at all")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: wrong(window) != "")
        waits.append(page.pause_milliseconds)
        assert part(qtbot, window, "lock.open").isEnabled() is (waits[-1] == 0)
        page.end_pause()

    assert waits == [0, 1000, 2000, 4000, 8000, 8000]
    assert wrong(window) == (
        "This passphrase or recovery code does not open this desk. You can try again in 8 seconds."
    )


def test_nothing_is_tried_during_the_wait(qtbot, begun, files, clock, opened_desks):
    make_desk(files, clock)
    window = begun()
    field = part(qtbot, window, "lock.passphrase")
    window.centralWidget().pause("No.", 2)
    qtbot.keyClicks(field, "four quiet words here")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened_desks == []

    window.centralWidget().end_pause()
    with qtbot.waitSignal(window.opened):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_desk_that_asks_at_each_start_is_told_to_no_keychain(qtbot, begun, files):
    keychain = Keyring(is_there=True)
    window = begun(keychain=keychain)
    click(qtbot, window, "first.language.en")
    assert not part(qtbot, window, "first.asks").isEnabled()
    qtbot.keyClicks(part(qtbot, window, "first.passphrase"), "four quiet words here")
    qtbot.keyClicks(part(qtbot, window, "first.again"), "four quiet words here")
    part(qtbot, window, "first.asks").click()
    click(qtbot, window, "first.make")
    part(qtbot, window, "first.code")

    assert keychain.keys == {}
    assert opening.find(files, keychain).need is Need.SECRET


@pytest.fixture
def bundle(tmp_path, clock):
    """A bundle of a desk on another computer, and the code that opens it."""
    other = DeskFiles(tmp_path / "other" / "my.desk")
    code = make_desk(other, clock)
    desk = opening.unlock(opening.found(other), clock, recovery_code=code)
    create_person(desk, Card(display_name="Léa Marchetti"))
    carrying.take_along(carrying.depart(desk), tmp_path / "away.reldesk")
    desk.close()
    return tmp_path / "away.reldesk", code


def open_bundle(window, path):
    """Choose a file as the dialog of the system would."""
    window.findChild(QPushButton, "first.bundle").click()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_a_bundle_becomes_the_desk_of_this_computer_by_its_recovery_code(
    qtbot, begun, files, bundle, opened_desks
):
    keyring = Keyring(is_there=True)
    window = begun(keychain=keyring)
    part(qtbot, window, "first.bundle")
    open_bundle(window, bundle[0])
    click(qtbot, window, "lock.other")
    assert (
        "The bundle of 24 November 2026 holds a desk with 1 person."
        in part(qtbot, window.centralWidget(), "start.text").text()
    )
    qtbot.keyClicks(part(qtbot, window, "lock.code"), bundle[1])
    with qtbot.waitSignal(window.opened, timeout=20_000):
        click(qtbot, window, "lock.open")

    assert opened_desks[0].files == files
    assert opened_desks[0].reader.number("SELECT count(*) FROM person") == 1
    qtbot.waitUntil(lambda: read_vault(files.vault).desk_id in keyring.keys)
    assert list(files.desk.parent.glob(".bundle-*")) == []


@pytest.fixture
def backup(tmp_path, clock):
    """A backup of another computer's desk, on a stick with its vault, and the code that opens it."""
    other = DeskFiles(tmp_path / "other" / "my.desk")
    code = make_desk(other, clock)
    desk = opening.unlock(opening.found(other), clock, recovery_code=code)
    create_person(desk, Card(display_name="Léa Marchetti"))
    made = back_up(source_of(desk)).backup
    desk.close()
    stick = tmp_path / "stick"
    shutil.copytree(made.path.parent, stick)
    shutil.rmtree(other.desk.parent)
    return stick / made.path.name, code


@pytest.mark.parametrize("by_code", [True, False])
def test_a_backup_becomes_the_desk_of_a_computer_that_has_none(  # noqa: PLR0917 - fixtures
    qtbot, begun, files, backup, opened_desks, by_code
):
    keyring = Keyring(is_there=True)
    window = begun(keychain=keyring)
    part(qtbot, window, "first.bundle")
    open_bundle(window, backup[0])
    field = part(qtbot, window, "lock.passphrase")
    assert "The backup of 24 November 2026" in part(qtbot, window.centralWidget(), "start.text").text()
    if by_code:
        click(qtbot, window, "lock.other")
        field = part(qtbot, window, "lock.code")
    qtbot.keyClicks(field, backup[1] if by_code else "four quiet words here")
    with qtbot.waitSignal(window.opened, timeout=20_000):
        click(qtbot, window, "lock.open")

    assert opened_desks[0].files == files
    assert opened_desks[0].reader.number("SELECT count(*) FROM person") == 1
    qtbot.waitUntil(lambda: read_vault(files.vault).desk_id in keyring.keys)
    assert backup[0].is_file()


def test_a_backup_without_its_vault_is_refused_and_nothing_is_made(qtbot, begun, files, backup):
    backup[0].with_name(backup[0].name + ".vault").unlink()
    window = begun()
    part(qtbot, window, "first.bundle")
    open_bundle(window, backup[0])

    part(qtbot, window, "file.back")
    assert "cannot be unlocked without its vault" in part(qtbot, window.centralWidget(), "start.text").text()
    assert not files.desk.exists()
    assert not files.vault.exists()


def test_a_bundle_opens_by_its_passphrase_too_and_not_by_another(qtbot, begun, bundle, opened_desks):
    window = begun()
    part(qtbot, window, "first.bundle")
    open_bundle(window, bundle[0])
    qtbot.keyClicks(part(qtbot, window, "lock.passphrase"), "four noisy words here")
    click(qtbot, window, "lock.open")
    qtbot.waitUntil(lambda: wrong(window) == "This passphrase or recovery code does not open this desk.")
    qtbot.keyClicks(part(qtbot, window, "lock.passphrase"), "four quiet words here")
    with qtbot.waitSignal(window.opened, timeout=20_000):
        click(qtbot, window, "lock.open")

    assert opened_desks[0].reader.number("SELECT count(*) FROM person") == 1


def test_whoever_has_not_what_opens_a_bundle_goes_back_and_leaves_nothing(qtbot, begun, files, bundle):
    window = begun()
    part(qtbot, window, "first.bundle")
    open_bundle(window, bundle[0])
    click(qtbot, window, "lock.back")

    qtbot.waitUntil(lambda: part(qtbot, window, "first.language").isVisible())
    assert not files.desk.exists()
    assert list(files.desk.parent.glob(".bundle-*")) == []


def test_a_file_that_is_no_bundle_leads_back_to_the_first_start(qtbot, begun, files, tmp_path):
    (tmp_path / "notes.reldesk").write_text("Dear diary")
    window = begun()
    part(qtbot, window, "first.bundle")
    open_bundle(window, tmp_path / "notes.reldesk")
    back = part(qtbot, window, "file.back")
    assert "is not a bundle of a desk" in " ".join(label.text() for label in window.findChildren(QLabel))

    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: part(qtbot, window, "first.language").isVisible())
    assert not files.desk.exists()


@pytest.mark.parametrize("language", list(Language))
def test_the_ways_on_a_page_are_wide_enough_for_their_words(qtbot, begun, files, language):
    use_language(language)
    window = begun()
    part(qtbot, window, "first.language")
    window.show_trouble(LostVaultError(files.desk))
    page = window.centralWidget()
    ways = page.findChildren(QPushButton)

    def are_laid_out():
        edges = sorted((button.y(), button.x(), button.x() + button.width()) for button in ways)
        assert all(button.width() >= button.sizeHint().width() for button in ways)
        for (row, _left, right), (next_row, next_left, _right) in pairwise(edges):
            assert row != next_row or right <= next_left

    assert len(ways) == 3
    qtbot.waitUntil(are_laid_out)


def test_enter_chooses_the_language_that_the_computer_speaks(qtbot, begun):
    use_language(Language.FRENCH)
    window = begun()
    part(qtbot, window, "first.language")
    qtbot.waitUntil(lambda: window.focusWidget() is part(qtbot, window, "first.language.fr"))

    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    assert part(qtbot, window, "first.make").text() == "Créer le bureau"
