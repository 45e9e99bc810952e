"""An opened line of the timeline: its whole text, and below it the way to everybody who is in it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.timeline.opened_text import OpenedText
from relationdesk.ui.places.people.timeline.timeline_row import ABOVE, LINE, TEXT_LEFT
from relationdesk.ui.theme.tokens import Space, Tint
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.text_blocks import Pictures, no_pictures
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.history.queries import Named, TimelineEntry


class OpenedEntry(QWidget):
    """Lies over its row and leaves the title free; says `person_asked` for one of the names."""

    person_asked = Signal(object)

    def __init__(self, text: str, entry: TimelineEntry, pictures: Pictures = no_pictures) -> None:
        super().__init__()
        self._text = OpenedText(text, pictures) if text else None
        self._names = FlowLayout(None, Space.SMALL, 0)
        self._people = self._people_line(entry) if entry.company or entry.named else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._text is not None:
            column.addWidget(self._text, 1)
        else:
            column.addSpacing(ABOVE + LINE)
        if self._people is not None:
            column.addWidget(self._people)
            column.addSpacing(Space.SMALL)

    def show_pictures(self) -> None:
        """Show the pictures of the text that came meanwhile."""
        if self._text is not None:
            self._text.write_anew()

    def mark(self, wanted: str) -> None:
        """Mark folded letters in the text."""
        if self._text is not None:
            self._text.mark(wanted)

    def height_in(self, width: int) -> int:
        """How tall the text and the names are in a row of that width."""
        text = self._text.height_in(width) if self._text is not None else 0
        if self._people is None:
            return text
        return text + self._people.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        row = self.parentWidget()
        # The style may keep the widget away from the edges of its row.
        left = self.x()
        right = row.width() - self.geometry().right() - 1 if row is not None else 0
        if self._text is not None:
            self._text.fit(left, right)
        self._names.setContentsMargins(TEXT_LEFT - left, Space.TIGHT, Space.WIDE - right, 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def _people_line(self, entry: TimelineEntry) -> QWidget:
        line = QWidget()
        flow = self._names
        flow.setContentsMargins(TEXT_LEFT, Space.TIGHT, Space.WIDE, 0)
        line.setLayout(flow)
        company = [one for one in entry.company if one.name]
        for word, people in ((_("With"), company), (_("Mentions"), _once(entry.named))):
            if people:
                flow.addWidget(Label(word, Look.HINT))
            for one in people:
                flow.addWidget(self._name(one))
        return line

    def _name(self, one: Named) -> QWidget:
        if not one.is_there:
            return Label(one.name, Look.SECONDARY)
        link = TextLink(one.name, tint=Tint.INFO)
        link.setObjectName("timeline.person")
        link.clicked.connect(lambda: self.person_asked.emit(one.person))
        return link


def _once(people: tuple[Named, ...]) -> list[Named]:
    seen: dict[int, Named] = {}
    for one in people:
        seen.setdefault(one.person, one)
    return list(seen.values())
