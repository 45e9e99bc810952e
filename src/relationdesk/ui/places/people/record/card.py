"""What every card of the record is: lines under a heading, whose values are kept one change each."""

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey, of_record
from relationdesk.domain.ids import PersonId
from relationdesk.domain.sharing import PersonField
from relationdesk.domain.vocabulary import RecordText
from relationdesk.language.words import _
from relationdesk.ui.places.people.eyes import eyes_of
from relationdesk.ui.places.people.kept_line import keep_line
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.sharing_words import field_words
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.chips_line import ChipsLine
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.section_heading import SectionHeading
from relationdesk.ui.widgets.value_line import LabelledLine, ValueLine
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people import editing

T = TypeVar("T")


class RecordCard(QWidget):
    """Shows part of a record in `rows`; says `said` for what was kept, `person_asked` for somebody else.

    Says `organisation_asked` for an organisation, and `line_asked` for what may be shared, where it stands.

    What is typed is kept for the person it was typed about, before another one is shown.
    """

    said = Signal(str)
    person_asked = Signal(object)
    organisation_asked = Signal(object)
    line_asked = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.drafts = drafts_of(tasks)
        self.view: PersonView | None = None
        self.heading = SectionHeading(heading)
        self.setAccessibleName(heading)
        self.eyes = eyes_of(tasks)
        self._lines: list[ValueLine | ChipsLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.heading)
        card = Card(has_rows=True)
        column.addWidget(card)
        self.rows = QVBoxLayout()
        self.rows.setContentsMargins(Space.LARGE, Space.SMALL, Space.SMALL, Space.SMALL)
        self.rows.setSpacing(Space.TIGHT)
        card.body.addLayout(self.rows)

    def show_person(self, view: PersonView) -> None:
        """Show somebody; what is being typed about the same person stays."""
        if self.view is not None and self.view.id != view.id:
            self.leave()
        self.view = view
        self.show_view(view)

    def show_view(self, view: PersonView) -> None:
        """Show what the card holds of somebody."""
        raise NotImplementedError

    def leave(self) -> None:
        """Keep what stands in a field and is not kept yet, about the person who is still shown."""
        for line in self._lines:
            line.keep()

    def write(self, key: DraftKey) -> bool:
        """Go on writing in the field of a key; False when that is not on this card."""
        for line in self._lines:
            if line.key == key:
                line.field.setFocus()
                return True
        return False

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        if self._lines:
            self._lines[0].field.setFocus()

    def add_value(
        self,
        name: str,
        hint: str,
        field: str,
        keep: Callable[[ValueLine, str], None],
        *,
        is_long: bool = False,
    ) -> ValueLine:
        """Add a line with a text; `keep` is told what was typed, and `field` names it for its draft."""
        line = self.made_value(name, hint, field, keep, is_long=is_long)
        self.rows.addWidget(line)
        return line

    def made_value(
        self,
        name: str,
        hint: str,
        field: str,
        keep: Callable[[ValueLine, str], None],
        *,
        is_long: bool = False,
    ) -> ValueLine:
        """A line as of `add_value`, to be put somewhere; it counts until it is forgotten."""
        line = ValueLine(self.drafts, name, hint, is_long=is_long)
        line.field.setObjectName(f"record.{field}")
        line.kept.connect(lambda text: keep(line, text))
        self._lines.append(line)
        return line

    def put_eye(self, line: LabelledLine, field: PersonField) -> None:
        """Let a line say who may read a field of the person."""
        line.put_beside(self.eyes.made(line, field, field_words(field)))

    def forget(self, inside: QWidget) -> None:
        """Let the lines go that stand in a widget, which goes itself."""
        self._lines = [line for line in self._lines if not inside.isAncestorOf(line)]
        inside.hide()
        inside.deleteLater()

    def add_names(self, name: str, hint: str, field: str, *, is_ranked: bool = False) -> ChipsLine:
        """Add a line with several names; `field` names what is typed there for its draft."""
        line = ChipsLine(self.drafts, name, hint, is_ranked=is_ranked)
        line.field.setObjectName(f"record.{field}")
        self._lines.append(line)
        self.rows.addWidget(line)
        return line

    def show_names(
        self,
        line: ChipsLine,
        person: PersonId,
        values: Sequence[tuple[str, str]],
        odd: Collection[str] = (),
    ) -> None:
        """Show names in one of the lines of `add_names`: each value with its words, `odd` ones marked."""
        line.show_values(of_record(person, line.field.objectName()), values, odd)

    def take_in(self, line: ChipsLine | ValueLine, command: Callable[[Desk], object]) -> None:
        """Have a command take in what is typed in a line that adds something; refused, it stays there."""
        keys = [line.key] if line.key is not None else []
        self.drafts.hand_over(self, keys, command, lambda _none: self.said.emit(kept_words(line.name)))

    def show_value(self, line: ValueLine, person: PersonId, value: str, doubt: str = "") -> None:
        """Show a text in one of the lines of `add_value`, and what is doubtful in it."""
        line.show_value(of_record(person, line.field.objectName()), value, doubt)

    def about(self, command: Callable[[Desk, PersonId], T]) -> Callable[[Desk], T]:
        """A command about the person who is shown now, whoever is when it is run."""
        assert self.view is not None  # noqa: S101 - nothing is changed before somebody is shown
        person = self.view.id
        return lambda desk: command(desk, person)

    def keep_text(self, field: RecordText, line: ValueLine, text: str) -> None:
        """Have a field of the record say `text`, which was typed in `line` or is meant by it."""
        self.keep_line(
            line, self.about(lambda desk, person: editing.texts.set_text(desk, person, field, text))
        )

    def keep_line(self, line: ValueLine, command: Callable[[Desk], None]) -> None:
        """Have a command take in what stands in a line; refused, it stays there to be tried again."""
        keep_line(self, self.tasks, line, command, self.said.emit)

    def change(self, command: Callable[[Desk], T], said: str) -> None:
        """Run a command and say what was done."""
        self.tasks.change(self, command, lambda _result: self.said.emit(said))


def kept_words(what: str) -> str:
    """What is said when something was kept."""
    return _("Kept: {what}").format(what=what)


def removed_words(what: str) -> str:
    """What is said when something was taken away."""
    return _("Removed: {what}").format(what=what)
