"""The doors to the system: the keychain, the paths, and the one process that changes a desk."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked, PasswordSetError

from relationdesk.language.words import Language
from relationdesk.system import paths
from relationdesk.system.instance import BusyDeskError, UnlockableFolderError, hold
from relationdesk.system.keychain import NoKeychain, SystemKeychain
from relationdesk.system.locale import system_language

KEY = bytes(range(32))
ANY = SystemKeychain()


class InMemory(KeyringBackend):
    """A backend that keeps what it is given."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Forgetful(InMemory):
    """Says that it keeps, and does not."""

    def set_password(self, *_asked: str) -> None:
        pass


class Cutting(InMemory):
    """Keeps a part of what it is given."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:20])


class Lying(InMemory):
    """Gives something else back."""

    def get_password(self, service: str, username: str) -> str | None:
        return "not base64 at all é" if super().get_password(service, username) else None


class Locked(InMemory):
    """The user dismissed the dialog."""

    def get_password(self, *_asked: str) -> str | None:
        raise KeyringLocked

    def set_password(self, *_asked: str) -> None:
        raise PasswordSetError


class Foreign(InMemory):
    """Raises what nobody foresaw."""

    def get_password(self, *_asked: str) -> str | None:
        raise ZeroDivisionError

    set_password = get_password  # type: ignore[assignment]


class Plaintext(InMemory):
    """Writes keys into a plain file."""


Plaintext.__module__ = "keyrings.alt.file"


class Weak(InMemory):
    """Recommends itself to nobody."""

    priority = 0


@pytest.fixture(autouse=True)
def former_backend() -> Iterator[None]:
    former = keyring.get_keyring()
    yield
    keyring.set_keyring(former)


def test_a_keychain_keeps_a_key_under_the_desks_name():
    backend = InMemory()
    keyring.set_keyring(backend)

    assert ANY.is_there()
    assert ANY.keep("desk-1", KEY)
    assert ANY.read("desk-1") == KEY
    assert ANY.read("desk-2") is None
    assert list(backend.kept) == [("RelationDesk", "desk-1")]


@pytest.mark.parametrize("backend", [null.Keyring, fail.Keyring, Plaintext, Weak])
def test_a_backend_that_keeps_nothing_or_keeps_it_openly_is_no_keychain(backend: type[KeyringBackend]):
    chosen = backend()
    keyring.set_keyring(chosen)

    assert not ANY.is_there()
    assert not ANY.keep("desk-1", KEY)
    assert ANY.read("desk-1") is None
    assert not getattr(chosen, "kept", {})


def test_a_key_is_let_go():
    backend = InMemory()
    keyring.set_keyring(backend)
    ANY.keep("desk-1", KEY)

    assert ANY.forget("desk-1")
    assert ANY.forget("desk-1")
    assert backend.kept == {}


def test_a_key_that_may_still_be_there_is_not_called_gone():
    class Holding(InMemory):
        """Says that it lets go, and does not."""

        def delete_password(self, *_asked: str) -> None:
            pass

    for backend in (Holding(), Locked()):
        keyring.set_keyring(backend)
        backend.kept["RelationDesk", "desk-1"] = "c29tZXRoaW5n"
        assert not ANY.forget("desk-1")


class AlsoPlain(Plaintext):
    """Made from one that writes keys into a plain file."""


class Chain(ChainerBackend):
    """The plain one first, then one that may be trusted."""

    backends = (AlsoPlain(), InMemory())  # type: ignore[assignment]
    priority = 10


def test_a_chain_of_backends_is_trusted_link_by_link():
    chain = Chain()
    plain, trusted = chain.backends
    keyring.set_keyring(chain)

    assert ANY.keep("desk-1", KEY)
    assert ANY.read("desk-1") == KEY
    assert not plain.kept
    assert trusted.kept


def test_nobody_waits_longer_for_a_keychain_than_they_say():
    class Slow(InMemory):
        """Never answers."""

        def get_password(self, *_asked: str) -> str | None:
            threading.Event().wait()
            return None

        set_password = get_password  # type: ignore[assignment]

    keyring.set_keyring(Slow())
    hasty = SystemKeychain(0.1, 0.1)

    assert hasty.is_there()
    assert hasty.read("desk-1") is None
    assert not hasty.keep("desk-1", KEY)
    assert not hasty.forget("desk-1")
    assert not hasty.reading("desk-1").done()


def test_what_a_foreign_library_raises_ends_nobodys_thread():
    class Panic(BaseException):
        """No error of Python's."""

    class Panicking(InMemory):
        """Gives up."""

        def get_password(self, *_asked: str) -> str | None:
            raise Panic

    keyring.set_keyring(Panicking())

    assert ANY.reading("desk-1").result(20) is None


@pytest.mark.parametrize("backend", [Forgetful, Cutting, Lying, Locked, Foreign])
def test_a_keychain_is_trusted_only_as_far_as_it_is_read_back(backend: type[KeyringBackend]):
    keyring.set_keyring(backend())

    assert not ANY.keep("desk-1", KEY)
    assert ANY.read("desk-1") != KEY


def test_where_the_user_wants_none_there_is_none():
    assert not NoKeychain().is_there()
    assert not NoKeychain().keep("desk-1", KEY)
    assert NoKeychain().read("desk-1") is None


def test_the_folder_that_was_named_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("RELATIONDESK_HOME", str(tmp_path))

    assert paths.data_folder() == tmp_path
    assert paths.default_desk() == tmp_path / "my.desk"
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_the_systems_own_folder_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("RELATIONDESK_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)

    assert paths.data_folder().name == "RelationDesk"
    assert paths.data_folder().is_absolute()


@pytest.mark.parametrize("home", ["", "~nobody-of-this-name-at-all/desk"])
def test_a_user_without_a_home_is_told_and_no_folder_is_guessed(tmp_path: Path, home: str):
    script = "from relationdesk.system import paths; print(paths.data_folder())"
    told = run_as_nobody(script, tmp_path, home)

    assert "NoHomeError" in told.stderr
    assert list(tmp_path.iterdir()) == []


def run_as_nobody(script: str, folder: Path, home: str) -> "subprocess.CompletedProcess[str]":
    """A process of a user whom the system does not know, where the superuser can make one."""
    alone = (
        f"import os\nif os.getuid() == 0: os.setuid(54321)\nos.environ.pop('HOME', None)\n"
        f"os.environ['RELATIONDESK_HOME'] = {home!r}\n"
    )
    imported = "import relationdesk.system.paths, platformdirs, platformdirs.unix\n"
    return subprocess.run(
        [sys.executable, "-c", imported + alone + script],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("fr_FR.UTF-8", Language.FRENCH),
        ("fr", Language.FRENCH),
        ("de_DE", Language.ENGLISH),
        ("C", Language.ENGLISH),
    ],
)
def test_the_systems_language_is_spoken_where_it_is_known(
    monkeypatch: pytest.MonkeyPatch, value: str, language: Language
):
    monkeypatch.setenv("LC_ALL", value)

    assert system_language() is language


HOLDING = """
import sys
from pathlib import Path
from relationdesk.system.instance import hold
held = hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
"""


def holder(path: Path) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def ended(child: "subprocess.Popen[str]") -> None:
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            stream.close()
    child.wait(20)


def test_one_process_holds_a_desk_and_frees_it_at_its_end(tmp_path: Path):
    path = tmp_path / "new" / "my.desk.in-use"
    child = holder(path)
    with pytest.raises(BusyDeskError):
        hold(path)

    ended(child)

    hold(path).release()


def test_a_killed_process_frees_its_desk(tmp_path: Path):
    path = tmp_path / "my.desk.in-use"
    child = holder(path)

    os.kill(child.pid, signal.SIGKILL)
    ended(child)

    hold(path).release()


def test_one_process_does_not_hold_a_desk_twice(tmp_path: Path):
    held = hold(tmp_path / "x")
    with pytest.raises(BusyDeskError):
        hold(tmp_path / "x")
    held.release()
    hold(tmp_path / "x").release()


def test_a_folder_that_cannot_be_written_is_not_called_busy(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(UnlockableFolderError):
        hold(tmp_path / "file" / "my.desk.in-use")
