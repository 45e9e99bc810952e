"""What is open at a time, and how it is left."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relationdesk.ui.shell.guard import Guard
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.shell.start import StartWindow


@dataclass(frozen=True, slots=True)
class NowOpen:
    """The way to a desk, or a desk."""

    start: "StartWindow | None"
    window: MainWindow | None
    tasks: Tasks[Reader, Desk] | None
    guard: Guard | None

    def leave(self) -> None:
        """Close it, once what comes after it is shown; the computer may sleep when the desk is closed."""
        if self.start is not None:
            self.start.close()
            self.start.deleteLater()
        if self.window is not None and self.tasks is not None:
            self.window.close()
            self.tasks.close()
            self.window.deleteLater()
        if self.guard is not None:
            self.guard.close()
