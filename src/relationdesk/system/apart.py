"""Calls that may never come back, each on a thread that the end of the program does not wait for."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from typing import TypeVar

T = TypeVar("T")


def apart(name: str, call: Callable[[], T]) -> "Future[T]":
    """Begin `call` on a thread called `name`; whatever it returns or raises is in the future."""
    coming: Future[T] = Future()
    context = copy_context()

    def run() -> None:
        try:
            came = context.run(call)
        except BaseException as error:  # noqa: BLE001 - whoever waits decides what it means
            coming.set_exception(error)
        else:
            coming.set_result(came)

    threading.Thread(target=run, name=name, daemon=True).start()
    return coming
