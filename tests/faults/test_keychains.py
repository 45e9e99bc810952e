"""A lost keychain loses nothing (promise 7): twelve situations, and one real Secret Service."""

import json
import os
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from real_desk import FULL_CARD, Made, made_in
from relationdesk.desk.key import new_key
from relationdesk.desk.vault import read_vault
from relationdesk.work.people.commands import create_person

HERE = Path(__file__).resolve().parent
WAIT = 60


@dataclass(frozen=True)
class Keychain:
    """A backend, and what it holds, told by the desk it is to open."""

    backend: str
    holds: Callable[[Made, str], dict[str, str]] = lambda _made, _name: {}
    keeps: bool = False
    seconds: str = "20"


def right(made: Made, name: str) -> dict[str, str]:
    return {name: b64encode(made.key.raw).decode()}


SITUATIONS = {
    "none": Keychain("keyring.backends.fail.Keyring"),
    "locked": Keychain("keychains.Locked", right),
    "dismissed": Keychain("keychains.Dismissed", right),
    "null": Keychain("keyring.backends.null.Keyring"),
    "cut value": Keychain(
        "keychains.Keeping", lambda made, name: {name: right(made, name)[name][:20]}, keeps=True
    ),
    "wrong value": Keychain(
        "keychains.Keeping", lambda _made, name: {name: b64encode(new_key().raw).decode()}, keeps=True
    ),
    "other backend": Keychain("keychains.Keeping", lambda _made, _name: {"Mail/me": "other"}, keeps=True),
    "slow": Keychain("keychains.Slow", right, seconds="0.3"),
    "foreign exception": Keychain("keychains.Foreign", right),
    "read-only": Keychain("keychains.ReadOnly"),
    "restored profile": Keychain(
        "keychains.Keeping",
        lambda _made, _name: {"RelationDesk/an older desk": b64encode(new_key().raw).decode()},
        keeps=True,
    ),
    "deleted": Keychain("keychains.Keeping", keeps=True),
}


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A desk with somebody on it, in a folder of its own."""
    (tmp_path / "desk").mkdir()
    made = made_in(tmp_path / "desk")
    desk = made.opened()
    create_person(desk, FULL_CARD)
    desk.close()
    return made


def told_by(command: list[str], surroundings: dict[str, str]) -> dict[str, object]:
    ran = subprocess.run(
        command,
        env=os.environ | {"PYTHONPATH": str(HERE)} | surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=WAIT,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_lost_keychain_loses_nothing_and_the_recovery_code_opens(made: Made, tmp_path: Path, name: str):
    keychain, file = SITUATIONS[name], tmp_path / "keychain.json"
    item = f"RelationDesk/{read_vault(made.files.vault).desk_id}"
    held = keychain.holds(made, item)
    file.write_text(json.dumps(held), "utf-8")

    told = told_by(
        [sys.executable, str(HERE / "recovering.py"), str(made.files.desk), made.code, keychain.seconds],
        {"PYTHON_KEYRING_BACKEND": keychain.backend, "FAKE_KEYCHAIN": str(file)},
    )

    assert told == {
        "need": "SECRET",
        "untouched": True,
        "people": 1,
        "kept": keychain.keeps,
        "next time": "NOTHING" if keychain.keeps else "SECRET",
    }
    assert json.loads(file.read_text("utf-8")) == (held | right(made, item) if keychain.keeps else held)
    assert read_vault(made.files.vault).fits(made.key)


def test_there_are_twelve_situations():
    assert len(SITUATIONS) == 12


def test_a_real_secret_service_keeps_the_key_and_loses_nothing_when_it_is_locked(made: Made, tmp_path: Path):
    if sys.platform != "linux" or not shutil.which("gnome-keyring-daemon"):
        pytest.skip("gnome-keyring is not installed, and dev.py can bring it on Debian only")
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    surroundings = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "DISPLAY": "",
        "NEEDLES": " ".join([made.key.raw.hex(), b64encode(made.key.raw).hex()]),
    }

    told = told_by(
        [
            *("dbus-run-session", "--", sys.executable, str(HERE / "secret_service.py")),
            *(str(home), str(made.files.desk), made.code),
        ],
        surroundings,
    )

    opened = {"need": "SECRET", "untouched": True, "people": 1}
    assert told == {
        "new": opened | {"kept": True, "next time": "NOTHING"},
        "next": {"need": "NOTHING", "untouched": True},
        "locked": opened | {"kept": False, "next time": "SECRET"},
        "in the open": [],
    }
