"""Work of the library that takes long, and can be stopped in its middle."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from relationdesk.desk.connection import Connection

_OPERATIONS_BETWEEN = 20_000
"""About two milliseconds."""


@contextmanager
def stopped_by(connection: Connection, ask: Callable[[], object]) -> Iterator[None]:
    """Have `ask` called often while the connection works inside the block; what it raises comes out of it."""
    stopped: list[BaseException] = []

    def is_to_stop() -> bool:
        try:
            ask()
        except BaseException as error:  # noqa: BLE001 - it goes on where the library gives up
            stopped.append(error)
            return True
        return False

    connection.set_progress_handler(is_to_stop, _OPERATIONS_BETWEEN)
    try:
        yield
    except dbapi2.OperationalError as error:
        if stopped:
            raise stopped[0] from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
