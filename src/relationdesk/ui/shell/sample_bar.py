"""The quiet bar that says that the people on this desk are invented, and leads to one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tint
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Look


class SampleBar(QFrame):
    """Says `own_asked`."""

    own_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "rail")
        own = Button(_("Start my own desk"), icon=Icon.ARROW_RIGHT, compact=True)
        own.setObjectName("sample.own")
        own.clicked.connect(self.own_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.LARGE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        line.setSpacing(Space.SMALL)
        line.addWidget(IconMark(Icon.INFO, Tint.INK3))
        told = _("This is a sample desk: everybody on it is invented.")
        line.addWidget(ElidedLabel(told, Look.SECONDARY), 1)
        line.addWidget(own)
