"""The key of a desk: 32 random bytes, never derived from anything."""

import secrets
from dataclasses import dataclass, field

KEY_BYTES = 32


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
