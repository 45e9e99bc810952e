"""Hearing every write, sync, rename and removal in a folder, as the program makes them (promise 2).

What SQLite does is heard through a VFS put in front of its own (sqlite.org/vfs.html), what Python does itself
by its audit events and at `os.fsync`. Nothing is heard of the index of the log (`-shm`), which is memory.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from disk import Event
from sqlcipher3 import _sqlite3

_VFS_CALLS = "xOpen xDelete xAccess xFullPathname xDlOpen xDlError xDlSym xDlClose xRandomness xSleep "
_VFS_CALLS += "xCurrentTime xGetLastError xCurrentTimeInt64 xSetSystemCall xGetSystemCall xNextSystemCall"
_FILE_CALLS = "xClose xRead xWrite xTruncate xSync xFileSize xLock xUnlock xCheckReservedLock xFileControl "
_FILE_CALLS += "xSectorSize xDeviceCharacteristics xShmMap xShmLock xShmBarrier xShmUnmap xFetch xUnfetch"
_POINTER, _INT, _LONG, _TEXT = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64, ctypes.c_char_p
_OPENING = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
"""A name is passed on as a pointer: SQLite keeps it as long as the file is open."""
_REMOVING = ctypes.CFUNCTYPE(_INT, _POINTER, _TEXT, _INT)
_WRITING = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG)
_TRUNCATING = ctypes.CFUNCTYPE(_INT, _POINTER, _LONG)
_SYNCING = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)
_OPENING_FOLDER = ctypes.CFUNCTYPE(_INT, _TEXT, ctypes.POINTER(_INT))
_GETTING_CALL = ctypes.CFUNCTYPE(_POINTER, _POINTER, _TEXT)
_SETTING_CALL = ctypes.CFUNCTYPE(_INT, _POINTER, _TEXT, _POINTER)
_OK = 0


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs` of sqlite3.h."""

    _fields_ = [
        ("iVersion", _INT),
        ("szOsFile", _INT),
        ("mxPathname", _INT),
        ("pNext", _POINTER),
        ("zName", _TEXT),
        ("pAppData", _POINTER),
        *((call, _POINTER) for call in _VFS_CALLS.split()),
    ]


class _FileMethods(ctypes.Structure):
    """`sqlite3_io_methods` of sqlite3.h."""

    _fields_ = [("iVersion", _INT), *((call, _POINTER) for call in _FILE_CALLS.split())]


class _File(ctypes.Structure):
    """`sqlite3_file` of sqlite3.h."""

    _fields_ = [("pMethods", ctypes.POINTER(_FileMethods))]


class Recorder:
    """Hears what happens to the files of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.events: list[Event] = []
        self._open: dict[int, tuple[str, Any]] = {}
        self._kept_alive: list[Any] = []

    def hear(self, kind: str, path: str | Path, **what: Any) -> None:
        """Note something that happens to a file, when it lies in the folder."""
        if Path(path).parent == self._folder:
            self.events.append(Event(kind, Path(path).name, **what))

    def acknowledge(self, state: str) -> None:
        """Note that an operation has returned, and how the desk stands."""
        self.events.append(Event("acknowledged", state))

    def listen_to_python(self, *, syncs: bool = True) -> None:
        """Hear of the files that Python itself opens, renames and removes, and of its `syncs`."""
        fsync = os.fsync

        def heard_fsync(descriptor: int) -> None:
            fsync(descriptor)
            path = Path(f"/proc/self/fd/{descriptor}").readlink()
            if path == self._folder:
                self.events.append(Event("folder"))
            elif path.is_file():
                self.hear("whole", path, content=path.read_bytes())

        def audit(event: str, arguments: tuple[Any, ...]) -> None:
            if event == "open" and isinstance(arguments[0], str) and arguments[2] & os.O_CREAT:
                if not Path(arguments[0]).exists():
                    self.hear("create", arguments[0])
            elif event == "os.rename":
                self.hear("rename", arguments[0], other=Path(arguments[1]).name)
            elif event == "os.remove":
                self.hear("remove", arguments[0])

        if syncs:
            os.fsync = heard_fsync
        sys.addaudithook(audit)

    def listen_to_sqlite(self) -> None:
        """Stand in front of SQLite's own file system; for every connection that is opened from now on."""
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        real = library.sqlite3_vfs_find(None)
        vfs = _Vfs.from_buffer_copy(real.contents)
        vfs.zName = b"recorded"
        vfs.xOpen = self._pointer(_OPENING(self._opening(real)))
        vfs.xDelete = self._pointer(_REMOVING(self._removing(real)))
        self._listen_to_folders(real)
        self._kept_alive.append(vfs)
        if library.sqlite3_vfs_register(ctypes.byref(vfs), 1) != _OK:
            raise OSError("sqlite3_vfs_register")

    def _pointer(self, function: Any) -> int | None:
        self._kept_alive.append(function)
        return ctypes.cast(function, _POINTER).value

    def _opening(self, real: Any) -> Callable[..., int]:
        real_open = _OPENING(real.contents.xOpen)

        def opening(_vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
            path = os.fsdecode(ctypes.string_at(name)) if name else ""
            is_new = bool(path) and not Path(path).exists()
            code = real_open(ctypes.addressof(real.contents), name, file, flags, out)
            if code == _OK and path:
                if is_new:
                    self.hear("create", path)
                self._wrap(file, path)
            return code

        return opening

    def _removing(self, real: Any) -> Callable[..., int]:
        real_delete = _REMOVING(real.contents.xDelete)

        def removing(_vfs: int, name: bytes, sync: int) -> int:
            if Path(os.fsdecode(name)).exists():
                self.hear("remove", os.fsdecode(name))
            return real_delete(ctypes.addressof(real.contents), name, sync)

        return removing

    def _listen_to_folders(self, real: Any) -> None:
        """SQLite opens a folder for one reason alone: to sync it."""
        address = ctypes.addressof(real.contents)
        real_call = _OPENING_FOLDER(_GETTING_CALL(real.contents.xGetSystemCall)(address, b"openDirectory"))

        def opening_folder(name: bytes, descriptor: Any) -> int:
            if Path(os.fsdecode(name)).parent == self._folder:
                self.events.append(Event("folder"))
            return real_call(name, descriptor)

        instead = self._pointer(_OPENING_FOLDER(opening_folder))
        _SETTING_CALL(real.contents.xSetSystemCall)(address, b"openDirectory", instead)

    def _wrap(self, file: int, path: str) -> None:
        """Put methods that tell of what they do in front of those that an opened file has."""
        handle = ctypes.cast(file, ctypes.POINTER(_File)).contents
        methods = _FileMethods.from_buffer_copy(handle.pMethods.contents)
        write, truncate = _WRITING(methods.xWrite), _TRUNCATING(methods.xTruncate)
        sync = _SYNCING(methods.xSync)

        def writing(file: int, content: int, length: int, offset: int) -> int:
            self.hear("write", path, content=ctypes.string_at(content, length), offset=offset)
            return write(file, content, length, offset)

        def truncating(file: int, size: int) -> int:
            self.hear("truncate", path, offset=size)
            return truncate(file, size)

        def syncing(file: int, flags: int) -> int:
            code = sync(file, flags)
            self.hear("sync", path)
            return code

        methods.xWrite = self._pointer(_WRITING(writing))
        methods.xTruncate = self._pointer(_TRUNCATING(truncating))
        methods.xSync = self._pointer(_SYNCING(syncing))
        self._kept_alive.append(methods)
        handle.pMethods = ctypes.pointer(methods)
