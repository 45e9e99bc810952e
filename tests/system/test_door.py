"""The door of a window: who is let in, what is said, and that nobody is waited for without end."""

import os
import secrets
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from select import select

import pytest

from relationdesk.system.door import line as lines
from relationdesk.system.door import listening
from relationdesk.system.door.address import clear_away, fresh_address
from relationdesk.system.door.errors import BrokenLineError
from relationdesk.system.door.knocking import knock
from relationdesk.system.door.listening import Door, Visit
from relationdesk.system.door.note import Note, note_at, replace_note, starting
from relationdesk.system.instance import hold

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of POSIX are looked at from below")


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for sockets whose path is short enough."""
    folder = Path(f"/tmp/rd-{os.getpid()}-{secrets.token_hex(3)}")
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    for left in folder.iterdir():
        left.rmdir()
    folder.rmdir()


def greet(visit: Visit) -> None:
    if visit.request.get("name") == "nobody":
        return
    for word in ("hello", visit.request["name"]):
        visit.tell({"said": word})


@pytest.fixture
def door(runtime: Path) -> Iterator[Door]:
    opened = Door(greet)
    yield opened
    opened.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is waited for longer than a moment."""
    monkeypatch.setattr(listening, "_TO_SAY_WHAT_SECONDS", 0.3)


def asked(note: Note, name: str = "Noor") -> list[str]:
    said = []
    try:
        with knock(note, {"name": name}) as answers:
            said.extend(message["said"] for message in answers)
    except BrokenLineError:
        pass
    return said


def test_a_visitor_who_read_the_note_is_answered(door: Door):
    assert asked(door.note) == ["hello", "Noor"]
    assert asked(door.note, "Léa 👩‍🚀 \udcff") == ["hello", "Léa 👩‍🚀 \udcff"]


def test_many_visitors_at_once_are_all_answered(door: Door):
    answers: list[list[str]] = []
    visitors = [threading.Thread(target=lambda: answers.append(asked(door.note))) for _ in range(40)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join(20)

    assert answers == [["hello", "Noor"]] * 40


def test_a_visitor_who_did_not_read_the_note_is_not_answered(door: Door):
    assert asked(Note(door.note.address, secrets.token_bytes(32), 1)) == []
    assert asked(Note(door.note.address, b"", 1)) == []
    assert asked(door.note) == ["hello", "Noor"]


def test_a_host_who_did_not_write_the_note_is_asked_nothing(runtime: Path):
    heard = []
    impostor = Door(lambda visit: heard.append(visit.request))

    assert asked(Note(impostor.note.address, secrets.token_bytes(32), 1)) == []
    assert heard == []
    impostor.close()


def test_what_a_visitor_says_cannot_be_said_back_to_them(door: Door):
    """A proof is good for one side only."""
    first, second = (lines.line_to(door.note.address, 1) for _ in range(2))
    challenge = first._receive_bytes(32)
    second._receive_bytes(32)
    second._send_bytes(challenge + secrets.token_bytes(32))

    with pytest.raises(BrokenLineError):
        second._receive_bytes(32)
    for line in (first, second):
        line.close()


def raw(door: Door) -> socket.socket:
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(5)
    line.connect(door.note.address)
    return line


def let_in(door: Door) -> lines.Line:
    line = lines.line_to(door.note.address, 1)
    line.prove_as_visitor(door.note.secret)
    return line


SAYINGS: dict[str, Callable[[socket.socket], object]] = {
    "nothing": lambda line: line.fileno(),
    "half a length": lambda line: line.sendall(b"\0\0"),
    "half a message": lambda line: line.sendall(struct.pack("!i", 64) + b"x" * 10),
    "a length beyond measure": lambda line: line.sendall(struct.pack("!iQ", -1, 2**63)),
    "a negative length": lambda line: line.sendall(struct.pack("!i", -7)),
    "nonsense": lambda line: line.sendall(os.urandom(4096)),
    "a page request": lambda line: line.sendall(b"GET / HTTP/1.1\r\n\r\n"),
    "a pickle": lambda line: line.sendall(struct.pack("!i", 12) + b"cos\nsystem\n("),
    "a short proof": lambda line: line.sendall(struct.pack("!i", 1) + b"x"),
    "no proof": lambda line: line.sendall(struct.pack("!i", 64) + bytes(64)),
}


@pytest.mark.parametrize("say", SAYINGS.values(), ids=SAYINGS)
def test_whoever_says_nonsense_before_the_proof_is_refused_in_time(
    door: Door, impatient: None, say: Callable[[socket.socket], object]
):
    begun = time.monotonic()
    with raw(door) as line:
        say(line)
        assert asked(door.note) == ["hello", "Noor"]  # meanwhile
        wait_for_refusal(line)

    assert time.monotonic() - begun < 3


def wait_for_refusal(line: socket.socket, saying: bytes = b"") -> None:
    """Until the other side hangs up, saying something now and then."""
    with suppress(ConnectionError):
        while True:
            line.sendall(saying)
            if select([line], [], [], 0.05)[0] and not line.recv(4096):
                return


def test_whoever_says_a_letter_at_a_time_is_not_waited_for(door: Door, impatient: None):
    begun = time.monotonic()
    with raw(door) as line:
        wait_for_refusal(line, b"\0")

    assert time.monotonic() - begun < 3


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"7", b'"raise"', b"\xff\xfe", b"[" * 100_000, b'{"name":'], ids=repr
)
def test_whoever_proves_it_and_says_nonsense_is_refused(door: Door, impatient: None, content: bytes):
    line = let_in(door)
    line._send_bytes(content)

    with pytest.raises(BrokenLineError):
        line.receive()
    line.close()
    assert asked(door.note) == ["hello", "Noor"]


def test_whoever_proves_it_and_says_nothing_is_not_waited_for(door: Door, impatient: None):
    line = let_in(door)

    with pytest.raises(BrokenLineError):
        line.receive()
    line.close()


def test_a_message_beyond_measure_is_not_read(door: Door, impatient: None):
    line = let_in(door)
    with suppress(BrokenLineError):
        line._send_bytes(b"x" * (lines.LONGEST_MESSAGE + 1))

    with pytest.raises(BrokenLineError):
        line.receive()
    line.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_in_an_answer_leaves_the_door_open(door: Door):
    with knock(door.note, {}) as answers, pytest.raises(BrokenLineError):
        next(answers)

    assert asked(door.note) == ["hello", "Noor"]


def test_more_visitors_than_there_is_room_for_are_sent_away(
    runtime: Path, monkeypatch: pytest.MonkeyPatch, impatient: None
):
    monkeypatch.setattr(listening, "_MOST_AT_ONCE", 2)
    door = Door(greet)
    silent = [raw(door) for _ in range(2)]
    for line in silent:
        assert len(line.recv(36)) == 36  # they are in

    assert asked(door.note) == []
    for line in silent:
        line.close()
    until(lambda: asked(door.note) == ["hello", "Noor"])
    door.close()


def until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.01)


def test_a_closed_door_answers_nobody_and_leaves_nothing(runtime: Path):
    door = Door(greet)
    note = door.note
    assert [path.stat().st_mode & 0o777 for path in runtime.iterdir()] == [0o700]

    door.close()

    assert asked(note) == []
    assert list(runtime.iterdir()) == []


def test_a_host_that_stands_still_is_not_waited_for(runtime: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("relationdesk.system.door.knocking._TO_OPEN_SECONDS", 0.3)
    address = str(runtime / "relationdesk-x")
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(address)
        silent.listen(1)
        assert asked(Note(address, secrets.token_bytes(32), 1)) == []
    Path(address).unlink()


def test_a_host_that_lets_one_in_and_says_nothing_is_not_waited_for(
    runtime: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("relationdesk.system.door.knocking._TO_BEGIN_SECONDS", 0.3)
    going_on = threading.Event()
    door = Door(lambda _visit: going_on.wait(20))

    assert asked(door.note) == []
    going_on.set()
    door.close()


def test_a_visitor_who_left_is_noticed(runtime: Path):
    seen: list[bool] = []
    may_look = threading.Event()

    def look(visit: Visit) -> None:
        seen.append(visit.has_left())
        visit.tell({"said": "wait"})
        may_look.wait(20)
        until(visit.has_left)
        with pytest.raises(BrokenLineError):
            visit.tell({"said": "gone"})
        seen.append(True)

    door = Door(look)
    with knock(door.note, {}) as answers:
        assert next(answers) == {"said": "wait"}
    may_look.set()
    until(lambda: seen == [False, True])
    door.close()


def test_a_path_that_is_too_long_for_a_socket_gives_way_to_a_shorter_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    long = tmp_path / ("x" * 90)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    monkeypatch.setattr("tempfile.tempdir", str(long))

    address = fresh_address()

    assert address is not None
    assert len(os.fsencode(address)) <= 100
    clear_away(address)
    assert not Path(address).parent.exists()


def test_only_a_socket_of_ours_is_cleared_away(tmp_path: Path):
    own = tmp_path / "relationdesk-abc"
    own.mkdir()
    (own / "door").write_text("no socket")
    (tmp_path / "door").write_text("elsewhere")

    for address in (str(own / "door"), str(tmp_path / "door"), "", "/", str(own)):
        clear_away(address)

    assert (own / "door").read_text() == "no socket"
    assert (tmp_path / "door").read_text() == "elsewhere"


def test_a_note_is_for_this_user_alone_and_read_whole_or_not_at_all(tmp_path: Path):
    path = tmp_path / "my.desk.in-use"
    path.write_text("{half a no")
    path.chmod(0o644)
    assert note_at(path) is None
    held = hold(path)

    replace_note(held, path, Note("address", b"secret", 7))
    assert note_at(path) == Note("address", b"secret", 7)
    assert path.stat().st_mode & 0o777 == 0o600
    replace_note(held, path, starting())
    assert note_at(path) == Note("", b"", os.getpid())
    replace_note(held, path, None)
    assert path.read_bytes() == b""
    for hostile in (
        b"[]",
        b"{}",
        b'{"address": 1, "secret": "x", "process": []}',
        b"[" * 4000,
        os.urandom(64),
    ):
        path.write_bytes(hostile)
        assert note_at(path) is None
    held.release()


DYING = """
import os, signal, sys
from pathlib import Path
from relationdesk.system.door.listening import Door
from relationdesk.system.door.note import replace_note
from relationdesk.system.instance import hold
path = Path(sys.argv[1])
held = hold(path)
replace_note(held, path, Door(print).note)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_window_left_is_cleared_away_by_the_next(tmp_path: Path, runtime: Path):
    path = tmp_path / "my.desk.in-use"
    subprocess.run([sys.executable, "-c", DYING, str(path)], check=False)
    note = note_at(path)
    assert note is not None
    assert Path(note.address).exists()
    assert asked(note) == []

    held = hold(path)
    replace_note(held, path, starting())

    assert list(runtime.iterdir()) == []
    held.release()
