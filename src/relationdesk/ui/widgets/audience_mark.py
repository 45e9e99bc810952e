"""A small eye that says who may read something, and is turned by a click."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.vocabulary import Audience
from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Button, Role


class AudienceMark(Button):
    """Says `chosen` with who may read it from now on, and only when the user turned it."""

    chosen = Signal(object)

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        """`what` names that which is read, for a screen reader."""
        super().__init__("", Role.QUIET, Icon.EYE_OFF, compact=True, name=_("Who may read it"), parent=parent)
        self._audience = Audience.ONLY_ME
        self._what = what
        self.clicked.connect(self._on_clicked)
        self.show_audience(Audience.ONLY_ME)

    @property
    def audience(self) -> Audience:
        """Who may read it."""
        return self._audience

    def show_audience(self, audience: Audience) -> None:
        """Show who may read it, without announcing it."""
        self._audience = audience
        is_shared = audience is Audience.SHARED
        self.show_icon(Icon.EYE if is_shared else Icon.EYE_OFF)
        words = _("May be shared") if is_shared else _("For you alone")
        self.setToolTip(words)
        self.setAccessibleDescription(
            _("{what}: may be shared").format(what=self._what)
            if is_shared
            else _("{what}: for you alone").format(what=self._what)
        )

    @Slot()
    def _on_clicked(self) -> None:
        other = Audience.ONLY_ME if self._audience is Audience.SHARED else Audience.SHARED
        self.show_audience(other)
        self.chosen.emit(other)
