"""A system bus of the test's own, with a logind that does what it is told."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

_LOGIND = Path(__file__).resolve().parent / "fixtures" / "system" / "logind.py"
_BUS = """<busconfig><type>system</type><listen>{address}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>"""
_WAIT = 10

DELAYED = {"what": "sleep", "who": "RelationDesk", "mode": "delay"}
"""What logind says once the program listens and holds sleep up."""
MAY_SLEEP = "may sleep"


class Logind:
    """A running logind, as far as its lines tell; `heard` is called with each, on another thread."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._said: Queue[str] = Queue()
        self.heard: Callable[[str], object] = str
        Thread(target=self._listen, daemon=True).start()

    def has_news(self) -> bool:
        """Whether it has said something that nobody has read yet."""
        return not self._said.empty()

    def says(self) -> object:
        """The next thing it says."""
        return json.loads(self._said.get(timeout=_WAIT))

    def _listen(self) -> None:
        for line in self._process.stdout:
            self.heard(line)
            self._said.put(line)

    def tell(self, what: str) -> None:
        """Have it tell everybody something."""
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()


@pytest.fixture
def system_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A message bus that the program takes for the system's."""
    if sys.platform != "linux":
        pytest.skip("the message bus of Linux")
    address = f"unix:path={tmp_path / 'system-bus'}"
    config = tmp_path / "system-bus.conf"
    config.write_text(_BUS.format(address=address), "utf-8")
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout.readline()
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.setenv("XDG_SESSION_ID", "2")
        yield
        daemon.kill()


@pytest.fixture
def logind(system_bus: None) -> Iterator[Logind]:
    """A logind on that bus."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, str(_LOGIND)], stdin=pipe, stdout=pipe, text=True) as process:
        running = Logind(process)
        assert running.says() == "ready"
        yield running
        process.kill()
