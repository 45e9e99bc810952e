"""The right side of the place: one thing in the trash, what belongs to it, and the two ways out."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.trash.words import (
    belongings_words,
    days_left,
    kind_words,
    since_words,
    title_of,
    until_words,
)
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import AvatarSize, Space, Tone
from relationdesk.ui.widgets.avatar import Avatar
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.chip import Chip, ChipText
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.picture_store import PictureStore
from relationdesk.work.trash.queries import Belongings, Kind, TrashLine

_SOON = 7
_WIDEST = 520


class TrashPanel(QScrollArea):
    """Says `put_back_asked` or `remove_asked`."""

    put_back_asked = Signal()
    remove_asked = Signal()

    def __init__(self, pictures: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._pictures.came.connect(self._show_picture)
        self._line: TrashLine | None = None
        self._avatar = Avatar(AvatarSize.HEADER)
        self._name = Label("", Look.DISPLAY, wraps=True)
        self._kind = Label("", Look.SECONDARY, wraps=True)
        self._left = Chip(ChipText(""))
        self._since = Label("", Look.BODY, wraps=True)
        self._until = Label("", Look.BODY, wraps=True)
        self._heading = Label("", Look.HEADING, wraps=True)
        self._with_it = Label("", Look.SECONDARY, wraps=True)
        self.put_back = Button(_("Put back"), Role.PRIMARY, Icon.UNDO_2)
        self.put_back.setObjectName("trash.put_back")
        self.put_back.clicked.connect(self.put_back_asked)
        self.remove = Button(_("Remove for good…"), icon=Icon.TRASH_2)
        self.remove.setObjectName("trash.remove")
        self.remove.clicked.connect(self.remove_asked)
        self._arrange()

    def show_line(self, line: TrashLine, today: date) -> None:
        """Show something; what belongs to it comes with `show_belongings`."""
        is_other = self._line is None or self._line.trashed != line.trashed
        self._line = line
        self._page.show()
        self.setAccessibleName(title_of(line.trashed))
        self._name.setText(title_of(line.trashed))
        self._kind.setText(kind_words(line.trashed))
        is_soon = (line.goes_on - today).days <= _SOON
        self._left.show_chip(ChipText(days_left(line, today), Tone.WARN if is_soon else Tone.NEUTRAL))
        self._since.setText(since_words(line))
        self._until.setText(until_words(line))
        self.remove.setAccessibleName(_("Remove {name} for good").format(name=title_of(line.trashed)))
        self.put_back.setAccessibleName(_("Put {name} back").format(name=title_of(line.trashed)))
        self._show_picture()
        if is_other:
            self._heading.hide()
            self._with_it.hide()
            self.verticalScrollBar().setValue(0)

    def show_nothing(self) -> None:
        """Show nothing, for nothing is looked at."""
        self._line = None
        self._page.hide()

    def show_belongings(self, belongings: Belongings) -> None:
        """Say how much goes and comes back with it."""
        if self._line is None:
            return
        words = belongings_words(self._line.trashed.kind, belongings)
        is_organisation = self._line.trashed.kind is Kind.ORGANISATION
        self._heading.setText(_("Comes back with it") if is_organisation else _("Comes back with them"))
        self._heading.setVisible(bool(words))
        self._with_it.setText("\n".join(words))
        self._with_it.setVisible(bool(words))

    def _show_picture(self) -> None:
        if self._line is not None:
            trashed = self._line.trashed
            picture = self._pictures.pixmap(trashed.picture_hash, AvatarSize.HEADER)
            self._avatar.show_person(PersonId(trashed.id), title_of(trashed), picture)

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(Space.WIDE, Space.LARGE + 2, Space.WIDE, Space.WIDE)
        column.setSpacing(Space.MEDIUM)
        column.addLayout(self._head())
        column.addSpacing(Space.SMALL)
        for label in (self._since, self._until):
            label.setMaximumWidth(_WIDEST)
            column.addWidget(label)
        column.addSpacing(Space.SMALL)
        column.addWidget(self._heading)
        column.addWidget(self._with_it)
        column.addSpacing(Space.SMALL)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        buttons.addWidget(self.put_back)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        self.setWidget(self._page)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(Space.TIGHT)
        words.addWidget(self._name)
        words.addWidget(self._kind)
        words.addSpacing(Space.TIGHT)
        words.addWidget(self._left, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setSpacing(Space.LARGE)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head
