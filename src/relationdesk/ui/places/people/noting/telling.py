"""What is told of something that happened: its text, and everything that is picked beside it."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from relationdesk.domain.happenings import direction_told, kind_told
from relationdesk.domain.ids import PersonId
from relationdesk.domain.noting import Happening, Picks
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.day_button import DayButton
from relationdesk.ui.places.people.entries.naming import Naming
from relationdesk.ui.places.people.entries.with_people import WithPeople
from relationdesk.ui.places.people.noting.exchange_line import ExchangeLine
from relationdesk.ui.places.people.timeline.timeline_words import KIND_ICONS
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import line_icon
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.growing_text import GrowingText
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.places.people.attached.pasting import NotePasting

_BOTH_WAYS = {InteractionKind.CALL, InteractionKind.MEETING, InteractionKind.EVENT}


class Telling(QObject):
    """Makes the parts beside a text; its maker puts `kind_button`, `exchange` and `company` in their places.

    Says `picked` when the user picked the kind, who reached out, who asked or gave, the day, who else took
    part or whom the text names; until then the first two are guessed from the text, and the day is today.
    """

    picked = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], text: GrowingText) -> None:
        super().__init__(text)
        self._tasks = tasks
        self._picked: InteractionKind | None = None
        self._owner: PersonId | None = None
        self._names: Mapping[PersonId, str] = {}
        self._today = date.min
        self._pasting: NotePasting | None = None
        self.text = text
        text.takes = self._take_pasted
        self.kind_button = Button("", Role.QUIET, KIND_ICONS[InteractionKind.NOTE], compact=True)
        self.kind_button.setObjectName("note.kind")
        self.kind_button.clicked.connect(self._on_kind_asked)
        self.exchange = ExchangeLine(text)
        self.day = DayButton()
        self.company = WithPeople(tasks)
        self.naming = Naming(tasks, text)
        for picked in (self.exchange.picked, self.day.picked, self.company.changed, self.naming.changed):
            picked.connect(self.picked)
        self.company.changed.connect(self.show_told)
        text.textChanged.connect(self.show_told)
        self.show_told()

    @property
    def kind(self) -> InteractionKind:
        """The kind shown: the one picked, or else the one that the text tells."""
        return self._picked or kind_told(self.text.toPlainText())

    @property
    def picks(self) -> Picks:
        """Everything that the user picked."""
        tone = self.exchange.tone
        return Picks(
            kind=self._picked,
            direction=self.exchange.picked_direction,
            tone=tone if tone is not Tone.NEITHER else None,
            day=self.day.picked_day,
            lines=self.company.lines,
            mentions=self.naming.mentions,
        )

    def show_about(
        self, owner: PersonId, names: Mapping[PersonId, str], today: date, picks: Picks | None = None
    ) -> None:
        """Show what was picked for a text about `owner`; what was not, it tells itself."""
        self._owner, self._names, self._today = owner, names, today
        if self._pasting is not None:
            self._pasting.belong_to(owner)
        self.show_picks(picks or Picks())

    def show_picks(self, picks: Picks) -> None:
        """Show what was picked for another text about the same person."""
        self._picked = picks.kind
        self.exchange.show_picked(picks.direction, picks.tone or Tone.NEITHER)
        self.day.show_day(picks.day, self._today)
        self.naming.show_mentions(picks.mentions)
        if self._owner is not None:
            self.company.show_lines(self._owner, picks.lines, self._names)
        self.show_told()

    def pick(self, kind: InteractionKind) -> None:
        """Choose the kind, whatever the text tells."""
        self._picked = kind
        self.show_told()
        self.picked.emit()

    def happening(self, owner: PersonId, *, title: str = "", place: str = "") -> Happening:
        """What happened with `owner`, as it is told."""
        return Happening(
            kind=self.kind,
            happened_on=self.day.day,
            text=self.text.toPlainText().strip(),
            lines={owner: "", **self.company.lines},
            title=title.strip(),
            place=place.strip(),
            direction=self.exchange.direction,
            tone=self.exchange.tone,
            mentions=self.naming.mentions,
        )

    @Slot()
    def show_told(self) -> None:
        """Show of what kind it is and who reached out, as picked or as the text tells."""
        self.kind_button.show_icon(KIND_ICONS[self.kind])
        name = _("Kind: {kind}").format(kind=term(self.kind))
        self.kind_button.setAccessibleName(name)
        self.kind_button.setToolTip(name)
        is_shared = self.kind in _BOTH_WAYS
        told = Direction.BOTH if is_shared else direction_told(self.text.toPlainText())
        name = self._names.get(self._owner, "") if self._owner is not None else ""
        self.exchange.show_told(told, name, with_others=self.company.is_anybody)

    def _take_pasted(self, carried: QMimeData) -> bool:
        from relationdesk.ui.places.people.attached.pasting import NotePasting  # noqa: PLC0415 - with the first

        if self._owner is None:
            return False
        if self._pasting is None:
            self._pasting = NotePasting(self._tasks, self.text)
        return self._pasting.take(self._owner, carried)

    @Slot()
    def _on_kind_asked(self) -> None:
        menu = QMenu(self.kind_button)
        group = QActionGroup(menu)
        for kind in InteractionKind:
            action = menu.addAction(line_icon(KIND_ICONS[kind]), _capitalised(term(kind)))
            action.setCheckable(True)
            action.setChecked(kind is self.kind)
            action.triggered.connect(lambda _checked=False, kind=kind: self.pick(kind))
            group.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.kind_button.mapToGlobal(QPoint(0, self.kind_button.height())))


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
