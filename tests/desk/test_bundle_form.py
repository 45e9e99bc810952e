"""The bundle file: what was put in comes out, and nothing else is taken for one."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relationdesk.desk.bundles.errors import BadBundleError, Flaw, NewerBundleError
from relationdesk.desk.bundles.form import BundleHead, head_of, unpack, write_bundle
from relationdesk.desk.errors import FullDiskError
from relationdesk.desk.files import DeskFiles

HEAD = BundleHead("0a" * 16, 244717977600001, datetime(2026, 11, 24, 9, tzinfo=UTC), 2, 214)
DESK = bytes(range(256)) * 5_000
VAULT = b'{"format": 1}\n'


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle, whatever is in it."""
    copy = DeskFiles(tmp_path / "copy.desk")
    copy.desk.write_bytes(DESK)
    copy.vault.write_bytes(VAULT)
    path = tmp_path / "away.reldesk"
    write_bundle(path, HEAD, copy)
    return path


@pytest.fixture
def into(tmp_path: Path) -> DeskFiles:
    """Where a bundle may be unpacked."""
    (tmp_path / "out").mkdir()
    return DeskFiles(tmp_path / "out" / "carried.desk")


def flaw_of(path: Path, into: DeskFiles) -> Flaw:
    with pytest.raises(BadBundleError) as raised:
        unpack(path, into)
    assert raised.value.path == path
    return raised.value.flaw


def test_what_was_put_in_comes_out(bundle: Path, into: DeskFiles):
    assert unpack(bundle, into) == HEAD == head_of(bundle)
    assert (into.desk.read_bytes(), into.vault.read_bytes()) == (DESK, VAULT)


def test_a_bundle_is_for_its_owner_alone(bundle: Path):
    assert os.name == "nt" or bundle.stat().st_mode & 0o777 == 0o600


def test_writing_and_reading_tell_how_far_they_are(bundle: Path, into: DeskFiles, tmp_path: Path):
    told: list[tuple[int, int]] = []
    unpack(bundle, into, lambda done, total: told.append((done, total)))

    assert len(told) > 1
    assert told[-1] == (len(DESK), len(DESK))


def test_a_writing_that_is_stopped_leaves_what_was_there(bundle: Path, into: DeskFiles, tmp_path: Path):
    before = bundle.read_bytes()
    unpack(bundle, into)

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_bundle(bundle, replace(HEAD, number=5), into, stop)

    assert bundle.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_bundle_cut_off_anywhere_is_not_taken(bundle: Path, into: DeskFiles):
    whole = bundle.read_bytes()

    for length in [*range(0, 400, 11), *range(400, len(whole), 170_001), len(whole) - 1]:
        bundle.write_bytes(whole[:length])
        assert flaw_of(bundle, into) in {Flaw.EMPTY, Flaw.CUT_OFF, Flaw.NO_BUNDLE}


def test_a_bundle_changed_anywhere_is_not_taken(bundle: Path, into: DeskFiles):
    whole = bytearray(bundle.read_bytes())

    for place in [*range(0, 400, 7), *range(400, len(whole), 170_001), len(whole) - 1]:
        whole[place] ^= 1
        bundle.write_bytes(whole)
        with pytest.raises((BadBundleError, NewerBundleError)):
            unpack(bundle, into)
        whole[place] ^= 1


@pytest.mark.parametrize(
    "content",
    [
        b"SQLite format 3\0" + bytes(100),
        b"PK\x03\x04" + bytes(100),
        b"\n",
        b"relationdesk-bundle one\n",
        bytes(9000),
    ],
)
def test_something_else_is_no_bundle(bundle: Path, into: DeskFiles, content: bytes):
    bundle.write_bytes(content)

    assert flaw_of(bundle, into) is Flaw.NO_BUNDLE


def test_a_bundle_of_a_later_version_is_told_apart(bundle: Path, into: DeskFiles):
    bundle.write_bytes(b"relationdesk-bundle 2\nwhatever it will be")
    with pytest.raises(NewerBundleError):
        unpack(bundle, into)

    bundle.write_bytes(b"relationdesk-bundle " + b"9" * 3000 + b"\n")
    with pytest.raises(NewerBundleError):
        head_of(bundle)


TOLD = {
    "desk": len(DESK),
    "desk_id": HEAD.desk_id,
    "made_at": "2026-11-24T09:00:00.000Z",
    "number": 5,
    "people": 3,
    "schema": 2,
    "vault": len(VAULT),
}


@pytest.mark.parametrize(
    "told",
    [
        TOLD | {"desk_id": "../../../../etc/passwd"},
        TOLD | {"desk_id": "0A" * 16},
        TOLD | {"desk_id": ["0a" * 16]},
        TOLD | {"desk": -1},
        TOLD | {"desk": 0},
        TOLD | {"desk": 1e308},
        TOLD | {"desk": True},
        TOLD | {"desk": 10**400},
        TOLD | {"vault": 10**9},
        TOLD | {"number": "5"},
        TOLD | {"people": None},
        TOLD | {"made_at": "yesterday"},
        TOLD | {"made_at": "2026-11-24T09:00:00"},
        TOLD | {"made_at": 5},
        {name: value for name, value in TOLD.items() if name != "number"},
        [],
        "desk",
        7,
    ],
)
def test_a_head_that_cannot_be_true_is_refused(bundle: Path, into: DeskFiles, told: object):
    line = f"{json.dumps(told)}\n".encode()
    bundle.write_bytes(b"relationdesk-bundle 1\n" + line + VAULT + DESK + bytes(65))

    assert flaw_of(bundle, into) is Flaw.DAMAGED


def test_a_head_without_end_is_refused_without_reading_it_all(bundle: Path, into: DeskFiles):
    bundle.write_bytes(b"relationdesk-bundle 1\n" + b"[" * 10_000_000)

    assert flaw_of(bundle, into) is Flaw.DAMAGED


def test_more_than_there_is_room_for_is_refused_before_anything_is_written(bundle: Path, into: DeskFiles):
    size = 2**43
    line = f"{json.dumps(TOLD | {'desk': size})}\n".encode()
    with bundle.open("wb") as file:
        file.write(b"relationdesk-bundle 1\n" + line + VAULT)
        start = file.tell()
        try:
            file.truncate(start + size + 65)
        except OSError:
            pytest.skip("no files of this size here")

    with pytest.raises(FullDiskError):
        unpack(bundle, into)
    assert list(into.desk.parent.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_a_folder_and_nothing_are_no_bundles(tmp_path: Path, into: DeskFiles):
    os.mkfifo(tmp_path / "pipe.reldesk")

    for name in ("pipe.reldesk", "out", "not there"):
        assert flaw_of(tmp_path / name, into) is Flaw.MISSING
