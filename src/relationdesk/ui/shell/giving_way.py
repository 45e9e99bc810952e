"""Modules read in beside the window, without holding it up.

Only one thread of a program runs Python at a time, and Qt hands its turn over at every call: a window that
draws something while modules are read in beside it takes twice as long for it.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from threading import Condition, get_ident
from types import ModuleType
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

_PATIENCE_SECONDS: Final = 0.025
"""A window that takes longer may itself be waiting for the module."""


class GivingWay(QObject):
    """Asked by Python for every module that is read in; other threads than its own wait before they run it.

    A thread waits until the window has nothing left to do, and at most once for each of its turns. While the
    window reads modules in itself nobody waits, since it may be for one that another thread has begun with.
    """

    def __init__(self, patience: float = _PATIENCE_SECONDS) -> None:
        """Belongs to the interface thread; `patience` is how many seconds another waits at most."""
        super().__init__()
        self._patience = patience
        self._own_thread = get_ident()
        self._turn = Condition()
        self._is_asked = False
        self._is_awaited = False

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """Have what is read in within the block give way."""
        sys.meta_path.insert(0, self)
        try:
            yield
        finally:
            sys.meta_path.remove(self)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module as the others find it; None for the interface thread, which asks them itself.

        Python keeps every other import waiting meanwhile, so this must not.
        """
        if get_ident() == self._own_thread:
            self._go_on_reading()
            return None
        others = (finder for finder in sys.meta_path if finder is not self)
        found = next(filter(None, (finder.find_spec(name, path, target) for finder in others)), None)
        if found is not None and found.loader is not None:
            found.loader = _Patient(found.loader, self)
        return found

    def wait(self) -> None:
        """Let the window have its turn."""
        with self._turn:
            self._is_awaited |= self._ask()
            if not self._turn.wait_for(lambda: not self._is_awaited, self._patience):
                self._is_awaited = False

    def customEvent(self, _event: QEvent) -> None:
        with self._turn:
            self._is_asked = False
            self._go_on()

    def _go_on_reading(self) -> None:
        with self._turn:
            self._ask()
            self._go_on()

    def _go_on(self) -> None:
        self._is_awaited = False
        self._turn.notify_all()

    def _ask(self) -> bool:
        """Have the window tell when it has nothing else to do; returns whether it was not asked yet."""
        if self._is_asked:
            return False
        self._is_asked = True
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.LowEventPriority.value)
        return True


class _Patient(Loader):
    """Stands in for the loader of a module until it is about to run, and lets the window go first."""

    def __init__(self, loader: Loader, way: GivingWay) -> None:
        self._loader = loader
        self._way = way

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._way.wait()
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
