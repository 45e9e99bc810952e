"""The recovery sheet goes where the user puts it, and leaves no trace anywhere else."""

import os
import tempfile
from pathlib import Path

import pytest
import typst

from real_desk import Made
from relationdesk.desk.desk import Desk
from relationdesk.domain.recovery_code import code_of, groups_of, secret_of
from relationdesk.work.desks.recovery_sheets import sheet_of, write_sheet
from relationdesk.work.files import OwnFileError

CODE = code_of(bytes(range(16)))


def test_the_sheet_is_the_users_alone_and_nothing_else_holds_the_code(
    desk: Desk, tmp_path: Path, monkeypatch
):
    folder, seen = tmp_path / "passing", []
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    compiling = typst.compile

    def compile_and_look(*what: object, **how: object) -> object:
        seen.extend(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        return compiling(*what, **how)

    monkeypatch.setattr(typst, "compile", compile_and_look)
    write_sheet(sheet_of(desk, CODE), tmp_path / "sheet.pdf")

    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o777 == 0o600
    assert seen
    secrets = [CODE.encode(), "".join(groups_of(CODE)).encode(), groups_of(CODE)[3].encode(), secret_of(CODE)]
    assert not [content for content in seen if any(secret in content for secret in secrets)]
    assert os.listdir(folder) == []  # noqa: PTH208 - a listing is what is meant


def test_the_sheet_tells_which_desk_it_is_for(desk: Desk):
    sheet = sheet_of(desk, CODE)

    assert sheet.desk_name == "my.desk"
    assert sheet.desk_mark.replace(" ", "") == desk.vault.desk_id[:8]
    assert CODE not in repr(sheet)


def test_the_sheet_is_never_written_over_a_desk(desk: Desk, made: Made):
    with pytest.raises(OwnFileError):
        write_sheet(sheet_of(desk, CODE), made.files.desk)
