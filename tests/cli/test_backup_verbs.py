"""`backup` and `restore`: what they do, what they say, and what they refuse."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from relationdesk.desk.backups.proving import check_backup
from relationdesk.desk.backups.shelf import backups_of
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.vault import new_vault, read_vault, sample_vault, write_vault
from relationdesk.domain.card import Card
from relationdesk.domain.recovery_code import new_code
from relationdesk.system.clock import SystemClock
from relationdesk.system.instance import hold
from relationdesk.work.people.commands import create_person
from relationdesk.work.settings.commands import choose_second_backup_folder

Ran = tuple[int, str, str]
Typed = Callable[..., Ran]
ONE_LINE = 1


def failed(ran: Ran, word: str) -> None:
    code, out, err = ran
    assert (code, out, err.count("\n")) == (1, "", ONE_LINE), ran
    assert word in err


def files_of(home: Path) -> DeskFiles:
    return DeskFiles(home / "my.desk")


def opened(home: Path) -> Desk:
    files = files_of(home)
    key = read_vault(files.vault).key_of_sample()
    assert key is not None
    return Desk(files, key, SystemClock())


def people(home: Path) -> int:
    desk = opened(home)
    count = desk.reader.number("SELECT count(*) FROM person")
    desk.close()
    return count


def add(home: Path, name: str) -> None:
    desk = opened(home)
    create_person(desk, Card(display_name=name))
    desk.close()


def backed_up(typed: Typed) -> Path:
    code, out, _ = typed("backup", "--json")
    assert code == 0
    return Path(json.loads(out)["file"])


def test_backup_makes_one_and_says_where_and_what(typed: Typed, home: Path):
    code, out, err = typed("backup")
    (found,) = backups_of(files_of(home))

    assert (code, err) == (0, "")
    assert out == f"Backed up to {found.path}: 3 people, 1 history entry\n"


def test_backup_tells_programs_what_it_holds(typed: Typed, home: Path):
    code, out, _ = typed("backup", "--json")
    told = json.loads(out)

    assert code == 0
    assert Path(told["file"]).stat().st_size == told["size"]
    assert (told["people"], told["entries"], told["follow_ups"], told["partnerships"]) == (3, 1, 1, 0)
    assert (told["second"], told["copy"]) == ("not_wanted", None)


def test_backup_puts_a_copy_where_it_is_told(typed: Typed, home: Path, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()

    code, out, _ = typed("backup", "--to", stick, "--json")
    copy = Path(json.loads(out)["copy"])

    assert code == 0
    assert copy.parent == stick
    key = read_vault(DeskFiles(copy).vault).key_of_sample()
    assert key is not None
    assert check_backup(copy, key)["person"] == 3


@pytest.mark.parametrize("where", ["nowhere", "file"])
def test_backup_refuses_a_folder_that_is_none_and_makes_nothing(
    typed: Typed, home: Path, tmp_path: Path, where: str
):
    (tmp_path / "file").write_text("no folder")

    failed(typed("backup", "--to", tmp_path / where), where)

    assert backups_of(files_of(home)) == []


def test_backup_copies_to_the_second_folder_and_goes_on_when_it_is_away(
    typed: Typed, home: Path, tmp_path: Path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    desk = opened(home)
    choose_second_backup_folder(desk, stick)
    desk.close()

    assert "A copy is in the second folder." in typed("backup")[1]
    assert len(list((stick / "my.desk.backups").glob("*.desk"))) == 1
    shutil.rmtree(stick)
    code, out, _ = typed("backup")
    assert code == 0
    assert "not there at the moment" in out
    assert not stick.exists()


def test_a_desk_that_is_open_in_a_window_is_backed_up_all_the_same(typed: Typed, home: Path):
    held = hold(files_of(home).in_use)
    desk = opened(home)

    assert typed("backup")[0] == 0

    desk.close()
    held.release()


def test_an_import_makes_a_backup_first(typed: Typed, home: Path):
    cards = Path(__file__).resolve().parents[1] / "fixtures" / "imports" / "iphone.vcf"

    typed("import", cards, "--dry-run")
    assert backups_of(files_of(home)) == []
    assert typed("import", cards)[0] == 0

    (found,) = backups_of(files_of(home))
    key = read_vault(found.files.vault).key_of_sample()
    assert key is not None
    assert check_backup(found.path, key)["person"] == 3
    assert people(home) > 3


def test_an_import_says_when_no_backup_could_be_made_and_goes_on(typed: Typed, home: Path):
    (home / "my.desk.backups").write_text("in the way")
    cards = Path(__file__).resolve().parents[1] / "fixtures" / "imports" / "iphone.vcf"

    code, out, _ = typed("import", cards)

    assert code == 0
    assert "No backup was made first." in out


def test_restore_brings_the_desk_back_and_says_what_was_replaced(typed: Typed, home: Path):
    backup = backed_up(typed)
    add(home, "Somebody later")

    code, out, err = typed("restore", backup)
    (kept,) = home.glob("my.desk.former-*[0-9]")

    assert (code, err) == (0, "")
    assert people(home) == 3
    assert "3 people, 1 history entry" in out
    assert str(kept) in out
    assert out.count(str(home / "my.desk.backups")) == 1


def test_restore_tells_programs_what_it_did(typed: Typed, home: Path):
    backup = backed_up(typed)

    code, out, _ = typed("restore", backup, "--json")
    told = json.loads(out)

    assert code == 0
    assert told["desk"] == str(home / "my.desk")
    assert told["file"] == str(backup)
    assert Path(told["kept"]).is_file()
    assert Path(told["saved"]).is_file()
    assert told["people"] == 3


def test_restore_brings_back_a_desk_that_is_gone(typed: Typed, home: Path):
    backup = backed_up(typed)
    files_of(home).desk.unlink()
    failed(typed("due"), "my.desk")

    code, out, _ = typed("restore", backup)

    assert code == 0
    assert "There was no desk before." in out
    assert people(home) == 3


@pytest.mark.parametrize("by", ["passphrase", "recovery code"])
def test_restore_makes_a_desk_on_a_new_computer_by_a_secret(
    typed: Typed, home: Path, tmp_path: Path, by: str
):
    key, code = new_key(), new_code()
    vault = new_vault(key, code).with_passphrase(key, "les hirondelles")
    write_vault(files_of(home).vault, sample_vault(key))
    files = DeskFiles(tmp_path / "real" / "my.desk")
    make_desk(files, key, vault)
    secret = tmp_path / "secret"
    secret.write_text("les hirondelles\n")
    typed("--desk", files.desk, "--passphrase-file", secret, "backup")
    (found,) = backups_of(files)
    secret.write_text(("les hirondelles" if by == "passphrase" else code) + "\n")
    new = tmp_path / "new" / "my.desk"

    failed(typed("--desk", new, "restore", found.path), "passphrase")
    assert not new.exists()
    ran = typed("--desk", new, "--passphrase-file", secret, "restore", found.path)

    assert ran[0] == 0, ran
    assert read_vault(DeskFiles(new).vault).key_by_recovery(code) == key
    secret.write_text("wrong\n")
    failed(typed("--desk", new, "--passphrase-file", secret, "restore", found.path), "does not open")


def odd(kind: str, home: Path, tmp_path: Path) -> Path:
    path = tmp_path / "odd.desk"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind != "missing":
        path.write_bytes({"empty": b"", "text": b"hello" * 3000, "plain": b"SQLite format 3\0" * 300}[kind])
        shutil.copy(files_of(home).vault, DeskFiles(path).vault)
    return path


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "empty", "text", "plain"])
def test_restore_refuses_what_is_no_backup(typed: Typed, home: Path, tmp_path: Path, kind: str):
    before = files_of(home).desk.read_bytes()

    failed(typed("restore", odd(kind, home, tmp_path)), "odd.desk")

    assert files_of(home).desk.read_bytes() == before
    assert [path.name for path in home.iterdir() if "former" in path.name or "coming" in path.name] == []


def test_restore_refuses_the_desk_itself_and_a_backup_of_another(typed: Typed, home: Path, tmp_path: Path):
    key = new_key()
    other = DeskFiles(tmp_path / "other" / "other.desk")
    make_desk(other, key, sample_vault(key))

    failed(typed("restore", home / "my.desk"), "the desk itself")
    failed(typed("restore", other.desk), "another desk")
    assert people(home) == 3


def test_restore_waits_for_the_window_to_be_closed(typed: Typed, home: Path):
    backup = backed_up(typed)
    held = hold(files_of(home).in_use)

    failed(typed("restore", backup), "in use by another RelationDesk")

    held.release()
    assert typed("restore", backup)[0] == 0


@pytest.mark.parametrize("words", [["restore"], ["backup", "x"], ["restore", "a", "b"], ["backup", "--to"]])
def test_a_wrong_use_is_told_with_2(typed: Typed, words: list[str]):
    assert typed(*words)[0] == 2
