from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QAccessible, QEnterEvent, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture(scope="session")
def hostile() -> str:
    """Text that harms whoever reads it as markup, as a format or from right to left."""
    return "<b>Léa</b> & %s {0} \u202eoper\u0301 <img src='file:///etc/passwd'>"


@pytest.fixture(scope="session")
def spoken() -> Callable[[QWidget], str]:
    """What a screen reader calls a widget."""
    return lambda widget: QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.fixture(scope="session")
def colours_in() -> Callable[[QImage], set[str]]:
    """Every colour of a picture, as `#RRGGBB`."""

    def of(picture: QImage) -> set[str]:
        columns, lines = range(picture.width()), range(picture.height())
        return {picture.pixelColor(x, y).name().upper() for x in columns for y in lines}

    return of


@pytest.fixture(scope="session")
def tip_of() -> Callable[[QWidget], str]:
    """The tool tip that a widget shows when the mouse rests on it."""

    def of(widget: QWidget) -> str:
        at, place = QPointF(2, 2), QPoint(2, 2)
        QApplication.sendEvent(widget, QEnterEvent(at, at, at))
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, place))
        return widget.toolTip()

    return of
