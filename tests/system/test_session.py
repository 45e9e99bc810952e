"""The user's session, told by a logind on a private message bus, and by none at all."""

import queue
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from logind_fixtures import DELAYED, MAY_SLEEP, Logind
from relationdesk.system.session import SystemSession

WAIT = 10

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the message bus of Linux")


@pytest.fixture
def session(capfd: pytest.CaptureFixture[str]) -> Iterator[SystemSession]:
    """A session that has to leave no thread behind and print nothing."""
    made = SystemSession()
    yield made
    made.close()
    assert "session" not in [thread.name for thread in threading.enumerate()]
    assert capfd.readouterr() == ("", "")


@pytest.fixture
def left(session: SystemSession, logind: Logind) -> "queue.Queue[str]":
    """Each time that the user leaves; sleep is held up already."""
    told: queue.Queue[str] = queue.Queue()
    session.watch(lambda: told.put("left"))
    assert logind.says() == DELAYED
    return told


def test_sleep_waits_until_what_was_to_be_done_is_done(session: SystemSession, logind: Logind, left):
    logind.tell("sleep")
    assert left.get(timeout=WAIT) == "left"

    session.left()

    assert logind.says() == MAY_SLEEP


def test_the_next_sleep_waits_as_well(session: SystemSession, logind: Logind, left):
    logind.tell("sleep")
    left.get(timeout=WAIT)
    session.left()
    logind.says()

    logind.tell("wake")

    assert logind.says() == DELAYED
    logind.tell("sleep")
    assert left.get(timeout=WAIT) == "left"


@pytest.mark.parametrize("told", ["lock", "hint"])
def test_a_locked_screen_is_told_and_an_unlocked_or_strange_one_is_not(logind: Logind, left, told: str):
    logind.tell("other")
    logind.tell("unhint")
    logind.tell(told)

    assert left.get(timeout=WAIT) == "left"
    logind.tell("sleep")
    assert left.get(timeout=WAIT) == "left"
    assert left.empty()


def test_the_session_is_found_without_its_name(session: SystemSession, logind: Logind, monkeypatch):
    monkeypatch.setenv("XDG_SESSION_ID", "c77")
    told: queue.Queue[str] = queue.Queue()
    session.watch(lambda: told.put("left"))
    logind.says()

    logind.tell("lock")

    assert told.get(timeout=WAIT) == "left"


def test_after_the_end_sleep_waits_for_nobody(session: SystemSession, logind: Logind, left):
    session.close()

    assert logind.says() == MAY_SLEEP
    logind.tell("lock")
    assert left.empty()


def test_no_bus_at_all_is_passed_over(session: SystemSession, tmp_path: Path, monkeypatch):
    for address in ("", f"unix:path={tmp_path / 'nothing'}", "nonsense"):
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        session.watch(lambda: pytest.fail("nobody left"))
        session.left()
        session.close()


def test_a_bus_without_logind_is_passed_over(session: SystemSession, system_bus: None):
    session.watch(lambda: pytest.fail("nobody left"))
    session.left()
