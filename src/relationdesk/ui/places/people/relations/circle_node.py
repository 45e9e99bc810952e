"""One person of a circle: the picture or initials, and the name below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import AvatarSize, FontSize, Radius, Space, Weight
from relationdesk.ui.widgets.avatar import paint_avatar
from relationdesk.ui.widgets.painting import literal, paint_ground, paint_text, plain_tip, text_width

WIDTH = 104
HEIGHT = 66
_NAME_HEIGHT = 20
_OF_THE_CIRCLE = frozenset(
    (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
)


class CircleNode(QAbstractButton):
    """Told by its name and what they are to whom the circle is of; the one in the middle takes no focus."""

    def __init__(
        self, person: PersonId, name: str, reading: str, picture: QPixmap | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.person = person
        self.reading = reading
        self._name = name
        self._picture = picture
        self.setText(literal(name))
        self.setAccessibleName(f"{name}, {reading}" if reading else name)
        self.setToolTip(plain_tip(self.accessibleName()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reading else Qt.FocusPolicy.NoFocus)
        if reading:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show the picture that came."""
        self._picture = picture
        self.update()

    @property
    def heart(self) -> QPointF:
        """The middle of the picture, where the lines of the circle end."""
        return QPointF(self.x() + self.width() / 2, self.y() + Space.TIGHT + self._size / 2)

    @property
    def _size(self) -> int:
        return int(AvatarSize.CARD if self.reading else AvatarSize.COMPOSER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter belong to the circle; a button would move by its own rules."""
        if event.key() in _OF_THE_CIRCLE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_now()
        if self.hasFocus() or (self.underMouse() and self.reading):
            edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            border = tokens.accent if self.hasFocus() else tokens.line
            paint_ground(painter, edge, Radius.CONTROL, tokens.selection, border)
        size = self._size
        circle = QRectF((self.width() - size) / 2, Space.TIGHT, size, size)
        paint_avatar(painter, circle, self.person, self._name, self._picture)
        letters = font(FontSize.SMALL, Weight.NORMAL if self.reading else Weight.STRONG)
        words = QRectF(Space.TIGHT, circle.bottom() + 1, self.width() - 2 * Space.TIGHT, _NAME_HEIGHT)
        width = min(text_width(self._name, letters) + Space.TIGHT, words.width())
        if not self.hasFocus() and not self.underMouse():
            behind = QRectF((self.width() - width) / 2, words.top(), width, words.height())
            painter.fillRect(behind, QColor(tokens.bg))
        paint_text(painter, words, self._name, letters, tokens.ink, alignment=Qt.AlignmentFlag.AlignHCenter)
        painter.end()
