"""What is read in on another thread waits until the window has nothing to do."""

from importlib import import_module
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import pytest

from relationdesk.ui.shell.giving_way import GivingWay

_FOREVER = 60.0
_SOON = 5.0
_A_WHILE = 0.2
"""Seconds."""


@pytest.fixture
def modules(tmp_path, monkeypatch):
    """Names of modules that were never read in."""
    names = [f"never_read_in_{tmp_path.name}_{number}" for number in range(40)]
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
        thread, is_done = reading_in(*modules[:3])

        assert not is_done.wait(_A_WHILE)

        qtbot.waitUntil(is_done.is_set)
    thread.join()


def test_the_window_itself_waits_for_nothing(qapp, modules):
    with GivingWay(_FOREVER).heeded():
        assert import_module(modules[0]).__name__ == modules[0]


def test_a_turn_that_takes_long_is_waited_for_once(qapp, modules):
    with GivingWay(_A_WHILE).heeded():
        _thread, is_done = reading_in(*modules)

        assert is_done.wait(len(modules) * _A_WHILE / 2)


def test_afterwards_python_asks_it_no_more(qapp, modules):
    with GivingWay(_FOREVER).heeded():
        pass
    _thread, is_done = reading_in(*modules)

    assert is_done.wait(_SOON)


def test_a_module_that_waited_is_as_any_other(qtbot, modules):
    with GivingWay(_FOREVER).heeded():
        thread, is_done = reading_in(modules[0])
        qtbot.waitUntil(is_done.is_set)
        thread.join()
        module, other = (import_module(name) for name in modules[:2])

    assert type(module.__loader__) is type(other.__loader__)
    assert module.__spec__.loader is module.__loader__
    assert module.__cached__.startswith(str(Path(module.__file__).parent))


def test_while_the_window_reads_in_itself_nobody_waits(qapp, modules):
    with GivingWay(_FOREVER).heeded():
        _thread, is_done = reading_in(*modules[1:])
        assert not is_done.wait(_A_WHILE)

        begun = monotonic()
        import_module(modules[0])

        assert monotonic() - begun < _SOON
        assert is_done.wait(_SOON)
