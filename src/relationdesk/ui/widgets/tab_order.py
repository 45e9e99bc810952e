"""The order in which Tab goes through widgets that were made later than their neighbours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


def put_after(first: QWidget, container: QWidget) -> None:
    """Let Tab go from `first` through `container`, in the order in which it was filled."""
    for widget in container.findChildren(QWidget):
        is_popup = widget.window() is not container.window()
        is_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_popup
        if is_stop and not isinstance(widget.parent(), (QAbstractSpinBox, QComboBox)):
            QWidget.setTabOrder(first, widget)
            first = widget
