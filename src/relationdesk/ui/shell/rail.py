"""The navigation at the left, and how the desk is protected, in words."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.place import PlaceName, icon_of, title_of
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tint
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.rail_item import RailItem

WIDTH = 196


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
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Places"))
        self._items: dict[PlaceName, RailItem] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, Space.LARGE, 10, Space.LARGE)
        column.setSpacing(2)
        column.addLayout(_sign())
        column.addSpacing(Space.MEDIUM - 2)
        for name in places:
            column.addWidget(self._item(name))
        column.addStretch(1)
        self._code = RailItem(_("Recovery code"), Icon.KEY_ROUND)
        self._code.setToolTip(_("Copy a recovery code to a safe place; this reminds you until you have"))
        self._code.setObjectName("rail.recovery")
        self._code.setCheckable(False)
        self._code.clicked.connect(self.code_asked)
        self._code.hide()
        column.addWidget(self._code)
        column.addSpacing(Space.SMALL)
        column.addLayout(_protection(is_sample=is_sample))

    def show_place(self, name: PlaceName) -> None:
        """Mark the place that is shown."""
        self._items[name].setChecked(True)

    def show_count(self, name: PlaceName, count: int) -> None:
        """Show how many things wait in a place."""
        self._items[name].show_count(count)

    def remind_of_code(self, is_wanted: bool) -> None:  # noqa: FBT001 - the answer to a question
        """Ask quietly for the recovery code to be copied, or no more."""
        self._code.setVisible(is_wanted)

    @Slot()
    def forget_code(self) -> None:
        """The recovery code is copied."""
        self._code.hide()

    def _item(self, name: PlaceName) -> RailItem:
        item = RailItem(title_of(name), icon_of(name))
        item.setObjectName(f"nav.{name}")
        item.clicked.connect(lambda: self.place_chosen.emit(name))
        self._group.addButton(item)
        self._items[name] = item
        return item


def _sign() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(10, 2, 0, Space.SMALL)
    line.setSpacing(Space.SMALL)
    line.addWidget(IconMark(Icon.HANDSHAKE, Tint.ACCENT))
    line.addWidget(Label("RelationDesk", Look.HEADING), 1)
    return line


def _protection(*, is_sample: bool) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(10, 0, 4, 0)
    line.setSpacing(Space.SMALL)
    words = _("Encrypted · sample desk, thrown away on exit") if is_sample else _("Encrypted")
    text = Label(words, Look.TINY, wraps=True)
    text.setObjectName("protection")
    line.addWidget(IconMark(Icon.SHIELD_CHECK, Tint.INK3), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(text, 1)
    return line
