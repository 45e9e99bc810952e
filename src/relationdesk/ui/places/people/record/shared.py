"""How much of a person others may read: in words, and thing by thing where that is opened."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.sharing import PersonField
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.eyes import Target
from relationdesk.ui.places.people.sharing_words import field_words, row_words
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.people.shared import SharedRow


class Shared(QWidget):
    """Says `line_asked` with what may be shared, to be led to where it stands."""

    line_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._things: list[tuple[Target, str]] = []
        self._is_open = self._is_awaited = False
        self.words = Label("", wraps=True)
        self.opener = Button("", Role.QUIET, compact=True)
        self.opener.setObjectName("record.shared.open")
        self.opener.clicked.connect(self._on_opener)
        self.links: list[TextLink] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.SMALL, Space.TIGHT, 0, 0)
        self._column.setSpacing(Space.TIGHT)
        self._column.addWidget(self.words)
        self._column.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_shared(frozenset(), ())

    def show_shared(self, fields: frozenset[PersonField], rows: Sequence[SharedRow]) -> None:
        """Show what may be shared."""
        self._things = [
            *((field, field_words(field)) for field in PersonField if field in fields),
            *(((row.kind, row.id), row_words(row)) for row in rows),
        ]
        self._is_open = self._is_awaited or (self._is_open and bool(self._things))
        number = len(self._things)
        self.words.setText(
            plural(
                "{n} thing may be shared. All else is for you alone.",
                "{n} things may be shared. All else is for you alone.",
                number,
            )
            if number
            else _("Everything is for you alone.")
        )
        self.opener.setVisible(bool(number))
        self._show_links()

    def open(self) -> None:
        """Show all of it as soon as it is known, with the keyboard on the first."""
        self._is_open = self._is_awaited = True
        self._show_links()

    def _show_links(self) -> None:
        words = _("Hide what that is") if self._is_open else _("Show what that is")
        self.opener.setText(words)
        self.opener.setAccessibleName(words)
        self.opener.show_icon(Icon.CHEVRON_DOWN if self._is_open else Icon.CHEVRON_RIGHT)
        had_focus = any(link.hasFocus() for link in self.links)
        for link in self.links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [self._link(*thing) for thing in self._things] if self._is_open else []
        last: QWidget = self.opener
        for link in self.links:
            self._column.addWidget(link)
            last = put_after(last, link)
        if had_focus:
            self.opener.setFocus()
        if self._is_awaited and self.links:
            self._is_awaited = False
            self.links[0].setFocus()

    def _link(self, target: Target, words: str) -> TextLink:
        link = TextLink(words, tint=Tint.INFO)
        link.setObjectName("record.shared")
        link.clicked.connect(partial(self.line_asked.emit, target))
        return link

    @Slot()
    def _on_opener(self) -> None:
        self._is_open = not self._is_open
        self._show_links()
