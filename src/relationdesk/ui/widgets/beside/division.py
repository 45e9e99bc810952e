"""How a place is divided: its list, and beside it the page of what is looked at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

_LIST_WIDTH = 284
_SMALL_LIST = 236
_FOLDS_BELOW = 840
_ALTERNATES_BELOW = 640
_NARROWEST = 300
"""Widths of the place itself; the rail beside it takes some 200 pixels of the window."""


class Division(QSplitter):
    """Gives up width first in a narrow place, then showing the list and the page at once."""

    def __init__(self, listed: QWidget, page: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._listed = listed
        self._page = page
        self._is_folded = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        page.setMinimumSize(_NARROWEST, _NARROWEST)
        self.addWidget(listed)
        self.addWidget(page)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([_LIST_WIDTH, _FOLDS_BELOW])

    def fit(self, width: int, *, is_entered: bool, is_welcome: bool) -> bool:
        """Show what there is room for in a place so wide; whether there is a way back to the list."""
        is_narrow = width < _ALTERNATES_BELOW
        is_folded = width < _FOLDS_BELOW
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self.fold(is_folded=is_folded)
            self.setSizes([_SMALL_LIST if is_folded else _LIST_WIDTH, _FOLDS_BELOW])
        is_alone = self.arrange_list(is_narrow=is_narrow, is_begun=is_entered or is_welcome)
        self._listed.setVisible(not is_welcome and not (is_narrow and is_entered))
        self._page.setVisible(not is_alone)
        return is_narrow

    def fold(self, *, is_folded: bool) -> None:
        """Do with less width, or have all of it again; the list gives up some by itself."""

    def arrange_list(self, *, is_narrow: bool, is_begun: bool) -> bool:
        """Have the list as there is room for it; whether it has the place alone, for nothing `is_begun`."""
        return is_narrow and not is_begun
