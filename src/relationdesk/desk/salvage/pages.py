"""The pages of a desk file that nobody has open, each proved by its seal and decrypted.

The form is that of SQLCipher 4 (zetetic.net/sqlcipher/design): a page ends with the vector that its
encryption began with and with a seal (HMAC-SHA512) over what it holds and its number; the file begins with a
salt, from which the key of the seals is made. Pages in a log that was left are newer than those in the file
(sqlite.org/fileformat2.html#walformat).
"""

import hashlib
import hmac
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from relationdesk.desk.connection import log_of
from relationdesk.desk.key import DeskKey

PAGE = 4096
_VECTOR, _SEAL, _SALT = 16, 64, 16
USABLE = PAGE - _VECTOR - _SEAL
"""Bytes of a page that hold something."""
_MASK, _ROUNDS = 0x3A, 2
_LOG_HEAD, _FRAME_HEAD = 32, 24
_COUNT_AT = 28
"""Where the first page holds the number of pages (sqlite.org/fileformat2.html#in_header_database_size)."""
_PROBES = range(2, 12)
"""Pages that tell whether a salt is the right one."""


class Pages:
    """Read by number, counted from 1; closed at the end of a `with` block."""

    def __init__(self, path: Path, key: DeskKey) -> None:
        """Open a desk file and the log beside it, if there is one; neither is ever written to.

        Raises:
            OSError: the system does not let them be read.
        """
        self._key = key
        self._in_log = dict(_pages_in_log(log_of(path)))
        self._file = path.open("rb")
        self._seal_key = self._found_seal_key()
        self.count = self._told_count() or max([path.stat().st_size // PAGE, *self._in_log])

    def __enter__(self) -> Self:
        """Begin to read."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file."""
        self._file.close()

    @property
    def are_proved(self) -> bool:
        """Whether seals can be told; without them a page is taken for what it looks like."""
        return self._seal_key is not None

    def page(self, number: int) -> bytes | None:
        """What a page holds, decrypted; None when it cannot be trusted. The salt stands as zeros."""
        raw = self._raw(number)
        if len(raw) != PAGE or (self._seal_key is not None and not _is_sealed(raw, number, self._seal_key)):
            return None
        first = _SALT if number == 1 else 0
        vector = raw[USABLE : USABLE + _VECTOR]
        decryptor = Cipher(AES256(self._key.raw), CBC(vector)).decryptor()
        return bytes(first) + decryptor.update(raw[first:USABLE]) + decryptor.finalize()

    def _told_count(self) -> int:
        """How many pages the first one says that there are; 0 when it cannot be trusted."""
        first = self.page(1) if self.are_proved else None
        return int.from_bytes(first[_COUNT_AT : _COUNT_AT + 4]) if first else 0

    def _raw(self, number: int) -> bytes:
        if number in self._in_log:
            return self._in_log[number]
        self._file.seek((number - 1) * PAGE)
        return self._file.read(PAGE)

    def _found_seal_key(self) -> bytes | None:
        """The key of the seals, from the salt as it stands there or with one byte of it mended."""
        salt = self._raw(1)[:_SALT]
        probes = [(number, raw) for number in _PROBES if len(raw := self._raw(number)) == PAGE]
        for candidate in chain([salt], _with_one_byte_changed(salt)):
            seal_key = _seal_key(self._key, candidate)
            if any(_is_sealed(raw, number, seal_key) for number, raw in probes):
                return seal_key
        return None


def _seal_key(key: DeskKey, salt: bytes) -> bytes:
    masked = bytes(byte ^ _MASK for byte in salt)
    return hashlib.pbkdf2_hmac("sha512", key.raw, masked, _ROUNDS, len(key.raw))


def _is_sealed(raw: bytes, number: int, seal_key: bytes) -> bool:
    first = _SALT if number == 1 else 0
    told = raw[first : PAGE - _SEAL] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(seal_key, told, "sha512"), raw[-_SEAL:])


def _with_one_byte_changed(salt: bytes) -> Iterator[bytes]:
    for place in range(len(salt)):
        for change in range(1, 256):
            yield salt[:place] + bytes([salt[place] ^ change]) + salt[place + 1 :]


def _pages_in_log(log: Path) -> Iterator[tuple[int, bytes]]:
    """The pages that acknowledged changes left in a log, each as it was last."""
    if not log.is_file():
        return
    content = log.read_bytes()
    salts, waiting = content[16:24], []
    for start in range(_LOG_HEAD, len(content) - _FRAME_HEAD - PAGE + 1, _FRAME_HEAD + PAGE):
        head = content[start : start + _FRAME_HEAD]
        if head[8:16] != salts:
            return
        begins = start + _FRAME_HEAD
        waiting.append((int.from_bytes(head[:4]), content[begins : begins + PAGE]))
        if any(head[4:8]):  # the size of the file after a commit
            yield from waiting
            waiting = []
