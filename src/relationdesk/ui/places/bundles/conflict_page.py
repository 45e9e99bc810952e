"""What changed on both sides, one after the other, for the user to decide."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from relationdesk.language.words import _
from relationdesk.ui.places.bundles.lines_panel import side_of
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.bundles.bringing import Choice
from relationdesk.work.bundles.story import Conflict, Field


class ConflictPage(QWidget):
    """Keeps what the user chose by the place of each conflict; says `decided` whenever it changes."""

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conflicts: Sequence[Conflict] = ()
        self._shown = 0
        self.choices: dict[int, Choice] = {}
        self._ways: dict[Choice, QRadioButton] = {}
        self._where = Label("", Look.SECONDARY)
        self._where.setObjectName("bundle.where")
        self._before = _turning(Icon.CHEVRON_LEFT, _("The one before"), "bundle.before")
        self._next = _turning(Icon.CHEVRON_RIGHT, _("The next one"), "bundle.next")
        self._before.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show these, the first of them first; nothing is chosen yet."""
        self._conflicts, self._shown = conflicts, 0
        self.choices.clear()
        if conflicts:
            self._show()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.WIDE, Space.SMALL, Space.WIDE, 0)
        head.setSpacing(Space.SMALL)
        head.addWidget(self._before)
        head.addWidget(self._where)
        head.addWidget(self._next)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def _show(self) -> None:
        conflict = self._conflicts[self._shown]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.WIDE, Space.MEDIUM, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        if conflict.name:
            column.addWidget(Label(conflict.name, Look.HEADING, wraps=True))
        column.addWidget(Label(conflict.thing or _("The person’s record"), Look.SECONDARY, wraps=True))
        column.addWidget(_fields(conflict.fields) if conflict.fields else _sides(conflict))
        column.addWidget(self._question(conflict))
        column.addStretch(1)
        self._scroll.setWidget(inside)
        told = _("{number} of {all}").format(number=self._shown + 1, all=len(self._conflicts))
        self._where.setText(told)
        self._before.setEnabled(self._shown > 0)
        self._next.setEnabled(self._shown < len(self._conflicts) - 1)

    def _question(self, conflict: Conflict) -> Card:
        card = Card(_("What shall become of it?"))
        group = QButtonGroup(card)
        self._ways = {}
        for choice, words, told in _ways_of(conflict):
            way = QRadioButton(words)
            way.setObjectName(f"bundle.choice.{choice.name.lower()}")
            way.setAccessibleDescription(told)
            group.addButton(way)
            self._ways[choice] = way
            card.body.addWidget(way)
            if told:
                hint = Label(told, Look.HINT, wraps=True)
                hint.setContentsMargins(Space.WIDE, 0, 0, 0)
                card.body.addWidget(hint)
        usual = Choice.BLEND if conflict.can_blend else Choice.HERE
        self._ways[self.choices.get(conflict.place, usual)].setChecked(True)
        group.buttonToggled.connect(self._on_toggled)
        return card

    @Slot()
    def _on_toggled(self) -> None:
        place = self._conflicts[self._shown].place
        for choice, way in self._ways.items():
            if way.isChecked():
                self.choices[place] = choice
        self.decided.emit()

    def _turn(self, by: int) -> None:
        self._shown += by
        self._show()


def _ways_of(conflict: Conflict) -> list[tuple[Choice, str, str]]:
    sides = [
        (Choice.HERE, _("As on this computer"), ""),
        (Choice.THERE, _("As in the bundle"), ""),
    ]
    if not conflict.can_blend:
        return sides
    both = _(
        "What only one side changed is as that side has it. Where they do not agree, it stays as on this "
        "computer, and the other is kept as a note."
    )
    return [(Choice.BLEND, _("Keep both"), both), *sides]


def _fields(fields: Sequence[Field]) -> QFrame:
    """What each side says, one below the other; what they do not agree in is marked by a word."""
    frame = Card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.LARGE)
    grid.setVerticalSpacing(Space.SMALL)
    for column, words in enumerate((_("What"), _("Before"), _("On this computer"), _("In the bundle"))):
        grid.addWidget(Label(words, Look.HINT), 0, column)
        grid.setColumnStretch(column, 3 if column == 0 else 4)
    for row, field in enumerate(fields, start=1):
        name = Label(_named(field), Look.STRONG, wraps=True)
        if field.is_clash:
            name.show_tone(Tone.WARN)
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        for column, value in enumerate((field.was, field.here, field.there), start=1):
            grid.addWidget(Label(value or "—", Look.BODY, wraps=True), row, column, Qt.AlignmentFlag.AlignTop)
    frame.body.addLayout(grid)
    return frame


def _named(field: Field) -> str:
    return _("{label} (both changed it)").format(label=field.label) if field.is_clash else field.label


def _sides(conflict: Conflict) -> QWidget:
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.LARGE)
    for heading, lines in ((_("On this computer"), conflict.here), (_("In the bundle"), conflict.there)):
        card = Card(heading)
        card.body.addLayout(side_of(lines))
        card.body.addStretch(1)
        line.addWidget(card, 1)
    return both


def _turning(icon: Icon, name: str, object_name: str) -> Button:
    button = Button("", Role.QUIET, icon, compact=True, name=name)
    button.setObjectName(object_name)
    return button
