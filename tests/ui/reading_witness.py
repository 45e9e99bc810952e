"""The program used by somebody who only reads, and what that read in, as JSON on the standard error."""

import json
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationdesk.app import main
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.search import SearchField
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.tasks import Tasks

_PATIENCE_MILLISECONDS = 60_000
_STEPS = 20


def until(told: SignalInstance, act: Callable[[], object]) -> None:
    """Do something, and wait for what it leads to."""
    loop = QEventLoop()
    told.connect(loop.quit)
    act()
    loop.exec()
    told.disconnect(loop.quit)


def until_idle(tasks: Tasks) -> None:
    """Wait for everything that was asked and given."""
    while tasks.is_busy:
        until(tasks.busy_changed, lambda: None)


def read(window: MainWindow) -> None:
    """Have the house kept, search, filter, scroll through everyone, and look at one of them."""
    tasks = window._tasks
    until_idle(tasks)
    until(window.beside.house_keeping.done, window.beside.house_keeping.keep_house)
    search = window.findChild(SearchField)
    until(search.answered, lambda: QTest.keyClicks(search, "lea"))
    window.go(PlaceName.PEOPLE)
    people = window.people.list
    until_idle(tasks)
    until(people.filtered, lambda: QTest.keyClicks(people.filter, "mar"))
    until_idle(tasks)
    until(people.filtered, people.clear_filter)
    scroll = people.table.verticalScrollBar()
    for step in range(_STEPS + 1):
        scroll.setValue(scroll.maximum() * step // _STEPS)
        until_idle(tasks)
    until(window.people.person_opened, lambda: window.open_person(people.model.person_at(0)))
    until_idle(tasks)
    tell({"read": True, "modules": sorted(sys.modules), "scrolled": scroll.maximum()})


def tell(what: dict[str, object]) -> None:
    """Say what there is, and end."""
    os.write(2, json.dumps(what).encode() + b"\n")
    os._exit(0)


class Witness:
    """Stands in for the standard error, and begins to read once Today is painted."""

    def write(self, text: str) -> int:
        """Pass on what is said, but for the word that it waits for."""
        if text == "painted\n":
            (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
            QTimer.singleShot(0, window, lambda: read(window))
        else:
            os.write(2, text.encode())
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


sys.stderr = Witness()  # type: ignore[assignment]
application = QApplication(["relationdesk"])
QTimer.singleShot(_PATIENCE_MILLISECONDS, application, lambda: tell({"read": False}))
sys.exit(main(sys.argv[1:]))
