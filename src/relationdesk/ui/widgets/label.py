"""A label for text that may come from anywhere, and so is never read as markup."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.restyling import restyle


class Look(StrEnum):
    """How a text stands in the hierarchy of a page."""

    DISPLAY = "display"
    TITLE = "title"
    HEADING = "heading"
    SECTION = "section"
    STRONG = "strong"
    BODY = "body"
    SECONDARY = "secondary"
    HINT = "hint"
    TINY = "tiny"


class Label(QLabel):
    """Plain text in one of the page's looks; wraps when `wraps`."""

    def __init__(
        self, text: str = "", look: Look = Look.BODY, parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look.value)
        self.setWordWrap(wraps)
        self.setText(text)

    def heightForWidth(self, width: int) -> int:
        """Room for as many lines as there will be: layouts ask with more width than the label may take."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def show_tone(self, tone: Tone) -> None:
        """Say by colour too what the words say; neutral is the look's own colour."""
        self.setProperty("tone", tone.value)
        restyle(self)
