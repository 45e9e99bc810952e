"""Whether a folder is one that a service keeps the same on several computers.

Such a service copies a file whenever it likes and knows nothing of what belongs together: a desk in use may
be torn apart by it, or be put back as it was. It is recognised by what the services leave in their folders,
by what their own settings say, and by the names that they give their folders.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from configparser import Error as ConfigError
from configparser import RawConfigParser
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path

_MARKERS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache/", "Dropbox"),
    (".849c9593-d756-4e56-8d6e-42412f2a707b", "OneDrive"),
    (".tmp.drivedownload/", "Google Drive"),
    (".tmp.driveupload/", "Google Drive"),
    (".shortcut-targets-by-id/", "Google Drive"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".sync_????????????.db", "Nextcloud"),
    ("._sync_????????????.db", "Nextcloud"),
    (".stfolder/", "Syncthing"),
    (".seafile-data/", "Seafile"),
    (".synologyworkingdirectory/", "Synology Drive"),
)
"""What lies at the top of a folder that is kept the same, in small letters, and whose it is.

A slash ends the name of a folder: `.dropbox` is a file there, and a folder of settings in every home.
"""

_NAMES = (
    ("dropbox", "Dropbox"),
    ("dropbox (*)", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("onedrive - *", "OneDrive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("icloud drive", "iCloud Drive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("google-drive:*", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pclouddrive", "pCloud"),
    ("pcloud drive", "pCloud"),
    ("seafile", "Seafile"),
    ("synologydrive", "Synology Drive"),
)
"""How the services call their folders when nobody says otherwise, in small letters."""

_BY_PROVIDER = {"googledrive": "Google Drive", "protondrive": "Proton Drive", "icloud": "iCloud Drive"}
"""What the folders below `Library/CloudStorage` of macOS say before their dash, where it is no name."""


def synchronised_by(path: Path) -> str | None:
    """The name of the service that keeps a file or folder the same elsewhere, None when none is known.

    `path` need not be there. It may touch the disk at some length: call it off the interface thread.
    """
    try:
        place = path.expanduser().resolve()
        folders = [place, *place.parents] if place.is_dir() else list(place.parents)
    except (OSError, RuntimeError):
        return None
    found = chain(_by_settings(folders), _by_provider(folders), map(_by_marker, folders), _by_name(folders))
    return next((service for service in found if service), None)


def _by_marker(folder: Path) -> str | None:
    try:
        with os.scandir(folder) as entries:
            names = [_told(entry) for entry in entries if entry.name.startswith(".")]
    except OSError:
        return None
    return next(
        (whose for pattern, whose in _MARKERS if any(fnmatchcase(name, pattern) for name in names)), None
    )


def _told(entry: os.DirEntry[str]) -> str:
    return entry.name.casefold() + ("/" if entry.is_dir() else "")


def _by_name(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        name = folder.name.casefold()
        yield from (whose for pattern, whose in _NAMES if fnmatchcase(name, pattern))


def _by_provider(folders: Iterable[Path]) -> Iterator[str]:
    """On macOS every provider's files are below one folder, named `Provider-account`."""
    for folder in folders:
        if folder.parent.name == "CloudStorage" and folder.parent.parent.name == "Library":
            provider = folder.name.partition("-")[0]
            yield _BY_PROVIDER.get(provider.casefold(), provider)


def _by_settings(folders: list[Path]) -> Iterator[str]:
    """What the services themselves say of where their folders are."""
    there = set(folders)
    for service, said in _SAID:
        if any(_as_resolved(place) in there for place in _quietly(said)):
            yield service


def _quietly(said: Callable[[], Iterable[Path]]) -> list[Path]:
    try:
        return [place for place in said() if place.is_absolute()]
    except (OSError, ValueError, RuntimeError, ConfigError):
        return []


def _as_resolved(place: Path) -> Path:
    try:
        return place.resolve()
    except (OSError, RuntimeError):
        return place


def _dropbox() -> Iterator[Path]:
    for home in (
        Path.home() / ".dropbox",
        *_windows("APPDATA", "Dropbox"),
        *_windows("LOCALAPPDATA", "Dropbox"),
    ):
        file = home / "info.json"
        content = json.loads(file.read_bytes()) if file.is_file() else {}
        for account in content.values() if isinstance(content, dict) else ():
            if isinstance(account, dict) and isinstance(account.get("path"), str):
                yield Path(account["path"])


def _onedrive() -> Iterator[Path]:
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        if place := os.environ.get(name):
            yield Path(place)
    file = Path.home() / ".config" / "onedrive" / "config"
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        name, is_told, value = line.partition("=")
        if is_told and name.strip() == "sync_dir":
            yield Path(value.strip().strip('"')).expanduser()


def _nextcloud() -> Iterator[Path]:
    return _folders_in("Nextcloud", "nextcloud.cfg")


def _owncloud() -> Iterator[Path]:
    return _folders_in("ownCloud", "owncloud.cfg")


def _folders_in(folder: str, name: str) -> Iterator[Path]:
    r"""The folders that a client of Nextcloud's kind names in its settings, as `0\Folders\1\localPath=…`."""
    homes = (Path.home() / ".config" / folder, Path.home() / "Library" / "Preferences" / folder)
    for home in (*homes, *_windows("APPDATA", folder)):
        file = home / name
        if not file.is_file():
            continue
        settings = RawConfigParser(strict=False)
        settings.read_string(file.read_text("utf-8"))
        for section in settings.sections():
            yield from (Path(value) for key, value in settings.items(section) if key.endswith("localpath"))


def _icloud() -> Iterator[Path]:
    """The desktop and the documents of a Mac may be kept in iCloud as a whole, at their usual places."""
    kept = Path.home() / "Library" / "Mobile Documents"
    yield kept
    both = ("Desktop", "Documents")
    if all((kept / "com~apple~CloudDocs" / name).exists() for name in both):
        yield from (Path.home() / name for name in both)


def _windows(variable: str, folder: str) -> Iterator[Path]:
    if home := os.environ.get(variable):
        yield Path(home) / folder


_SAID: tuple[tuple[str, Callable[[], Iterable[Path]]], ...] = (
    ("Dropbox", _dropbox),
    ("OneDrive", _onedrive),
    ("Nextcloud", _nextcloud),
    ("ownCloud", _owncloud),
    ("iCloud Drive", _icloud),
)
