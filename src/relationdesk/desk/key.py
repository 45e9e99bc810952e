"""The key of a desk: 32 random bytes, never derived from anything."""

import hmac
import secrets
from dataclasses import dataclass, field

KEY_BYTES = 32
_FOR_HASHES = b"relationdesk: known again, and no more"


@dataclass(frozen=True, slots=True)
class DeskKey:
    """The raw key of one desk; it never shows in a log or a message."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse anything but a whole key."""
        if len(self.raw) != KEY_BYTES:
            raise ValueError(len(self.raw))


def new_key() -> DeskKey:
    """A fresh key from the system's source of randomness."""
    return DeskKey(secrets.token_bytes(KEY_BYTES))


def keyed_hash(key: DeskKey, text: str) -> str:
    """What `text` is known again by on the desk of this key and on no other, and cannot be told from."""
    own = hmac.digest(key.raw, _FOR_HASHES, "sha256")
    return hmac.digest(own, text.encode("utf-8", "surrogatepass"), "sha256").hex()
