"""The search at the top: typing into it, with the real field and its list of what was found."""

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.ui.shell.commands import Commands
from relationdesk.ui.shell.opened import Opened
from relationdesk.ui.shell.search import SearchField
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.after_painting import AfterPainting


def keys_in_the_search(tasks: Tasks, clock: Clock, words: Sequence[str]) -> list[float]:
    """Milliseconds from each key to what it found, painted."""
    window = QWidget()
    window.resize(1085, 748)
    field = SearchField(tasks, clock, window, Commands(window), Opened())
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addStretch(1)
    window.show()
    window.activateWindow()
    field.setFocus()
    times = []
    for word in words:
        for letter in word:
            begun = perf_counter()
            _until_answered(field, letter)
            times.append((perf_counter() - begun) * 1000)
        field.clear()
    window.hide()
    window.deleteLater()
    return times


def _until_answered(field: SearchField, letter: str) -> None:
    loop = QEventLoop()
    answered = field.answered.connect(lambda: AfterPainting(field, loop.quit))
    QTest.keyClick(field, letter)
    loop.exec()
    field.answered.disconnect(answered)
