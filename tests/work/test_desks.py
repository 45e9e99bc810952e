"""From a file name to an open desk, whatever the keychain does (promise 7)."""

from pathlib import Path

import pytest

from real_desk import FULL_CARD, clock_at
from relationdesk.desk.errors import WrongSecretError
from relationdesk.desk.files import DeskFiles
from relationdesk.domain.card import Card
from relationdesk.system.instance import BusyDeskError, hold
from relationdesk.system.keychain import NoKeychain
from relationdesk.work.desks.access import opened
from relationdesk.work.desks.errors import LockedDeskError, LostDeskError, NoDeskError, NoProtectionError
from relationdesk.work.desks.opening import Made, Need, find, make, open_found, unlock
from relationdesk.work.desks.protection import settle
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.queries import people_count

PHRASE = "les hirondelles"
WAIT = 20


class Pocket(NoKeychain):
    """A keychain that keeps keys as long as the test lasts."""

    def __init__(self, kept: dict[str, bytes] | None = None) -> None:
        self.kept = {} if kept is None else kept

    def is_there(self) -> bool:
        return True

    def read(self, desk_id: str) -> bytes | None:
        return self.kept.get(desk_id)

    def keep(self, desk_id: str, key: bytes) -> bool:
        self.kept[desk_id] = key
        return True


def made_with_somebody(files: DeskFiles, keychain, passphrase: str = "") -> Made:
    made = make(files, clock_at(), keychain, passphrase=passphrase)
    create_person(made.desk, FULL_CARD)
    made.desk.close()
    return made


@pytest.fixture
def files(tmp_path: Path) -> DeskFiles:
    return DeskFiles(tmp_path / "my.desk")


def test_a_desk_whose_key_is_in_the_keychain_opens_without_a_question(files: DeskFiles):
    keychain = Pocket()
    made_with_somebody(files, keychain)

    situation = find(files, keychain)

    assert situation.need is Need.NOTHING
    desk = open_found(situation, clock_at())
    assert people_count(desk.reader) == 1
    desk.close()


LOST = {
    "none": NoKeychain,
    "emptied": Pocket,
    "cut": lambda: CutOrWrong(bytes(20)),
    "wrong": lambda: CutOrWrong(bytes(32)),
    "nothing in it": lambda: CutOrWrong(b""),
}


class CutOrWrong(Pocket):
    """Gives the same wrong key for every desk."""

    def __init__(self, key: bytes) -> None:
        super().__init__()
        self._key = key

    def read(self, desk_id: str) -> bytes | None:  # noqa: ARG002 - the same for all
        return self._key


@pytest.mark.parametrize("lost", LOST)
def test_a_lost_keychain_loses_nothing_and_the_recovery_code_opens(files: DeskFiles, lost: str):
    made = made_with_somebody(files, Pocket(), passphrase=PHRASE)
    before = (files.desk.read_bytes(), files.vault.read_bytes())
    keychain = LOST[lost]()

    situation = find(files, keychain)

    assert situation.need is Need.SECRET
    assert situation.has_passphrase
    assert (files.desk.read_bytes(), files.vault.read_bytes()) == before
    with pytest.raises(WrongSecretError):
        unlock(situation, clock_at(), passphrase="another")
    for secret in ({"recovery_code": made.recovery_code}, {"passphrase": PHRASE}):
        desk = unlock(situation, clock_at(), **secret)
        assert people_count(desk.reader) == 1
        desk.close()


def test_a_recovered_key_goes_back_into_the_keychain(files: DeskFiles):
    made = made_with_somebody(files, Pocket())
    keychain = Pocket()
    desk = unlock(find(files, keychain), clock_at(), recovery_code=made.recovery_code)
    kept = settle(desk, keychain, is_to_keep=False, by_recovery_code=True)
    assert kept is not None
    assert kept.result(WAIT)
    desk.close()

    assert find(files, keychain).need is Need.NOTHING


def test_a_desk_is_never_made_that_nothing_could_open(files: DeskFiles, tmp_path: Path):
    with pytest.raises(NoProtectionError):
        make(files, clock_at(), NoKeychain())

    assert list(tmp_path.iterdir()) == []


def test_without_a_keychain_a_passphrase_protects(files: DeskFiles):
    made_with_somebody(files, NoKeychain(), passphrase=PHRASE)

    desk = unlock(find(files, NoKeychain()), clock_at(), passphrase=PHRASE)
    desk.close()


def test_a_lost_desk_is_told_and_never_made_anew(files: DeskFiles, tmp_path: Path):
    made_with_somebody(files, NoKeychain(), passphrase=PHRASE)
    files.desk.unlink()

    with (
        pytest.raises(LostDeskError),
        opened(files, clock_at(), NoKeychain(), passphrase=PHRASE, alone=True, made=lambda _code: None),
    ):
        pytest.fail("it was opened")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["my.desk.vault"]


def test_a_missing_desk_is_told_and_leaves_no_trace(tmp_path: Path):
    files = DeskFiles(tmp_path / "new" / "my.desk")
    with pytest.raises(NoDeskError), opened(files, clock_at(), Pocket(), passphrase="", alone=True):
        pytest.fail("it was opened")

    assert list(tmp_path.iterdir()) == []


def test_a_first_import_makes_a_desk_where_a_passphrase_protects_it(files: DeskFiles):
    codes: list[str] = []
    with opened(files, clock_at(), NoKeychain(), passphrase=PHRASE, alone=True, made=codes.append) as desk:
        create_person(desk, Card(display_name="Noor"))
        with pytest.raises(BusyDeskError):
            hold(files.in_use)

    hold(files.in_use).release()
    assert len(codes) == 1
    with opened(files, clock_at(), NoKeychain(), passphrase=PHRASE, alone=False) as desk:
        assert people_count(desk.reader) == 1


def test_a_locked_desk_is_told(files: DeskFiles):
    made_with_somebody(files, NoKeychain(), passphrase=PHRASE)

    with pytest.raises(LockedDeskError), opened(files, clock_at(), NoKeychain(), passphrase="", alone=True):
        pytest.fail("it was opened")
    hold(files.in_use).release()
