"""What the program can do before a desk is open, for the window that asks."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from relationdesk.work.desks import Desk
from relationdesk.work.desks.opening import Made, Situation


@dataclass(frozen=True, slots=True)
class Given:
    """A passphrase or a recovery code, and whether the keychain is to keep the key from now on."""

    passphrase: str = field(default="", repr=False)
    recovery_code: str = field(default="", repr=False)
    is_to_keep: bool = False


@dataclass(frozen=True, slots=True)
class Starting:
    """What can be done before a desk is open.

    `key_of` and `has_keychain` ask the keychain and return at once; the first may never be answered. The
    others may take a moment and are called off the interface thread. `make` takes a passphrase, which may be
    empty where there is a keychain, and whether it is to be asked for at each start.
    """

    find: Callable[[], Situation]
    key_of: Callable[[Situation], "Future[bytes | None]"]
    open_found: Callable[[Situation], Desk]
    make: Callable[[str, bool], Made]
    unlock: Callable[[Situation, Given], Desk]
    has_keychain: Callable[[], "Future[bool]"]
    has_sample: bool = False
