"""A layout that sets its widgets in lines, as words are set."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from relationdesk.ui.theme.tokens import Space


class FlowLayout(QLayout):
    """Left to right, then the next line; in right-to-left windows the other way round."""

    def __init__(
        self, parent: QWidget | None = None, across: int = Space.TIGHT + 2, down: int = Space.TIGHT
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across = across
        self._down = down
        self._outdented: dict[QWidget, int] = {}
        self.setContentsMargins(QMargins())

    def outdent(self, widget: QWidget, by: int) -> None:
        """Let a widget begin so many pixels before the others where it is the first of a line."""
        self._outdented[widget] = by

    def clear(self) -> None:
        """Take all widgets out and let them go."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(QRect(0, 0, width, 0), moving=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        largest = QSize()
        for item in self._items:
            largest = largest.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return largest + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._placed(rect, moving=True)

    def _placed(self, rect: QRect, *, moving: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x, y, line_height = inner.x(), inner.y(), 0
        for item in self._shown():
            widget = item.widget()
            size = _size_in(item, max(inner.width(), 1))
            if line_height and x + size.width() > inner.right() + 1:
                x, y, line_height = inner.x(), y + line_height + self._down, 0
            if not line_height and widget is not None:
                x -= self._outdented.get(widget, 0)
            if moving:
                item.setGeometry(self._mirrored(QRect(QPoint(x, y), size), inner))
            x += size.width() + self._across
            line_height = max(line_height, size.height())
        return y + line_height - rect.y() + margins.bottom()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _mirrored(self, place: QRect, inner: QRect) -> QRect:
        widget = self.parentWidget()
        if widget is None or widget.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return place
        place.moveLeft(inner.left() + inner.right() - place.right())
        return place


def _size_in(item: QLayoutItem, room: int) -> QSize:
    """How large an item is in a line that is so wide; a text that is wider takes more lines."""
    size = item.sizeHint()
    if size.width() <= room:
        return size
    return QSize(room, item.heightForWidth(room) if item.hasHeightForWidth() else size.height())
