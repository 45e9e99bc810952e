"""The order in which Tab goes through widgets that were made later than their neighbours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


def put_after(first: QWidget, container: QWidget) -> QWidget:
    """Let Tab go from `first` through `container`, in the order in which it was filled.

    Returns the last stop.
    """
    for widget in stops_in(container):
        QWidget.setTabOrder(first, widget)
        first = widget
    return first


def put_in_order(container: QWidget, stop: QWidget) -> None:
    """Let Tab go through `container` as it is filled now, from where it came to `stop`, which is in there."""
    before: QWidget | None = stop.previousInFocusChain()
    while before not in (None, stop) and (before == container or container.isAncestorOf(before)):
        before = before.previousInFocusChain()
    if before is not None:
        put_after(before, container)


def stops_in(container: QWidget) -> list[QWidget]:
    """Where Tab stops in `container`, in the order in which it was filled."""
    return [
        widget
        for widget in container.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.window() is container.window()
        and not isinstance(widget.parent(), (QAbstractSpinBox, QComboBox))
    ]
