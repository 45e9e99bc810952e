"""What nobody caught: it goes to the log by its kind and place, and not in full to the terminal.

What Python prints by itself holds values, and what a program prints ends in the journal of many a system.
"""

import os
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from relationdesk.system.log import Log

_IN_FULL = "RELATIONDESK_TRACEBACKS"
"""Set to anything, it has Python print as well what it would have printed: for work on the program."""
_A_WARNING = 30


@contextmanager
def uncaught_kept(log: Log) -> Iterator[None]:
    """Keep what threads and objects on their way out raise, and what Python warns of, in the block."""
    former = threading.excepthook, sys.unraisablehook, warnings.showwarning

    def in_thread(arguments: threading.ExceptHookArgs) -> None:
        _keep(log, arguments.exc_value, lambda: former[0](arguments))

    def unraisable(arguments: "sys.UnraisableHookArgs") -> None:
        _keep(log, arguments.exc_value, lambda: former[1](arguments))

    def warned(  # noqa: PLR0917 - Python's
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        log.complaint(_A_WARNING)
        if prints_tracebacks():
            former[2](message, category, filename, lineno, file, line)

    threading.excepthook, sys.unraisablehook, warnings.showwarning = in_thread, unraisable, warned
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook, warnings.showwarning = former


def prints_tracebacks() -> bool:
    """Whether whoever works on the program asked for mistakes to be printed, with their values."""
    return _IN_FULL in os.environ


def _keep(log: Log, error: BaseException | None, in_full: Callable[[], object]) -> None:
    if error is not None:
        log.mistake(error)
    if prints_tracebacks():
        in_full()
