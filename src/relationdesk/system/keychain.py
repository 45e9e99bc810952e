"""The system keychain, which holds a desk's key under the desk's identity.

A keychain is trusted only as far as it is read back: some backends store nothing and say nothing.
Backends that write the key to a plain file are refused. A keychain may ask its user to unlock it, and take
as long as the user does: nobody waits for it longer than they say.
"""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from relationdesk.system.apart import apart

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "RelationDesk"
_REFUSED = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")
_TO_ANSWER_SECONDS = 10.0
_TO_UNLOCK_SECONDS = 60.0

T = TypeVar("T")


class Keychain(Protocol):
    """Where keys may be kept. Every call but `reading` may take a minute, and none takes longer."""

    def is_there(self) -> bool:
        """Whether keys can be kept here."""

    def read(self, desk_id: str) -> bytes | None:
        """The key of a desk, or None when there is none to be had."""

    def reading(self, desk_id: str) -> "Future[bytes | None]":
        """Ask for the key of a desk without waiting; the answer may never come, and is never an error."""

    def keep(self, desk_id: str, key: bytes) -> bool:
        """Keep a key; True only when it was read back the same."""

    def forget(self, desk_id: str) -> bool:
        """Let go of a key; True only when it is not there any more."""


class NoKeychain:
    """Used where there is to be none."""

    def is_there(self) -> bool:
        """Never."""
        return False

    def read(self, desk_id: str) -> bytes | None:  # noqa: ARG002 - there is nothing to look up
        """Nothing."""
        return None

    def reading(self, desk_id: str) -> "Future[bytes | None]":
        """Nothing, at once."""
        answer: Future[bytes | None] = Future()
        answer.set_result(self.read(desk_id))
        return answer

    def keep(self, desk_id: str, key: bytes) -> bool:  # noqa: ARG002 - nothing is kept
        """Nothing is kept."""
        return False

    def forget(self, desk_id: str) -> bool:  # noqa: ARG002 - nothing was kept
        """It never was there."""
        return True


class SystemKeychain:
    """The keychain of the system: Secret Service, Keychain or Credential Manager.

    Backends raise what they like (a bus that is gone, a dialog that was closed) or never answer; all of it
    means the same to us: there is no key to be had here now.
    """

    def __init__(self, to_answer: float = _TO_ANSWER_SECONDS, to_unlock: float = _TO_UNLOCK_SECONDS) -> None:
        """`to_answer` is how long it may take to say whether it is there, `to_unlock` anything else."""
        self._to_answer = to_answer
        self._to_unlock = to_unlock

    def is_there(self) -> bool:
        """Whether a backend that may be trusted answers."""
        return _waited(_apart(_trusted), self._to_answer) is not None

    def read(self, desk_id: str) -> bytes | None:
        """The key of a desk, or None when there is none to be had."""
        return _waited(self.reading(desk_id), self._to_unlock)

    def reading(self, desk_id: str) -> "Future[bytes | None]":
        """Ask for the key of a desk without waiting."""
        return _apart(partial(_read, desk_id))

    def keep(self, desk_id: str, key: bytes) -> bool:
        """Keep a key; True only when it was read back the same."""
        return bool(_waited(_apart(partial(_keep, desk_id, key)), self._to_unlock))

    def forget(self, desk_id: str) -> bool:
        """Let go of a key; True only when the keychain answers, and not with a key."""
        return bool(_waited(_apart(partial(_forget, desk_id)), self._to_unlock))


def _apart(call: Callable[[], T | None]) -> "Future[T | None]":
    return apart("keychain", partial(_in_peace, call))


def _in_peace(call: Callable[[], T | None]) -> T | None:
    try:
        return call()
    except BaseException:  # noqa: BLE001 - see `SystemKeychain`; on a thread that does nothing else
        return None


def _waited(answer: "Future[T | None]", seconds: float) -> T | None:
    try:
        return answer.result(seconds)
    except TimeoutError:
        return None


def _trusted() -> "KeyringBackend | None":
    """The backend that was chosen; of a chain the first that may be trusted."""
    import keyring  # noqa: PLC0415 - heavy, and only wanted here
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415 - see above

    chosen = keyring.get_keyring()
    chain = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    return next((one for one in chain if one.priority > 0 and not _is_refused(one)), None)


def _is_refused(backend: "KeyringBackend") -> bool:
    """Whether a backend, or one that it is made from, keeps nothing or keeps it for all to read."""
    return any(kind.__module__.startswith(_REFUSED) for kind in type(backend).__mro__)


def _read(desk_id: str) -> bytes | None:
    backend = _trusted()
    return None if backend is None else _key_in(backend.get_password(_SERVICE, desk_id))


def _keep(desk_id: str, key: bytes) -> bool:
    backend = _trusted()
    if backend is None:
        return False
    backend.set_password(_SERVICE, desk_id, b64encode(key).decode())
    return _read(desk_id) == key


def _forget(desk_id: str) -> bool:
    backend = _trusted()
    if backend is None:
        return True
    if backend.get_password(_SERVICE, desk_id) is not None:
        backend.delete_password(_SERVICE, desk_id)
    return backend.get_password(_SERVICE, desk_id) is None


def _key_in(text: str | None) -> bytes | None:
    try:
        return b64decode(text, validate=True) if text else None
    except (Base64Error, ValueError):
        return None
