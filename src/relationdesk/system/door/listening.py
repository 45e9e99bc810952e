"""The side of the window: it listens, and answers each visitor on a thread of their own."""

from collections.abc import Callable
from multiprocessing.connection import Listener
from threading import BoundedSemaphore, Event, Thread

from relationdesk.system.door.address import clear_away, fresh_address
from relationdesk.system.door.errors import BrokenLineError
from relationdesk.system.door.line import Line, Message, line_to
from relationdesk.system.door.note import Note, fresh_secret, listening

_WAITING_ROOM = 64
_MOST_AT_ONCE = 64
_TO_SAY_WHAT_SECONDS = 5.0
_TO_WAKE_SECONDS = 1.0
_TO_RECOVER_SECONDS = 0.2


class Visit:
    """What another process asks, and the way to answer it."""

    def __init__(self, line: Line, request: Message) -> None:
        self._line = line
        self.request = request

    def tell(self, message: Message) -> None:
        """Send a message.

        Raises:
            BrokenLineError: the visitor is gone.
        """
        self._line.send(message)

    def has_left(self) -> bool:
        """Whether the visitor does not wait for an answer any more."""
        return self._line.has_ended()


Answer = Callable[[Visit], None]


class Door:
    """Listens from its making until `close`. What `answer` raises is for the hook of threads to hear of."""

    def __init__(self, answer: Answer) -> None:
        """Open a door.

        Raises:
            OSError: there is no place for it.
        """
        self._answer = answer
        self._secret = fresh_secret()
        self._visits = BoundedSemaphore(_MOST_AT_ONCE)
        self._closing = Event()
        self._listener = Listener(fresh_address(), backlog=_WAITING_ROOM)
        self._thread = Thread(target=self._listen, name="door", daemon=True)
        self._thread.start()

    @property
    def note(self) -> Note:
        """What visitors have to know."""
        return listening(str(self._listener.address), self._secret)

    def close(self) -> None:
        """Listen no more; visits that have begun go on."""
        self._closing.set()
        address = str(self._listener.address)
        try:
            line_to(address, _TO_WAKE_SECONDS).close()  # wakes the thread, which waits for somebody
            self._thread.join(_TO_WAKE_SECONDS)
        except BrokenLineError:
            pass  # the socket was taken away; the thread ends with the program
        self._listener.close()
        clear_away(address)

    def _listen(self) -> None:
        while not self._closing.is_set():
            try:
                line = Line(self._listener.accept())
            except OSError:
                self._closing.wait(_TO_RECOVER_SECONDS)
                continue
            if self._closing.is_set() or not self._visits.acquire(blocking=False):
                line.close()
                continue
            Thread(target=self._receive, args=(line,), name="visit", daemon=True).start()

    def _receive(self, line: Line) -> None:
        try:
            with line.within(_TO_SAY_WHAT_SECONDS):
                line.prove_as_host(self._secret)
                request = line.receive()
            self._answer(Visit(line, request))
        except BrokenLineError:
            return
        finally:
            line.close()
            self._visits.release()
