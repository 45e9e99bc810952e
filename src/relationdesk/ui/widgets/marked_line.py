"""One line of plain text in which letters that are looked for are marked."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from relationdesk.domain.folding import fold, places_of
from relationdesk.language.light_markup import Run
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.widgets.label import Label
from relationdesk.ui.widgets.painting import drawable, paint_text
from relationdesk.ui.widgets.run_layout import lay_out, marks_in, paint_layout

_ELLIPSIS = "…"


def paint_marked(
    painter: QPainter, rect: QRectF, text: str, letters: QFont, colour: str, *, wanted: str
) -> None:
    """As `paint_text`, with the folded letters `wanted` marked; what is cut off, at the ellipsis."""
    if not places_of(wanted, drawable(text)):
        paint_text(painter, rect, text, letters, colour)
        return
    cut = QFontMetricsF(letters).elidedText(drawable(text), Qt.TextElideMode.ElideRight, rect.width())
    layout = lay_out((Run(cut),), letters, rect.width() + 1, 1)
    tokens = tokens_now()
    marks = marks_in(cut, wanted, tokens.warn_bg, tokens.warn) or marks_in(
        cut, fold(_ELLIPSIS), tokens.warn_bg, tokens.warn
    )
    top = rect.top() + (rect.height() - layout.boundingRect().height()) / 2
    paint_layout(painter, layout, QPointF(rect.left(), top), colour, marks)


class MarkedLabel(Label):
    """A label of one line; `mark` marks folded letters in it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self._wanted = ""

    def mark(self, wanted: str) -> None:
        """Mark folded letters wherever they stand; none for an empty text."""
        self._wanted = wanted
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_marked(
            painter, QRectF(self.rect()), self.text(), self.font(), tokens_now().ink2, wanted=self._wanted
        )
        painter.end()
