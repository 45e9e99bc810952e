"""What a word that is being typed could become, in a list below its field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from relationdesk.language.words import _
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Height, Space
from relationdesk.ui.widgets.painting import paint_text
from relationdesk.ui.widgets.undo_line import announce

_MOST_ROWS = 8
_NARROWEST = 160
_AT_WORD = 300
_AROUND = 6
"""Pixels above and below the choices, so that they keep clear of the round corners."""
_UNLIMITED = 16_777_215


class CompletionList(QObject):
    """Floats below a field, which keeps the focus; says `taken` with the choice, `row_taken` with its place.

    Tab takes the first choice or the chosen one; Up and Down choose, and then Enter takes; Escape closes.
    Where a word of one's own is as good as a choice, Tab leaves the field unless one was chosen. Where it
    `begins_chosen`, the first is chosen from the start. `corner` tells where in the field it floats.
    """

    taken = Signal(str)
    row_taken = Signal(int)

    def __init__(
        self,
        field: QWidget,
        *,
        takes_first: bool = True,
        begins_chosen: bool = False,
        corner: Callable[[], QPoint] | None = None,
    ) -> None:
        super().__init__(field)
        self._takes_first = takes_first
        self._field = field
        self._first = 0 if begins_chosen else -1
        self._corner = corner
        self._box: QFrame | None = None
        self._list: QListWidget | None = None
        field.installEventFilter(self)

    @property
    def choices(self) -> list[str]:
        """What is offered; empty while nothing is."""
        if self._list is None or not self.is_open:
            return []
        return [self._list.item(row).text() for row in range(self._list.count())]

    @property
    def is_open(self) -> bool:
        """Whether something is offered."""
        return self._box is not None and self._box.isVisible()

    def come_first(self) -> None:
        """See the field's keys before whoever watched it until now."""
        self._field.removeEventFilter(self)
        self._field.installEventFilter(self)

    def offer(self, choices: Sequence[str]) -> None:
        """Offer these; nothing for none, and none while the field has no focus."""
        if not choices or not self._field.hasFocus():
            self.close()
            return
        box, listed = self._made()
        listed.clear()
        listed.addItems(list(choices))
        listed.setCurrentRow(self._first)
        rows = min(len(choices), _MOST_ROWS)
        listed.setFixedHeight(rows * Height.HIT + 2)
        window = self._field.window()
        box.setFixedWidth(max(_NARROWEST, min(self._field.width(), window.width(), self._widest())))
        corner = self._corner() if self._corner else QPoint(0, self._field.height() + Space.TIGHT)
        place = self._field.mapTo(window, corner)
        box.move(max(0, min(place.x(), window.width() - box.width())), place.y())
        box.show()
        box.adjustSize()
        box.raise_()

    def _widest(self) -> int:
        return _UNLIMITED if self._corner is None else _AT_WORD

    def close(self) -> None:
        """Offer nothing any more."""
        if self._box is not None:
            self._box.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.is_open:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.is_open:
            is_for_field = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            return not is_for_field and self._takes(Qt.Key(event.key()))
        return False

    def _takes(self, key: Qt.Key) -> bool:
        act = self._acts.get(key)
        return act is not None and act()

    @property
    def _acts(self) -> dict[Qt.Key, Callable[[], bool]]:
        return {
            Qt.Key.Key_Escape: self._close_only,
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Tab: lambda: self._take(is_first=self._takes_first),
            Qt.Key.Key_Return: lambda: self._take(is_first=False),
            Qt.Key.Key_Enter: lambda: self._take(is_first=False),
        }

    def _close_only(self) -> bool:
        self.close()
        return True

    def _step(self, by: int) -> bool:
        _box, listed = self._made()
        row = max(0, min(listed.currentRow() + by, listed.count() - 1))
        listed.setCurrentRow(row)
        announce(listed, listed.item(row).text())
        return True

    def _take(self, *, is_first: bool) -> bool:
        _box, listed = self._made()
        row = listed.currentRow()
        if row < 0 and not is_first:
            self.close()
            return False
        chosen = listed.item(max(row, 0)).text()
        self.close()
        self.taken.emit(chosen)
        self.row_taken.emit(max(row, 0))
        return True

    @Slot()
    def _on_clicked(self) -> None:
        self._take(is_first=True)

    def _made(self) -> tuple[QFrame, QListWidget]:
        if self._box is None or self._list is None:
            box = self._box = QFrame(self._field.window())
            box.setProperty("ground", "card")
            listed = self._list = QListWidget(box)
            listed.setObjectName("completions")
            listed.setAccessibleName(_("What it could become"))
            listed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            listed.setItemDelegate(_Delegate(listed))
            listed.setMouseTracking(True)
            listed.itemClicked.connect(self._on_clicked)
            column = QVBoxLayout(box)
            column.setContentsMargins(1, _AROUND, 1, _AROUND)
            column.addWidget(listed)
            self._field.destroyed.connect(box.deleteLater)
        return self._box, self._list


class _Delegate(QStyledItemDelegate):
    """Paints choices as the palette paints its rows."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), Height.HIT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        tokens, rect = tokens_now(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.rail))
        inside = rect.adjusted(Space.MEDIUM, 0, -Space.MEDIUM, 0)
        paint_text(painter, inside, str(index.data()), font(), tokens.ink)
        painter.restore()
