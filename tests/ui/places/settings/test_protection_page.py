"""The page that tells how the desk is protected, and changes it."""

from concurrent.futures import Future

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import read_vault
from relationdesk.domain.locking import LockRules
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.places.settings.protection_page import ProtectionPage
from relationdesk.ui.places.settings.protection_words import idle_words, in_words
from relationdesk.work import settings
from relationdesk.work.desks import opening, protection
from relationdesk.work.desks.opening import Need
from relationdesk.work.desks.protection import InKeychain

PHRASE = "four quiet words here"


class Pocket(NoKeychain):
    """A keychain in memory, which is there or not."""

    def __init__(self):
        self.kept = {}
        self.is_here = True
        self.keeps = True

    def is_there(self):
        return self.is_here

    def read(self, desk_id):
        return self.kept.get(desk_id)

    def keep(self, desk_id, key):
        if self.keeps:
            self.kept[desk_id] = key
        return self.keeps

    def forget(self, desk_id):
        self.kept.pop(desk_id, None)
        return True


@pytest.fixture
def keychain():
    return Pocket()


@pytest.fixture
def desk(tmp_path, clock, keychain):
    made = opening.make(DeskFiles(tmp_path / "own.desk"), clock, keychain)
    yield made.desk
    made.desk.close()


@pytest.fixture
def page(qtbot, tasks, keychain):
    shown = []

    def show():
        made = ProtectionPage(tasks, keychain, session_tells=True)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        shown.append(made)
        qtbot.waitUntil(lambda: told(made) != "")
        return made

    return show


def part(page, name):
    return page.findChild(QWidget, f"protection.{name}")


def told(page):
    return part(page, "told").text()


def click(qtbot, page, name):
    qtbot.waitUntil(part(page, name).isEnabled)
    qtbot.mouseClick(part(page, name), Qt.MouseButton.LeftButton)


def type_into(qtbot, page, **typed):
    dialog = page.findChild(QDialog, "passphrase.dialog")
    for name, text in typed.items():
        qtbot.keyClicks(dialog.findChild(QWidget, f"passphrase.{name}"), text)
    qtbot.mouseClick(dialog.findChild(QWidget, "passphrase.go"), Qt.MouseButton.LeftButton)


def protect(desk):
    protection.set_passphrase(desk, PHRASE, present=protection.Secret())


def test_it_tells_in_words_what_opens_the_desk(page):
    shown = page()

    assert told(shown).endswith("elsewhere only the recovery code opens it.")
    assert part(shown, "keychain.told").text() == "It holds the key of the desk."
    assert part(shown, "passphrase").text() == "Set one…"
    assert not part(shown, "passphrase.remove").isVisible()
    assert not part(shown, "keychain").isEnabled()


def test_a_passphrase_is_set_and_changed(qtbot, page, desk):
    shown = page()
    click(qtbot, shown, "passphrase")
    with qtbot.waitSignal(shown.said):
        type_into(qtbot, shown, new=PHRASE, again=PHRASE)

    qtbot.waitUntil(lambda: part(shown, "passphrase").text() == "Change…")
    qtbot.waitUntil(lambda: told(shown).endswith("elsewhere your passphrase or the recovery code opens it."))
    assert desk.vault.key_by_passphrase(PHRASE) == desk.key


def test_the_desk_may_ask_at_each_start_and_open_by_itself_again(qtbot, page, desk, keychain):
    protect(desk)
    shown = page()
    click(qtbot, shown, "keychain")
    qtbot.waitUntil(lambda: part(shown, "keychain").text() == "Open by itself")
    assert opening.find(desk.files, keychain).need is Need.SECRET

    click(qtbot, shown, "keychain")
    qtbot.waitUntil(lambda: part(shown, "keychain").text() == "Ask at each start")

    assert opening.find(desk.files, keychain).need is Need.NOTHING


def test_a_keychain_that_refuses_is_told_and_leaves_all_as_it_was(qtbot, page, desk, keychain):
    protect(desk)
    keychain.kept.clear()
    keychain.keeps = False
    shown = page()

    click(qtbot, shown, "keychain")

    qtbot.waitUntil(lambda: "does not keep the desk’s key" in part(shown, "keychain.told").text())
    assert opening.find(desk.files, keychain).need is Need.SECRET


def test_the_passphrase_is_removed_only_where_the_keychain_keeps_the_key(qtbot, page, desk, keychain):
    protect(desk)
    settings.commands.keep_lock_rules(desk, LockRules(15, on_sleep=True))
    shown = page()
    keychain.keeps = False
    click(qtbot, shown, "passphrase.remove")
    type_into(qtbot, shown, present=PHRASE)
    dialog = shown.findChild(QDialog, "passphrase.dialog")
    wrong = dialog.findChild(QWidget, "passphrase.wrong")
    qtbot.waitUntil(lambda: "does not keep the desk’s key" in wrong.text())
    assert desk.vault.passphrase is not None

    keychain.keeps = True
    with qtbot.waitSignal(shown.rules_kept):
        qtbot.mouseClick(dialog.findChild(QWidget, "passphrase.go"), Qt.MouseButton.LeftButton)

    assert read_vault(desk.files.vault).passphrase is None
    assert settings.queries.lock_rules(desk.reader) == LockRules()


def test_without_a_keychain_the_passphrase_stays(qtbot, page, desk, keychain):
    protect(desk)
    keychain.kept.clear()
    keychain.is_here = False
    shown = page()

    assert told(shown).startswith("The desk is encrypted. Your passphrase opens it at each start")
    assert not part(shown, "passphrase.remove").isEnabled()
    assert not part(shown, "keychain").isEnabled()


def test_a_keychain_that_takes_its_time_is_waited_for_in_peace(qtbot, tasks, desk, keychain):
    answer: Future[bytes | None] = Future()

    class Thinking(Pocket):
        def read(self, _desk_id):
            return answer.result(20)

    shown = ProtectionPage(tasks, Thinking(), session_tells=True)
    qtbot.addWidget(shown)
    qtbot.waitUntil(lambda: part(shown, "keychain.told").text().startswith("Waiting for this computer’s"))
    qtbot.waitUntil(lambda: not tasks.is_busy)

    answer.set_result(desk.key.raw)
    qtbot.waitUntil(lambda: part(shown, "keychain.told").text() == "It holds the key of the desk.")


def test_the_rules_of_locking_are_kept(qtbot, page, desk):
    protect(desk)
    shown = page()
    field = part(shown, "idle")
    with qtbot.waitSignal(shown.rules_kept):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.rules_kept):
        part(shown, "sleep").click()

    assert settings.queries.lock_rules(desk.reader) == LockRules(5, on_sleep=True)


def test_locking_by_itself_asks_for_a_passphrase_first(qtbot, page, desk, tasks):
    shown = page()
    part(shown, "sleep").click()
    qtbot.waitUntil(lambda: not part(shown, "sleep").isChecked())
    assert settings.queries.lock_rules(desk.reader) == LockRules()

    with qtbot.waitSignal(shown.rules_kept):
        type_into(qtbot, shown, new=PHRASE, again=PHRASE)

    assert settings.queries.lock_rules(desk.reader) == LockRules(on_sleep=True)
    assert desk.vault.key_by_passphrase(PHRASE) == desk.key
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_it_says_whether_a_copy_of_the_code_was_tested(qtbot, page, desk):
    settings.commands.remind_of_recovery_code(desk)
    shown = page()
    qtbot.waitUntil(lambda: part(shown, "code.told").text() == "No copy of it was tested yet.")

    settings.commands.confirm_recovery_code(desk)
    shown.refresh(None)

    qtbot.waitUntil(lambda: part(shown, "code.told").text().startswith("Test your copy"))


@pytest.mark.parametrize(
    ("name", "signal"), [("test", "trial_asked"), ("code", "code_asked"), ("lock", "lock_asked")]
)
def test_what_others_do_is_asked_of_them(qtbot, page, name, signal):
    shown = page()

    with qtbot.waitSignal(getattr(shown, signal)):
        click(qtbot, shown, name)


def test_a_desk_that_only_its_code_will_open_is_told_plainly():
    for standing in (InKeychain.NOT_HELD, InKeychain.NO_KEYCHAIN):
        assert in_words(standing, has_passphrase=False).endswith("Set one now.")


@pytest.mark.parametrize(
    ("minutes", "words"), [(None, "Never"), (5, "After 5 minutes"), (60, "After 1 hour")]
)
def test_idle_times_are_told_in_words(minutes, words):
    assert idle_words(minutes) == words
