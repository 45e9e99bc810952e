"""Locking locks (promise 8): who comes by sees nobody's name, and the user comes back to where they were."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip, QWidget
from seen import found

from logind_fixtures import DELAYED, MAY_SLEEP
from real_desk import FULL_CARD, clock_at
from relationdesk.cli.arguments import parse
from relationdesk.cli.main import run
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import read_vault, write_vault
from relationdesk.domain.card import Card
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.ids import PersonId
from relationdesk.domain.locking import LockRules
from relationdesk.domain.vocabulary import Action, InteractionKind
from relationdesk.language.words import Language, use_language
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.program import Program
from relationdesk.ui.shell.window import MainWindow
from relationdesk.work import follow_ups, history, settings
from relationdesk.work.attachments.opening import copy_to_open
from relationdesk.work.attachments.queries import FileContent
from relationdesk.work.desks import opening, protection
from relationdesk.work.desks.machine import Machine
from relationdesk.work.people.commands import create_person

PHRASE = "four quiet words here"
NAMES = ("Marchetti", "Zanzibarian", "Quellmeister", "figuier")
FEW_MILLISECONDS = 20_000


@pytest.fixture
def clock() -> FixedClock:
    return clock_at()


class Pocket(NoKeychain):
    """A keychain that holds every key, so that only the lock asks."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def is_there(self) -> bool:
        return True

    def read(self, desk_id: str) -> bytes | None:
        return self.kept.get(desk_id)

    def keep(self, desk_id: str, key: bytes) -> bool:
        self.kept[desk_id] = key
        return True


@dataclass(frozen=True)
class Pattern:
    """A desk with people on it, whose key is in the keychain and which has a passphrase."""

    desk: bytes
    vault: bytes
    kept: dict[str, bytes]
    lea: PersonId
    code: str


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Pattern:
    """It is made once and copied: making it takes a second."""
    files, keychain = DeskFiles(tmp_path_factory.mktemp("pattern") / "my.desk"), Pocket()
    made = opening.make(files, clock_at(), keychain)
    desk = made.desk
    lea = create_person(desk, FULL_CARD)
    for number in range(25):
        history.commands.log_interaction(
            desk,
            people=[lea],
            kind=InteractionKind.CALL,
            text=f"The figuier, {number}",
            happened_on=desk.today() - timedelta(days=number),
        )
    create_person(desk, Card(display_name="Noor Zanzibarian", notes=("Knows the owner of the figuier",)))
    others = [create_person(desk, Card(display_name=f"Quellmeister {number:02}")) for number in range(40)]
    for person in (lea, *others[:9]):
        follow_ups.commands.set_follow_up(
            desk, person_id=person, action=Action.CALL, reason="Ask about the figuier", due_on=desk.today()
        )
    protection.set_passphrase(desk, PHRASE, present=protection.Secret())
    settings.commands.keep_lock_rules(desk, LockRules(15, on_sleep=True))
    desk.close()
    return Pattern(files.desk.read_bytes(), files.vault.read_bytes(), keychain.kept, lea, made.recovery_code)


@pytest.fixture
def keychain(pattern: Pattern) -> Pocket:
    pocket = Pocket()
    pocket.kept |= pattern.kept
    return pocket


@pytest.fixture
def files(tmp_path: Path, pattern: Pattern) -> DeskFiles:
    files = DeskFiles(tmp_path / "my.desk")
    files.desk.write_bytes(pattern.desk)
    files.vault.write_bytes(pattern.vault)
    return files


@pytest.fixture
def program(qapp, clock, keychain, tmp_path, monkeypatch) -> Iterator[Program]:
    monkeypatch.setenv("RELATIONDESK_HOME", str(tmp_path))
    with ExitStack() as held:
        made = Program(qapp, Machine(keychain), clock, held, carry_out=lambda *_asked, **_printing: 1)
        yield made
        for window in QApplication.topLevelWidgets():
            window.close()
            window.deleteLater()
        made.close()
        made.deleteLater()
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.enable()
    use_language(Language.ENGLISH)


def shown(qtbot, name: str) -> QWidget:
    """A part by its name in whatever window is shown, once it is there."""
    parts: list[QWidget] = []

    def look() -> bool:
        found_now = (window.findChild(QWidget, name) for window in QApplication.topLevelWidgets())
        parts[:] = [part for part in found_now if part is not None and part.isVisible()]
        return bool(parts)

    qtbot.waitUntil(look, timeout=FEW_MILLISECONDS)
    return parts[0]


def window_of(qtbot) -> MainWindow:
    """The window on the open desk, once all is read."""
    windows = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()
    ]
    assert len(windows) == 1
    return windows[0]


def until_idle(qtbot, window: MainWindow) -> None:
    """Wait for every answer that is on its way."""
    qtbot.waitUntil(lambda: not window._tasks.is_busy)


@pytest.fixture
def window(qtbot, program, files, pattern, logind) -> MainWindow:
    """The window of somebody who looked at everything; the program listens to logind."""
    program.begin(files, "")
    window = window_of(qtbot)
    qtbot.waitActive(window)
    qtbot.waitUntil(logind.has_news)
    assert logind.says() == DELAYED
    until_idle(qtbot, window)
    window.open_person(pattern.lea)
    until_idle(qtbot, window)
    QGuiApplication.clipboard().setText("Marchetti, copied")
    return window


Away = Callable[[], None]


@pytest.fixture
def ways(qtbot, clock, logind, program) -> dict[str, Away]:
    """Each way to lock, as the user or the computer does it."""

    def idle() -> None:
        clock.moment += timedelta(minutes=16)
        program.guard.watch().idleness.look_at_clock()

    def late() -> None:
        clock.moment += timedelta(minutes=16)
        QTest.mouseMove(window_of(qtbot).windowHandle(), QPoint(40, 40))

    def slept() -> None:
        clock.moment += timedelta(minutes=3)
        program.guard.watch().sleep_gap.look_at_clock()

    return {
        "idle": idle,
        "late input": late,
        "sleep": lambda: logind.tell("sleep"),
        "session": lambda: logind.tell("lock"),
        "slept": slept,
        "tray": program.background._in_tray.tray.lock_asked.emit,
        "Ctrl+L": lambda: qtbot.keyClick(window_of(qtbot), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
    }


WAYS = ("idle", "sleep", "session", "slept", "tray", "Ctrl+L")


def is_open(files: DeskFiles) -> bool:
    """Whether this process holds the desk or what lies beside it open."""
    held = {os.path.realpath(one) for one in Path("/proc/self/fd").iterdir()}
    return bool(held & {str(files.desk), f"{files.desk}-wal", f"{files.desk}-shm"})


@pytest.fixture
def only_when_idle(window, program):
    """A clock that goes on by a quarter of an hour would tell of sleep as well."""
    program.guard.watch().go_by(LockRules(15))


@pytest.mark.parametrize("way", ["idle", "late input"])
def test_nobody_there_for_a_while_is_enough(qtbot, window, only_when_idle, ways, way):
    ways[way]()

    shown(qtbot, "lock.passphrase")


def test_the_computer_sleeps_once_the_desk_is_closed(qtbot, window, files, ways, logind):
    is_open_then: list[bool] = []
    logind.heard = lambda _line: is_open_then.append(is_open(files))

    ways["sleep"]()
    shown(qtbot, "lock.passphrase")

    assert logind.says() == MAY_SLEEP
    assert is_open_then == [False]


@pytest.mark.parametrize("way", WAYS)
def test_whoever_comes_by_sees_nobodys_name(qtbot, window, files, ways, way):
    assert {name for name, _where in found(NAMES)} >= {"Marchetti", "Zanzibarian", "Quellmeister"}
    assert is_open(files)

    ways[way]()
    shown(qtbot, "lock.passphrase")
    qtbot.waitUntil(
        lambda: not [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    )
    assert found(NAMES) == set()
    assert not is_open(files)


def test_the_tray_tells_how_many_wait_only_while_the_desk_is_open(qtbot, window, program, ways):
    tray = program.background._in_tray.tray
    assert tray.told == f"{window.today.people} people to come back to today"

    ways["tray"]()
    shown(qtbot, "lock.passphrase")
    qtbot.waitUntil(lambda: tray.told == "Unlock to see reminders")
    assert "people" not in tray.icon.toolTip()

    again = unlock(qtbot)
    qtbot.waitUntil(lambda: tray.told == f"{again.today.people} people to come back to today")


def unlock(qtbot, secret: str = PHRASE) -> MainWindow:
    """Open the locked desk again."""
    field = shown(qtbot, "lock.passphrase")
    qtbot.keyClicks(field, secret)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any(
            isinstance(one, MainWindow) and one.isVisible() for one in QApplication.topLevelWidgets()
        ),
        timeout=FEW_MILLISECONDS,
    )
    return window_of(qtbot)


def test_whoever_unlocks_comes_back_to_where_they_were(qtbot, window, ways, pattern):
    window.people.list.filter.setText("quell")
    window.people.list.filter.edited.emit("quell")
    until_idle(qtbot, window)
    window.people.screen_of_person.tabs.setCurrentIndex(2)
    window.people.list.table.verticalScrollBar().setValue(20)
    window.resize(744, 611)
    window.people.screen_of_person.tabs.setCurrentIndex(0)
    until_idle(qtbot, window)
    timeline = window.people.screen_of_person.history.timeline
    timeline.show_at_top(9)
    assert timeline.top_row == 9
    window.people.screen_of_person.tabs.setCurrentIndex(2)
    before = (window.size(), window.people.list.state)
    assert before[1].text == "quell"

    ways["Ctrl+L"]()
    assert shown(qtbot, "lock.passphrase").window().size() == before[0]
    again = unlock(qtbot)
    until_idle(qtbot, again)

    assert again.current is PlaceName.PEOPLE
    assert again.people.person == pattern.lea
    assert again.people.screen_of_person.tabs.currentIndex() == 2
    assert (again.size(), again.people.list.state) == before
    again.people.screen_of_person.tabs.setCurrentIndex(0)
    until_idle(qtbot, again)
    assert again.people.screen_of_person.history.timeline.top_row == 9
    again.back()
    assert again.current is PlaceName.TODAY


def test_whoever_unlocks_on_today_finds_the_row_they_were_at(qtbot, window, ways):
    window.go(PlaceName.TODAY)
    until_idle(qtbot, window)
    window.today.setFocus()
    window.today.show_again()
    for _step in range(7):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    before = window.today.state()
    assert before[1] > 0

    ways["Ctrl+L"]()
    again = unlock(qtbot)
    until_idle(qtbot, again)
    qtbot.waitUntil(lambda: again.today.state() == before)

    assert again.current is PlaceName.TODAY


def test_what_was_being_written_is_kept(qtbot, window, ways):
    note = shown(qtbot, "person.note")
    qtbot.keyClicks(note, "She said yes to the long race")

    ways["Ctrl+L"]()
    again = unlock(qtbot)

    qtbot.waitUntil(lambda: shown(qtbot, "person.note").toPlainText() == "She said yes to the long race")
    assert again.people.person is not None


def edit_first(qtbot, window: MainWindow) -> QWidget:
    """Begin to edit the latest entry of the history; its text."""
    view = window.people.screen_of_person.history.timeline
    qtbot.waitUntil(lambda: view.rows.rowCount() > 1)
    view.setFocus()
    view.setCurrentIndex(view.rows.index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_E)
    return shown(qtbot, "entry.text")


@pytest.mark.parametrize("is_left_first", [True, False])
def test_an_entry_that_was_being_edited_is_kept_or_waits(qtbot, window, ways, is_left_first):
    text = edit_first(qtbot, window)
    qtbot.keyClicks(text, " and more")
    if is_left_first:
        qtbot.keyClick(text, Qt.Key.Key_Escape)

    ways["Ctrl+L"]()
    again = unlock(qtbot)
    until_idle(qtbot, again)

    assert edit_first(qtbot, again).toPlainText() == "The figuier, 0 and more"


def test_windows_over_the_window_close_with_it(qtbot, window, ways):
    window.dialogs.ask_my_details()
    shown(qtbot, "details.close")
    menu = QMenu(window)
    menu.addAction("Marchetti")
    menu.popup(window.mapToGlobal(QPoint(10, 10)))
    QToolTip.showText(window.mapToGlobal(QPoint(50, 50)), "Marchetti", window)

    ways["session"]()
    shown(qtbot, "lock.passphrase")

    qtbot.waitUntil(lambda: found(NAMES) == set())
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]


def test_undo_begins_anew(qtbot, window, ways):
    qtbot.keyClicks(shown(qtbot, "person.note"), "Something done")
    qtbot.keyClick(shown(qtbot, "person.note"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(qtbot, "undo").isEnabled())

    ways["Ctrl+L"]()
    again = unlock(qtbot)
    until_idle(qtbot, again)

    assert not shown(qtbot, "undo").isEnabled()


def test_nobody_is_locked_out_of_a_desk_without_a_passphrase(qtbot, window, ways, files):
    vault = read_vault(files.vault)
    write_vault(files.vault, vault.without_passphrase())
    for way in ("idle", "session", "slept"):
        ways[way]()
        QApplication.processEvents()
    assert window.isVisible()

    window.hide()
    ways["tray"]()
    assert window.isVisible()
    dialog = window.findChild(QDialog, "passphrase.dialog")
    for name in ("new", "again"):
        qtbot.keyClicks(dialog.findChild(QWidget, f"passphrase.{name}"), "a new passphrase")
    qtbot.mouseClick(dialog.findChild(QWidget, "passphrase.go"), Qt.MouseButton.LeftButton)

    assert unlock(qtbot, "a new passphrase").isVisible()


def test_long_work_is_not_cut_off_because_nobody_is_there(qtbot, window, ways):
    is_done = Event()
    window._tasks.run(window, lambda _progress: is_done.wait(20))
    ways["idle"]()
    assert window.isVisible()

    is_done.set()
    until_idle(qtbot, window)
    ways["idle"]()
    shown(qtbot, "lock.passphrase")


def test_a_desk_locks_by_itself_only_as_it_was_told_to(qtbot, window, ways, program):
    program.guard.watch().go_by(LockRules())
    for way in ("idle", "late input", "slept"):
        ways[way]()
    QApplication.processEvents()

    assert window.isVisible()


def test_the_recovery_code_unlocks_as_well(qtbot, window, ways, pattern):
    ways["Ctrl+L"]()
    qtbot.mouseClick(shown(qtbot, "lock.other"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(shown(qtbot, "lock.code"), pattern.code)
    qtbot.keyClick(shown(qtbot, "lock.code"), Qt.Key.Key_Return)

    assert shown(qtbot, "person.note").isVisible()


def test_a_folder_that_cannot_be_written_keeps_no_desk_open(qtbot, window, ways, files, monkeypatch):
    def refuse(*_asked, **_how):
        raise PermissionError

    monkeypatch.setattr(Path, "touch", refuse)
    ways["Ctrl+L"]()

    shown(qtbot, "lock.passphrase")
    assert not files.locked.exists()


def test_a_wrong_passphrase_leaves_the_desk_locked_and_untouched(qtbot, window, ways, files):
    ways["Ctrl+L"]()
    field = shown(qtbot, "lock.passphrase")
    qtbot.waitUntil(lambda: not is_open(files))
    before = {path: path.read_bytes() for path in files.desk.parent.iterdir() if "desk" in path.name}

    qtbot.keyClicks(field, "not the passphrase")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    wrong = shown(qtbot, "start.wrong")

    assert wrong.text() == "This passphrase or recovery code does not open this desk."
    assert before == {path: path.read_bytes() for path in before}


def test_a_new_start_asks_as_well_until_the_desk_is_unlocked(qtbot, window, ways, files, keychain):
    ways["Ctrl+L"]()
    shown(qtbot, "lock.passphrase")
    assert opening.find(files, keychain).need is opening.Need.SECRET

    unlock(qtbot)

    assert opening.find(files, keychain).need is opening.Need.NOTHING


def told_by(words: list[str], keychain: Pocket, clock: FixedClock) -> tuple[int, list[str]]:
    """What the command line answers."""
    lines: list[str] = []
    machine = Machine(keychain)
    code = run(parse(words), machine, clock, machine.log(clock), say=lines.append, complain=lines.append)
    return code, lines


def test_the_command_line_asks_while_the_desk_is_locked(  # noqa: PLR0917 - fixtures
    qtbot, window, ways, files, keychain, clock
):
    asked = ["--desk", str(files.desk), "search", "Marchetti"]
    assert told_by(asked, keychain, clock)[0] == 0
    ways["Ctrl+L"]()
    shown(qtbot, "lock.passphrase")

    code, lines = told_by(asked, keychain, clock)
    assert code == 1
    assert lines == ["The desk “my.desk” is locked: give its passphrase with --passphrase-file FILE."]

    phrase = files.desk.with_name("phrase")
    phrase.write_text(PHRASE, "utf-8")
    code, lines = told_by(["--passphrase-file", str(phrase), *asked], keychain, clock)
    assert code == 0
    assert any("Marchetti" in line for line in lines)


@pytest.mark.usefixtures("window")
def test_no_copy_of_a_file_that_was_looked_at_is_left(program):
    copy = copy_to_open(FileContent("Marchetti.pdf", b"%PDF Marchetti"))
    assert "Marchetti" not in str(copy)

    program.lock()

    assert not copy.exists()
    assert not copy.parents[1].exists()
