"""The one question of a quiet day: how often to be in touch with somebody."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.cadence import ANY_GAP_DAYS
from relationdesk.language.words import _
from relationdesk.ui.places.today.wording import detail
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import AvatarSize, Height, Space
from relationdesk.ui.widgets.avatar import Avatar
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.today.queries import UnaskedRow

Gap = tuple[int | None, int]
"""An ideal and a longest gap in days, as `people.commands.set_cadence` takes them."""

_KEYS: Final = "123456"


class CadenceCard(Card):
    """Says `answered` with the person and a gap, `put_off` with the person, or `rest_asked`.

    The keys 1 to 6 answer while it has the focus. Hidden while there is nobody to ask about, and empty until
    there first is.
    """

    answered = Signal(object, object)
    put_off = Signal(object)
    rest_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("today.cadence")
        self.row: UnaskedRow | None = None
        self._ways: list[Button] = []
        self.hide()

    def show_row(self, row: UnaskedRow | None) -> None:
        """Ask about somebody, or nothing."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        if not self._ways:
            self._build()
        question = _("How often do you want to be in touch with {name}?").format(name=row.name)
        self.setAccessibleName(question)
        for way in self._ways:
            way.setAccessibleDescription(question)
        self._avatar.show_person(row.person_id, row.name)
        self._question.setText(question)
        self._detail.setText(detail(row.topic, row.platform))
        self._detail.setVisible(bool(row.topic or row.platform))
        if had_focus:
            self._ways[0].setFocus()

    def answer(self, key: str) -> bool:
        """Answer with the key of a choice; False for a key that is none, or while nothing is asked."""
        if self.row is None or len(key) != 1 or key not in _KEYS:
            return False
        self._ways[_KEYS.index(key)].click()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (is_plain and self.answer(event.text())):
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._avatar = Avatar(AvatarSize.CARD, self)
        self._question = Label("", Look.STRONG, self, wraps=True)
        self._detail = Label("", Look.HINT, self)
        self._flow = FlowLayout(across=Space.SMALL, down=Space.SMALL)
        for text, gap in _choices():
            self._add_way(text).clicked.connect(lambda _on, one=gap: self.answered.emit(self.row, one))
        self._add_way(_("Later"), Role.QUIET).clicked.connect(lambda: self.put_off.emit(self.row))
        self.body.addLayout(self._head())
        self.body.addLayout(self._flow)
        self.setFocusProxy(self._ways[0])

    def _head(self) -> QHBoxLayout:
        rest = Button("", Role.QUIET, Icon.X, compact=True, name=_("No more of these questions today"))
        rest.setObjectName("cadence.rest")
        rest.setFixedWidth(Height.HIT)
        rest.clicked.connect(self.rest_asked)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self._question)
        texts.addWidget(self._detail)
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(self._avatar)
        head.addLayout(texts, 1)
        head.addWidget(rest, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _add_way(self, text: str, role: Role = Role.SECONDARY) -> Button:
        key = _KEYS[len(self._ways)]
        way = Button(text, role, keys=QKeySequence(key), compact=True)
        way.setObjectName(f"cadence.{key}")
        self._ways.append(way)
        self._flow.addWidget(way)
        return way


def _choices() -> list[tuple[str, Gap]]:
    return [
        (_("Every 2 weeks"), (14, 21)),
        (_("4 weeks"), (28, 42)),
        (_("2 months"), (56, 84)),
        (_("6 months"), (182, 273)),
        (_("Doesn’t matter"), (None, ANY_GAP_DAYS)),
    ]


def told(name: str, gap: Gap) -> str:
    """What is said once an answer is kept."""
    sentences = {
        14: _("In touch with {name} every 2 weeks from now on"),
        28: _("In touch with {name} every 4 weeks from now on"),
        56: _("In touch with {name} every 2 months from now on"),
        182: _("In touch with {name} every 6 months from now on"),
        None: _("How often you are in touch with {name} does not matter"),
    }
    return sentences[gap[0]].format(name=name)
