from pathlib import Path

import pytest

from real_desk import clock_at
from relationdesk.app import main
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.opening import look, open_desk


def people_on(path: Path) -> int:
    place = look(DeskFiles(path))
    assert place.vault is not None
    key = place.vault.key_of_sample()
    assert key is not None
    desk = open_desk(place, key, clock_at())
    try:
        return desk.reader.number("SELECT count(*) FROM person")
    finally:
        desk.close()


def test_a_sample_desk_has_as_many_people_as_were_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["--lang", "en", "demo", str(tmp_path / "sample.desk"), "--people", "200"]) == 0
    assert people_on(tmp_path / "sample.desk") == 200
    assert capsys.readouterr().out.count("\n") == 1


def test_a_sample_desk_has_sixty_people_when_no_number_is_said(tmp_path: Path):
    assert main(["demo", str(tmp_path / "sample.desk")]) == 0
    assert people_on(tmp_path / "sample.desk") == 60


@pytest.mark.parametrize("wrong", ["0", "-3", "100001", "many", "1.5", "9" * 40, ""])
def test_a_wrong_number_of_people_is_a_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: str
):
    with pytest.raises(SystemExit) as left:
        main(["--lang", "en", "demo", str(tmp_path / "sample.desk"), f"--people={wrong}"])
    assert left.value.code == 2
    assert f"“{wrong}” is not a number from 1 to 100,000" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "sample.desk").write_bytes(b"mine")
    assert main(["--lang", "en", "demo", str(tmp_path / "sample.desk"), "--people", "200"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "sample.desk").read_bytes() == b"mine"
