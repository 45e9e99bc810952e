"""The large picture of a person, and the menu that changes it."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.domain.sharing import PersonField
from relationdesk.language.words import _
from relationdesk.ui.places.people.eyes import Eyes
from relationdesk.ui.places.people.sharing_words import field_words
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import AvatarSize, Tint
from relationdesk.ui.widgets.avatar import paint_avatar
from relationdesk.ui.widgets.button import DrawnButton, Role

BESIDE: Final = 10
"""So far the eye stands out at the side, in pixels."""


class HeaderPicture(DrawnButton):
    """Says `change_asked` or `remove_asked`, as the user picks in the menu that it opens."""

    change_asked = Signal()
    crop_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: PersonId | None = None
        self._name = ""
        self._has_picture = False
        self._picture: QPixmap | None = None
        self.setObjectName("person.picture")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(QSize(AvatarSize.HEADER, AvatarSize.HEADER))
        self.setToolTip(_("Change the picture"))
        self.clicked.connect(self._on_clicked)

    def show_person(self, person: PersonId, name: str, picture: QPixmap | None, *, has_picture: bool) -> None:
        """Show somebody, by initials until `picture` is read."""
        self._person, self._name, self._picture = person, name, picture
        self._has_picture = has_picture
        self.setAccessibleName(_("Picture of {name}").format(name=name))
        self.setAccessibleDescription(_("Change the picture"))
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture, be it read or not."""
        return self._has_picture

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_avatar(painter, rect, self._person, self._name, self._picture)
        if self.hasFocus() or self.underMouse():
            tint = Tint.ACCENT if self.hasFocus() else Tint.INK3
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens_now().colour(tint)), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @Slot()
    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(line_icon(Icon.PENCIL_LINE), _("Change picture…")).triggered.connect(self.change_asked)
        crop = menu.addAction(line_icon(Icon.IMAGE), _("Crop picture…"))
        crop.setEnabled(self._has_picture)
        crop.triggered.connect(self.crop_asked)
        remove = menu.addAction(line_icon(Icon.X), _("Remove picture"))
        remove.setEnabled(self._has_picture)
        remove.triggered.connect(self.remove_asked)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


def with_eye(picture: HeaderPicture, eyes: Eyes) -> QWidget:
    """A picture, and over its corner the eye that says who may see it."""
    room = QWidget()
    room.setFixedSize(AvatarSize.HEADER + BESIDE, AvatarSize.HEADER)
    eye = eyes.made(room, PersonField.PICTURE, field_words(PersonField.PICTURE), lambda: picture.has_picture)
    eye.mark.show_role(Role.SECONDARY)
    grid = QGridLayout(room)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignLeft)
    grid.addWidget(eye, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
    return room
