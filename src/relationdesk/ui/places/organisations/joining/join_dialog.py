"""Two organisations that may be one: both beside each other, what stays, and what stands afterwards."""

from datetime import date
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.organisations.joining.outcome import Outcome
from relationdesk.ui.places.organisations.joining.sides import Pair, SideBySide
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.organisations.told import Chosen

_WIDTH, _HEIGHT, _TALLEST = 720, 560, 680
_SMALLEST = (560, 400)


class Way(Enum):
    """What the user wants."""

    LEAVE = auto()
    RENAME = auto()
    JOIN = auto()


class JoinDialog(QDialog):
    """`way` tells what is wanted, and `chosen` what stays; Escape leaves everything as it was.

    With a name that was `typed` for the one that is looked at, that may be left; where `may_rename`, it may
    be taken with both staying two.
    """

    def __init__(
        self,
        pair: Pair,
        today: date,
        parent: QWidget | None = None,
        *,
        typed: str = "",
        may_rename: bool = False,
    ) -> None:
        super().__init__(parent)
        self.way = Way.LEAVE
        self._pair = pair
        self.setObjectName("organisation.join_dialog")
        self.setMinimumSize(*_SMALLEST)
        self.resize(_WIDTH, _HEIGHT if parent is None else min(_TALLEST, max(_HEIGHT, parent.height())))
        title = _("Bring two organisations together")
        if typed:
            title = _("“{name}” is there already").format(name=pair.other.head.name)
        self.setWindowTitle(title)
        self.sides = SideBySide(pair, today, typed)
        self.outcome = Outcome(pair)
        self.outcome.show_chosen(self.sides.chosen)
        self.sides.changed.connect(self.outcome.show_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(Label(title, Look.TITLE, wraps=True))
        for sentence in self._sentences():
            column.addWidget(Label(sentence, Look.SECONDARY, wraps=True))
        column.addWidget(self._seen(), 1)
        column.addLayout(self._ways(_("Leave the name") if typed else _("Cancel"), may_rename=may_rename))

    @property
    def chosen(self) -> Chosen:
        """What stays of the two."""
        return self.sides.chosen

    def _sentences(self) -> list[str]:
        told = _(
            "If they are the same, the roles, partnerships and refusals of both are found in one place, and "
            "what is not chosen here goes into the notes. Undo parts them again."
        )
        other = self._pair.other.head.name
        trashed = _("“{name}” is in the trash, and comes back with this.").format(name=other)
        return [told, trashed] if self._pair.is_other_trashed else [told]

    def _seen(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.SMALL, 0)
        column.setSpacing(Space.LARGE)
        column.addWidget(self.sides)
        column.addWidget(self.outcome)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(_("Both organisations"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        return scroll

    def _ways(self, leaving: str, *, may_rename: bool) -> QHBoxLayout:
        leave = Button(leaving)
        leave.setObjectName("organisation.leave")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        join = Button(_("Bring both together"), Role.PRIMARY, Icon.MERGE)
        join.setObjectName("organisation.join")
        join.setDefault(True)
        join.clicked.connect(lambda: self._choose(Way.JOIN))
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addStretch(1)
        line.addWidget(leave)
        if may_rename:
            rename = Button(_("Rename all the same"))
            rename.setObjectName("organisation.rename")
            rename.setAutoDefault(False)
            rename.clicked.connect(lambda: self._choose(Way.RENAME))
            line.addWidget(rename)
        line.addWidget(join)
        return line

    def _choose(self, way: Way) -> None:
        self.way = way
        self.accept()
