"""Starting with the session: what is written for each system, read as that system reads it."""

import ctypes
import ctypes.util
import os
import plistlib
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import relationdesk
from relationdesk.system.autostart.command import Command, command_into_tray
from relationdesk.system.autostart.door import Autostart, UnchangedAutostartError, entry_here
from relationdesk.system.autostart.launch_agent import LaunchAgent
from relationdesk.system.autostart.run_key import NAME, RunKey
from relationdesk.system.autostart.xdg import DesktopEntry
from relationdesk.system.keychain import NoKeychain
from relationdesk.work.desks.machine import Machine

GLIB = ctypes.util.find_library("glib-2.0") if sys.platform == "linux" else None
WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
ODD = ("--in-tray", "--desk", "/tmp/a b/50%/\"q\" $HOME `x` \\back\\ 'é' \t;&|.desk", "")


class Registry:
    """The values of a registry key, in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def read(self, name: str) -> str | None:
        return self.kept.get(name)

    def write(self, name: str, value: str) -> None:
        self.kept[name] = value

    def remove(self, name: str) -> None:
        if name not in self.kept:
            raise FileNotFoundError(name)
        del self.kept[name]


MAKERS: dict[str, Callable[[Path], DesktopEntry | RunKey | LaunchAgent]] = {
    "xdg": lambda folder: DesktopEntry(folder / "autostart"),
    "windows": lambda _folder: RunKey(Registry()),
    "macos": lambda folder: LaunchAgent(folder / "LaunchAgents"),
}


@pytest.fixture(params=MAKERS)
def entry(request: pytest.FixtureRequest, tmp_path: Path) -> DesktopEntry | RunKey | LaunchAgent:
    return MAKERS[request.param](tmp_path)


def program_in(folder: Path, name: str = "the program") -> Path:
    program = folder / name
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    return program


def test_it_is_off_until_it_is_turned_on_and_off_again_after(entry, tmp_path: Path):
    autostart = Autostart(entry, Command((str(program_in(tmp_path)), "--in-tray")))
    assert not autostart.is_on
    autostart.turn(on=False)

    autostart.turn(on=True)
    autostart.turn(on=True)
    assert autostart.is_on

    autostart.turn(on=False)
    assert not autostart.is_on


def test_an_entry_whose_program_is_gone_heals_and_one_that_is_there_is_left_alone(entry, tmp_path: Path):
    old, new = program_in(tmp_path, "old one"), program_in(tmp_path, "new one")
    Autostart(entry, Command((str(old), "--in-tray"))).turn(on=True)
    here = Autostart(entry, Command((str(new), "--in-tray")))

    here.heal()
    assert entry.read().words[0] == str(old)

    old.unlink()
    here.heal()
    assert entry.read().words[0] == str(new)


def test_what_was_not_turned_on_is_not_healed_into_being_on(entry, tmp_path: Path):
    Autostart(entry, Command((str(program_in(tmp_path)),))).heal()

    assert entry.read() is None


def test_a_checkout_that_was_moved_heals(tmp_path: Path):
    python, folder = program_in(tmp_path, "python"), tmp_path / "src"
    folder.mkdir()
    entry = DesktopEntry(tmp_path)
    Autostart(entry, Command((str(python), "-m", "relationdesk"), folder)).turn(on=True)
    folder.rename(tmp_path / "elsewhere")

    Autostart(entry, Command((str(python), "-m", "relationdesk"), tmp_path / "elsewhere")).heal()

    assert entry.read() == Command((str(python),), tmp_path / "elsewhere")


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_was_switched_off_in_the_desktops_own_settings_is_off(tmp_path: Path, line: str):
    entry = DesktopEntry(tmp_path)
    entry.write(Command((str(program_in(tmp_path)),)))
    with (tmp_path / "relationdesk.desktop").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")

    assert entry.read() is None


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path):
    (tmp_path / "autostart").write_text("in the way", "utf-8")
    autostart = Autostart(DesktopEntry(tmp_path / "autostart"), Command((sys.executable,)))

    with pytest.raises(UnchangedAutostartError):
        autostart.turn(on=True)

    assert [path.name for path in tmp_path.iterdir()] == ["autostart"]


def test_where_there_is_no_way_nothing_is_promised():
    nowhere = Autostart(None, Command((sys.executable,)))
    nowhere.heal()

    assert not nowhere.is_possible
    assert not nowhere.is_on
    with pytest.raises(UnchangedAutostartError):
        nowhere.turn(on=True)


def test_the_entry_lies_where_the_settings_of_the_user_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for named, place in ((str(tmp_path / "own"), "own"), ("relative", "home/.config"), ("", "home/.config")):
        monkeypatch.setenv("XDG_CONFIG_HOME", named)
        Autostart(entry_here(), Command((sys.executable, "--in-tray"))).turn(on=True)

        assert (tmp_path / place / "autostart" / "relationdesk.desktop").is_file()


class GLib:
    """The library by which desktops read an entry and split its Exec line."""

    def __init__(self) -> None:
        self._library = library = ctypes.CDLL(GLIB)
        library.g_key_file_new.restype = ctypes.c_void_p
        library.g_key_file_get_string.restype = ctypes.c_void_p

    def value(self, file: Path, name: str) -> str:
        library, keys = self._library, ctypes.c_void_p(self._library.g_key_file_new())
        assert library.g_key_file_load_from_file(keys, os.fsencode(file), 0, None)
        found = library.g_key_file_get_string(keys, b"Desktop Entry", name.encode(), None)
        assert found, name
        return os.fsdecode(ctypes.string_at(found))

    def words(self, line: str) -> list[str]:
        count, words = ctypes.c_int(), ctypes.POINTER(ctypes.c_char_p)()
        line_bytes = os.fsencode(line)
        assert self._library.g_shell_parse_argv(line_bytes, ctypes.byref(count), ctypes.byref(words), None), (
            line
        )
        return [expanded(os.fsdecode(words[n])) for n in range(count.value)]


def expanded(word: str) -> str:
    """A word whose field codes were filled in, of which `%%` is the only one that stands for itself."""
    assert "%" not in word.replace("%%", "")
    return word.replace("%%", "%")


@pytest.mark.skipif(GLIB is None, reason="desktops of Linux read it by GLib")
@given(words=st.lists(WORDS, max_size=4))
@example(words=list(ODD))
def test_the_desktop_reads_the_very_words(tmp_path_factory: pytest.TempPathFactory, words: list[str]):
    folder = tmp_path_factory.mktemp("autostart")
    command = Command((sys.executable, *words), folder)
    DesktopEntry(folder).write(command)
    glib, file = GLib(), folder / "relationdesk.desktop"

    assert glib.words(glib.value(file, "Exec")) == list(command.words)
    assert glib.value(file, "Path") == str(folder)
    assert glib.value(file, "TryExec") == sys.executable


@given(words=st.lists(WORDS, min_size=1, max_size=4))
@example(words=[" begins with a space\\n", *ODD])
def test_the_program_is_read_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
):
    entry = DesktopEntry(tmp_path_factory.mktemp("autostart"))
    program = f"/{words[0]}/x"
    entry.write(Command((program, *words[1:])))

    assert entry.read() == Command((program,))


def test_windows_starts_the_words_as_its_programs_read_them():
    registry, program = Registry(), r"C:\Program Files\RelationDesk\relationdesk.exe"
    RunKey(registry).write(Command((program, "--in-tray", "--desk", 'C:\\a b\\"q".desk')))

    assert registry.kept == {NAME: rf'"{program}" --in-tray --desk "C:\a b\\\"q\".desk"'}
    assert RunKey(registry).read() == Command((program,))
    registry.kept[NAME] = r"C:\relationdesk.exe --in-tray"
    assert RunKey(registry).read() == Command((r"C:\relationdesk.exe",))


def test_macos_starts_the_words_when_the_user_logs_in(tmp_path: Path):
    command = Command(("/Applications/RelationDesk.app/Contents/MacOS/relationdesk", *ODD[:-1]), tmp_path)
    agent = LaunchAgent(tmp_path)
    agent.write(command)

    (file,) = tmp_path.glob("*.plist")
    kept = plistlib.loads(file.read_bytes())
    assert kept["ProgramArguments"] == list(command.words)
    assert kept["RunAtLoad"] is True
    assert kept["Label"] == file.stem
    assert agent.read() == command
    for broken in (b"", b"no plist", plistlib.dumps([1])):
        file.write_bytes(broken)
        assert agent.read() is None


def test_the_command_is_the_program_as_it_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    script = program_in(tmp_path, "relationdesk")
    monkeypatch.setattr(sys, "argv", [str(script), "due"])
    assert command_into_tray(None, {}).words == (str(script), "--in-tray")

    monkeypatch.setattr(sys, "argv", [relationdesk.__file__.replace("__init__", "__main__")])
    by_module = command_into_tray(tmp_path / "other.desk", {})
    assert by_module.words[1:] == ("-m", "relationdesk", "--in-tray", "--desk", str(tmp_path / "other.desk"))
    assert not by_module.is_gone

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command_into_tray(None, {}).words == (sys.executable, "--in-tray")
    assert command_into_tray(None, {"APPIMAGE": "/a.AppImage"}).words[0] == "/a.AppImage"


def test_a_user_without_a_home_has_no_way(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", "nowhere")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)

    assert entry_here() is None


def test_a_desk_that_the_session_would_not_find_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("RELATIONDESK_HOME", raising=False)
    machine, entry = Machine(NoKeychain()), tmp_path / "config" / "autostart" / "relationdesk.desktop"

    machine.autostart(machine.files(None)).turn(on=True)
    assert "--desk" not in entry.read_text("utf-8")

    machine.autostart(machine.files(tmp_path / "other.desk")).turn(on=True)
    assert f"--in-tray --desk {tmp_path / 'other.desk'}\n" in entry.read_text("utf-8")

    monkeypatch.setenv("RELATIONDESK_HOME", str(tmp_path / "own"))
    machine.autostart(machine.files(None)).turn(on=True)
    assert f"--in-tray --desk {tmp_path / 'own' / 'my.desk'}\n" in entry.read_text("utf-8")
