"""The icons: line drawings of one family, in the colour of the text, sharp at any scale.

Drawn from Lucide (ISC licence, beside the files).
"""

from enum import StrEnum
from functools import lru_cache
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from shiboken6.Shiboken import isValid

from relationdesk.language.resources import resource
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Tint


class Icon(StrEnum):
    """An icon by its name in the family."""

    ARCHIVE = "archive"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    AT_SIGN = "at-sign"
    BAN = "ban"
    BELL = "bell"
    BELL_OFF = "bell-off"
    BRIEFCASE = "briefcase"
    BUILDING_2 = "building-2"
    CAKE = "cake"
    CALENDAR = "calendar"
    CALENDAR_DAYS = "calendar-days"
    CALENDAR_PLUS = "calendar-plus"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE_ALERT = "circle-alert"
    CLOCK = "clock"
    COINS = "coins"
    COPY = "copy"
    CORNER_DOWN_LEFT = "corner-down-left"
    DOWNLOAD = "download"
    ELLIPSIS = "ellipsis"
    EXTERNAL_LINK = "external-link"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FEATHER = "feather"
    FILE_TEXT = "file-text"
    FOLDER_OPEN = "folder-open"
    GIFT = "gift"
    GLOBE = "globe"
    HANDSHAKE = "handshake"
    HEART = "heart"
    HISTORY = "history"
    HOUSE = "house"
    IMAGE = "image"
    INFO = "info"
    KEY_ROUND = "key-round"
    LANGUAGES = "languages"
    LINK = "link"
    LIST_CHECKS = "list-checks"
    LIST_FILTER = "list-filter"
    LOCK = "lock"
    MAIL = "mail"
    MAP_PIN = "map-pin"
    MERGE = "merge"
    MESSAGE_CIRCLE = "message-circle"
    MINUS = "minus"
    PACKAGE = "package"
    PAPERCLIP = "paperclip"
    PENCIL_LINE = "pencil-line"
    PHONE = "phone"
    PIN = "pin"
    PLUS = "plus"
    PRINTER = "printer"
    QR_CODE = "qr-code"
    QUOTE = "quote"
    REDO_2 = "redo-2"
    REFRESH_CW = "refresh-cw"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIELD_CHECK = "shield-check"
    SPLIT = "split"
    STAR = "star"
    SUN = "sun"
    TAG = "tag"
    TRASH_2 = "trash-2"
    TRIANGLE_ALERT = "triangle-alert"
    TRUCK = "truck"
    UNDO_2 = "undo-2"
    UPLOAD = "upload"
    USER = "user"
    USER_PLUS = "user-plus"
    USERS = "users"
    X = "x"


def line_icon(icon: Icon, tint: Tint = Tint.INK) -> QIcon:
    """An icon for buttons, menus and actions; it follows the theme by itself, and pales when disabled."""
    return QIcon(_LineIconEngine(icon, tint))


def paint_icon(painter: QPainter, icon: Icon, rect: QRectF, colour: str) -> None:
    """Draw an icon into `rect` in a colour (`#RRGGBB`)."""
    _drawing(icon, colour).render(painter, rect)


@lru_cache(maxsize=256)
def _drawing(icon: Icon, colour: str) -> QSvgRenderer:
    drawn = resource("icons", f"{icon}.svg").read_bytes()
    return QSvgRenderer(drawn.replace(b"currentColor", colour.encode()))


class _LineIconEngine(QIconEngine):
    """Asks for the theme's colour when it paints, so that an icon made once is right in every theme."""

    # Qt takes a clone over without telling Python, which would free it under Qt's feet.
    _clones: ClassVar[list["_LineIconEngine"]] = []

    def __init__(self, icon: Icon, tint: Tint) -> None:
        super().__init__()
        self._icon = icon
        self._tint = tint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        tint = Tint.INK3 if mode is QIcon.Mode.Disabled else self._tint
        paint_icon(painter, self._icon, QRectF(rect), tokens_now().colour(tint))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        drawn = QPixmap(size * scale)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        clone = _LineIconEngine(self._icon, self._tint)
        _LineIconEngine._clones = [*filter(isValid, _LineIconEngine._clones), clone]
        return clone
