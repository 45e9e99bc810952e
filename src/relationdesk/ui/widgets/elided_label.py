"""One line of text that is cut where its room ends."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import drawable, plain_tip


class ElidedLabel(Label):
    """Plain text on one line; when it is cut, the tool tip shows it in full.

    `text()` and the accessible name stay the whole text.
    """

    def __init__(self, text: str = "", look: Look = Look.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def is_cut(self) -> bool:
        """Whether the text is wider than its room."""
        return self._shown() != drawable(self.text())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(drawable(self.text())) + 2
        return QSize(round(width), round(metrics.height()) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), self._shown())
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.setToolTip(plain_tip(self.text()) if self.is_cut() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def _shown(self) -> str:
        metrics = QFontMetricsF(self.font())
        return metrics.elidedText(drawable(self.text()), Qt.TextElideMode.ElideRight, self.width())
