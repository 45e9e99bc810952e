"""The thread that speaks with the notification service; imported with the first notice, for it is heavy."""

import asyncio
import logging
import unicodedata
from collections.abc import Callable, Mapping
from concurrent.futures import wait
from typing import TYPE_CHECKING

from relationdesk.system.loop_thread import TO_LEAVE_SECONDS, LoopThread

if TYPE_CHECKING:
    from dbus_fast.aio import MessageBus
    from desktop_notifier import Button, DesktopNotifier

_APPLICATION = "RelationDesk"
_ICON = "relationdesk"
_LONGEST = 240
_PATIENCE_SECONDS = 20.0
_AS_LETTERS = str.maketrans({"<": "‹", ">": "›"})
_NO_LETTERS = frozenset({"Cc", "Cs"})


class NotificationThread:
    """Runs from its making until `end`. What the service does or fails to do reaches nobody."""

    def __init__(self) -> None:
        self._notifier: DesktopNotifier | None = None
        self._sending = asyncio.Lock()
        self._thread = LoopThread("notifications", self._disconnect)

    def send(
        self, title: str, body: str, clicked: Callable[[], None], buttons: Mapping[str, Callable[[], None]]
    ) -> None:
        """Have a notification shown; `clicked` and what belongs to a button are called on this thread."""
        self._thread.begin(self._send(title, body, clicked, buttons))

    def end(self, *, withdraw: bool = False) -> None:
        """Leave the service, taking back what is shown if that is wanted; waits a moment at most."""
        if withdraw:
            wait([self._thread.begin(self._take_back())], TO_LEAVE_SECONDS / 2)
        self._thread.end()

    async def _take_back(self) -> None:
        async with self._sending:
            if self._notifier is not None and _is_joined(self._notifier):
                await self._notifier.clear_all()

    async def _send(
        self, title: str, body: str, clicked: Callable[[], None], buttons: Mapping[str, Callable[[], None]]
    ) -> None:
        async with self._sending:
            if self._notifier is None or not _is_joined(self._notifier):
                self._notifier = _desktop_notifier()
            taken = asyncio.Event()
            sending = self._notifier.send(
                _plain(title),
                _plain(body),
                buttons=_buttons(buttons),
                on_dispatched=taken.set,
                on_clicked=clicked,
            )
            try:
                await asyncio.wait_for(sending, _PATIENCE_SECONDS)
            finally:
                if not taken.is_set():
                    await self._disconnect()

    async def _disconnect(self) -> None:
        """Leave the service; the next notification looks for it anew."""
        notifier, self._notifier = self._notifier, None
        bus = _bus_of(notifier)
        if bus is not None and bus.connected:
            bus.disconnect()
            left = asyncio.ensure_future(bus.wait_for_disconnect())  # type: ignore[no-untyped-call]
            await asyncio.wait([left], timeout=TO_LEAVE_SECONDS / 2)


def _desktop_notifier() -> "DesktopNotifier":
    from desktop_notifier import DesktopNotifier, Icon  # noqa: PLC0415 - on this thread, not on the caller's

    for library in ("desktop_notifier", "dbus_fast"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)  # they would print what a notice says
    return DesktopNotifier(_APPLICATION, Icon(name=_ICON))


def _buttons(buttons: Mapping[str, Callable[[], None]]) -> "list[Button]":
    from desktop_notifier import Button  # noqa: PLC0415 - see above

    return [Button(title=words, on_pressed=pressed) for words, pressed in buttons.items()]


def _is_joined(notifier: "DesktopNotifier") -> bool:
    """Whether the connection to the message bus still stands; other systems have none that could break."""
    bus = _bus_of(notifier)
    return bus is None or bus.connected


def _bus_of(notifier: "DesktopNotifier | None") -> "MessageBus | None":
    """The connection to the message bus, which the library opens and neither checks nor closes."""
    bus: MessageBus | None = getattr(getattr(notifier, "_backend", None), "bus", None)
    return bus


def _plain(text: str) -> str:
    """One line without control characters or markup, which some services would read as such."""
    letters = "".join(sign if unicodedata.category(sign) not in _NO_LETTERS else " " for sign in text)
    line = " ".join(letters.split()).translate(_AS_LETTERS)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
