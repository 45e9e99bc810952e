from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from relationdesk.domain.recovery_code import secret_of
from relationdesk.ui.shell.crash_window import CrashWindow, report_of
from relationdesk.ui.widgets.button import Button


def failure():
    """A mistake on the way through our own code, with a name in its words."""
    try:
        try:
            secret_of(None)
        except AttributeError as error:
            raise ValueError("Léa Marchetti") from error
    except ValueError as error:
        return error


def test_the_report_says_the_kind_and_the_place_and_nothing_of_anybody():
    report = report_of(failure())

    assert "ValueError" in report
    assert "AttributeError" in report
    assert "domain/recovery_code.py:" in report
    assert "Léa" not in report
    assert "/" not in report.split("domain/")[0].split("test_crash")[0].partition("\n")[2]


def test_the_report_is_read_first_and_copied_whole(qtbot):
    window = CrashWindow(failure())
    qtbot.addWidget(window)
    window.show()

    qtbot.mouseClick(window.findChild(Button, "crash.copy"), Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == window.findChild(QPlainTextEdit).toPlainText()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
