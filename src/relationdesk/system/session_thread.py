"""The thread that listens to logind (org.freedesktop.login1(5)) on the system's message bus."""

import logging
import os
from collections.abc import Callable
from concurrent.futures import wait

from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio import MessageBus

from relationdesk.system.loop_thread import LoopThread

_LOGIND, _ROOT = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = f"{_LOGIND}.Manager", f"{_LOGIND}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_BUS, _BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_PATIENCE_SECONDS = 0.3
_MINE = "auto"
"""The session of the caller, or of the caller's display."""


class SessionThread:
    """Calls `leaving` on this thread; holds sleep up until `left`, as long as logind lets it."""

    def __init__(self, leaving: Callable[[], None]) -> None:
        self._leaving = leaving
        self._bus: MessageBus | None = None
        self._session = ""
        self._delay: int | None = None
        logging.getLogger("dbus_fast").setLevel(logging.CRITICAL + 1)
        self._thread = LoopThread("session", self._leave)
        self._asking = self._thread.begin(self._listen())

    def left(self) -> None:
        """Let the computer sleep."""
        self._thread.call(self._let_sleep)

    def end(self) -> None:
        """Stop listening; waits a moment at most, above all for a delay that is on its way."""
        wait([self._asking], _PATIENCE_SECONDS)
        self._thread.end()

    async def _listen(self) -> None:
        self._bus = await MessageBus(bus_type=BusType.SYSTEM, negotiate_unix_fd=True).connect()
        self._bus.add_message_handler(self._on_message)
        await self._match(f"interface='{_MANAGER}',member='PrepareForSleep',path='{_ROOT}'")
        self._session = await self._my_session()
        if self._session:
            await self._match(f"interface='{_SESSION}',member='Lock',path='{self._session}'")
            await self._match(f"interface='{_PROPERTIES}',path='{self._session}'")
        await self._delay_sleep()

    async def _my_session(self) -> str:
        for name in (os.environ.get("XDG_SESSION_ID"), _MINE):
            if name:
                answer = await self._ask("GetSession", "s", name)
                if answer is not None:
                    return str(answer.body[0])
        return ""

    async def _delay_sleep(self) -> None:
        why = ("sleep", "RelationDesk", "The desk is being locked.", "delay")
        answer = await self._ask("Inhibit", "ssss", *why)
        if answer is not None and answer.unix_fds:
            self._let_sleep()
            self._delay = answer.unix_fds[answer.body[0]]

    def _let_sleep(self) -> None:
        delay, self._delay = self._delay, None
        if delay is not None:
            os.close(delay)

    def _on_message(self, message: Message) -> None:
        if message.message_type is not MessageType.SIGNAL:
            return
        if message.member == "PrepareForSleep" and message.interface == _MANAGER:
            if message.body[0]:
                self._leaving()
            else:
                self._asking = self._thread.begin(self._delay_sleep())
        elif message.path == self._session and _says_locked(message):
            self._leaving()

    async def _match(self, rule: str) -> None:
        whole = f"type='signal',sender='{_LOGIND}',{rule}"
        await self._call(_BUS, _BUS_PATH, _BUS, "AddMatch", "s", whole)

    async def _ask(self, member: str, signature: str, *body: str) -> Message | None:
        return await self._call(_LOGIND, _ROOT, _MANAGER, member, signature, *body)

    async def _call(
        self, destination: str, path: str, interface: str, member: str, signature: str, *body: str
    ) -> Message | None:
        """The answer, None when it is an error."""
        if self._bus is None:
            return None
        answer = await self._bus.call(
            Message(
                destination=destination,
                path=path,
                interface=interface,
                member=member,
                signature=signature,
                body=list(body),
            )
        )
        return None if answer is None or answer.message_type is MessageType.ERROR else answer

    async def _leave(self) -> None:
        self._let_sleep()
        if self._bus is not None and self._bus.connected:
            self._bus.disconnect()


def _says_locked(message: Message) -> bool:
    """Whether a session's screen was asked to lock, or did so by itself."""
    if message.interface == _SESSION and message.member == "Lock":
        return True
    if message.interface != _PROPERTIES or message.member != "PropertiesChanged":
        return False
    interface, changed = message.body[0], message.body[1]
    hint = changed.get("LockedHint")
    return interface == _SESSION and hint is not None and bool(hint.value)
