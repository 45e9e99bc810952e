"""Clicks that are meant for what stood under the pointer before."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget


class OneClick(QObject):
    """Lets only the first of several quick clicks in one place through to the widgets that it watches.

    Where an answered row goes, the next one slides under the pointer: a double click would answer both.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed_at: int | None = None
        self._place = QPointF()

    def watch(self, widgets: Iterable[QWidget]) -> None:
        """Watch these widgets too."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonDblClick,
        ):
            is_again = self._is_again(event)
            self._pressed_at, self._place = event.timestamp(), event.globalPosition()
            return is_again
        return super().eventFilter(watched, event)

    def _is_again(self, event: QMouseEvent) -> bool:
        if self._pressed_at is None:
            return False
        hints = QGuiApplication.styleHints()
        is_soon = event.timestamp() - self._pressed_at <= hints.mouseDoubleClickInterval()
        moved = (event.globalPosition() - self._place).manhattanLength()
        return is_soon and moved <= hints.mouseDoubleClickDistance()
