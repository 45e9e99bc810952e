"""Which entries of a history are shown: everything, or one kind of thing."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.work.history.queries import EntryKind, TimelineEntry

_CHOICES: Final[tuple[tuple[Callable[[], str], frozenset[str]], ...]] = (
    (lambda: _("Everything"), frozenset()),
    (lambda: _("Meetings and events"), frozenset({InteractionKind.MEETING, InteractionKind.EVENT})),
    (lambda: _("Calls"), frozenset({InteractionKind.CALL})),
    (lambda: _("E-mails and messages"), frozenset({InteractionKind.EMAIL, InteractionKind.DIRECT_MESSAGE})),
    (lambda: _("Parcels"), frozenset({InteractionKind.PARCEL})),
    (lambda: _("What was published"), frozenset({InteractionKind.PUBLICATION})),
    (lambda: _("Notes and mentions"), frozenset({InteractionKind.NOTE, EntryKind.MENTION})),
    (lambda: _("Promises"), frozenset({EntryKind.PROMISE})),
    (lambda: _("Partnerships"), frozenset({EntryKind.PARTNERSHIP})),
    (lambda: _("Follow-ups"), frozenset({EntryKind.FOLLOW_UP})),
    (lambda: _("Files"), frozenset({EntryKind.ATTACHMENT})),
)


class KindFilter(Button):
    """Says `picked` when the user picked what is shown; `choice` is its place in the menu."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Role.QUIET, Icon.LIST_FILTER, parent=parent, compact=True)
        self.setObjectName("timeline.kinds")
        self.choice = 0
        self.clicked.connect(self._on_clicked)
        self.show_everything()

    @property
    def is_everything(self) -> bool:
        """Whether no entry is left out."""
        return self.choice == 0

    def lets(self, entry: TimelineEntry) -> bool:
        """Whether an entry is shown."""
        _words, kinds = _CHOICES[self.choice]
        kind = entry.word if entry.kind is EntryKind.INTERACTION else entry.kind
        return not kinds or kind in kinds

    def show_everything(self) -> None:
        """Leave nothing out, without a word."""
        self.show_choice(0)

    def pick(self, choice: int) -> None:
        """Show what stands at this place of the menu."""
        self.show_choice(choice)
        self.picked.emit()

    def menu_of_kinds(self) -> QMenu:
        """Everything that can be picked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for place, (words, _kinds) in enumerate(_CHOICES):
            action = menu.addAction(words())
            action.setCheckable(True)
            action.setChecked(place == self.choice)
            action.triggered.connect(lambda _on, place=place: self.pick(place))
            group.addAction(action)
        return menu

    def show_choice(self, choice: int) -> None:
        """Show what stands at this place of the menu, without a word."""
        self.choice = choice
        words = _CHOICES[choice][0]()
        self.setText(words)
        self.setAccessibleName(_("Shown in the history: {kind}").format(kind=words))
        self.updateGeometry()

    @Slot()
    def _on_clicked(self) -> None:
        menu = self.menu_of_kinds()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
