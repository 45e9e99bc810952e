"""The list of all people: typing into its filter and scrolling it, with the real widgets and no screen."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from time import perf_counter
from zoneinfo import ZoneInfo

from figures import Figure, milliseconds, p95
from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from searching import keys_in_the_search
from setting import Setting

from relationdesk.desk.desk import Desk
from relationdesk.desk.reader import Reader
from relationdesk.domain.clock import FixedClock, today
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.places.people.listing.list_model import Asking, all_first_matches, first_matches, matches
from relationdesk.ui.places.people.listing.people_list import PeopleList
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.theme import Theme
from relationdesk.ui.widgets.after_painting import AfterPainting
from relationdesk.work.desks import opening
from relationdesk.work.desks.machine import DeskFiles

_BUDGET = 16
_WORDS = ("lea", "mar", "benali", "podcast", "nantes", "so", "instagram", "the", "ou", "camille d")
_FILTERS = (
    "topic:running",
    "platform:instagram",
    "city:nantes",
    "last:>90d",
    "last:<2w",
    "due:late",
    "due:none",
    "owes:me",
    "stage:agreed",
    "kind:journalist",
    "kind:call",
    "has:note",
    "has:birthday",
    "is:distant",
    "-is:dnc",
    "mar platform:instagram last:>90d",
    "so -instagram",
    "topic:running city:nantes -has:phone",
)
_SCREENS = 200
_JUMPS = 40


def typing_and_scrolling(setting: Setting) -> Iterator[Figure]:
    """From each key to its results on the screen, and from each step of scrolling to its frame."""
    application = QApplication(sys.argv[:1])
    theme = Theme(application)
    clock = FixedClock(datetime.now(UTC), ZoneInfo("Europe/Paris"))  # noqa: TID251 - the sample is made for today
    with _opened(setting, clock) as desk:
        tasks: Tasks = Tasks(lambda: desk.reader, lambda: desk)
        people = PeopleList(tasks, clock)
        people.resize(420, 800)
        people.show()
        _until_shown(people, people.read)
        keys, (first, whole) = _typing(people), _asking(setting, clock, people.table.rows_on_screen())
        yield Figure("b. key to results painted, p95", "ms", p95(keys), p95(first), _BUDGET)
        yield Figure("b. everyone who matches, off the window, p95", "ms", p95(whole))
        first, whole = _filters(setting, clock, people.table.rows_on_screen())
        yield Figure("b. the first of a filter with operators, off the window, p95", "ms", p95(first))
        yield Figure("b. everyone of such a filter, off the window, p95", "ms", p95(whole))
        frames, still = _scrolling(people), _repainting(people)
        yield Figure("c. scrolling the list of all, frame, p95", "ms", p95(frames), p95(still), _BUDGET)
        people.hide()
        found = keys_in_the_search(tasks, clock, _WORDS)
        yield Figure("b. key in the search at the top to results, p95", "ms", p95(found), None, _BUDGET)
        tasks.close()
    theme.deleteLater()


@contextmanager
def _opened(setting: Setting, clock: FixedClock) -> Iterator[Desk]:
    files = DeskFiles(setting.desk(setting.big))
    desk = opening.open_found(opening.find(files, NoKeychain()), clock)
    yield desk
    desk.close()


def _typing(people: PeopleList) -> list[float]:
    times = []
    for word in _WORDS:
        for letter in word:
            begun = perf_counter()
            _until_shown(people, lambda letter=letter: QTest.keyClick(people.filter, letter))
            times.append((perf_counter() - begun) * 1000)
        _until_shown(people, people.clear_filter)
    return times


def _asking(setting: Setting, clock: FixedClock, on_screen: int) -> tuple[list[float], list[float]]:
    """The bare questions behind the same keys: for the first who match, and for everyone."""
    texts = [word[: length + 1] for word in _WORDS for length in range(len(word))]
    with _opened(setting, clock) as desk:
        asked = [Asking(text, today(clock)) for text in texts]
        for one in asked:
            matches(desk.reader, one, None)  # what the list has read is warm as well
        first = [
            milliseconds(lambda one=one: _head(desk.reader, one, setting.big, on_screen)) for one in asked
        ]
        whole = [milliseconds(lambda one=one: matches(desk.reader, one, None)) for one in asked]
    return first, whole


def _filters(setting: Setting, clock: FixedClock, on_screen: int) -> tuple[list[float], list[float]]:
    """The bare questions behind filters with operators: for the first who match, and for everyone."""
    with _opened(setting, clock) as desk:
        asked = [Asking(text, today(clock)) for text in _FILTERS]
        for one in asked:
            _head(desk.reader, one, setting.big, on_screen)
        first = [
            milliseconds(lambda one=one: _head(desk.reader, one, setting.big, on_screen)) for one in asked
        ]
        whole = [milliseconds(lambda one=one: matches(desk.reader, one, None)) for one in asked]
    return first, whole


def _head(reader: Reader, asked: Asking, total: int, on_screen: int) -> None:
    if first_matches(reader, asked, total, on_screen).goes_on:
        all_first_matches(reader, asked, total, on_screen)


def _scrolling(people: PeopleList) -> list[float]:
    bar = people.table.verticalScrollBar()
    screens = [min(step * bar.pageStep() // 2, bar.maximum()) for step in range(1, _SCREENS)]
    jumps = [bar.maximum() * (37 * number % _JUMPS) // _JUMPS for number in range(1, _JUMPS)]
    times = []
    for value in (*screens, *jumps):
        begun = perf_counter()
        _until_painted(people, lambda value=value: bar.setValue(value))
        times.append((perf_counter() - begun) * 1000)
    return times


def _repainting(people: PeopleList) -> list[float]:
    """The same rows painted again where they are."""
    return [milliseconds(people.table.viewport().repaint) for _ in range(_SCREENS)]


def _until_shown(people: PeopleList, act: object) -> None:
    """Do something that asks for people, and wait until the answer is painted."""
    loop = QEventLoop()
    shown = people.filtered.connect(lambda: AfterPainting(people, loop.quit))
    act()
    loop.exec()
    people.filtered.disconnect(shown)


def _until_painted(people: PeopleList, act: object) -> None:
    loop = QEventLoop()
    AfterPainting(people, loop.quit)
    act()
    loop.exec(QEventLoop.ProcessEventsFlag.AllEvents)
