"""Somebody on an organisation's page, and what they are to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import AvatarSize, FontSize, Space, Tint, Weight
from relationdesk.ui.widgets.avatar import Avatar
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.chip import Chip, ChipText
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.picture_store import PictureStore
from relationdesk.ui.widgets.section_heading import SectionHeading
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.ui.widgets.text_link import TextLink

_AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class Involved:
    """Somebody, and what they are; a chip at the right if any, and quieter where it is over."""

    person: PersonId
    name: str
    picture_hash: str | None
    detail: str
    chip: ChipText | None = None
    is_quiet: bool = False


class PersonLineRow(QWidget):
    """A person's picture and name, which leads to them, above what they are."""

    person_asked = Signal(object)

    def __init__(self, shown: Involved, pictures: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._involved = shown
        self._pictures = pictures
        self._avatar = Avatar(AvatarSize.ROW)
        pictures.came.connect(self._show_picture)
        weight = Weight.NORMAL if shown.is_quiet else Weight.STRONG
        tint = Tint.INK2 if shown.is_quiet else Tint.INK
        self.link = TextLink(shown.name, FontSize.BODY, weight, tint=tint)
        self.link.setObjectName("organisation.person")
        self.link.setAccessibleDescription(shown.detail)
        self.link.clicked.connect(lambda: self.person_asked.emit(shown.person))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        if shown.detail:
            look = Look.HINT if shown.is_quiet else Look.SECONDARY
            words.addWidget(Label(shown.detail, look, wraps=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL)
        line.setSpacing(Space.MEDIUM)
        line.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        if shown.chip is not None:
            line.addWidget(Chip(shown.chip), 0, Qt.AlignmentFlag.AlignTop)
        self._show_picture()

    @Slot()
    def _show_picture(self) -> None:
        shown = self._involved
        picture = self._pictures.pixmap(shown.picture_hash, AvatarSize.ROW)
        self._avatar.show_person(shown.person, shown.name, picture)


class Section(QWidget):
    """A counted heading above rows that are made when they are shown, the first at once, the rest when asked.

    Says `person_asked`.
    """

    person_asked = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._heading = SectionHeading(title, 0)
        self._card: Card | None = None
        self._room = QWidget()
        self._inside = QVBoxLayout(self._room)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._makers: Sequence[Callable[[], PersonLineRow]] = ()
        self._shown = 0
        self._more = Button("", Role.QUIET, compact=True)
        self._more.clicked.connect(self._on_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.SMALL)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._room)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, makers: Sequence[Callable[[], PersonLineRow]]) -> None:
        """Show these rows in place of those of before; nothing at all where there are none."""
        self.setVisible(bool(makers))
        self._makers, most = makers, max(self._shown, _AT_ONCE)
        self._heading.show_section(self._title, len(makers))
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = Card(has_rows=True)
        self._inside.addWidget(self._card)
        self._shown = 0
        self._add(most)

    def forget_rest(self) -> None:
        """Show the first alone again, for another organisation."""
        self._shown = 0

    @Slot()
    def _on_more(self) -> None:
        first = self._shown
        self._add(len(self._makers))
        if self._card is not None:
            link = self._card.findChildren(PersonLineRow)[first].link
            QTimer.singleShot(0, link, link.setFocus)

    def _add(self, most: int) -> None:
        if self._card is None:
            return
        for make in self._makers[self._shown : most]:
            row = make()
            row.person_asked.connect(self.person_asked)
            self._card.add_row(row)
        self._shown = min(most, len(self._makers))
        put_after(self._heading, self)
        self._more.setText(_("Show all {count}").format(count=len(self._makers)))
        self._more.setVisible(self._shown < len(self._makers))
