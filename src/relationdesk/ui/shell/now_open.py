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

    @property
    def is_out_of_sight(self) -> bool:
        """Whether there is a window, and it is not shown."""
        window = self.start or self.window
        return window is not None and not window.isVisible()

    def leave(self) -> None:
        """Close it, once what comes after it is shown; the computer may sleep when the desk is closed."""
        if self.start is not None:
            self.start.wind_up()
            self.start.close()
            self.start.deleteLater()
        if self.window is not None and self.tasks is not None:
            self.window.wind_up()
            self.window.close()
            self.tasks.close()
            self.window.deleteLater()
        if self.guard is not None:
            self.guard.close()
