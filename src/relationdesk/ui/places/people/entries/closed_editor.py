"""A promise or a follow-up that is closed, edited in its row: the words for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.ids import FollowUpId, PersonId, PromiseId
from relationdesk.domain.noting import Picks, read_picks
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.plain_fields import PlainField
from relationdesk.ui.places.people.entries.row_editor import RowEditor
from relationdesk.ui.places.people.timeline.timeline_words import ShownEntry
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work import follow_ups
from relationdesk.work.desks import Desk
from relationdesk.work.history.queries import EntryKind, TimelineEntry

_ICON_ROOM = 34


class ClosedEditor(RowEditor):
    """Of a promise what was promised, of a follow-up what was to be done and the word that closed it."""

    def __init__(self, drafts: Drafts, entry: TimelineEntry, shown: ShownEntry, owner: PersonId) -> None:
        self._is_promise = entry.kind is EntryKind.PROMISE
        hint = _("What was promised") if self._is_promise else _("Why, or what came of it")
        super().__init__(hint, hint)
        self.nothing_left = _("Without a word it stays as it was.")
        self.entry = entry
        self.title = PlainField(_("What was to be done"), shown.title, is_strong=True)
        self.title.setObjectName("entry.title")
        self.title.setText(entry.title)
        said = Label(shown.title, Look.STRONG)
        said.setContentsMargins(Space.SMALL, 0, 0, 0)
        self.arrange([(_marked(shown.icon), 0), (said if self._is_promise else self.title, 1)], [], [])
        self.begin(drafts, closed_key(owner, entry), entry.text)
        self.join_line(self.title)

    @property
    def is_changed(self) -> bool:
        """Whether the words are others than those that are kept."""
        return self._words != (self.entry.title.strip(), self.entry.text.strip())

    @property
    def has_words(self) -> bool:
        """Whether any word is left."""
        return any(self._words)

    def change(self) -> Callable[[Desk], object]:
        """What says it so from now on."""
        (title, text), number = self._words, self.entry.id
        if self._is_promise:
            return lambda desk: follow_ups.rewording.reword_promise(desk, PromiseId(number), what=text)
        return lambda desk: follow_ups.rewording.reword_follow_up(
            desk, FollowUpId(number), reason=title, word=text
        )

    def put_back_words(self) -> None:
        """Show the words that are kept."""
        self.title.setText(self.entry.title)
        self.text.selectAll()
        self.text.insertPlainText(self.entry.text)
        self.remember()

    def show_draft(self) -> None:
        """Show what was to be done, as it was typed with the text."""
        aside = self.draft.aside
        self.title.setText(read_picks(aside).title if aside else self.entry.title)

    def written_aside(self) -> str:
        """What was to be done."""
        return Picks(title=self.title.text()).written()

    @property
    def _words(self) -> tuple[str, str]:
        return self.title.text().strip(), self.text.toPlainText().strip()


def closed_key(owner: PersonId, entry: TimelineEntry) -> DraftKey:
    """Where what is typed in a closed entry of somebody's history is kept."""
    return DraftKey(DraftField.ENTRY, entry.id, owner)


def _marked(icon: Icon) -> QWidget:
    room = QWidget()
    room.setFixedWidth(_ICON_ROOM)
    line = QHBoxLayout(room)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(IconMark(icon, Tint.INK2, IconSize.SMALL), 0, Qt.AlignmentFlag.AlignCenter)
    return room
