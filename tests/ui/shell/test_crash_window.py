import sys
import threading

import pytest
from PySide6.QtCore import Qt, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit

from relationdesk.domain.recovery_code import secret_of
from relationdesk.system.native_crash import former_crash
from relationdesk.ui.shell.crash_window import CrashWindow, report_of, report_of_crash
from relationdesk.ui.shell.crashes import Crashes
from relationdesk.ui.widgets.button import Button
from relationdesk.work.desks.machine import Machine

VERSIONS = ["RelationDesk 0.1.0", "SQLite 3.53"]


class NoKeychain:
    def is_there(self):
        return False


@pytest.fixture
def logs(tmp_path, monkeypatch):
    monkeypatch.setenv("RELATIONDESK_HOME", str(tmp_path))
    return tmp_path / "logs"


@pytest.fixture
def crashes(qapp, clock, logs):
    machine = Machine(NoKeychain())
    made = Crashes(machine, machine.log(clock))
    yield made
    for window in crash_windows():
        window.close()
    qapp.processEvents()


def crash_windows():
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, CrashWindow)]


def kept_in(logs):
    path = logs / "relationdesk.log"
    return path.read_text("utf-8").splitlines() if path.exists() else []


def failure():
    """A mistake on the way through our own code, with a name in its words."""
    try:
        try:
            secret_of(None)
        except AttributeError as error:
            raise ValueError("Léa Marchetti") from error
    except ValueError as error:
        return error


def test_the_report_says_what_happened_and_where_and_nothing_of_anybody():
    report = report_of(failure(), VERSIONS)

    assert report.startswith("A mistake in the program: ValueError, in domain.recovery_code:")
    assert "\nRelationDesk 0.1.0\nSQLite 3.53\nQt 6." in report
    assert "\nAttributeError\n" in report
    assert "Léa" not in report
    assert "/" not in report


@pytest.fixture
def report_window(qtbot):
    made = CrashWindow(report_of(failure(), VERSIONS))
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    return made


def click(qtbot, window, name):
    qtbot.mouseClick(window.findChild(Button, name), Qt.MouseButton.LeftButton)


def shown_report(window):
    return window.findChild(QPlainTextEdit).toPlainText()


def test_the_report_is_read_first_and_copied_whole(qtbot, report_window):
    click(qtbot, report_window, "crash.copy")

    assert QGuiApplication.clipboard().text() == shown_report(report_window)
    assert report_window.findChild(QLabel, "crash.told").text() == "The report was copied"


def test_the_report_is_saved_as_it_was_read(qtbot, report_window, tmp_path):
    click(qtbot, report_window, "crash.save")
    report_window.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "report.txt"))

    assert (tmp_path / "report.txt").read_text("utf-8") == shown_report(report_window)
    assert "report.txt" in report_window.findChild(QLabel, "crash.told").text()


def test_a_place_where_the_report_cannot_be_saved_is_said(qtbot, report_window, tmp_path):
    click(qtbot, report_window, "crash.save")
    report_window.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "gone" / "report.txt"))

    assert "cannot be written" in report_window.findChild(QLabel, "crash.told").text()


def test_what_nobody_caught_on_any_thread_opens_one_window_and_is_kept(qtbot, crashes, logs):
    with crashes.watched():
        sys.excepthook(ValueError, failure(), None)
        thread = threading.Thread(target=lambda: sys.excepthook(KeyError, KeyError("Léa"), None))
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len([line for line in kept_in(logs) if "mistake" in line]) == 2)

    (window,) = crash_windows()
    assert shown_report(window).startswith("A mistake in the program: ValueError")
    window.accept()
    crashes.show(KeyError("Léa"))
    assert len([again for again in crash_windows() if again.isVisible()]) == 1
    assert not [line for line in kept_in(logs) if "Léa" in line]


def test_what_qt_complains_of_is_kept_without_its_words_and_not_printed(crashes, logs, capfd):
    with crashes.watched():
        qWarning("about Lea Marchetti")

    (line,) = kept_in(logs)
    assert line.endswith("complaint of Qt severity=30")
    assert capfd.readouterr().err == ""


def test_the_report_of_the_last_crash_is_offered_until_it_is_looked_at(qtbot, crashes, logs, window):
    logs.mkdir()
    (logs / "crash.txt").write_text("Fatal Python error: Aborted\n\nThread\n  ui.tasks:270 _outcome")

    crashes.offer_former(window.frame)
    click(qtbot, window, "crash.offer")

    (shown,) = crash_windows()
    places = "Fatal Python error: Aborted\n\nThread\n  ui.tasks:270 _outcome"
    assert shown_report(shown).strip() == report_of_crash(places, Machine(NoKeychain()).versions()).strip()
    assert former_crash(logs) == ""


def test_a_program_that_did_not_crash_says_nothing_of_it(crashes, window):
    crashes.offer_former(window.frame)

    assert window.findChild(Button, "crash.offer") is None
