"""What the program can do before a desk is open, for the window that asks."""

from collections.abc import Callable
from dataclasses import dataclass

from relationdesk.work.desks import Desk
from relationdesk.work.desks.opening import Made, Situation


@dataclass(frozen=True, slots=True)
class Starting:
    """What can be done before a desk is open.

    What may take a moment is called off the interface thread, all but `has_keychain`. `make` takes a
    passphrase, which may be empty where there is a keychain; `unlock` takes the situation, a passphrase
    and a recovery code, one of which is empty.
    """

    find: Callable[[], Situation]
    open_found: Callable[[Situation], Desk]
    make: Callable[[str], Made]
    unlock: Callable[[Situation, str, str], Desk]
    has_keychain: Callable[[], bool]
    has_sample: bool = False
