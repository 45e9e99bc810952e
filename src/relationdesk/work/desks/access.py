"""Opening a desk for the command line: no questions, one clear error for whatever is missing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.domain.clock import Clock
from relationdesk.system.keychain import Keychain, NoKeychain
from relationdesk.work.desks.errors import LockedDeskError, LostDeskError, LostVaultError, NoDeskError
from relationdesk.work.desks.opening import Need, Situation, found, make, open_found, unlock, with_key
from relationdesk.work.desks.presence import hold_for_command

_MISSING = {
    Need.FIRST_START: NoDeskError,
    Need.LOST_DESK: LostDeskError,
    Need.LOST_VAULT: LostVaultError,
}


@contextmanager
def opened(
    files: DeskFiles,
    clock: Clock,
    keychain: Keychain,
    *,
    passphrase: str,
    alone: bool,
    made: Callable[[str], None] | None = None,
) -> Iterator[Desk]:
    """An open desk for the time of the block.

    Args:
        files: where the desk is.
        clock: the desk's clock.
        keychain: where its key may be.
        passphrase: what opens it instead of the keychain; empty when none was given.
        alone: keep other processes from changing the desk meanwhile.
        made: make an empty desk when there is none and a passphrase can protect it, and hand its
            recovery code over, which is shown this once; None to leave with NoDeskError instead.

    Raises:
        BusyDeskError: another process has it open for changes.
        UnwritableDeskError: its folder cannot be written.
        NoDeskError, LostDeskError, LostVaultError, LockedDeskError: it cannot be opened as things are.
    """
    situation = found(files)
    makes = bool(made and passphrase) and situation.need is Need.FIRST_START
    if situation.need in _MISSING and not makes:
        raise _MISSING[situation.need](files.desk)
    held = hold_for_command(files) if alone else None
    try:
        if made and makes:
            fresh = make(files, clock, NoKeychain(), passphrase=passphrase)
            made(fresh.recovery_code)
            desk = fresh.desk
        else:
            desk = _open(situation, clock, keychain, passphrase)
        try:
            yield desk
        finally:
            desk.close()
    finally:
        if held is not None:
            held.release()


def _open(situation: Situation, clock: Clock, keychain: Keychain, passphrase: str) -> Desk:
    if situation.need is Need.KEY and not passphrase:
        situation = with_key(situation, keychain.read(situation.desk_id))
    if situation.need is Need.NOTHING:
        return open_found(situation, clock)
    if passphrase:
        return unlock(situation, clock, passphrase=passphrase)
    raise LockedDeskError(situation.place.files.desk)
