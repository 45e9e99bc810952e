"""The system keychain, which holds a desk's key under the desk's identity.

A keychain is trusted only as far as it is read back: some backends store nothing and say nothing.
Backends that write the key to a plain file are refused.
"""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from typing import Protocol

_SERVICE = "RelationDesk"
_REFUSED = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")


class Keychain(Protocol):
    """Where keys may be kept."""

    def is_there(self) -> bool:
        """Whether keys can be kept here."""

    def read(self, desk_id: str) -> bytes | None:
        """The key of a desk, or None when there is none to be had."""

    def keep(self, desk_id: str, key: bytes) -> bool:
        """Keep a key; True only when it was read back the same."""


class NoKeychain:
    """Used where the user chose a passphrase alone."""

    def is_there(self) -> bool:
        """Never."""
        return False

    def read(self, desk_id: str) -> bytes | None:  # noqa: ARG002 - there is nothing to look up
        """Nothing."""
        return None

    def keep(self, desk_id: str, key: bytes) -> bool:  # noqa: ARG002 - nothing is kept
        """Nothing is kept."""
        return False


class SystemKeychain:
    """The keychain of the system: Secret Service, Keychain or Credential Manager.

    Backends raise what they like (a bus that is gone, a dialog that was closed); all of it means
    the same to us: there is no key to be had here now.
    """

    def is_there(self) -> bool:
        """Whether a backend that may be trusted answers."""
        try:
            import keyring  # noqa: PLC0415 - heavy, and only wanted here

            backend = keyring.get_keyring()
            return backend.priority > 0 and not type(backend).__module__.startswith(_REFUSED)
        except Exception:  # noqa: BLE001 - see the class
            return False

    def read(self, desk_id: str) -> bytes | None:
        """The key of a desk, or None when there is none to be had."""
        if not self.is_there():
            return None
        try:
            import keyring  # noqa: PLC0415 - heavy, and only wanted here

            text = keyring.get_password(_SERVICE, desk_id)
        except Exception:  # noqa: BLE001 - see the class
            return None
        try:
            return b64decode(text, validate=True) if text else None
        except (Base64Error, ValueError):
            return None

    def keep(self, desk_id: str, key: bytes) -> bool:
        """Keep a key; True only when it was read back the same."""
        if not self.is_there():
            return False
        try:
            import keyring  # noqa: PLC0415 - heavy, and only wanted here

            keyring.set_password(_SERVICE, desk_id, b64encode(key).decode())
        except Exception:  # noqa: BLE001 - see the class
            return False
        return self.read(desk_id) == key
