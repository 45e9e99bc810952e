"""Folders that a service keeps the same on several computers are recognised."""

import json
import os
from pathlib import Path

import pytest

from relationdesk.system.synchronised import synchronised_by

SILENT = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial", "APPDATA", "LOCALAPPDATA")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder without any such service."""
    for variable in SILENT:
        monkeypatch.delenv(variable, raising=False)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


def folder_in(*parts: str | Path) -> Path:
    made = Path(*parts)
    made.mkdir(parents=True)
    return made


FOLDERS = {".dropbox.cache", ".tmp.driveupload", ".stfolder", ".seafile-data"}


def leave(marker: Path) -> None:
    """What a service leaves: most are files, some folders."""
    if marker.name in FOLDERS:
        marker.mkdir()
    else:
        marker.touch()


def test_an_ordinary_folder_is_nobody_s(home: Path):
    folder = folder_in(home, ".local", "share", "RelationDesk")

    assert synchronised_by(folder / "my.desk") is None


def test_a_place_that_is_not_there_is_judged_by_what_is_above_it(home: Path):
    folder_in(home, "shared", ".stfolder")

    assert synchronised_by(home / "shared" / "not yet" / "my.desk") == "Syncthing"
    assert synchronised_by(home / "not there" / "my.desk") is None


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".tmp.driveupload", "Google Drive"),
        (".sync_1a2b3c4d5e6f.db", "Nextcloud"),
        ("._sync_1a2b3c4d5e6f.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".stfolder", "Syncthing"),
        (".seafile-data", "Seafile"),
    ],
)
def test_what_a_service_leaves_in_its_folder_gives_it_away_under_any_name(
    home: Path, marker: str, service: str
):
    folder = folder_in(home, "clients", "desks")
    leave(home / "clients" / marker)

    assert synchronised_by(folder / "my.desk") == service
    assert synchronised_by(home / "elsewhere" / "my.desk") is None


@pytest.mark.parametrize(
    ("parts", "service"),
    [
        (("Dropbox",), "Dropbox"),
        (("Dropbox (Studio)", "desks"), "Dropbox"),
        (("OneDrive - Studio Example", "Documents"), "OneDrive"),
        (("Library", "Mobile Documents", "com~apple~CloudDocs"), "iCloud Drive"),
        (("iCloudDrive",), "iCloud Drive"),
        (("Google Drive", "My Drive"), "Google Drive"),
        (("Library", "CloudStorage", "GoogleDrive-lea@studio.example", "My Drive"), "Google Drive"),
        (("Library", "CloudStorage", "OneDrive-Studio"), "OneDrive"),
        (("Library", "CloudStorage", "Box-Box"), "Box"),
        (("Nextcloud",), "Nextcloud"),
        (("pCloudDrive", "desks"), "pCloud"),
        (("Seafile", "My Library"), "Seafile"),
    ],
)
def test_the_usual_name_of_a_folder_gives_its_service_away(home: Path, parts: tuple[str, ...], service: str):
    assert synchronised_by(folder_in(home, *parts) / "my.desk") == service


def test_dropbox_says_itself_where_its_folder_is(home: Path):
    place = folder_in(home, "work in the cloud")
    folder_in(home, ".dropbox")
    (home / ".dropbox" / "info.json").write_text(json.dumps({"business": {"path": str(place), "host": 7}}))

    assert synchronised_by(place / "desks" / "my.desk") == "Dropbox"


def test_onedrive_says_itself_where_its_folder_is(home: Path, monkeypatch: pytest.MonkeyPatch):
    by_variable, by_settings = folder_in(home, "one"), folder_in(home, "two")
    monkeypatch.setenv("OneDriveCommercial", str(by_variable))
    folder_in(home, ".config", "onedrive")
    (home / ".config" / "onedrive" / "config").write_text('# folder\nsync_dir = "~/two"\n')

    assert synchronised_by(by_variable / "my.desk") == "OneDrive"
    assert synchronised_by(by_settings / "my.desk") == "OneDrive"


@pytest.mark.parametrize(
    ("folder", "name", "service"),
    [("Nextcloud", "nextcloud.cfg", "Nextcloud"), ("ownCloud", "owncloud.cfg", "ownCloud")],
)
def test_nextcloud_and_owncloud_say_themselves_where_their_folders_are(
    home: Path, folder: str, name: str, service: str
):
    place = folder_in(home, "shared with the studio")
    folder_in(home, ".config", folder)
    told = (
        f"[General]\nlastVersion=4\n[Accounts]\n0\\Folders\\1\\localPath={place}/\n0\\url=https://c.example\n"
    )
    (home / ".config" / folder / name).write_text(told)

    assert synchronised_by(place / "my.desk") == service
    assert synchronised_by(home / "other" / "my.desk") is None


def test_documents_that_a_mac_keeps_in_icloud_are_recognised_at_their_usual_place(home: Path):
    documents = folder_in(home, "Documents")
    before = synchronised_by(documents / "my.desk")
    for name in ("Desktop", "Documents"):
        folder_in(home, "Library", "Mobile Documents", "com~apple~CloudDocs", name)

    assert before is None
    assert synchronised_by(documents / "my.desk") == "iCloud Drive"


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_into_such_a_folder_is_followed(home: Path):
    inside = folder_in(home, "Dropbox", "desks")
    link = home / "desks"
    link.symlink_to(inside)

    assert synchronised_by(link / "my.desk") == "Dropbox"


def test_the_settings_of_a_service_in_a_home_folder_do_not_make_it_the_service_s(home: Path):
    folder_in(home, ".dropbox")

    assert synchronised_by(home / "desks" / "my.desk") is None


@pytest.mark.parametrize("broken", [b"", b"{", b"[1, 2]", b'{"personal": {"path": 5}}', b"\xff\xfe\x00"])
def test_settings_that_cannot_be_read_are_passed_over(home: Path, broken: bytes):
    for parts in ((".dropbox", "info.json"), (".config", "Nextcloud", "nextcloud.cfg")):
        file = home.joinpath(*parts)
        file.parent.mkdir(parents=True)
        file.write_bytes(broken)

    assert synchronised_by(home / "desks" / "my.desk") is None
