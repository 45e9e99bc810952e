"""What opens a desk the next time: set, changed, taken away, without encrypting anything again."""

from concurrent.futures import Future, wait
from pathlib import Path
from typing import TypeVar

import pytest

from real_desk import Made, clock_at, made_in
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedVaultError, UnwritableDeskError, WrongSecretError
from relationdesk.desk.vault import read_vault
from relationdesk.domain.locking import LockRules, pause_after
from relationdesk.domain.recovery_code import MistypedCodeError
from relationdesk.system.keychain import NoKeychain
from relationdesk.work import settings
from relationdesk.work.desks import protection
from relationdesk.work.desks.access import opened
from relationdesk.work.desks.errors import KeychainRefusesError, LockedDeskError, NoProtectionError
from relationdesk.work.desks.opening import Need, find, found, unlock
from relationdesk.work.desks.protection import InKeychain, Secret

T = TypeVar("T")
FIRST, SECOND = "les hirondelles", "le figuier de la cour"
NOBODY = Secret()


class Pocket(NoKeychain):
    """A keychain that keeps keys as long as the test lasts."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def is_there(self) -> bool:
        return True

    def read(self, desk_id: str) -> bytes | None:
        return self.kept.get(desk_id)

    def keep(self, desk_id: str, key: bytes) -> bool:
        self.kept[desk_id] = key
        return True

    def forget(self, desk_id: str) -> bool:
        self.kept.pop(desk_id, None)
        return True


class Stubborn(Pocket):
    """A keychain that neither takes nor lets go."""

    def keep(self, _desk_id: str, _key: bytes) -> bool:
        return False

    def forget(self, _desk_id: str) -> bool:
        return False


def answered(coming: "Future[T]") -> "Future[T]":
    """What a keychain was told, once it has answered."""
    wait([coming], 20)
    return coming


def opens(made: Made, **secret: str) -> bool:
    """Whether a secret opens the desk on a machine that knows nothing of it."""
    try:
        unlock(find(made.files, NoKeychain()), clock_at(), **secret).close()
    except WrongSecretError:
        return False
    return True


def test_a_passphrase_is_set_and_changed_without_encrypting_again(desk: Desk, made: Made):
    before = made.files.desk.read_bytes()
    protection.set_passphrase(desk, FIRST, present=NOBODY)
    assert opens(made, passphrase=FIRST)

    protection.set_passphrase(desk, SECOND, present=Secret(passphrase=FIRST))

    assert opens(made, passphrase=SECOND)
    assert opens(made, recovery_code=made.code)
    assert not opens(made, passphrase=FIRST)
    assert made.files.desk.read_bytes() == before


def test_accents_count_the_same_however_they_are_composed(desk: Desk, made: Made):
    protection.set_passphrase(desk, "café crème", present=NOBODY)

    assert opens(made, passphrase="cafe\u0301 cre\u0300me")


def test_the_recovery_code_stands_in_for_a_forgotten_passphrase(desk: Desk, made: Made):
    protection.set_passphrase(desk, FIRST, present=NOBODY)

    protection.set_passphrase(desk, SECOND, present=Secret(recovery_code=made.code))

    assert opens(made, passphrase=SECOND)


@pytest.mark.parametrize("present", [NOBODY, Secret(passphrase="not it"), Secret(passphrase=SECOND)])
def test_a_wrong_present_passphrase_is_refused(desk: Desk, made: Made, present: Secret):
    protection.set_passphrase(desk, FIRST, present=NOBODY)
    before = made.files.vault.read_bytes()

    with pytest.raises(WrongSecretError):
        protection.set_passphrase(desk, SECOND, present=present)
    with pytest.raises(WrongSecretError):
        protection.keep_before_removal(desk, Pocket(), present=present)

    assert made.files.vault.read_bytes() == before


def test_a_passphrase_is_removed_only_once_the_keychain_holds_the_key(desk: Desk, made: Made):
    protection.set_passphrase(desk, FIRST, present=NOBODY)
    settings.commands.keep_lock_rules(desk, LockRules(15, on_sleep=True))
    for refusing in (NoKeychain(), Stubborn()):
        kept = answered(protection.keep_before_removal(desk, refusing, present=Secret(passphrase=FIRST)))
        with pytest.raises(KeychainRefusesError):
            protection.remove_passphrase(desk, kept)
    with pytest.raises(KeychainRefusesError):
        protection.remove_passphrase(desk, Future())
    assert opens(made, passphrase=FIRST)

    keychain = Pocket()
    present = Secret(passphrase=FIRST)
    protection.remove_passphrase(
        desk, answered(protection.keep_before_removal(desk, keychain, present=present))
    )

    assert not opens(made, passphrase=FIRST)
    assert find(made.files, keychain).need is Need.NOTHING
    assert settings.queries.lock_rules(desk.reader) == LockRules()


def test_a_vault_that_cannot_be_written_leaves_the_former_secrets_good(desk: Desk, made: Made, monkeypatch):
    protection.set_passphrase(desk, FIRST, present=NOBODY)

    def refuse(*_asked: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(UnwritableDeskError):
        protection.set_passphrase(desk, SECOND, present=Secret(passphrase=FIRST))
    monkeypatch.undo()

    assert opens(made, passphrase=FIRST)
    assert sorted(path.name for path in made.files.desk.parent.iterdir() if path.suffix == ".vault") == [
        "my.desk.vault"
    ]


def test_the_vault_of_another_desk_is_not_written_to(desk: Desk, made: Made, tmp_path: Path):
    (tmp_path / "other").mkdir()
    other = made_in(tmp_path / "other")
    strange = read_vault(other.files.vault)
    desk.keep_vault(type(strange)("another", "0" * 64, recovery=strange.recovery))

    with pytest.raises(DamagedVaultError):
        protection.set_passphrase(desk, FIRST, present=NOBODY)


def told(desk: Desk, keychain: NoKeychain) -> tuple[bool, InKeychain]:
    """How the desk is protected, as far as it is known."""
    found = protection.protection(desk, keychain)
    return found.has_passphrase, answered(found.in_keychain).result()


def kept_by(desk: Desk, keychain: NoKeychain) -> None:
    """Have the keychain hold the key."""
    protection.open_by_itself(desk, answered(protection.keep_in_keychain(desk, keychain)))


def taken_from(desk: Desk, keychain: NoKeychain) -> None:
    """Have the keychain let go of the key."""
    protection.ask_at_start(desk, answered(protection.take_from_keychain(desk, keychain)))


def test_how_the_desk_is_protected_is_known(desk: Desk):
    keychain = Pocket()
    assert told(desk, NoKeychain()) == (False, InKeychain.NO_KEYCHAIN)
    assert told(desk, keychain) == (False, InKeychain.NOT_HELD)

    kept_by(desk, keychain)
    protection.set_passphrase(desk, FIRST, present=NOBODY)

    assert told(desk, keychain) == (True, InKeychain.HELD)


def test_a_keychain_that_keeps_nothing_is_told(desk: Desk):
    with pytest.raises(KeychainRefusesError):
        kept_by(desk, Stubborn())


def test_a_desk_with_a_passphrase_may_ask_at_each_start(desk: Desk, made: Made):
    keychain = Pocket()
    kept_by(desk, keychain)
    with pytest.raises(NoProtectionError):
        taken_from(desk, keychain)
    protection.set_passphrase(desk, FIRST, present=NOBODY)

    taken_from(desk, keychain)

    assert find(made.files, keychain).need is Need.SECRET
    assert settings.queries.asks_at_start(desk.reader)


def test_a_keychain_that_does_not_let_go_is_told(desk: Desk):
    protection.set_passphrase(desk, FIRST, present=NOBODY)

    with pytest.raises(KeychainRefusesError):
        taken_from(desk, Stubborn())

    assert not settings.queries.asks_at_start(desk.reader)


def test_a_desk_that_asks_at_each_start_goes_on_asking_after_its_recovery_code(desk: Desk):
    keychain = Pocket()
    protection.set_passphrase(desk, FIRST, present=NOBODY)
    taken_from(desk, keychain)

    assert protection.settle(desk, keychain, is_to_keep=False, by_recovery_code=True) is None
    kept = protection.settle(desk, keychain, is_to_keep=True, by_recovery_code=False)

    assert kept is not None
    assert kept.result(20)
    assert not settings.queries.asks_at_start(desk.reader)


def test_a_recovery_code_is_tried_without_changing_anything(desk: Desk, made: Made):
    protection.try_recovery_code(desk, made.code.lower())
    with pytest.raises(MistypedCodeError):
        protection.try_recovery_code(desk, made.code[:-1])
    new = protection.proposed_recovery_code()
    with pytest.raises(WrongSecretError):
        protection.try_recovery_code(desk, new)

    protection.new_recovery_code(desk, new)

    protection.try_recovery_code(desk, new)
    assert not opens(made, recovery_code=made.code)


@pytest.fixture
def locked(desk: Desk, made: Made) -> Pocket:
    """A keychain that holds the key of a desk which its user has locked."""
    keychain = Pocket()
    kept_by(desk, keychain)
    protection.set_passphrase(desk, FIRST, present=NOBODY)
    desk.close()
    assert protection.lock(made.files).need is Need.SECRET
    return keychain


def test_a_locked_desk_asks_whatever_the_keychain_holds(locked: Pocket, made: Made):
    situation = find(made.files, locked)

    assert situation.need is Need.SECRET
    assert situation.is_locked
    protection.lift_lock(made.files)
    assert find(made.files, locked).need is Need.NOTHING


@pytest.mark.parametrize("alone", [True, False])
def test_the_command_line_asks_while_the_desk_is_locked(locked: Pocket, made: Made, alone):
    def open_it(passphrase: str):
        return opened(made.files, clock_at(), locked, passphrase=passphrase, alone=alone)

    with pytest.raises(LockedDeskError), open_it(""):
        pytest.fail("it was opened")
    with open_it(FIRST) as desk:
        assert desk.reader

    assert found(made.files).is_locked


def test_a_passphrase_that_was_given_is_used_instead_of_the_keychain(desk: Desk, made: Made):
    class Asked(Pocket):
        def read(self, _desk_id: str) -> bytes | None:
            pytest.fail("the keychain was asked")

    protection.set_passphrase(desk, FIRST, present=NOBODY)

    with opened(made.files, desk.clock, Asked(), passphrase=FIRST, alone=False) as again:
        assert again.reader


@pytest.mark.parametrize(("wrong", "seconds"), [(0, 0), (1, 0), (2, 1), (3, 2), (4, 4), (5, 8), (500, 8)])
def test_the_wait_grows_and_stays_small(wrong: int, seconds: int):
    assert pause_after(wrong) == seconds


@pytest.mark.parametrize("rules", [LockRules(), LockRules(5), LockRules(60, on_sleep=True)])
def test_the_rules_of_locking_are_remembered(desk: Desk, rules: LockRules):
    settings.commands.keep_lock_rules(desk, rules)

    assert settings.queries.lock_rules(desk.reader) == rules


def unfit(desk: Desk, value: str) -> LockRules:
    with desk.writer.transaction() as session:
        session.connection().exec_driver_sql("INSERT INTO setting VALUES ('lock.after_minutes', ?)", (value,))
    return settings.queries.lock_rules(desk.reader)


@pytest.mark.parametrize("value", ["7", "true", '"15"', "broken", "null"])
def test_unreadable_rules_lock_nothing(desk: Desk, value: str):
    assert unfit(desk, value) == LockRules()
