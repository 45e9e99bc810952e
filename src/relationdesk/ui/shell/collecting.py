"""Python's garbage, collected on the interface thread alone.

Widgets that are gone may leave Python parts in a circle. Collected by chance on a desk thread, they would
be taken apart there, which Qt does not survive.
"""

import gc
import sys
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MILLISECONDS: Final = 500
_OLDEST: Final = 2
_MANY_MODULES: Final = 20
_TURN_SECONDS: Final = 0.0005
"""How long another thread may go on in Python when the interface thread wants its turn; it asks for many."""


def look_past_what_was_read_in() -> None:
    """Have later collections leave alone what is there now: modules, and the window's lasting parts."""
    gc.freeze()


class Collecting(QObject):
    """Takes the collector over as long as it lives, at Python's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        sys.setswitchinterval(_TURN_SECONDS)
        self._thresholds = gc.get_threshold()
        self._modules = len(sys.modules)
        timer = QTimer(self, interval=_EVERY_MILLISECONDS)
        timer.timeout.connect(self._on_tick)
        timer.start()

    @Slot()
    def _on_tick(self) -> None:
        """Collect what has come due; what many modules left while they were read in is none."""
        former, self._modules = self._modules, len(sys.modules)
        if self._modules - former > _MANY_MODULES:
            look_past_what_was_read_in()
        counts = gc.get_count()
        for generation in range(_OLDEST, -1, -1):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
