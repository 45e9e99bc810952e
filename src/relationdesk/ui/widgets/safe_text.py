"""A text to be read that reaches nothing: no file, no network, whatever stands in it."""

from typing import Any

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QMessageBox, QTextBrowser, QWidget

from relationdesk.language.marked_text import safe_link
from relationdesk.language.words import _
from relationdesk.ui.widgets.painting import plain_tip


def _nothing_to_see() -> QImage:
    """Where `loadResource` answers with nothing, Qt reads the file itself."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(QColor(Qt.GlobalColor.transparent))
    return image


class SafeDocument(QTextDocument):
    """Knows only what was put into it with `addResource`; everything else is a point that nobody sees."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return _nothing_to_see()


class SafeText(QTextBrowser):
    """Text to select and copy; a link is followed only after it was seen in full."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocument(SafeDocument(self))
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._on_link)
        self.highlighted.connect(self._on_pointed_at)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return _nothing_to_see()

    @Slot(QUrl)
    def _on_pointed_at(self, address: QUrl) -> None:
        shown = address_in_full(address)
        self.setToolTip(plain_tip(shown) if shown else "")

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        shown = address_in_full(address)
        if not shown:
            return
        asked = QMessageBox(self.window())
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setObjectName("note.link")
        asked.setWindowTitle(_("Open this link?"))
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setText(_("Open this link outside RelationDesk?"))
        asked.setInformativeText(shown)
        opening = asked.addButton(_("Open"), QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        opening.clicked.connect(lambda: _open(shown))
        asked.open()


def address_in_full(address: QUrl) -> str:
    """An address as it is sent, no letter of which looks like another; empty where nobody may follow it."""
    return safe_link(bytes(address.toEncoded().data()).decode("ascii"))


def _open(address: str) -> None:
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - with the first link that is followed

    QDesktopServices.openUrl(QUrl.fromEncoded(address.encode()))
