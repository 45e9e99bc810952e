"""The navigation at the left, and how the desk is protected, in words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.place import BELOW, PlaceName, icon_of, title_of
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import plain_tip
from relationdesk.ui.widgets.rail_item import RailItem

if TYPE_CHECKING:
    from relationdesk.ui.shell.rail_views import RailViews

WIDTH = 196
FOLDED_WIDTH = 44
_FOLDED_ITEM = 36
_LEFT = 10


class Rail(QFrame):
    """Says `place_chosen` with the name of a place, and `code_asked` for the recovery code.

    It has the places that are there, and no others.
    """

    place_chosen = Signal(object)
    code_asked = Signal()

    def __init__(
        self, places: Iterable[PlaceName], *, is_sample: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "rail")
        self.setAccessibleName(_("Places"))
        self._items: dict[PlaceName, RailItem] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        self._column = column
        column.setSpacing(2)
        self._sign = _Sign(self)
        column.addWidget(self._sign)
        column.addSpacing(Space.MEDIUM - 2)
        every = tuple(places)
        for name in every:
            if name not in BELOW:
                column.addWidget(self._item(name))
        self._views_stand = column.count()
        self._views: RailViews | None = None
        column.addStretch(1)
        self._code = RailItem(_("Recovery code"), Icon.KEY_ROUND, self)
        self._code.setAccessibleDescription(
            _("Put a recovery code in a safe place and test it; this reminds you until you have")
        )
        self._code.setObjectName("rail.recovery")
        self._code.setCheckable(False)
        self._code.clicked.connect(self.code_asked)
        self._code.hide()
        column.addWidget(self._code)
        for name in every:
            if name in BELOW:
                column.addWidget(self._item(name))
        column.addSpacing(Space.SMALL)
        self._protection = _Protection(self, is_sample=is_sample)
        column.addWidget(self._protection)
        self.fold(is_folded=False)

    @property
    def views(self) -> "RailViews":
        """The saved views, below the places; made when they are first needed."""
        if self._views is None:
            from relationdesk.ui.shell.rail_views import RailViews  # noqa: PLC0415 - not before first paint

            self._views = RailViews(self)
            self._column.insertWidget(self._views_stand, self._views)
            self._views.fold(is_folded=self._is_folded)
        return self._views

    def fold(self, *, is_folded: bool) -> None:
        """Show icons alone, or icons and words."""
        side = (FOLDED_WIDTH - _FOLDED_ITEM) // 2 if is_folded else 10
        self._column.setContentsMargins(side, Space.LARGE, side, Space.LARGE)
        self.setFixedWidth(FOLDED_WIDTH if is_folded else WIDTH)
        for item in (*self._items.values(), self._code):
            item.fold(is_folded=is_folded)
        self._is_folded = is_folded
        if self._views is not None:
            self._views.fold(is_folded=is_folded)
        self._sign.fold(is_folded=is_folded)
        self._protection.fold(is_folded=is_folded)

    def show_place(self, name: PlaceName) -> None:
        """Mark the place that is shown."""
        self._items[name].setChecked(True)

    def show_count(self, name: PlaceName, count: int) -> None:
        """Show how many things wait in a place."""
        self._items[name].show_count(count)

    def tell_protection(self, words: str, exactly: str) -> None:
        """Say how the desk is protected, and more of it in a tool tip."""
        self._protection.tell(words, exactly)

    def remind_of_code(self, is_wanted: bool) -> None:  # noqa: FBT001 - the answer to a question
        """Ask quietly for the recovery code to be tested, or no more."""
        self._code.setVisible(is_wanted)

    @Slot()
    def forget_code(self) -> None:
        """The recovery code was tested."""
        self._code.hide()

    def _item(self, name: PlaceName) -> RailItem:
        item = RailItem(title_of(name), icon_of(name), self)
        item.setObjectName(f"nav.{name}")
        item.clicked.connect(lambda: self.place_chosen.emit(name))
        self._group.addButton(item)
        self._items[name] = item
        return item


class _Worded(QWidget):
    """An icon with words beside it, which become its tool tip where there is no room."""

    def __init__(
        self, icon: tuple[Icon, Tint], words: tuple[str, Look], rail: QWidget, *, wraps: bool = False
    ) -> None:
        super().__init__(rail)
        mark = IconMark(*icon, parent=self)
        self._words = Label(*words, self, wraps=wraps)
        self.line = QHBoxLayout(self)
        self.line.setSpacing(Space.SMALL)
        self.line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.line.addWidget(self._words, 1)

    def fold(self, *, is_folded: bool) -> None:
        """Show the icon alone, or both."""
        self._words.setVisible(not is_folded)
        self.setToolTip(plain_tip(self._words.text()) if is_folded else "")
        left = (_FOLDED_ITEM - IconSize.NORMAL) // 2 if is_folded else _LEFT
        self.line.setContentsMargins(left, 2, 0, 2)


class _Sign(_Worded):
    """The name of the program."""

    def __init__(self, rail: QWidget) -> None:
        super().__init__((Icon.HANDSHAKE, Tint.ACCENT), ("RelationDesk", Look.HEADING), rail)


class _Protection(_Worded):
    """How the desk is protected."""

    def __init__(self, rail: QWidget, *, is_sample: bool) -> None:
        words = _("Encrypted · sample desk, thrown away on exit") if is_sample else _("Encrypted")
        super().__init__((Icon.SHIELD_CHECK, Tint.INK3), (words, Look.TINY), rail, wraps=True)
        self._words.setObjectName("protection")
        self._exactly = ""
        self.setAccessibleName(words)

    def tell(self, words: str, exactly: str) -> None:
        """Say it in other words; `exactly` is for the tool tip."""
        self._words.setText(words)
        self._exactly = exactly
        self.setAccessibleName(words)
        self._show_tip(is_folded=not self._words.isVisibleTo(self))

    def fold(self, *, is_folded: bool) -> None:
        """Show the icon alone, or both."""
        super().fold(is_folded=is_folded)
        self._show_tip(is_folded=is_folded)

    def _show_tip(self, *, is_folded: bool) -> None:
        text = self._words.text() if is_folded else self._exactly
        self.setToolTip(plain_tip(text) if text else "")
