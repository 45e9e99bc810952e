"""An opened line of the timeline: its text, where it was, the way to everybody in it and to changing it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.timeline.opened_text import OpenedText
from relationdesk.ui.places.people.timeline.row_widget import RowWidget
from relationdesk.ui.places.people.timeline.timeline_row import ABOVE, LINE, TEXT_LEFT, opened_height
from relationdesk.ui.places.people.timeline.timeline_words import place_beside
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.key_hint import key_text
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.marked_line import MarkedLabel
from relationdesk.ui.widgets.text_blocks import Pictures, no_pictures
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.history.queries import Named, TimelineEntry

_ABOVE_NAMES = 5
"""So that names stand beside the middle of the button."""


class OpenedEntry(RowWidget):
    """Leaves the title free; says `person_asked` for one of the names, `edit_asked` by its button.

    A double click on the text asks for the same. Says `file_asked` with the hash of a file.
    """

    person_asked = Signal(object)
    edit_asked = Signal()
    file_asked = Signal(str)

    def __init__(
        self, text: str, entry: TimelineEntry, pictures: Pictures = no_pictures, edit_words: str = ""
    ) -> None:
        super().__init__()
        self._text = OpenedText(text, pictures) if text else None
        if self._text is not None:
            self._text.edit_asked.connect(self.edit_asked)
            self._text.file_asked.connect(self.file_asked)
        self._marked: list[MarkedLabel | TextLink] = []
        self._names = FlowLayout(None, Space.SMALL, 0)
        self._names.setContentsMargins(0, _ABOVE_NAMES, 0, 0)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(Space.MEDIUM)
        self._foot.addWidget(self._people(entry), 1)
        self._edit = self._edit_button(edit_words or _("Edit"))
        self._foot.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._text is not None:
            column.addWidget(self._text, 1)
        else:
            column.addSpacing(ABOVE + LINE)
        column.addLayout(self._foot)
        column.addSpacing(Space.SMALL)

    def put_eye(self, eye: QWidget | None) -> None:
        """Put what says who may read it before the button, if anything does."""
        if eye is not None:
            self._foot.insertWidget(self._foot.indexOf(self._edit), eye, 0, Qt.AlignmentFlag.AlignTop)

    def show_pictures(self) -> None:
        """Show the pictures of the text that came meanwhile."""
        if self._text is not None:
            self._text.write_anew()

    def mark(self, wanted: str) -> None:
        """Mark folded letters in the text, the place and the names."""
        if self._text is not None:
            self._text.mark(wanted)
        for part in self._marked:
            part.mark(wanted)

    def height_in(self, width: int) -> int:
        """How tall the title, the text and the line of names are in a row of that width."""
        text = self._text.height_in(width) if self._text is not None else 0
        edges = self._foot.contentsMargins()
        room = width - TEXT_LEFT - Space.WIDE + edges.left() + edges.right()
        return opened_height(text + self._foot.heightForWidth(room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, right = self.kept_away
        if self._text is not None:
            self._text.fit(left, right)
        self._foot.setContentsMargins(TEXT_LEFT - left, 0, Space.WIDE - right, 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def _edit_button(self, words: str) -> Button:
        button = Button(words, Role.QUIET, Icon.PENCIL_LINE, compact=True)
        button.setObjectName("timeline.edit")
        button.setToolTip(key_text(QKeySequence("E")))
        button.clicked.connect(self.edit_asked)
        return button

    def _people(self, entry: TimelineEntry) -> QWidget:
        line = QWidget()
        line.setLayout(self._names)
        if place := place_beside(entry):
            self._names.addWidget(Label(_("Place"), Look.HINT))
            self._add_marked(MarkedLabel(place))
        company = [one for one in entry.company if one.name]
        for word, people in ((_("With"), company), (_("Mentions"), _once(entry.named))):
            if people:
                self._names.addWidget(Label(word, Look.HINT))
            for one in people:
                self._add_marked(self._name(one))
        return line

    def _add_marked(self, part: MarkedLabel | TextLink) -> None:
        self._marked.append(part)
        self._names.addWidget(part)

    def _name(self, one: Named) -> MarkedLabel | TextLink:
        if not one.is_there:
            return MarkedLabel(one.name)
        link = TextLink(one.name, tint=Tint.INFO)
        link.setObjectName("timeline.person")
        link.clicked.connect(lambda: self.person_asked.emit(one.person))
        return link


def _once(people: tuple[Named, ...]) -> list[Named]:
    seen: dict[int, Named] = {}
    for one in people:
        seen.setdefault(one.person, one)
    return list(seen.values())
