"""What has been waiting beyond what fits a day: kept in its place until the user decides."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from relationdesk.language.words import _, plural
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look


class CatchUp(QFrame):
    """Says `all_asked` to see the others too, and `spread_asked` to have them spread over days ahead.

    What partnerships brought and is late cannot be spread: it is offered only where `can_spread`.
    """

    all_asked = Signal()
    spread_asked = Signal()

    def __init__(self, count: int, parent: QWidget | None = None, *, can_spread: bool = True) -> None:
        super().__init__(parent)
        told = plural("{n} more has been waiting.", "{n} more have been waiting.", count)
        self.setAccessibleName(told)
        line = FlowLayout(self, Space.SMALL, Space.TIGHT)
        line.setContentsMargins(0, Space.SMALL, 0, 0)
        line.addWidget(Label(told, Look.SECONDARY))
        show = Button(_("Show them"), Role.QUIET, compact=True)
        show.setObjectName("today.waiting.show")
        show.clicked.connect(self.all_asked)
        line.addWidget(show)
        if can_spread:
            line.addWidget(self._spread_button())

    def _spread_button(self) -> Button:
        spread = Button(_("Spread them over the next days"), icon=Icon.CALENDAR_DAYS, compact=True)
        spread.setObjectName("today.waiting.spread")
        spread.setToolTip(_("Monday to Friday, never more on a day than you want; Undo takes it back"))
        spread.clicked.connect(self.spread_asked)
        return spread
