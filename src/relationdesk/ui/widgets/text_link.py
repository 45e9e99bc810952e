"""Words that lead somewhere, such as a person's name to the person."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, Radius, Tint, Weight
from relationdesk.ui.widgets.button import DrawnButton
from relationdesk.ui.widgets.painting import literal, paint_text, plain_tip, text_width

_HEIGHT = 18
_LEAST_WIDTH = 48


class TextLink(DrawnButton):
    """One line, cut where its room ends, underlined under the mouse.

    Inside a row that opens the same thing with Enter, `focusable=False` keeps it out of the Tab order.
    """

    def __init__(
        self,
        text: str = "",
        size: FontSize = FontSize.BODY,
        weight: Weight = Weight.NORMAL,
        parent: QWidget | None = None,
        *,
        focusable: bool = True,
        tint: Tint = Tint.INK,
    ) -> None:
        super().__init__(parent)
        self._words = ""
        self._wanted = ""
        self._size = size
        self._weight = weight
        self._tint = tint
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if focusable else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def text(self) -> str:
        """The words as they are read."""
        return self._words

    def show_text(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self.setText(literal(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def mark(self, wanted: str) -> None:
        """Mark folded letters wherever they stand; none for an empty text."""
        self._wanted = wanted
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), self._letters())) + 2, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), _LEAST_WIDTH), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        letters = self._letters()
        letters.setUnderline(self.underMouse() or self.hasFocus())
        painter = QPainter(self)
        tokens = tokens_now()
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.KEY, Radius.KEY
            )
        self._paint_words(painter, letters, tokens.colour(self._tint))
        painter.end()

    def _paint_words(self, painter: QPainter, letters: QFont, colour: str) -> None:
        rect = QRectF(self.rect())
        if not self._wanted:
            paint_text(painter, rect, self.text(), letters, colour)
            return
        from relationdesk.ui.widgets.marked_line import paint_marked  # noqa: PLC0415 - when something is sought

        paint_marked(painter, rect, self.text(), letters, colour, wanted=self._wanted)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        is_cut = self.width() < self.sizeHint().width() - 1
        self.setToolTip(plain_tip(self.text()) if is_cut else "")
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _letters(self) -> QFont:
        return font(self._size, self._weight)
