"""A system bus of the test's own, with a logind that does what it is told."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from select import select

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
    """A running logind, as far as its lines tell."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def has_news(self) -> bool:
        """Whether it has said something that nobody has read yet."""
        return bool(select([self._process.stdout], [], [], 0)[0])

    def says(self) -> object:
        """The next thing it says."""
        assert select([self._process.stdout], [], [], _WAIT)[0], "it says nothing"
        return json.loads(self._process.stdout.readline())

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
