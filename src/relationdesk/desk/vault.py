"""The vault: a small file beside the desk that holds its key, locked in several ways.

The key is wrapped by AES-256-GCM under a recovery code (HKDF-SHA256, the code being random) and, if the
user chose one, under a passphrase (Argon2id, RFC 9106). A check value (HMAC-SHA256) tells whether a key
belongs to this desk without opening it. A sample desk keeps its key open: it holds invented people only.
"""

import hmac
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from relationdesk.desk.errors import DamagedVaultError, WrongSecretError
from relationdesk.desk.files import write_whole
from relationdesk.desk.key import KEY_BYTES, DeskKey
from relationdesk.domain.recovery_code import secret_of

VAULT_FORMAT = 1
_CHECKED = b"relationdesk desk check"
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16
_PASSES = 3
_LANES = 4
_MEMORY_KIB = 64 * 1024


@dataclass(frozen=True, slots=True)
class Lock:
    """The key, wrapped under one secret; every part is hexadecimal."""

    salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True, slots=True)
class Vault:
    """The contents of a vault file."""

    desk_id: str
    check: str
    recovery: Lock | None = None
    passphrase: Lock | None = None
    open_key: str | None = None
    format: int = VAULT_FORMAT

    def fits(self, key: DeskKey) -> bool:
        """Whether `key` is the key of this vault's desk."""
        return hmac.compare_digest(self.check, _check(key, self.desk_id))

    def key_by_recovery(self, code: str) -> DeskKey:
        """The key, from the recovery code.

        Raises:
            MistypedCodeError: the code has a slip in it.
            WrongSecretError: it is the code of another desk.
        """
        return self._unlock(self.recovery, _from_code(code, self.recovery))

    def key_by_passphrase(self, passphrase: str) -> DeskKey:
        """The key, from the passphrase; slow on purpose (about 0.1 s).

        Raises:
            WrongSecretError: the passphrase is not right, or none was set.
        """
        return self._unlock(self.passphrase, _from_passphrase(passphrase, self.passphrase))

    def key_of_sample(self) -> DeskKey | None:
        """The key that a sample desk keeps open; None for a real desk."""
        return None if self.open_key is None else DeskKey(bytes.fromhex(self.open_key))

    def with_passphrase(self, key: DeskKey, passphrase: str) -> "Vault":
        """The same vault with a new passphrase; the desk itself is not encrypted again."""
        salt = secrets.token_hex(_SALT_BYTES)
        wrapping = _from_passphrase(passphrase, Lock(salt, "", ""))
        return replace(self, passphrase=_wrap(key, wrapping, salt, self.desk_id))

    def without_passphrase(self) -> "Vault":
        """The same vault, which no passphrase opens any more."""
        return replace(self, passphrase=None)

    def with_recovery(self, key: DeskKey, recovery_code: str) -> "Vault":
        """The same vault with a new recovery code; the former one opens it no more."""
        salt = secrets.token_hex(_SALT_BYTES)
        wrapping = _from_code(recovery_code, Lock(salt, "", ""))
        return replace(self, recovery=_wrap(key, wrapping, salt, self.desk_id))

    def _unlock(self, lock: Lock | None, wrapping: bytes) -> DeskKey:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - a key at hand needs no unwrapping
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - see above

        if lock is None:
            raise WrongSecretError
        try:
            raw = AESGCM(wrapping).decrypt(
                bytes.fromhex(lock.nonce), bytes.fromhex(lock.wrapped), self.desk_id.encode()
            )
        except InvalidTag as error:
            raise WrongSecretError from error
        return DeskKey(raw)


def new_vault(key: DeskKey, recovery_code: str) -> Vault:
    """A vault for a new desk, locked by its recovery code."""
    desk_id = secrets.token_hex(16)
    salt = secrets.token_hex(_SALT_BYTES)
    wrapping = _from_code(recovery_code, Lock(salt, "", ""))
    return Vault(desk_id, _check(key, desk_id), recovery=_wrap(key, wrapping, salt, desk_id))


def sample_vault(key: DeskKey) -> Vault:
    """A vault that hides nothing, for a desk of invented people."""
    desk_id = secrets.token_hex(16)
    return Vault(desk_id, _check(key, desk_id), open_key=key.raw.hex())


def write_vault(path: Path, vault: Vault) -> None:
    """Write a vault file, whole or not at all."""
    write_whole(path, (json.dumps(asdict(vault), indent=1) + "\n").encode())


def read_vault(path: Path) -> Vault:
    """Read a vault file.

    Raises:
        DamagedVaultError: it is not a vault that this program can read.
    """
    try:
        return _vault_of(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedVaultError(path) from error


def _vault_of(content: dict[str, Any]) -> Vault:
    if content["format"] != VAULT_FORMAT:
        raise ValueError(content["format"])
    return Vault(
        desk_id=str(content["desk_id"]),
        check=str(content["check"]),
        recovery=_lock_of(content["recovery"]),
        passphrase=_lock_of(content["passphrase"]),
        open_key=_open_key_of(content["open_key"]),
    )


def _lock_of(content: dict[str, str] | None) -> Lock | None:
    if content is None:
        return None
    lock = Lock(**content)
    lengths = [len(bytes.fromhex(part)) for part in (lock.salt, lock.nonce, lock.wrapped)]
    if lengths != [_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES]:
        raise ValueError(lengths)
    return lock


def _open_key_of(content: str | None) -> str | None:
    return None if content is None else DeskKey(bytes.fromhex(content)).raw.hex()


def _check(key: DeskKey, desk_id: str) -> str:
    return hmac.new(key.raw, _CHECKED + desk_id.encode(), "sha256").hexdigest()


def _wrap(key: DeskKey, wrapping: bytes, salt: str, desk_id: str) -> Lock:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - see `_unlock`

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return Lock(salt, nonce.hex(), AESGCM(wrapping).encrypt(nonce, key.raw, desk_id.encode()).hex())


def _from_code(code: str, lock: Lock | None) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - see `_unlock`
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 - see `_unlock`

    salt = bytes.fromhex(lock.salt) if lock else b""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=_CHECKED).derive(secret_of(code))


def _from_passphrase(passphrase: str, lock: Lock | None) -> bytes:
    """The wrapping key; accents count the same however a keyboard composes them."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - see `_unlock`

    salt = bytes.fromhex(lock.salt) if lock else bytes(_SALT_BYTES)
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB)
    return kdf.derive(unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"))
