"""What is read in on another thread waits until the window has nothing to do."""

from importlib import import_module
from pathlib import Path
from threading import Event, Thread

import pytest
from PySide6.QtCore import QEvent, QObject

from relationdesk.ui.shell.giving_way import GivingWay

_FOREVER = 60.0
_A_WHILE = 0.2
_SOON = 0.001
"""Seconds."""


class Counted(QObject):
    """How often the window was asked to have its turn first."""

    def __init__(self, watched):
        super().__init__(watched)
        self.asked = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
        self.asked += event.type() == QEvent.Type.User
        return False


@pytest.fixture
def modules(tmp_path, monkeypatch):
    """Names of modules that were never read in."""
    names = [f"never_read_in_{tmp_path.name}_{number}" for number in range(3)]
    for name in names:
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return names


def reading_in(*names):
    """A thread that reads modules in, and what tells that it has."""
    is_done = Event()

    def read():
        for name in names:
            import_module(name)
        is_done.set()

    thread = Thread(target=read, daemon=True)
    thread.start()
    return thread, is_done


def test_a_module_read_in_beside_the_window_waits_for_its_turn_to_end(qtbot, modules):
    with GivingWay(_FOREVER).heeded():
        thread, is_done = reading_in(*modules)

        assert not is_done.wait(_A_WHILE)

        qtbot.waitUntil(is_done.is_set)
    thread.join()


def test_the_window_itself_waits_for_nothing(qapp, modules):
    with GivingWay(_FOREVER).heeded():
        assert import_module(modules[0]).__name__ == modules[0]


def test_while_the_window_reads_in_itself_nobody_waits(qapp, modules):
    with GivingWay(_FOREVER).heeded():
        thread, is_done = reading_in(*modules[1:])
        import_module(modules[0])
        thread.join()

    assert is_done.is_set()


def test_a_turn_that_takes_long_is_waited_for_once(qtbot, modules):
    giving_way = GivingWay(_SOON)
    counted = Counted(giving_way)
    with giving_way.heeded():
        thread, _is_done = reading_in(*modules)
        thread.join()
    qtbot.waitUntil(lambda: counted.asked > 0)

    assert counted.asked == 1


def test_afterwards_python_asks_it_no_more(qapp, modules):
    with GivingWay(_FOREVER).heeded():
        pass
    thread, is_done = reading_in(*modules)
    thread.join()

    assert is_done.is_set()


def test_a_module_that_waited_is_as_any_other(qtbot, modules):
    with GivingWay(_FOREVER).heeded():
        thread, is_done = reading_in(modules[0])
        qtbot.waitUntil(is_done.is_set)
        thread.join()
        module, other = (import_module(name) for name in modules[:2])

    assert type(module.__loader__) is type(other.__loader__)
    assert module.__spec__.loader is module.__loader__
    assert module.__cached__.startswith(str(Path(module.__file__).parent))


def test_the_window_reads_in_one_module_while_another_waits(qapp, modules):
    with GivingWay(_FOREVER).heeded():
        thread, is_done = reading_in(modules[0])
        assert not is_done.wait(_A_WHILE)

        import_module(modules[1])

        thread.join()
