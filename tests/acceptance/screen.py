"""A screen that nobody sees, with a private message bus: pressing keys, clicking, taking pictures.

One process holds both, and ends when nobody uses the screen any more.
"""

import os
import subprocess
from pathlib import Path
from shutil import which

from PySide6.QtGui import QImage
from waiting import NotYetError, until
from Xlib import XK, X, display, error
from Xlib.ext import xtest
from Xlib.protocol.event import ClientMessage
from Xlib.xobject.drawable import Window

WIDTH, HEIGHT = 1280, 800
_BUS = """<busconfig><type>session</type><listen>{address}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
<limit name="max_replies_per_connection">50000</limit></busconfig>"""
_KEYS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L"}
_SIGNS = {"\n": XK.XK_Return, "\t": XK.XK_Tab}


class Screen:
    """A running X server without a window manager, and the bus on which programs tell what they show."""

    def __init__(self, folder: Path) -> None:
        for program in ("Xvfb", "dbus-run-session"):
            assert which(program), f"{program} is not installed; `python3 dev.py test` brings it"
        number = f":{1000 + os.getpid() % 50000}"
        address = f"unix:abstract=relationdesk-test-{os.getpid()}"
        (folder / "bus.conf").write_text(_BUS.format(address=address), "utf-8")
        self.environment = {
            "DISPLAY": number,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "AT_SPI_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
        }
        self._said = folder / "screen.txt"
        bus = ["dbus-run-session", f"--config-file={folder / 'bus.conf'}", "--"]
        server = ["Xvfb", number, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-terminate"]
        self._server = self._started([*bus, *server])
        try:
            self._x = display.Display(number)
        except BaseException:
            self._server.terminate()
            raise
        self._root = self._x.screen().root

    def _started(self, command: list[str]) -> subprocess.Popen[bytes]:
        ready, told = os.pipe()
        with self._said.open("wb") as said:
            server = subprocess.Popen(
                [*command, "-displayfd", str(told)], stdout=said, stderr=said, pass_fds=[told]
            )
        os.close(told)
        with os.fdopen(ready) as line:
            assert line.readline(), f"no screen: {self._said.read_text('utf-8')}"
        return server

    def close(self) -> None:
        """Let go of the screen, with which the server and the bus end."""
        self._x.close()
        try:
            self._server.wait(5)
        except subprocess.TimeoutExpired:
            self._server.terminate()
            self._server.wait(5)

    def windows(self) -> list[Window]:
        """The windows that can be seen, the topmost last; without the ones that pop up from them."""
        try:
            return [window for window in self._root.query_tree().children if _is_window(window)]
        except error.XError as gone:
            raise NotYetError(str(gone)) from gone

    def click(self, x: int, y: int) -> None:
        """Press and release the left button at a point."""
        self._focus_topmost()
        xtest.fake_input(self._x, X.MotionNotify, x=x, y=y)
        xtest.fake_input(self._x, X.ButtonPress, 1)
        xtest.fake_input(self._x, X.ButtonRelease, 1)
        self._x.sync()

    def press(self, keys: str) -> None:
        """Press keys together, as in `ctrl+z` or `Return`."""
        self._focus_topmost()
        codes = [self._key(XK.string_to_keysym(_KEYS.get(key, key)))[0] for key in keys.split("+")]
        self._strike(codes)

    def type(self, text: str) -> None:
        """Type text of the keyboard's own letters."""
        self._focus_topmost()
        shift = self._x.keysym_to_keycode(XK.XK_Shift_L)
        for sign in text:
            code, is_upper = self._key(_SIGNS.get(sign, ord(sign)))
            self._strike([shift, code] if is_upper else [code])

    def _key(self, symbol: int) -> tuple[int, int]:
        codes = self._x.keysym_to_keycodes(symbol)
        assert codes, f"the keyboard has no key for {symbol}"
        code, level = min(codes, key=lambda code: code[1])
        return code, level

    def _strike(self, codes: list[int]) -> None:
        for code in codes:
            xtest.fake_input(self._x, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._x, X.KeyRelease, code)
        self._x.sync()

    def _focus_topmost(self) -> None:
        """Give the topmost window the keyboard, which a window manager would have done."""
        until(self._has_topmost_focus, "the keyboard in the topmost window")

    def _has_topmost_focus(self) -> bool:
        if not (seen := self.windows()):
            return False
        try:
            if self._x.get_input_focus().focus == seen[-1]:
                return True
            seen[-1].set_input_focus(X.RevertToParent, X.CurrentTime)
            self._x.sync()
        except error.XError as gone:
            raise NotYetError(str(gone)) from gone
        return False

    def holds_something_copied(self) -> bool:
        """Whether a program offers something that was copied or selected to the others."""
        selections = [self._x.intern_atom(name) for name in ("CLIPBOARD", "PRIMARY")]
        return any(self._x.get_selection_owner(selection) != X.NONE for selection in selections)

    def close_window(self, window: Window) -> None:
        """Close a window as its cross would."""
        delete = (32, [self._x.intern_atom("WM_DELETE_WINDOW"), X.CurrentTime, 0, 0, 0])
        window.send_event(
            ClientMessage(window=window, client_type=self._x.intern_atom("WM_PROTOCOLS"), data=delete)
        )
        self._x.sync()

    def take_picture(self, file: Path) -> None:
        """Write what the screen shows as PNG."""
        drawn = self._root.get_image(0, 0, WIDTH, HEIGHT, X.ZPixmap, 0xFFFFFFFF)
        QImage(drawn.data, WIDTH, HEIGHT, QImage.Format.Format_RGB32).save(str(file))


def _is_window(window: Window) -> bool:
    attributes = window.get_attributes()
    return attributes.map_state == X.IsViewable and not attributes.override_redirect
