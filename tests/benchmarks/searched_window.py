"""The program on the desk that is named, as somebody uses it: a search, the filter, the list to its end.

Says `searched` on the standard error when all of it is on the screen and the writing side is ready.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relationdesk.app import main
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.widgets.field import Field

_WORDS = ("lea", "podcast", "nan")
_SETTLED_MILLISECONDS = 2000


def use(window: MainWindow) -> None:
    """Search everywhere, filter, and scroll through everyone."""
    bar = window.frame.bar
    search = next(field for field in bar.findChildren(Field))
    QTest.keyClicks(search, _WORDS[0])
    window.go(PlaceName.PEOPLE)
    people = window.people.list
    for word in _WORDS:
        people.filter.setFocus()
        QTest.keyClicks(people.filter, word)
        _settle()
        people.clear_filter()
    _settle()
    scroll = people.table.verticalScrollBar()
    for step in range(1, 101):
        scroll.setValue(scroll.maximum() * step // 100)
        QTest.qWait(10)
    _settle()
    sys.stderr.write("searched\n")
    sys.stderr.flush()


def _settle() -> None:
    QTest.qWait(_SETTLED_MILLISECONDS // 4)


def watch() -> None:
    """Begin once the window had time to read everything in."""
    (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    QTimer.singleShot(_SETTLED_MILLISECONDS, window, lambda: use(window))


application = QApplication(["relationdesk"])
QTimer.singleShot(0, application, watch)
sys.exit(main(["--desk", str(Path(sys.argv[1]))]))
