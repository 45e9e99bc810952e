"""Several new people from one text, each to be ticked, with whom they look like."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.card import Card
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.adding.form_of_card import in_one_line
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.card import Card as Panel
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import literal
from relationdesk.ui.widgets.text_link import TextLink

if TYPE_CHECKING:
    from relationdesk.work.people.introductions import Introduced
    from relationdesk.work.people.likeness import Alike

MOST_SHOWN = 200


class NewPeople(QWidget):
    """Says `ticked` when the choice changed, and `person_asked` for somebody who is there already.

    Says `put_back_asked` with who is in the trash.

    Whoever looks like somebody on the desk is not ticked at first.
    """

    ticked = Signal()
    person_asked = Signal(object)
    put_back_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[QCheckBox] = []
        self._cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.SMALL)
        self._heading = Label("", Look.HEADING, wraps=True)
        self._more = Label("", Look.SECONDARY, wraps=True)
        self._rows = Panel(has_rows=True)
        for widget in (self._heading, self._rows, self._more):
            self._column.addWidget(widget)

    @property
    def is_whole(self) -> bool:
        """Everybody whom the text introduces is shown."""
        return self._more.isHidden()

    def show_people(self, people: Sequence["Introduced"]) -> None:
        """Show these people, the first `MOST_SHOWN` of them."""
        shown = people[:MOST_SHOWN]
        self._cards = [one.card for one in shown]
        self.boxes = []
        old, self._rows = self._rows, Panel(has_rows=True)
        for one in shown:
            self._rows.add_row(self._row(one))
        self._column.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()
        count = len(people)
        self._heading.setText(plural("{n} person in this text", "{n} people in this text", count))
        more = plural(
            "{n} more stays in the text for the next time; a file is better for a long list.",
            "{n} more stay in the text for the next time; a file is better for a long list.",
            count - len(shown),
        )
        self._more.setText(more)
        self._more.setVisible(count > len(shown))

    def chosen(self) -> list[Card]:
        """The people who are ticked, in the order of the text."""
        return [card for card, box in zip(self._cards, self.boxes, strict=True) if box.isChecked()]

    def _row(self, one: "Introduced") -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(Space.MEDIUM, Space.TIGHT, Space.MEDIUM, Space.TIGHT)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        box = QCheckBox(literal(one.card.display_name))
        box.setChecked(one.alike is None)
        box.setAccessibleName(one.card.display_name)
        box.toggled.connect(self._on_toggled)
        self.boxes.append(box)
        line.addWidget(box)
        line.addWidget(ElidedLabel(in_one_line(one.card), Look.SECONDARY), 1)
        column.addLayout(line)
        if one.alike is not None:
            column.addLayout(self._warning(one.alike))
        return row

    def _warning(self, alike: "Alike") -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, 0, 0, 0)
        line.setSpacing(Space.TIGHT)
        said = Label(_("In the trash:") if alike.is_trashed else _("Here already:"), Look.HINT)
        said.show_tone(Tone.WARN)
        back = _("Put {name} back").format(name=alike.name)
        link = TextLink(back if alike.is_trashed else likeness_words(alike))
        if alike.is_trashed:
            link.setObjectName("new.put_back")
            link.clicked.connect(lambda: self.put_back_asked.emit(alike))
        else:
            link.clicked.connect(lambda: self.person_asked.emit(alike.person_id))
        line.addWidget(said, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        return line

    @Slot()
    def _on_toggled(self) -> None:
        self.ticked.emit()


def likeness_words(alike: "Alike") -> str:
    """Who is there already, and what makes them look alike."""
    sentences = {
        "email": _("{name}, same e-mail"),
        "phone": _("{name}, same phone"),
        "handle": _("{name}, same account"),
        "name": _("{name}, same name"),
    }
    return sentences[alike.shared.value].format(name=alike.name)
