"""The tabs of a page, the active one strong and underlined."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QTabBar, QWidget

from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.tokens import Space, Weight

_GAP = Space.LARGE + Space.TIGHT


class TabBar(QTabBar):
    """Leaves room for the strong letters of the active tab, which Qt measures as if they were thin."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)

    def tabSizeHint(self, index: int) -> QSize:
        strong = QFontMetricsF(font(weight=Weight.STRONG)).horizontalAdvance(self.tabText(index))
        return QSize(round(strong) + 1 + _GAP, super().tabSizeHint(index).height())
