"""What stands in the place of the list when there is nobody to come back to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.language.words import _

if TYPE_CHECKING:
    from relationdesk.ui.places.today.welcome import Welcome
    from relationdesk.ui.widgets.empty_state import EmptyState


class Instead(QWidget):
    """A free day, or the welcome to a desk without people; each is made when it is first shown."""

    import_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._welcome: Welcome | None = None
        self._free_day: EmptyState | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def is_welcoming(self) -> bool:
        """Whether the welcome is in view."""
        return self._welcome is not None and self._welcome.isVisible()

    def show_nothing(self) -> None:
        """Give the place to the list."""
        self._show(None)

    def show_free_day(self) -> None:
        """Say that nobody waits today."""
        if self._free_day is None:
            self._free_day = self._made_free_day()
        self._show(self._free_day)

    def show_welcome(self) -> None:
        """Show how to begin."""
        if self._welcome is None:
            self._welcome = self._made_welcome()
        self._show(self._welcome)

    def _show(self, shown: QWidget | None) -> None:
        for part in (self._welcome, self._free_day):
            if part is not None:
                part.setVisible(part is shown)
        self.setVisible(shown is not None)

    def _made_free_day(self) -> "EmptyState":
        from relationdesk.ui.theme.icons import Icon  # noqa: PLC0415 - see the class
        from relationdesk.ui.widgets.empty_state import EmptyState  # noqa: PLC0415

        told = _("Follow-ups, birthdays and people you have not talked to for long show here on their day.")
        free_day = EmptyState(Icon.SUN, _("A free day"), told, parent=self)
        self._column.addWidget(free_day)
        return free_day

    def _made_welcome(self) -> "Welcome":
        from relationdesk.ui.places.today.welcome import Welcome  # noqa: PLC0415 - see the class

        welcome = Welcome(self)
        welcome.import_asked.connect(self.import_asked)
        welcome.new_asked.connect(self.new_asked)
        welcome.sample_asked.connect(self.sample_asked)
        self.setFocusProxy(welcome)
        self._column.addWidget(welcome)
        return welcome
