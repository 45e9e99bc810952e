"""One way to reach a person on their record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.contact_labels import kept_label, offered_labels, shown_label
from relationdesk.domain.folding import fold
from relationdesk.domain.ids import PersonId
from relationdesk.domain.sharing import Shareable
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.language.words import _
from relationdesk.ui.places.people.eyes import Eye
from relationdesk.ui.places.people.record.also_with import AlsoWith
from relationdesk.ui.places.people.record.beside import beside
from relationdesk.ui.places.people.record.card import RecordCard, kept_words, removed_words
from relationdesk.ui.places.people.record.completing import Completing
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Height, IconSize, Space, Tint
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.leading_out import ask_to_open, site_in_full
from relationdesk.ui.widgets.menu_button import Choice, MenuButton
from relationdesk.ui.widgets.value_line import ValueField, ValueLine
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people import editing
from relationdesk.work.people.record_lines import ContactLine


@dataclass(frozen=True, slots=True)
class Placed:
    """A way to reach somebody, and whether it can go up or down among those of its kind."""

    line: ContactLine
    can_rise: bool
    can_sink: bool


class ContactRow(QWidget):
    """An e-mail, a phone, a link or a messenger, with its label; emptied, it is removed."""

    def __init__(self, card: RecordCard, placed: Placed) -> None:
        super().__init__()
        self._card = card
        self._placed = placed
        self._id = placed.line.id
        kind = placed.line.kind
        self.value = card.made_value(kind_name(kind), "", f"contact.{self._id}", self._keep)
        self.value.hide_name()
        self.label = made_label(card, f"contact.{self._id}", kind, self._keep_label)
        self.mark = preferred_mark()
        self.menu = MenuButton(_("What to do with it"), self._choices)
        self.menu.setObjectName(f"record.contact.{self._id}.menu")
        self._eye = card.eyes.made(self, (Shareable.CONTACT_POINT, self._id), kind_name(kind))
        self.value.put_beside(close_together(self.mark, self._eye, menu=self.menu))
        self.also = AlsoWith(card, indent=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(beside(self.label, self.value, self.also))

    def show_contact(self, placed: Placed, person: PersonId) -> None:
        """Show what is kept now; what is being typed stays."""
        self._placed, line = placed, placed.line
        self._card.show_value(self.value, person, line.value, _doubt(line.kind) if line.doubtful else "")
        self._card.show_value(self.label, person, shown_label(line.label))
        show_preferred(self.mark, self.value, is_preferred=line.preferred)
        name_after(line.value, self.label, self._eye, self.menu)

    @property
    def _line(self) -> ContactLine:
        return self._placed.line

    def _keep(self, line: ValueLine, text: str) -> None:
        if text:
            self._card.keep_line(line, lambda desk: editing.reaching.change_contact(desk, self._id, text))
        else:
            self._card.keep_line(line, lambda desk: editing.reaching.remove_contact(desk, self._id))

    def _keep_label(self, line: ValueLine, text: str) -> None:
        label = kept_label(text)
        self._card.keep_line(line, lambda desk: editing.reaching.label_contact(desk, self._id, label))

    def _choices(self) -> Iterator[Choice | None]:
        address = site_in_full(self._line.value) if self._line.kind is ContactKind.LINK else ""
        if address:
            yield Choice(_("Open in the browser…"), partial(ask_to_open, address, self))
        yield Choice(_("Preferred"), self._prefer, is_on=self._line.preferred)
        yield Choice(_("Earlier"), partial(self._move, -1), can=self._placed.can_rise)
        yield Choice(_("Later"), partial(self._move, 1), can=self._placed.can_sink)
        yield None
        for label in offered_labels(self._line.kind):
            yield Choice(label, partial(self._call, label), is_on=kept_label(label) == self._line.label)
        yield None
        yield Choice(_("Remove"), self._remove)

    @Slot()
    def _prefer(self) -> None:
        preferred = not self._line.preferred
        self._change(
            lambda desk: editing.reaching.prefer_contact(desk, self._id, preferred=preferred),
        )

    def _move(self, by: int) -> None:
        self._change(lambda desk: editing.reaching.move_contact(desk, self._id, by=by))

    def _call(self, label: str) -> None:
        kept = "" if kept_label(label) == self._line.label else kept_label(label)
        self._change(lambda desk: editing.reaching.label_contact(desk, self._id, kept))

    def _change(self, command: Callable[[Desk], None]) -> None:
        self._card.change(command, kept_words(self.value.name))

    @Slot()
    def _remove(self) -> None:
        self._card.change(
            lambda desk: editing.reaching.remove_contact(desk, self._id), removed_words(self._line.value)
        )


def kind_name(kind: ContactKind | None) -> str:
    """What stands at the left of a way to reach somebody: `E-mail`, and `Address` for None."""
    word = _("Address") if kind is None else term(kind)
    return word[:1].upper() + word[1:]


def name_after(what: str, label: ValueLine, eye: Eye, menu: MenuButton) -> None:
    """Tell a screen reader of each part of a row which row it belongs to."""
    label.field.setAccessibleName(_("Label of {what}").format(what=what))
    eye.mark.name(what)
    menu.name(what)


def made_label(
    card: RecordCard, field: str, kind: ContactKind | None, keep: Callable[[ValueLine, str], None]
) -> ValueLine:
    """A field for the label of a way to reach somebody, offering the usual ones; empty, it says the kind."""
    label = card.made_value(_("Label"), kind_name(kind), f"{field}.label", keep)
    label.field.setProperty("label", True)  # noqa: FBT003 - Qt's

    def usual(_reader: Reader, typed: str) -> list[str]:
        return [word for word in offered_labels(kind) if fold(word).startswith(fold(typed))]

    if isinstance(label.field, ValueField):
        Completing(card.tasks, label.field, usual)
    return label


def preferred_mark() -> QWidget:
    """The star beside what is preferred, which keeps its room where it is hidden."""
    room = QWidget()
    line = QHBoxLayout(room)
    line.setContentsMargins(0, Space.TIGHT + 2, 0, 0)
    line.addWidget(IconMark(Icon.STAR, Tint.INK3, IconSize.SMALL), 0, Qt.AlignmentFlag.AlignTop)
    policy = room.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    room.setSizePolicy(policy)
    room.setToolTip(_("Preferred"))
    return room


def close_together(*widgets: QWidget, menu: MenuButton) -> QWidget:
    """What stands at the end of a line, the menu last, so that the value has the room."""
    menu.setFixedWidth(Height.HIT)
    room = QWidget()
    line = QHBoxLayout(room)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    for widget in (*widgets, menu):
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return room


def show_preferred(mark: QWidget, line: ValueLine, *, is_preferred: bool) -> None:
    """Say by the star and to a screen reader whether something is preferred."""
    mark.setVisible(is_preferred)
    name = _("{what}, preferred").format(what=line.name) if is_preferred else line.name
    line.field.setAccessibleName(name)


def _doubt(kind: ContactKind) -> str:
    return {
        ContactKind.EMAIL: _("That hardly is an e-mail address. It is kept as it was typed."),
        ContactKind.PHONE: _("That hardly is a whole phone number. It is kept as it was typed."),
        ContactKind.LINK: _("That is no ordinary web address. It is kept, and never opened."),
        ContactKind.MESSENGER: _("That hardly is a name. It is kept as it was typed."),
    }[kind]
