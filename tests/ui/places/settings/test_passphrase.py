"""Choosing, changing and taking away the passphrase in its dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import WrongSecretError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import read_vault
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.places.settings.passphrase_dialog import Purpose
from relationdesk.ui.places.settings.passphrase_flow import PassphraseFlow
from relationdesk.work.desks import opening, protection

FIRST, SECOND = "four quiet words here", "another four quiet words"


class Pocket(NoKeychain):
    """A keychain in memory."""

    def __init__(self):
        self.kept = {}

    def is_there(self):
        return True

    def read(self, desk_id):
        return self.kept.get(desk_id)

    def keep(self, desk_id, key):
        self.kept[desk_id] = key
        return True


@pytest.fixture
def code(tmp_path, clock):
    made = opening.make(DeskFiles(tmp_path / "own.desk"), clock, Pocket())
    made.desk.close()
    return made.recovery_code


@pytest.fixture
def desk(tmp_path, clock, code):
    files = DeskFiles(tmp_path / "own.desk")
    opened = Desk(files, read_vault(files.vault).key_by_recovery(code), clock)
    yield opened
    opened.close()


@pytest.fixture
def keychain():
    return Pocket()


@pytest.fixture
def ask(qtbot, tasks, keychain):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    flow, done = PassphraseFlow(tasks, keychain, owner), []

    def begin(purpose):
        flow.ask(purpose, lambda: done.append(purpose))
        return owner.findChild(QDialog, "passphrase.dialog"), done

    return begin


def type_into(qtbot, dialog, **typed):
    for name, text in typed.items():
        field = dialog.findChild(QWidget, f"passphrase.{name}")
        field.clear()
        qtbot.keyClicks(field, text)


def go(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QWidget, "passphrase.go"), Qt.MouseButton.LeftButton)


def wrong(dialog):
    return dialog.findChild(QWidget, "passphrase.wrong").text()


def opens(desk, passphrase):
    try:
        return read_vault(desk.files.vault).key_by_passphrase(passphrase) == desk.key
    except WrongSecretError:
        return False


@pytest.mark.parametrize("purpose", [Purpose.FIRST, Purpose.TO_LOCK])
def test_a_first_passphrase_is_typed_twice(qtbot, ask, desk, purpose):
    dialog, done = ask(purpose)
    assert not dialog.findChild(QWidget, "passphrase.present").isVisible()
    type_into(qtbot, dialog, new=FIRST, again=SECOND)
    go(qtbot, dialog)
    assert wrong(dialog) == "The two passphrases are not the same."
    type_into(qtbot, dialog, new="short", again="short")
    go(qtbot, dialog)
    assert wrong(dialog) == "A passphrase needs at least 8 characters; four words make a good one."
    assert done == []

    type_into(qtbot, dialog, new=FIRST, again=FIRST)
    go(qtbot, dialog)

    qtbot.waitUntil(lambda: done == [purpose])
    assert opens(desk, FIRST)


def test_a_change_needs_the_present_passphrase(qtbot, ask, desk):
    protection.set_passphrase(desk, FIRST, present=protection.Secret())
    dialog, done = ask(Purpose.CHANGE)
    type_into(qtbot, dialog, present="not it at all", new=SECOND, again=SECOND)
    go(qtbot, dialog)
    qtbot.waitUntil(lambda: wrong(dialog) != "")
    assert opens(desk, FIRST)

    type_into(qtbot, dialog, present=FIRST)
    go(qtbot, dialog)

    qtbot.waitUntil(lambda: done == [Purpose.CHANGE])
    assert opens(desk, SECOND)
    assert not opens(desk, FIRST)


def test_the_recovery_code_helps_where_the_passphrase_is_forgotten(qtbot, ask, desk, code):
    protection.set_passphrase(desk, FIRST, present=protection.Secret())
    dialog, done = ask(Purpose.CHANGE)
    qtbot.mouseClick(dialog.findChild(QWidget, "passphrase.other"), Qt.MouseButton.LeftButton)
    type_into(qtbot, dialog, code=code, new=SECOND, again=SECOND)

    go(qtbot, dialog)

    qtbot.waitUntil(lambda: done == [Purpose.CHANGE])
    assert opens(desk, SECOND)


def test_a_passphrase_is_removed_where_the_keychain_holds_the_key(qtbot, ask, desk, keychain):
    protection.set_passphrase(desk, FIRST, present=protection.Secret())
    dialog, done = ask(Purpose.REMOVAL)
    assert not dialog.findChild(QWidget, "passphrase.new").isVisible()
    type_into(qtbot, dialog, present=FIRST)

    go(qtbot, dialog)

    qtbot.waitUntil(lambda: done == [Purpose.REMOVAL])
    assert not opens(desk, FIRST)
    assert list(keychain.kept.values()) == [desk.key.raw]


def test_no_dialog_shows_what_is_typed(ask):
    dialog, _done = ask(Purpose.CHANGE)

    for name in ("present", "new", "again"):
        field = dialog.findChild(QWidget, f"passphrase.{name}")
        assert field.echoMode() == field.EchoMode.Password
        assert field.accessibleName()
