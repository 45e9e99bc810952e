"""The entry of a history that is being told otherwise in the note line, until it is kept or left."""

from PySide6.QtCore import QObject, Signal, Slot

from relationdesk.domain.drafts import Draft, DraftField, DraftKey, about_person
from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.language.dates import long_day
from relationdesk.language.words import _
from relationdesk.ui.places.people.entries.editing import Edited, entry_as_told, entry_key
from relationdesk.ui.places.people.noting.note_line import NoteLine
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.work import history
from relationdesk.work.desks import Desk, Reader


class Retelling(QObject):
    """Says `begun` when an entry came into the note line, and `said` when it was kept.

    The note belongs to `owner` between two entries, or to nobody.
    """

    begun = Signal()
    said = Signal(str)

    def __init__(
        self, tasks: Tasks[Reader, Desk], note: NoteLine, draft: FieldDraft, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._note = note
        self._draft = draft
        self._owner: PersonId | None = None
        self.edited: Edited | None = None
        note.left.connect(self.leave)

    def belong_to(self, owner: PersonId) -> None:
        """Let the note be one about somebody; an entry that is told otherwise has to be kept before."""
        self._owner = owner
        self.leave()

    @Slot(object)
    def begin(self, interaction: InteractionId) -> None:
        """Have an entry of the history of whom is shown told otherwise."""
        owner = self._owner
        if owner is not None:
            self.keep()
            self._tasks.ask(
                self,
                lambda reader: entry_as_told(reader, owner, interaction),
                lambda edited: self._on_entry_read(edited, entry_key(owner, interaction)),
            )

    def keep(self) -> None:
        """Keep what is told otherwise, if anything is."""
        edited = self.edited
        told = None if edited is None else edited.change_in(self._note.happening(edited.owner))
        if edited is not None and told is not None:
            changed = told
            self._draft.hand_over(
                self,
                lambda desk: history.commands.edit_interaction(desk, edited.id, changed),
                lambda _none: self.said.emit(_("Changed in the history")),
            )

    @Slot()
    def leave(self) -> None:
        """Note something new again; what was typed stays kept until the entry is opened the next time."""
        self.edited = None
        self._note.show_edited("")
        if self._owner is not None:
            self._draft.belong_to(about_person(DraftField.NOTE, self._owner))

    def _on_entry_read(self, edited: Edited | None, key: DraftKey) -> None:
        if self._owner is None or key.person != self._owner:
            return
        if edited is None:
            self._go_on_as_note(key, self._owner)
            return
        self.edited = edited
        self.begun.emit()
        self._note.show_edited(
            _("Changing what is noted under {day}").format(day=long_day(edited.told.happened_on))
        )
        self._draft.belong_to(edited.key, edited.told.text)
        self._note.text.setFocus()

    def _go_on_as_note(self, key: DraftKey, person: PersonId) -> None:
        """Have what was being typed in an entry that is gone stand in the note."""
        drafts = drafts_of(self._tasks)
        text = drafts.draft(key).text
        if text:
            drafts.throw_away(key)
            drafts.put(Draft(about_person(DraftField.NOTE, person), text))
