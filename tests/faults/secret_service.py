"""A real Secret Service used by the real keychain door; run under dbus-run-session, tells what it saw.

Its arguments are an empty folder that is the home of its user, the desk, and its recovery code.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from recovering import main as recovered

UNLOCKED_BY = b"the password of the user"


def begin(home: Path) -> "subprocess.Popen[bytes]":
    """Start gnome-keyring for this home; its login keyring is unlocked."""
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=home,
    )
    assert daemon.stdin is not None
    assert daemon.stdout is not None
    daemon.stdin.write(UNLOCKED_BY)
    daemon.stdin.close()
    daemon.stdout.readline()
    return daemon


def lock() -> None:
    """Lock the keyring, as the system does when its user leaves."""
    import secretstorage  # noqa: PLC0415 - not without a bus

    secretstorage.get_default_collection(secretstorage.dbus_init()).lock()


def main(home: Path, desk: str, code: str) -> dict[str, object]:
    """A new computer, the next start, and a start while the keyring is locked."""
    daemon = begin(home)
    try:
        told = {"new": recovered(desk, code, "20"), "next": recovered(desk, code, "20")}
        lock()
        told["locked"] = recovered(desk, code, "20")
    finally:
        daemon.terminate()
        daemon.wait()
    readable = [path for path in home.rglob("*") if path.is_file()]
    needles = [bytes.fromhex(key) for key in os.environ["NEEDLES"].split()]
    told["in the open"] = [
        path.name for path in readable if any(needle in path.read_bytes() for needle in needles)
    ]
    return told


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), *sys.argv[2:])))  # noqa: T201 - it speaks to the test
