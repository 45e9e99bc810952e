"""The collector leaves alone what modules brought while they were read in."""

import gc
import sys
from types import ModuleType

import pytest

from relationdesk.ui.shell.collecting import Collecting


@pytest.fixture
def collecting(qapp):
    """The collector, as the window has it."""
    interval = sys.getswitchinterval()
    gc.unfreeze()
    yield Collecting()
    gc.unfreeze()
    gc.enable()
    sys.setswitchinterval(interval)


def read_in(monkeypatch, count):
    for number in range(count):
        name = f"never_read_in_{number}"
        monkeypatch.setitem(sys.modules, name, ModuleType(name))


@pytest.mark.parametrize(("count", "is_left_alone"), [(0, False), (5, False), (200, True)])
def test_what_many_modules_brought_is_not_looked_through(collecting, monkeypatch, count, is_left_alone):
    read_in(monkeypatch, count)

    collecting._on_tick()

    assert (gc.get_freeze_count() > 0) is is_left_alone


def test_what_was_left_alone_once_is_not_all_that_will_be(collecting, monkeypatch):
    read_in(monkeypatch, 200)
    collecting._on_tick()
    left_alone = gc.get_freeze_count()
    gc.disable()
    made_since = [[] for _ in range(10_000)]

    collecting._on_tick()

    assert gc.get_freeze_count() <= left_alone
    assert made_since
