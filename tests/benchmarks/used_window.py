"""The program on the desk that is named, as somebody uses it for a while, watched for turns that take long.

Every step is told on the standard output as a line of JSON: what was done, and the longest turn of the event
loop meanwhile, in milliseconds by the clock and of the interface thread's own time. The desk is changed.
"""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from relationdesk.app import main
from relationdesk.ui.places.people.listing.people_list import PeopleList
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.widgets.field import Field
from relationdesk.work.people.ordering import PeopleOrder

_BEGUN_AFTER = 2000
_BETWEEN_KEYS = 60
"""Milliseconds."""
_PAUSE = 400
_MANY, _TAGGED = 10_000, 1_000


@dataclass
class Step:
    """The longest turns of a step: by the clock, and by the thread's own time."""

    name: str
    clock: float = 0.0
    own: float = 0.0


class Watch(QObject):
    """Measures every turn of the event loop, from waking up to waiting or turning again."""

    def __init__(self) -> None:
        super().__init__()
        self._step = Step("")
        self._begun: tuple[float, float] | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._on_awake, Qt.ConnectionType.DirectConnection)
        dispatcher.aboutToBlock.connect(self._on_waiting, Qt.ConnectionType.DirectConnection)

    def begin(self, name: str) -> Step:
        """Have the turns from now on counted for a step."""
        self._step = Step(name)
        self._begun = (perf_counter(), thread_time())
        return self._step

    @Slot()
    def _on_awake(self) -> None:
        self._end()
        self._begun = (perf_counter(), thread_time())

    @Slot()
    def _on_waiting(self) -> None:
        self._end()
        self._begun = None

    def _end(self) -> None:
        if self._begun is not None:
            step, (clock, own) = self._step, self._begun
            step.clock = max(step.clock, (perf_counter() - clock) * 1000)
            step.own = max(step.own, (thread_time() - own) * 1000)


class Use:
    """A scripted session; each step is a method that does something and lets it come to an end."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._watch = Watch()

    def all(self) -> Iterator[Step]:
        """Do everything, one step after another."""
        for name, act in self._steps():
            step = self._watch.begin(name)
            act()
            self._settle()
            yield step

    def _steps(self) -> Iterator[tuple[str, Callable[[], None]]]:
        yield "nothing, for a start", self._settle
        yield "typing in the search", self._search
        yield "going to People", lambda: self._window.go(PlaceName.PEOPLE)
        yield "typing in the filter", self._filter
        yield "scrolling", self._scroll
        yield "opening people", self._open_people
        yield "keeping a note", self._keep_note
        yield "undoing it", self._undo
        for order in (PeopleOrder.CITY, PeopleOrder.LAST_CONTACT, PeopleOrder.NAME):
            yield f"ordering by {order.value.replace('_', ' ')}", lambda order=order: self._order(order)
        yield "a filter of conditions", lambda: self._type_filter("kind:call last:>90d")
        yield "choosing all of many", self._choose_many
        yield "tagging 1 000", self._tag
        yield "undoing the tags", self._undo
        yield "a note with many in view", self._note_in_view
        yield "opening the settings", lambda: self._window.go(PlaceName.SETTINGS)
        yield "opening Today", lambda: self._window.go(PlaceName.TODAY)
        yield "merging two", self._merge

    @property
    def _people(self) -> PeopleList:
        return self._window.people.list

    def _search(self) -> None:
        field = next(iter(self._window.frame.bar.findChildren(Field)))
        for word in ("lea mar", "podcast", "sneakers", "nantes"):
            field.setFocus()
            self._type(field, word)
            field.clear()
        QTest.keyClick(field, Qt.Key.Key_Escape)

    def _type_filter(self, text: str) -> None:
        self._people.clear_filter()
        self._type(self._people.filter, text)

    def _filter(self) -> None:
        for word in ("lea", "podcast", "topic:running", "nan"):
            self._type_filter(word)
            self._settle()
        self._people.clear_filter()

    def _scroll(self) -> None:
        bar = self._people.table.verticalScrollBar()
        for part in range(1, 61):
            bar.setValue(bar.maximum() * part // 60)
            QTest.qWait(20)
        bar.setValue(0)

    def _open_people(self) -> None:
        for row in (0, 1, 2, 40, 41):
            self._people.table.choose(row)
            self._settle()

    def _keep_note(self) -> None:
        note = self._window.people.screen_of_person.history.note.text
        note.setFocus()
        self._type(note, "Promised the shoes, call friday")
        QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def _undo(self) -> None:
        self._window.frame.bar.undo.click()

    def _order(self, order: PeopleOrder) -> None:
        self._people.bar.order.choose(order)

    def _choose_many(self) -> None:
        self._people.clear_filter()
        self._settle()
        self._people.table.setFocus()
        self._people.table.choose_several(range(_TAGGED))

    def _tag(self) -> None:
        several = self._people.several
        several.ask_tag(gives=True)
        several.name.setText("press trip")
        QTest.keyClick(several.name, Qt.Key.Key_Return)

    def _note_in_view(self) -> None:
        self._people.table.choose(0)
        self._settle()
        self._people.table.choose_several(range(_MANY))
        self._settle()
        self._keep_note()

    def _merge(self) -> None:
        self._window.go(PlaceName.PEOPLE)
        kept, other = (self._people.model.person_at(row) for row in (0, 1))
        self._window._flows.merge(kept, other)
        self._settle()
        self._window.findChild(QPushButton, "merge.now").click()

    def _type(self, widget: object, text: str) -> None:
        for letter in text:
            QTest.keyClick(widget, letter)
            QTest.qWait(_BETWEEN_KEYS)

    def _settle(self) -> None:
        QTest.qWait(_PAUSE)
        while self._window._tasks.is_busy:
            QTest.qWait(_BETWEEN_KEYS)
        QTest.qWait(_PAUSE)


def use(window: MainWindow) -> None:
    """Tell of every step, and leave."""
    try:
        for step in Use(window).all():
            sys.stdout.write(json.dumps(asdict(step)) + "\n")
            sys.stdout.flush()
    finally:
        window.leave()


def watch() -> None:
    """Begin once the window had time to read everything in."""
    (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    QTimer.singleShot(_BEGUN_AFTER, window, lambda: use(window))


if __name__ == "__main__":
    application = QApplication(["relationdesk"])
    QTimer.singleShot(0, application, watch)
    sys.exit(main(["--desk", str(Path(sys.argv[1]))]))
