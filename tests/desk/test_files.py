"""A file is written whole, or stays as it was."""

import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from relationdesk.desk.files import DeskFiles, belongs_to_desk, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("content", [b"new", [b"n", b"", b"ew"]], ids=["whole", "in pieces"])
def test_a_file_is_replaced_and_is_the_users_alone(tmp_path: Path, content: bytes | list[bytes]):
    path = tmp_path / "x.vcf"
    path.write_bytes(b"old")
    path.chmod(0o644)

    write_whole(path, content)

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["x.vcf"]


@pytest.mark.parametrize("failure", [OSError("gone"), KeyboardInterrupt()], ids=["error", "Ctrl+C"])
def test_a_failure_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path, failure: BaseException):
    path = tmp_path / "x.vcf"
    path.write_bytes(b"old")

    def half() -> Iterator[bytes]:
        yield b"n" * 100_000
        raise failure

    with pytest.raises(type(failure)):
        write_whole(path, half())

    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x.vcf"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tiny_disk: Path):
    path = tiny_disk / "x.json"
    path.write_bytes(b"old")

    with pytest.raises(OSError, match="No space left"):
        write_whole(path, (bytes(4096) for _ in range(40)))

    assert path.read_bytes() == b"old"
    assert names(tiny_disk) == ["x.json"]


def test_a_file_size_limit_leaves_the_old_file_and_nothing_else(tmp_path: Path):
    path = tmp_path / "x.json"
    path.write_bytes(b"old")
    script = f"""
from pathlib import Path
from relationdesk.desk.files import write_whole
write_whole(Path({str(path)!r}), bytes(100_000))
"""

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    ended = subprocess.run(
        [sys.executable, "-c", script], preexec_fn=limited, capture_output=True, check=False
    )

    assert b"File too large" in ended.stderr
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x.json"]


def test_a_missing_folder_is_an_error(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "gone" / "x", b"")


def test_a_link_is_replaced_and_what_it_pointed_to_stays(tmp_path: Path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)

    write_whole(link, b"new")

    assert target.read_bytes() == b"old"
    assert link.read_bytes() == b"new"


@pytest.mark.parametrize("suffix", ["", ".vault", ".new", ".in-use", "-wal", "-shm"])
def test_a_desks_own_files_are_told_by_its_vault(tmp_path: Path, suffix: str):
    path = tmp_path / f"my.desk{suffix}"
    assert not belongs_to_desk(path)

    DeskFiles(tmp_path / "my.desk").vault.write_bytes(b"")

    assert belongs_to_desk(path)
    assert not belongs_to_desk(tmp_path / "my.desk.json")
    assert not belongs_to_desk(tmp_path / f"other.desk{suffix}")
