"""A person's circle: the person in the middle, those they are connected with around, with what they are."""

from collections.abc import Sequence
from functools import partial
from math import cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.domain.terms import relation_term
from relationdesk.language.words import _
from relationdesk.ui.places.people.relations.circle_node import HEIGHT, WIDTH, CircleNode
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import AvatarSize, FontSize, Space
from relationdesk.ui.widgets.painting import paint_text, text_width
from relationdesk.ui.widgets.picture_store import PictureStore
from relationdesk.work.people.record_lines import RelationLine

MOST_DRAWN = 8
"""More would stand on one another; the list below the circle has everybody."""

_HEIGHT = 340
_WIDEST = 620
_LABEL_AT = 0.55
_BEGINS_AT = AvatarSize.COMPOSER / 2 + Space.TIGHT
_ABOVE = (0.36, 0.58)
_BELOW = (0.45, 0.7)
"""Names stand below their pictures, so there is less room at the far end above and at the near end below."""

_TURNED = (6, 8)
"""Turned by half a step, so many stand clear of each other in a narrow tab."""

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Circle(QWidget):
    """Says `person_asked` for the one who is clicked or chosen by Enter; arrows move among them.

    Who walks on by the keyboard stands, in the next circle, on whom they came from.
    """

    person_asked = Signal(object)

    def __init__(self, pictures: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("relations.circle")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._pictures = pictures
        self._middle: CircleNode | None = None
        self._walks_to: PersonId | None = None
        self._hashes: list[str | None] = []
        self.nodes: list[CircleNode] = []

    def show_circle(
        self, person: PersonId, name: str, picture: str | None, lines: Sequence[RelationLine]
    ) -> None:
        """Draw whom a person is connected with: each person once, with all that they are."""
        came_from = self._leave_circle(person)
        self.setAccessibleName(_("The circle of {name}").format(name=name))
        readings = _readings(lines)
        drawn = list({line.person_id: line for line in lines}.values())[:MOST_DRAWN]
        self._hashes = [picture, *(line.picture_hash for line in drawn)]
        self._middle = CircleNode(person, name, "", None, self)
        self.nodes = [
            CircleNode(line.person_id, line.name, readings[line.person_id], None, self) for line in drawn
        ]
        for node in self.nodes:
            node.clicked.connect(partial(self._on_node, node.person))
        self.show_pictures()
        self._place()
        for node in (self._middle, *self.nodes):
            node.show()
        if came_from is not None:
            self._stand_on(came_from)
        self.update()

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on somebody of the circle."""
        return any(node.hasFocus() for node in self.nodes)

    def _stand_on(self, person: PersonId) -> None:
        found = (node for node in self.nodes if node.person == person)
        at = next(found, self.nodes[0] if self.nodes else None)
        if at is not None:
            at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_circle(self, following: PersonId) -> PersonId | None:
        """Take the people away; returns on whom the keyboard is to be in the next circle, None for nobody."""
        on = next((node.person for node in self.nodes if node.hasFocus()), None)
        walks_to, self._walks_to = self._walks_to, None
        before = self._middle.person if self._middle is not None else None
        for node in self.findChildren(CircleNode):
            node.hide()
            node.deleteLater()
        is_walked = walks_to == following or on is not None
        return before if is_walked and before != following else on

    def show_pictures(self) -> None:
        """Show the pictures that have come."""
        shown = [self._middle, *self.nodes] if self._middle is not None else []
        for node, digest in zip(shown, self._hashes, strict=False):
            if node is not None:
                node.show_picture(self._pictures.pixmap(digest, AvatarSize.COMPOSER))

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * WIDTH, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move to the nearest in that direction; Enter goes to the person."""
        at = next((node for node in self.nodes if node.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if at is not None and step is not None:
            self._towards(at, step).setFocus(Qt.FocusReason.OtherFocusReason)
        elif at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_node(at.person)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._middle is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_now()
        middle = self._middle.heart
        painter.setPen(QPen(QColor(tokens.line), 1.5))
        for node in self.nodes:
            painter.drawLine(middle, node.heart)
        letters = font(FontSize.TINY)
        for node in self.nodes:
            away = node.heart - middle
            centre = middle + away * label_at(away)
            room = max(WIDTH + Space.LARGE, _room_beside(away) if _is_level(away) else 0)
            width = min(text_width(node.reading, letters) + 2 * Space.TIGHT, room)
            label = QRectF(centre.x() - width / 2, centre.y() - Space.SMALL, width, 2 * Space.SMALL)
            painter.fillRect(label, QColor(tokens.bg))
            paint_text(
                painter, label, node.reading, letters, tokens.ink2, alignment=Qt.AlignmentFlag.AlignHCenter
            )
        painter.end()

    def _towards(self, at: CircleNode, step: tuple[int, int]) -> CircleNode:
        """The nearest node in a direction, or the same where there is none."""
        here = _centre(at)

        def far(node: CircleNode) -> float:
            away = _centre(node) - here
            along = away.x() * step[0] + away.y() * step[1]
            across = abs(away.x() * step[1]) + abs(away.y() * step[0])
            return hypot(along, 2 * across) if along > 1 else float("inf")

        nearest = min((node for node in self.nodes if node is not at), key=far, default=at)
        return at if nearest is at or far(nearest) == float("inf") else nearest

    def _place(self) -> None:
        if self._middle is None:
            return
        width = min(self.width(), _WIDEST)
        middle = QPointF(width / 2, self.height() / 2)
        across, down = (width - WIDTH) / 2, (self.height() - HEIGHT) / 2
        self._middle.move((middle - QPointF(WIDTH / 2, HEIGHT / 2)).toPoint())
        half = 0.5 if len(self.nodes) in _TURNED else 0.0
        for number, node in enumerate(self.nodes):
            angle = 2 * pi * (number + half) / len(self.nodes) - pi / 2
            centre = middle + QPointF(across * cos(angle), down * sin(angle))
            node.move((centre - QPointF(WIDTH / 2, HEIGHT / 2)).toPoint())

    def _on_node(self, person: PersonId, *_checked: object) -> None:
        self._walks_to = person if self.has_keyboard else None
        self.person_asked.emit(person)


def _readings(lines: Sequence[RelationLine]) -> dict[PersonId, str]:
    """What each person is, read from whom the circle is of; several kinds stand beside each other."""
    readings: dict[PersonId, list[str]] = {}
    for line in lines:
        readings.setdefault(line.person_id, []).append(relation_term(line.kind, outgoing=line.outgoing))
    return {person: " · ".join(dict.fromkeys(said)) for person, said in readings.items()}


def label_at(away: QPointF) -> float:
    """How far along a line its words stand: steep lines side by side would have theirs on one another."""
    if _is_level(away):
        return (_BEGINS_AT + _room_beside(away) / 2) / abs(away.x())
    if abs(away.x()) > abs(away.y()) or abs(away.x()) < 1:
        return _LABEL_AT
    return (_BELOW if away.y() > 0 else _ABOVE)[away.x() > 0]


def _is_level(away: QPointF) -> bool:
    return abs(away.x()) > 2 * abs(away.y())


def _room_beside(away: QPointF) -> float:
    """How much of a level line is free between the person in the middle and the name at its end."""
    return max(0, abs(away.x()) - WIDTH / 2 - _BEGINS_AT)


def _centre(node: QWidget) -> QPointF:
    return QPointF(node.x() + node.width() / 2, node.y() + node.height() / 2)
