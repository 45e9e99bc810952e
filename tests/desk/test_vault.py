"""The vault holds the desk's key, locked by a recovery code and a passphrase."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from real_desk import Made, clock_at
from relationdesk.desk.errors import WrongSecretError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey, new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.opening import look, open_desk
from relationdesk.desk.vault import new_vault, read_vault, sample_vault, write_vault
from relationdesk.domain.card import Card
from relationdesk.domain.recovery_code import MistypedCodeError, code_of, new_code, secret_of
from relationdesk.work.people.commands import create_person

PHRASE = "les hirondelles reviennent tard"


def test_the_recovery_code_gives_the_key_back_as_people_write_it(made: Made):
    vault = read_vault(made.files.vault)
    written = made.code.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert vault.key_by_recovery(made.code) == made.key
    assert vault.key_by_recovery(written) == made.key


def test_a_slip_of_the_pen_is_told_apart_from_another_desks_code(made: Made):
    vault = read_vault(made.files.vault)
    slip = ("3" if made.code[0] != "3" else "5") + made.code[1:]

    with pytest.raises(MistypedCodeError):
        vault.key_by_recovery(slip)
    with pytest.raises(WrongSecretError):
        vault.key_by_recovery(new_code())


@given(st.binary(min_size=16, max_size=16))
def test_every_secret_comes_back_from_its_code(secret: bytes):
    code = code_of(secret)

    assert secret_of(code) == secret
    assert [len(group) for group in code.split("-")] == [4] * 7
    assert not set(code) & set("ILOU")


@given(st.binary(min_size=16, max_size=16), st.integers(0, 27), st.sampled_from("0123456789ABCDEFGHJK"))
def test_one_wrong_sign_is_nearly_always_caught_and_never_gives_the_same_secret(
    secret: bytes, place: int, sign: str
):
    letters = list(code_of(secret).replace("-", ""))
    if letters[place] == sign:
        return
    letters[place] = sign
    try:
        read = secret_of("".join(letters))
    except MistypedCodeError:
        return
    assert read != secret


@given(st.text(max_size=60))
def test_any_other_text_is_a_mistyped_code_or_a_code(text: str):
    with suppress(MistypedCodeError):
        assert len(secret_of(text)) == 16


def test_codes_are_all_different():
    assert len({new_code() for _ in range(500)}) == 500


def test_a_passphrase_opens_and_another_does_not():
    key = new_key()
    vault = new_vault(key, new_code()).with_passphrase(key, PHRASE)

    assert vault.key_by_passphrase(PHRASE) == key
    with pytest.raises(WrongSecretError):
        vault.key_by_passphrase(PHRASE.upper())


def test_a_passphrase_that_was_never_set_opens_nothing():
    with pytest.raises(WrongSecretError):
        new_vault(new_key(), new_code()).key_by_passphrase("")


def test_a_passphrase_counts_the_same_however_its_accents_are_composed():
    key = new_key()
    vault = new_vault(key, new_code()).with_passphrase(key, "caf\u00e9 cr\u00e8me")

    assert vault.key_by_passphrase("cafe\u0301 cre\u0300me") == key


def test_changing_the_passphrase_leaves_the_desk_byte_for_byte_and_the_code_valid(made: Made):
    before = made.files.desk.read_bytes()
    vault = read_vault(made.files.vault)
    for phrase in ("first", "second"):
        vault = vault.with_passphrase(made.key, phrase)
        write_vault(made.files.vault, vault)

    read = read_vault(made.files.vault)
    assert made.files.desk.read_bytes() == before
    assert read.key_by_passphrase("second") == made.key
    assert read.key_by_recovery(made.code) == made.key
    with pytest.raises(WrongSecretError):
        read.key_by_passphrase("first")


def test_two_wrappings_of_one_key_have_nothing_in_common():
    key, code = new_key(), new_code()
    one, other = new_vault(key, code).recovery, new_vault(key, code).recovery

    assert one is not None
    assert other is not None
    assert not {one.salt, one.nonce, one.wrapped} & {other.salt, other.nonce, other.wrapped}


def test_a_lock_of_another_desk_is_refused_even_with_the_right_code():
    key, code = new_key(), new_code()
    one, other = new_vault(key, code), new_vault(key, code)
    mixed = type(one)(one.desk_id, one.check, recovery=other.recovery)

    with pytest.raises(WrongSecretError):
        mixed.key_by_recovery(code)


def test_a_vault_knows_its_own_key():
    key = new_key()
    vault = new_vault(key, new_code())

    assert vault.fits(key)
    assert not vault.fits(new_key())


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_is_whole_or_none(length: int):
    with pytest.raises(ValueError, match=str(length)):
        DeskKey(bytes(length))


def test_a_key_never_shows_in_a_message():
    key = new_key()

    assert key.raw.hex() not in repr(key)
    assert repr(key.raw) not in repr(key)


def test_the_vault_is_the_users_alone(made: Made):
    write_vault(made.files.vault, read_vault(made.files.vault))

    assert made.files.vault.stat().st_mode & 0o777 == 0o600


def test_a_sample_desk_keeps_its_key_open():
    key = new_key()

    assert sample_vault(key).key_of_sample() == key
    assert new_vault(key, new_code()).key_of_sample() is None


def test_no_key_secret_or_name_is_readable_in_any_file(tmp_path: Path):
    key, code = new_key(), new_code()
    files = DeskFiles(tmp_path / "my.desk")
    make_desk(files, key, new_vault(key, code).with_passphrase(key, PHRASE))
    desk = open_desk(look(files), key, clock_at())
    create_person(desk, Card(display_name="Needle Zanzibarian", notes=("The needle of the haystack",)))
    needles = [key.raw, key.raw.hex().encode(), PHRASE.encode(), secret_of(code), code.encode(), b"eedle"]

    files_written = [path for path in tmp_path.iterdir() if path.is_file()]
    assert len(files_written) >= 3
    for path in files_written:
        content = path.read_bytes()
        assert not [needle for needle in needles if needle in content], path.name
    desk.close()
