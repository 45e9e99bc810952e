"""Keychains as a process may find them: backends of the `keyring` library, chosen by PYTHON_KEYRING_BACKEND.

What a backend holds lies in the file that `FAKE_KEYCHAIN` names, and whatever it is told to keep is written
down there too.
"""

import json
import os
import threading
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError, PasswordSetError


class Keeping(KeyringBackend):
    """Keeps what it is given from one process to the next."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self._file = Path(os.environ.get("FAKE_KEYCHAIN", os.devnull))

    def get_password(self, service: str, username: str) -> str | None:
        return self._items().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._file.write_text(json.dumps(self._items() | {f"{service}/{username}": password}), "utf-8")

    def delete_password(self, service: str, username: str) -> None:
        items = self._items()
        if items.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError(username)
        self._file.write_text(json.dumps(items), "utf-8")

    def _items(self) -> dict[str, str]:
        return json.loads(self._file.read_text("utf-8") or "{}") if self._file.exists() else {}


class Locked(Keeping):
    """Is locked, and nobody is there to unlock it."""

    def get_password(self, *_asked: str) -> str | None:
        raise KeyringLocked("Failed to unlock the collection!")

    def set_password(self, *_asked: str) -> None:
        raise KeyringLocked("Failed to unlock the collection!")


class Dismissed(Keeping):
    """Asks its user, who closes the dialog."""

    def get_password(self, *_asked: str) -> str | None:
        raise InitError("Failed to create the collection: prompt dismissed.")

    def set_password(self, *_asked: str) -> None:
        raise PasswordSetError("prompt dismissed")


class Slow(Keeping):
    """Asks its user, who is having lunch."""

    def get_password(self, *_asked: str) -> str | None:
        threading.Event().wait()
        return None

    def set_password(self, *_asked: str) -> None:
        threading.Event().wait()


class Panic(BaseException):
    """What a library in another language raises when it gives up."""


class Foreign(Keeping):
    """Raises what is no error of Python's at all."""

    def get_password(self, *_asked: str) -> str | None:
        raise Panic

    def set_password(self, *_asked: str) -> None:
        raise Panic


class ReadOnly(Keeping):
    """Gives what it holds and takes nothing."""

    def set_password(self, *_asked: str) -> None:
        raise PasswordSetError("read-only")
