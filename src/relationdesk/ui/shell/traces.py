"""What is left of people on the screen and in the clipboard when the desk gets locked."""

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QToolTip

_WITHOUT_DESKTOP = "offscreen"
"""A platform of Qt whose clipboard is the program's alone, and has no owner."""


def close_what_floats() -> None:
    """Close the menus and tool tips that stand over the window."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    QToolTip.hideText()


def empty_clipboard() -> None:
    """Take what this program put into the clipboard out of it; what others put there stays."""
    clipboard = QGuiApplication.clipboard()
    is_ours = QGuiApplication.platformName() == _WITHOUT_DESKTOP
    if is_ours or clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and (is_ours or clipboard.ownsSelection()):
        clipboard.clear(QClipboard.Mode.Selection)
    if clipboard.supportsFindBuffer() and (is_ours or clipboard.ownsFindBuffer()):
        clipboard.clear(QClipboard.Mode.FindBuffer)
