"""The whole text of an opened line of the timeline, to be read, selected and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from relationdesk.language.light_markup import runs_of
from relationdesk.language.words import _
from relationdesk.ui.places.people.timeline_row import ABOVE, LINE, TEXT_LEFT
from relationdesk.ui.theme.tokens import Space

_TALLEST = 460


class OpenedText(QWidget):
    """Lies over its row and leaves the title free; the text is typed in, so nothing in it is markup."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = QTextEdit()
        self._text.setObjectName("timeline.opened")
        self._text.setAccessibleName(_("The whole text"))
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.document().setDocumentMargin(0)
        _type_in(self._text.textCursor(), text)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._text)

    def height_in(self, width: int) -> int:
        """How tall the text is in a row of that width, up to where it scrolls by itself."""
        document = self._text.document()
        document.setTextWidth(width - TEXT_LEFT - Space.WIDE)
        return min(round(document.size().height()) + 2, _TALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        row = self.parentWidget()
        # The style may keep the widget away from the edges of its row.
        right = row.width() - self.geometry().right() - 1 if row is not None else 0
        self._column.setContentsMargins(TEXT_LEFT - self.x(), ABOVE + LINE, Space.WIDE - right, 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()


def _type_in(cursor: QTextCursor, text: str) -> None:
    lines = QTextBlockFormat()
    lines.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(lines)
    for run in runs_of(text):
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold if run.is_strong else QFont.Weight.Normal)
        look.setFontItalic(run.is_slanted)
        cursor.insertText(run.text, look)
