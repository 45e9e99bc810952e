"""Notices handed to a notification service on a private message bus, and to none at all."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from select import select

import pytest

from relationdesk.system.notifications import Notice, SystemNotifier

SERVICE = Path(__file__).resolve().parents[1] / "fixtures" / "system" / "notification_service.py"
BUS = """<busconfig><type>session</type><listen>{address}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>"""
CALL = Notice("Aïcha Nouri", "Call about the spring partnership")
WAIT = 10

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the message bus of Linux")


class Service:
    """A running notification service, as far as its lines tell."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def shown(self) -> dict[str, object]:
        """The next notification that it was asked to show."""
        assert select([self._process.stdout], [], [], WAIT)[0], "no notification came"
        return json.loads(self._process.stdout.readline())

    def click(self, number: int, button: str = "default") -> None:
        """Click one, or a button of it, as the user would."""
        self._process.stdin.write(f"{number} {button}\n")
        self._process.stdin.flush()


@contextmanager
def started(command: list[str]) -> "Iterator[subprocess.Popen[str]]":
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere, text=True) as process:
        try:
            assert process.stdout.readline()
            yield process
        finally:
            process.kill()


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    address = f"unix:path={tmp_path / 'bus'}"
    (tmp_path / "bus.conf").write_text(BUS.format(address=address), "utf-8")
    with started(["dbus-daemon", f"--config-file={tmp_path / 'bus.conf'}", "--nofork", "--print-address"]):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield


@pytest.fixture
def serving(bus: None) -> Iterator[Callable[[str], Service]]:
    with ExitStack() as running:
        yield lambda manner: Service(running.enter_context(started([sys.executable, str(SERVICE), manner])))


@pytest.fixture
def notifier(capfd: pytest.CaptureFixture[str]) -> Iterator[SystemNotifier]:
    """A notifier that has to leave no thread behind and print nothing."""
    made = SystemNotifier()
    yield made
    made.close()
    assert "notifications" not in [thread.name for thread in threading.enumerate()]
    assert capfd.readouterr() == ("", "")


def nothing() -> None:
    """What a click on a notice does that nobody clicks."""


def test_a_notice_is_shown_under_the_programs_name(serving, notifier: SystemNotifier):
    service = serving("answering")
    notifier.show(CALL, nothing, {})

    assert service.shown() == {
        "application": "RelationDesk",
        "title": "Aïcha Nouri",
        "body": "Call about the spring partnership",
        "actions": ["default", ""],
    }


def test_a_click_on_a_notice_is_told_of_that_notice(serving, notifier: SystemNotifier):
    service = serving("answering")
    clicked: queue.Queue[str] = queue.Queue()
    for name in ("first", "second"):
        notifier.show(Notice(name, ""), lambda name=name: clicked.put(name), {})
        service.shown()

    assert clicked.empty()
    service.click(1)
    assert clicked.get(timeout=WAIT) == "first"
    service.click(2)
    assert clicked.get(timeout=WAIT) == "second"


def test_a_button_of_a_notice_does_what_it_says(serving, notifier: SystemNotifier):
    service = serving("answering")
    pressed: queue.Queue[str] = queue.Queue()
    notifier.show(
        CALL, nothing, {words: lambda words=words: pressed.put(words) for words in ("Done", "Later")}
    )

    actions = service.shown()["actions"]
    notifier.show(Notice("second", ""), nothing, {})
    service.shown()
    buttons = dict(zip(actions[1::2], actions[::2], strict=True))
    assert set(buttons) == {"", "Done", "Later"}
    service.click(1, buttons["Later"])
    assert pressed.get(timeout=WAIT) == "Later"
    assert pressed.empty()


def test_after_the_end_nothing_is_called_and_nothing_shown(serving, notifier: SystemNotifier):
    service = serving("answering")
    called: list[str] = []
    notifier.show(CALL, lambda: called.append("before"), {})
    service.shown()
    notifier.close()
    service.click(1)
    notifier.show(CALL, nothing, {})

    assert called == []


def test_what_is_shown_can_be_taken_back(serving, notifier: SystemNotifier):
    service = serving("answering")
    notifier.show(CALL, nothing, {})
    service.shown()

    notifier.close(withdraw=True)

    assert service.shown() == {"taken back": 1}


def test_no_bus_at_all_is_passed_over(
    notifier: SystemNotifier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    for address in ("", f"unix:path={tmp_path / 'nothing'}", "nonsense"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        notifier.show(CALL, nothing, {})


def test_a_bus_without_a_service_is_passed_over_until_one_comes(serving, notifier: SystemNotifier):
    notifier.show(Notice("too early", ""), nothing, {})
    service = serving("answering")
    notifier.show(CALL, nothing, {})

    shown = service.shown()
    if shown["title"] == "too early":
        shown = service.shown()
    assert shown["title"] == "Aïcha Nouri"


@pytest.mark.parametrize("manner", ["silent", "failing"])
def test_a_service_that_fails_or_never_answers_keeps_nobody_waiting(
    serving, notifier: SystemNotifier, manner: str
):
    service = serving(manner)
    notifier.show(CALL, nothing, {})

    assert service.shown()["title"] == "Aïcha Nouri"


def test_a_service_that_comes_back_after_the_bus_began_anew_is_found_again(
    tmp_path: Path, notifier: SystemNotifier, monkeypatch: pytest.MonkeyPatch
):
    address = f"unix:path={tmp_path / 'bus'}"
    (tmp_path / "bus.conf").write_text(BUS.format(address=address), "utf-8")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    daemon = ["dbus-daemon", f"--config-file={tmp_path / 'bus.conf'}", "--nofork", "--print-address"]
    for name in ("before", "after"):
        with started(daemon), started([sys.executable, str(SERVICE), "answering"]) as process:
            notifier.show(Notice(name, ""), nothing, {})
            assert Service(process).shown()["title"] == name
        (tmp_path / "bus").unlink(missing_ok=True)


def test_what_a_service_could_take_for_markup_stays_plain_text(serving, notifier: SystemNotifier):
    service = serving("answering")
    notifier.show(
        Notice("A & B\0", "<img src='http://there.example/'>\nsee\ud800 it " + "x" * 999), nothing, {}
    )

    shown = service.shown()
    assert shown["title"] == "A & B"
    assert str(shown["body"]).startswith("‹img src='http://there.example/'› see it x")
    assert len(str(shown["body"])) == 240
    assert str(shown["body"]).endswith("…")


def test_the_library_comes_with_the_first_notice():
    script = (
        "import sys; from relationdesk.system.notifications import SystemNotifier; SystemNotifier().close();"
        "heavy = {'desktop_notifier', 'dbus_fast', 'asyncio'}; print(heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
