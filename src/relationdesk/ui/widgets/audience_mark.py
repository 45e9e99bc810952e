"""A small eye that says who may read something, and is turned by a click."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Audience
from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Button, Role


class AudienceMark(Button):
    """Says `chosen` with who may read it from now on, and only when the user turned it."""

    chosen = Signal(object)

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        """`what` names that which is read, for a screen reader."""
        super().__init__("", Role.QUIET, Icon.EYE_OFF, compact=True, parent=parent)
        self._audience = Audience.ONLY_ME
        self._what = what
        self.clicked.connect(self._on_clicked)
        self.show_audience(Audience.ONLY_ME)

    @property
    def audience(self) -> Audience:
        """Who may read it."""
        return self._audience

    @property
    def what(self) -> str:
        """What it is that is read."""
        return self._what

    def name(self, what: str) -> None:
        """Name that which is read otherwise."""
        self._what = what
        self.show_audience(self._audience)

    def show_audience(self, audience: Audience) -> None:
        """Show who may read it, without announcing it."""
        self._audience = audience
        self.show_icon(Icon.EYE if self._is_shared else Icon.EYE_OFF)
        self.setToolTip(_("May be shared") if self._is_shared else _("For you alone"))
        name = _("Who may read {what}: {audience}")
        self.setAccessibleName(name.format(what=self._what, audience=term(audience)))

    @property
    def _is_shared(self) -> bool:
        return self._audience is Audience.SHARED

    @Slot()
    def _on_clicked(self) -> None:
        other = Audience.ONLY_ME if self._is_shared else Audience.SHARED
        self.show_audience(other)
        self.chosen.emit(other)


def audience_told(what: str, audience: Audience) -> str:
    """In words, what something is and who may read it."""
    words = _("{what}: may be shared") if audience is Audience.SHARED else _("{what}: for you alone")
    return words.format(what=what)
