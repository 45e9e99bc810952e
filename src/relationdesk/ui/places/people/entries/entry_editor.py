"""Something that happened, edited in its row: what it was, when, where and with whom."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Slot

from relationdesk.domain.noting import Happening, Picks, read_picks
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.editing import Edited
from relationdesk.ui.places.people.entries.plain_fields import PlainField
from relationdesk.ui.places.people.entries.row_editor import RowEditor
from relationdesk.ui.places.people.noting.odd_words_hint import OddWordsHint
from relationdesk.ui.places.people.noting.pointing_out import PointingOut
from relationdesk.ui.places.people.noting.telling import Telling
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field import Field
from relationdesk.work import history
from relationdesk.work.desks import Desk, Reader

_PAUSE: Final = 150
_PLACE_WIDTH: Final = 150


class EntryEditor(RowEditor):
    """Has everything that a note has, and the title and the place."""

    def __init__(
        self, tasks: Tasks[Reader, Desk], edited: Edited, *, name: str, told_title: str, today: date
    ) -> None:
        """`name` is that of whose history it is; `told_title` stands where the entry has no title."""
        super().__init__(_("What happened"), _("What happened"))
        self.nothing_left = _(
            "Without a word it stays as it was. To take it out, remove it from the history."
        )
        self.edited = edited
        self._today = today
        self._names = {edited.owner: name} | edited.names
        self.title = PlainField(_("Title"), told_title, is_strong=True)
        self.title.setObjectName("entry.title")
        self.place = Field(_("Place"), _("Place"), Icon.MAP_PIN)
        self.place.setProperty("line", True)  # noqa: FBT003 - Qt's
        self.place.setObjectName("entry.place")
        self.place.setFixedWidth(_PLACE_WIDTH)
        self.telling = telling = Telling(tasks, self.text)
        self._hint = OddWordsHint()
        self._pointing_out = PointingOut(tasks, self.text, self._hint)
        self._pointing_out.name = name
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._pointing_out.look)
        self.text.textChanged.connect(self._pause.start)
        telling.exchange.add(telling.company.add_button)
        telling.exchange.add(self.place)
        head = [(telling.kind_button, 0), (self.title, 1), (telling.day, 0)]
        self.arrange(head, [self._hint], [telling.exchange, telling.company])
        self.begin(drafts_of(tasks), edited.key, edited.told.text)
        self.place.edited.connect(self.remember)  # its own button empties it, too
        for field in (self.title, self.place):
            self.join_line(field)
        telling.picked.connect(self.remember)
        self._pointing_out.begin()

    @property
    def happening(self) -> Happening:
        """What happened, as it stands in the fields."""
        return self.telling.happening(self.edited.owner, title=self.title.text(), place=self.place.text())

    @property
    def is_changed(self) -> bool:
        """Whether something else is told than what is kept."""
        return not self.edited.is_told_so(self.happening)

    @property
    def has_words(self) -> bool:
        """Whether there is a title or a text."""
        return bool(self.happening.text or self.happening.title)

    def change(self) -> Callable[[Desk], object]:
        """What tells it so from now on."""
        edited, told = self.edited.id, self.happening
        return lambda desk: history.commands.edit_interaction(desk, edited, told)

    def put_back_words(self) -> None:
        """Show the title and the text that are kept."""
        self.title.setText(self.edited.told.title)
        self.text.selectAll()
        self.text.insertPlainText(self.edited.told.text)
        self.remember()

    @Slot()
    def put_back(self) -> None:
        """Show everything as it is kept."""
        self.place.setText(self.edited.told.place)
        self.telling.show_about(self.edited.owner, self._names, self._today, self.edited.picks)
        super().put_back()

    def show_draft(self) -> None:
        """Show the title, the place and the picks that belong to the text."""
        aside = self.draft.aside
        picks = read_picks(aside) if aside else self.edited.picks
        self.title.setText(picks.title)
        self.place.setText(picks.place)
        self.telling.show_about(self.edited.owner, self._names, self._today, picks)

    def written_aside(self) -> str:
        """Everything beside the text."""
        picks = self.telling.picks
        return Picks(
            kind=picks.kind,
            direction=picks.direction,
            tone=self.telling.exchange.tone,
            day=self.telling.day.day,
            title=self.title.text(),
            place=self.place.text(),
            lines=picks.lines,
            mentions=picks.mentions,
        ).written()
