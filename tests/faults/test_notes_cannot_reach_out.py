"""Notes cannot reach out (promise 13)."""

import base64
import json
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_notes import hostile_notes
from PySide6.QtGui import QImage

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CALLS = "open,openat,openat2,creat,socket,connect,execve"
KNOWN = tuple(
    {
        sys.prefix,
        sys.base_prefix,
        str(ROOT / "src"),
        str(ROOT / "resources"),
        "/usr/lib",
        "/usr/share",
        "/lib",
        "/proc",
        "/sys",
        "/dev",
    }
)


def can_be_traced():
    strace = shutil.which("strace")
    return strace and subprocess.run([strace, "-qq", "-o", "/dev/null", "true"], check=False).returncode == 0


@pytest.fixture
def folder(tmp_path):
    """Things that shout when they are seen."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(0xFFFF00FF)
    image.save(str(tmp_path / "shout.png"))
    space = "xmlns='http://www.w3.org/2000/svg' width='64' height='64'"
    rect = f"<svg {space}><rect width='64' height='64' fill='#ff00ff'/></svg>"
    (tmp_path / "shout.svg").write_text(rect)
    (tmp_path / "shout.css").write_text("* { background: #ff00ff }")
    (tmp_path / "shout.html").write_text("<body bgcolor='#ff00ff'>")
    (tmp_path / "shout.typ").write_text("#set page(fill: rgb(255, 0, 255))")
    return tmp_path


def asked_of_the_system(record):
    """What stands between the two signs, a call a line."""
    lines = record.splitlines()
    first, last = (
        next(n for n, line in enumerate(lines) if f'"/sign-{name}"' in line) for name in ("begin", "end")
    )
    return lines[first + 1 : last]


def opened(lines):
    return {
        found[1]
        for line in lines
        if (found := re.search(r'(?:open\w*|creat)\((?:AT_FDCWD, )?"([^"]*)"', line))
    }


@pytest.mark.skipif(not can_be_traced(), reason="the system lets nobody see what a program asks it for")
def test_a_note_opens_no_file_and_no_connection_and_shows_no_picture_of_others(folder, tmp_path_factory):
    record = tmp_path_factory.mktemp("record") / "calls"
    passing = tmp_path_factory.mktemp("passing")  # where the layouts of a dossier are while it is set
    pixels = base64.b64encode((folder / "shout.png").read_bytes()).decode()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        notes = hostile_notes(str(folder), listening.getsockname()[1], pixels)
        done = subprocess.run(
            [
                "strace",
                "-f",
                "-qq",
                "-e",
                f"trace={CALLS}",
                "-o",
                str(record),
                sys.executable,
                HERE / "reading_notes.py",
            ],
            input=json.dumps(notes),
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
            cwd=folder,
            env={
                "PATH": "/usr/bin:/bin",
                "QT_QPA_PLATFORM": "offscreen",
                "HOME": str(folder),
                "LC_ALL": "C.UTF-8",
                "TMPDIR": str(passing),
            },
        )
    assert done.returncode == 0, done.stderr
    lines = asked_of_the_system(record.read_text())
    assert len(notes) >= 25
    assert [note for note, seen in json.loads(done.stdout).items() if seen] == []
    assert {path for path in opened(lines) if not path.startswith((*KNOWN, str(passing)))} == set()
    assert [line for line in lines if re.search(r"\b(socket|connect|execve)\(", line)] == []
