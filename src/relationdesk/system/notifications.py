"""Notifications by the system: whatever becomes of one, nothing waits for it."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from relationdesk.system.notification_thread import NotificationThread


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notification says, as plain text."""

    title: str
    body: str


Buttons = Mapping[str, Callable[[], None]]
"""What the buttons of a notice say, and what each does."""


class Notifier(Protocol):
    """Shows notices outside the program's windows, as far as there is anything to show them."""

    def show(self, notice: Notice, clicked: Callable[[], None], buttons: Buttons) -> None:
        """Show a notice; `clicked` is called when it is clicked, on another thread, until `close`.

        So is what belongs to a button when it is pressed, where the system shows buttons.
        """

    def close(self, *, withdraw: bool = False) -> None:
        """Call nobody any more; `withdraw` takes back what is shown."""


class SystemNotifier:
    """The notification service of the system: org.freedesktop.Notifications, or what Windows and macOS have.

    A thread and what it imports come with the first notice. A service that is missing, slow or failing is
    passed over in silence: the window shows the same.
    """

    def __init__(self) -> None:
        self._thread: NotificationThread | None = None
        self._is_closed = False
        self._calling = threading.Lock()

    def show(self, notice: Notice, clicked: Callable[[], None], buttons: Buttons) -> None:
        """Hand a notice over, without waiting for what becomes of it; nothing after `close`."""
        from relationdesk.system.notification_thread import NotificationThread  # noqa: PLC0415 - see the class

        if self._is_closed:
            return
        if self._thread is None:
            self._thread = NotificationThread()
        calls = {words: partial(self._call, pressed) for words, pressed in buttons.items()}
        self._thread.send(notice.title, notice.body, partial(self._call, clicked), calls)

    def close(self, *, withdraw: bool = False) -> None:
        """Call nobody any more, and leave the service; what is shown stays, unless it is to be taken back.

        What a system keeps of former notifications is its own.
        """
        with self._calling:
            self._is_closed = True
        if self._thread is not None:
            self._thread.end(withdraw=withdraw)
            self._thread = None

    def _call(self, clicked: Callable[[], None]) -> None:
        with self._calling:
            if not self._is_closed:
                clicked()
