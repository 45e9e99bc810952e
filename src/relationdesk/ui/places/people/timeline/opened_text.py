"""The whole text of an opened line of the timeline, to be read, selected and copied."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor, QTextLayout
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from relationdesk.language.marked_text import blocks_of
from relationdesk.language.words import _
from relationdesk.ui.places.people.timeline.timeline_row import ABOVE, LINE, TEXT_LEFT
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.run_layout import marks_in
from relationdesk.ui.widgets.safe_text import SafeText
from relationdesk.ui.widgets.text_blocks import BlockWriter, Pictures, no_pictures

_TALLEST = 460


class OpenedText(QWidget):
    """Lies over its row and leaves the title free; the marks of a note are shown, nothing is loaded.

    Says `edit_asked` for a double click, and `file_asked` with the hash of a file that it leads to.
    """

    edit_asked = Signal()
    file_asked = Signal(str)

    def __init__(self, text: str, pictures: Pictures = no_pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._wanted = ""
        self._blocks = blocks_of(text)
        self._text = SafeText(_("The whole text"))
        self._text.setObjectName("timeline.opened")
        self._text.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.viewport().installEventFilter(self)
        self._text.file_asked.connect(self.file_asked)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._text)
        self._write()

    def write_anew(self) -> None:
        """Show the pictures that came meanwhile."""
        self._write()

    def _write(self) -> None:
        document = self._text.document()
        document.clear()
        document.setDocumentMargin(0)
        document.setIndentWidth(Space.LARGE)
        BlockWriter(document, LINE, self._pictures, leads_to_files=True).write(self._blocks)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self.mark(self._wanted)

    def mark(self, wanted: str) -> None:
        """Mark folded letters wherever they stand in the text."""
        self._wanted = wanted
        marks: list[QTextEdit.ExtraSelection] = []
        tokens = tokens_now()
        block = self._text.document().begin()
        while wanted and block.isValid():
            places = marks_in(block.text(), wanted, tokens.warn_bg, tokens.warn)
            marks.extend(self._mark_at(block.position() + place.start, place) for place in places)
            block = block.next()
        self._text.setExtraSelections(marks)

    def _mark_at(self, start: int, place: QTextLayout.FormatRange) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(start)
        cursor.setPosition(start + place.length, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, place.format
        return mark

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def height_in(self, width: int) -> int:
        """How tall the text is in a row of that width, up to where it scrolls by itself."""
        document = self._text.document()
        document.setTextWidth(width - TEXT_LEFT - Space.WIDE)
        height = round(document.size().height()) + 2
        policy = Qt.ScrollBarPolicy
        is_cut = height > _TALLEST
        self._text.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_cut else policy.ScrollBarAlwaysOff
        )
        return min(height, _TALLEST)

    def fit(self, left: int, right: int) -> None:
        """Stand below the title, in a row that is this much wider on both sides."""
        self._column.setContentsMargins(TEXT_LEFT - left, ABOVE + LINE, Space.WIDE - right, 0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A double click is no choice of a word here."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.edit_asked.emit()
            return True
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()
