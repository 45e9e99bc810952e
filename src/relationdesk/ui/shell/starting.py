"""What the program can do before a desk is open, for the window that asks."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from relationdesk.work.desks import Desk, DeskKey
from relationdesk.work.desks.machine import DeskFiles
from relationdesk.work.desks.opening import Made, Situation

if TYPE_CHECKING:
    from relationdesk.work.desks.rescue import Rescue


@dataclass(frozen=True, slots=True)
class Given:
    """A passphrase or a recovery code, and whether the keychain is to keep the key from now on."""

    passphrase: str = field(default="", repr=False)
    recovery_code: str = field(default="", repr=False)
    is_to_keep: bool = False


StepTold = Callable[[int, int], None]
Work = Callable[[StepTold], Desk]
"""Something done while no desk is open; it says how far it is, and gives the desk that is open then."""


def _done_at_once(work: Work, step: StepTold) -> Desk:
    return work(step)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A bundle or a backup that was opened: what is said of it, and what its desk needs.

    `unlock` gives the work that makes its desk the one of this computer; `close` is called in any case.
    """

    title: str
    told: str
    situation: Situation
    unlock: Callable[[Situation, Given], Work]
    close: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Starting:
    """What can be done before a desk is open.

    `key_of` and `has_keychain` ask the keychain and return at once; the first may never be answered. The
    others may take a moment and are called off the interface thread. `make` takes a passphrase, which may be
    empty where there is a keychain, and whether it is to be asked for at each start. `arrive` opens a bundle
    or a backup, and gives the ways to its desk. `work_off` does something else with the desk, open nowhere
    meanwhile. `key_by`, `rescue`, `open_rescued` and `put_vault_back` are for desks that are damaged or gone.
    """

    find: Callable[[], Situation]
    key_of: Callable[[Situation], "Future[bytes | None]"]
    open_found: Callable[[Situation], Desk]
    make: Callable[[str, bool], Made]
    unlock: Callable[[Situation, Given], Desk]
    key_by: Callable[[Situation, Given], DeskKey]
    has_keychain: Callable[[], "Future[bool]"]
    arrive: "Callable[[Path, StepTold], Arrived]"
    rescue: Callable[[DeskFiles, DeskKey], "Rescue"]
    open_rescued: "Callable[[Rescue, Given], Desk]"
    put_vault_back: Callable[[], bool]
    has_sample: bool = False
    work_off: Callable[[Work, StepTold], Desk] = _done_at_once
