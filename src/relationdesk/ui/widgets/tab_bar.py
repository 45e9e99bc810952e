"""The tabs of a page, the active one strong and underlined."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QTabBar, QWidget

from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.tokens import Space, Weight
from relationdesk.ui.widgets.restyling import restyle

_GAP = Space.LARGE + Space.TIGHT
_SMALL_GAP = Space.MEDIUM


class TabBar(QTabBar):
    """Leaves room for the strong letters of the active tab, which Qt measures as if they were thin."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._is_tight = False
        self.setDrawBase(False)
        self.setExpanding(False)

    def stand_close(self, *, is_tight: bool) -> None:
        """Put the tabs closer together, for a row with little room, or not."""
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self.setProperty("tight", is_tight)
            restyle(self)
            self.changeEvent(QEvent(QEvent.Type.StyleChange))  # measures the tabs anew

    def tabSizeHint(self, index: int) -> QSize:
        strong = QFontMetricsF(font(weight=Weight.STRONG)).horizontalAdvance(self.tabText(index))
        return QSize(
            round(strong) + 1 + (_SMALL_GAP if self._is_tight else _GAP), super().tabSizeHint(index).height()
        )
