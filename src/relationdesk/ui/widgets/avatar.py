"""A person's picture or initials in a circle."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.tokens import AVATARS, AvatarSize, Colours, Weight

_SPREAD: Final = 2_654_435_761
_LETTER_SHARE: Final = 0.36
_UNKNOWN: Final = "?"


def initials_of(name: str) -> str:
    """The first letters of the first and last word of a name, `?` for a name without letters."""
    firsts = [next((sign for sign in word if sign.isalnum()), "") for word in name.split()]
    letters = [first for first in firsts if first]
    if not letters:
        return _UNKNOWN
    chosen = letters[:1] if len(letters) == 1 else [letters[0], letters[-1]]
    return "".join(letter.upper()[:1] for letter in chosen)


def colours_of(person_id: PersonId | None) -> Colours:
    """The colours of a person's initials: the same for as long as the person is known.

    Ids made one after the other are spread over all colours (multiplicative hashing, Knuth 6.4).
    """
    if person_id is None:
        return AVATARS[4]
    return AVATARS[(person_id * _SPREAD >> 16) % len(AVATARS)]


def paint_avatar(
    painter: QPainter, rect: QRectF, person_id: PersonId | None, name: str, picture: QPixmap | None = None
) -> None:
    """Draw the circle of a person, who has no id yet when only captured, into the square `rect`."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if picture is not None and not picture.isNull():
        circle = QPainterPath()
        circle.addEllipse(rect)
        painter.setClipPath(circle)
        painter.drawPixmap(rect, picture, _middle_square(picture))
    else:
        _paint_initials(painter, rect, person_id, name)
    painter.restore()


def _paint_initials(painter: QPainter, rect: QRectF, person_id: PersonId | None, name: str) -> None:
    colours = colours_of(person_id)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.ground))
    painter.drawEllipse(rect)
    letters = QFont(font(weight=Weight.STRONG))
    letters.setPixelSize(round(rect.height() * _LETTER_SHARE))
    painter.setFont(letters)
    painter.setPen(QColor(colours.ink))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), initials_of(name))


def _middle_square(picture: QPixmap) -> QRectF:
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)


class Avatar(QWidget):
    """A person's circle as a widget."""

    def __init__(self, size: AvatarSize = AvatarSize.ROW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person_id: PersonId | None = None
        self._name = ""
        self._picture: QPixmap | None = None
        self.setFixedSize(QSize(int(size), int(size)))

    def show_person(self, person_id: PersonId | None, name: str, picture: QPixmap | None = None) -> None:
        """Show a person's picture, or the initials when there is none."""
        self._person_id, self._name, self._picture = person_id, name, picture
        self.setAccessibleName(_("Picture of {name}").format(name=name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, QRectF(self.rect()), self._person_id, self._name, self._picture)
        painter.end()
