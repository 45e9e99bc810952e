"""The ways to the user's own desk, on this machine."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from relationdesk.domain.clock import Clock
from relationdesk.ui.shell.starting import Arrived, Given, Starting, StepTold
from relationdesk.work.desks import Desk, DeskKey, opening
from relationdesk.work.desks.machine import DeskFiles, Machine
from relationdesk.work.desks.opening import Made, Situation

if TYPE_CHECKING:
    from relationdesk.work.desks.rescue import Rescue


def ways_to(files: DeskFiles, machine: Machine, clock: Clock, hold: Callable[[DeskFiles], None]) -> Starting:
    """What can be done to open the desk at `files`; `hold` keeps other processes from changing it."""
    keychain = machine.keychain

    def found() -> Situation:
        hold(files)
        return opening.found(files)

    def made(passphrase: str, asks_at_start: bool) -> Made:  # noqa: FBT001 - see `Starting`
        from relationdesk.work.desks import protection  # noqa: PLC0415 - most starts make nothing

        return protection.make_protected(
            files, clock, keychain, passphrase=passphrase, asks_at_start=asks_at_start
        )

    def unlocked(situation: Situation, given: Given) -> Desk:
        desk = opening.unlock(
            situation, clock, passphrase=given.passphrase, recovery_code=given.recovery_code
        )
        settle(desk, given)
        return desk

    def settle(desk: Desk, given: Given) -> None:
        from relationdesk.work.desks import protection  # noqa: PLC0415 - most starts unlock nothing

        protection.settle(
            desk, keychain, is_to_keep=given.is_to_keep, by_recovery_code=bool(given.recovery_code)
        )
        protection.lift_lock(files)

    def arrived(path: Path, step: StepTold) -> Arrived:
        from relationdesk.ui.shell.arriving import arrived  # noqa: PLC0415 - most starts open no bundle

        hold(files)
        return arrived(files, path, clock, keychain, step)

    def key_by(situation: Situation, given: Given) -> DeskKey:
        return opening.key_by(situation, passphrase=given.passphrase, recovery_code=given.recovery_code)

    def rescue(broken: DeskFiles, key: DeskKey) -> "Rescue":
        from relationdesk.work.desks.rescue import Rescue  # noqa: PLC0415 - rare, and it draws in the ORM

        return Rescue(broken, key, clock)

    def open_rescued(rescue: "Rescue", given: Given) -> Desk:
        desk = rescue.opened()
        settle(desk, given)
        return desk

    def vault_put_back() -> bool:
        from relationdesk.work.desks.vault_copies import put_vault_back  # noqa: PLC0415 - rare

        return put_vault_back(files)

    return Starting(
        find=found,
        key_of=lambda situation: keychain.reading(situation.desk_id),
        open_found=partial(opening.open_found, clock=clock),
        make=made,
        unlock=unlocked,
        key_by=key_by,
        has_keychain=machine.looks_for_keychain,
        arrive=arrived,
        rescue=rescue,
        open_rescued=open_rescued,
        put_vault_back=vault_put_back,
        has_sample=True,
    )
