"""One value of a field of the user's own, with who may read it and what can be done with the field."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from relationdesk.domain.ids import OwnValueId, PersonId
from relationdesk.domain.own_values import is_doubtful, told
from relationdesk.domain.sharing import Shareable
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.record.card import RecordCard
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work.desks import Desk
from relationdesk.work.people import editing
from relationdesk.work.people.own_fields import OwnField, OwnValue


class OwnFieldRow(QWidget):
    """Says `rename_asked`, `moved` by so many places, and `removed`."""

    rename_asked = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, card: RecordCard, field: OwnField, place: int) -> None:
        """`place` is the place of the value among those of the field."""
        super().__init__()
        self._card = card
        self.field = field
        self._held: list[OwnValueId] = []
        self.line = card.made_value(field.name, hint_of(field.kind), f"own.{field.id}.{place}", self._keep)
        self.eye = card.eyes.made(self, None, field.name)
        self.more = Button("", Role.QUIET, Icon.ELLIPSIS, compact=True, name=_("Change this field"))
        self.more.setObjectName("own_field.more")
        self.more.setAccessibleName(_("Change the field: {what}").format(what=field.name))
        self.more.clicked.connect(self._on_more)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.eye, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def show_value(self, value: OwnValue | None) -> None:
        """Show what the field holds of the person whom the card is about."""
        if self._card.view is None:
            return
        self._held = [] if value is None else [value.id]
        text = "" if value is None else told(self.field.kind, value.value)
        is_odd = value is not None and is_doubtful(self.field.kind, value.value)
        doubt = doubt_of(self.field.kind) if is_odd else ""
        self._card.show_value(self.line, self._card.view.id, text, doubt)
        self.eye.mark.name(self.field.name)
        self.eye.watch(None if value is None else (Shareable.OWN_VALUE, value.id))

    def menu(self) -> QMenu:
        """What can be done with the field."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(line_icon(Icon.PENCIL_LINE), _("Rename…")).triggered.connect(self.rename_asked)
        up = menu.addAction(line_icon(Icon.CHEVRON_UP), _("Move up"))
        up.triggered.connect(lambda: self.moved.emit(-1))
        down = menu.addAction(line_icon(Icon.CHEVRON_DOWN), _("Move down"))
        down.triggered.connect(lambda: self.moved.emit(1))
        people = self.field.people
        words = (
            plural(
                "Remove it from every record ({n} holds something)",
                "Remove it from every record ({n} hold something)",
                people,
            )
            if people
            else _("Remove it from every record")
        )
        menu.addAction(line_icon(Icon.TRASH_2), words).triggered.connect(self.removed)
        return menu

    def _keep(self, line: ValueLine, text: str) -> None:
        held, field = self._held, self.field.id

        def keep(desk: Desk, person: PersonId) -> None:
            if held:
                editing.own_fields.change_own_value(desk, held[0], text)
            else:
                held.append(editing.own_fields.fill_own_field(desk, person, field, text))
            if not text:
                held.clear()

        self._card.keep_line(line, self._card.about(keep))

    @Slot()
    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def hint_of(kind: OwnKind) -> str:
    """What stands in the place of an empty value."""
    match kind:
        case OwnKind.TEXT:
            return _("Add a text")
        case OwnKind.NUMBER:
            return _("Add a number")
        case OwnKind.DAY:
            return _("Add a day: 31 December 2030")
        case OwnKind.YES_NO:
            return _("Add yes or no")


def doubt_of(kind: OwnKind) -> str:
    """What is said below a value that is not what its field is for."""
    return _("Kept as you wrote it, though the field is for: {kind}.").format(kind=term(kind))
