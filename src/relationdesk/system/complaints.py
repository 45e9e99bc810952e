"""What libraries say through `logging`: noted without their words, which may be about anybody."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from relationdesk.system.log import Log


class _Listener(logging.Handler):
    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Note that something was said, and how serious it was meant."""
        self._log.complaint(record.levelno)


@contextmanager
def complaints_kept(log: Log) -> Iterator[None]:
    """Note what is said in the block; Python prints none of it then."""
    listener = _Listener(log)
    logging.getLogger().addHandler(listener)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(listener)
