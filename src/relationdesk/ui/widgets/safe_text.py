"""A text to be read that reaches nothing: no file, no network, whatever stands in it."""

from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from relationdesk.domain.pictures import file_of
from relationdesk.language.words import _
from relationdesk.ui.widgets.leading_out import address_in_full, ask_to_open
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
    """Text to select and copy; a link is followed only after it was seen in full.

    Says `file_asked` with the hash of a file of the desk to which a link leads.
    """

    file_asked = Signal(str)

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
        shown = _("Open this file") if file_of(address.toString()) else address_in_full(address)
        self.setToolTip(plain_tip(shown) if shown else "")

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        if digest := file_of(address.toString()):
            self.file_asked.emit(digest)
            return
        shown = address_in_full(address)
        if shown:
            ask_to_open(shown, self)
