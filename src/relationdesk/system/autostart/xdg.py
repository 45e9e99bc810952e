"""The desktop entry in the autostart folder (Desktop Application Autostart Specification 0.5)."""

from pathlib import Path

from relationdesk.system.autostart.command import Command
from relationdesk.system.autostart.files import replace_file

_FILE = "relationdesk.desktop"
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`%")
"""What makes an argument of Exec need its quotes (Desktop Entry Specification 1.5, The Exec key)."""
_ESCAPED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNESCAPED = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t", "s": " "}
_ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.5
Name=RelationDesk
Comment=Reminders of whom to come back to
Comment[fr]=Rappels des personnes à recontacter
Exec={exec}
TryExec={program}
{folder}Icon=relationdesk
Terminal=false
StartupNotify=false
X-GNOME-Autostart-Delay=2
X-KDE-autostart-after=panel
"""
"""The last two ask desktops to have their tray ready first."""


class DesktopEntry:
    """The entry of this program in an autostart folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE

    def read(self) -> Command | None:
        """What is started, as far as the program; None where the entry is missing or was switched off."""
        try:
            kept = _values(self._path.read_text("utf-8", "surrogateescape"))
        except OSError:
            return None
        is_off = kept.get("Hidden") == "true" or kept.get("X-GNOME-Autostart-enabled") == "false"
        if is_off or not kept.get("TryExec"):
            return None
        folder = kept.get("Path")
        return Command((kept["TryExec"],), Path(folder) if folder else None)

    def write(self, command: Command) -> None:
        """Start this from the next session on."""
        text = _ENTRY.format(
            exec=_escaped(" ".join(map(_quoted, command.words))),
            program=_escaped(command.words[0]),
            folder=f"Path={_escaped(str(command.folder))}\n" if command.folder is not None else "",
        )
        replace_file(self._path, text.encode("utf-8", "surrogateescape"))

    def remove(self) -> None:
        """Start nothing any more."""
        self._path.unlink(missing_ok=True)


def _quoted(word: str) -> str:
    if word and not _RESERVED & set(word):
        return word
    for sign in '\\"`$':
        word = word.replace(sign, f"\\{sign}")
    return f'"{word.replace("%", "%%")}"'


def _escaped(value: str) -> str:
    escaped = "".join(_ESCAPED.get(sign, sign) for sign in value)
    return f"\\s{escaped[1:]}" if escaped.startswith(" ") else escaped


def _values(text: str) -> dict[str, str]:
    """The keys of the first group with their values."""
    values: dict[str, str] = {}
    for line in text.split("\n"):
        if line.startswith("[") and line.strip() != "[Desktop Entry]":
            break
        name, equals, value = line.partition("=")
        if equals:
            values[name.strip()] = _unescaped(value.strip())
    return values


def _unescaped(value: str) -> str:
    signs = iter(value)
    return "".join(_UNESCAPED.get(next(signs, ""), "") if sign == "\\" else sign for sign in signs)
