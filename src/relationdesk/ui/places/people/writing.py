"""Going on writing, on a person's screen, at what was typed and not kept."""

from typing import TYPE_CHECKING

from relationdesk.domain.drafts import Draft, DraftField, DraftKey, about_person
from relationdesk.domain.ids import InteractionId
from relationdesk.ui.widgets.drafts import Drafts

if TYPE_CHECKING:
    from relationdesk.ui.places.people.person_screen import PersonScreen


class Writing:
    """Finds the field of a key on a screen, and puts the cursor into it."""

    def __init__(self, screen: "PersonScreen", drafts: Drafts) -> None:
        self._screen = screen
        self._drafts = drafts

    def write(self, key: DraftKey) -> None:
        """Go on writing at what stands under a key; a text whose field is gone goes on as a note."""
        field, screen = key.field, self._screen
        if field is DraftField.PREFERENCE:
            screen.open_page(screen.preferences)
            screen.preferences.write()
        elif field in (DraftField.PARTNERSHIP_CLIENT, DraftField.PARTNERSHIP_TITLE):
            screen.open_page(screen.partnerships)
            screen.partnerships.write(key)
        elif field is DraftField.ENTRY:
            screen.open_page(screen.history)
            screen.history.entries.retelling.begin(InteractionId(key.subject))
        elif field is DraftField.NOTE or not self._write_elsewhere(key):
            screen.open_page(screen.history)
            self._to_note(key)
            screen.history.note.text.setFocus()

    def write_beside(self, key: DraftKey) -> bool:
        """Go on writing in the column of what to remember; False when the field is not there any more."""
        screen = self._screen
        if screen.is_folded:
            screen.open_page(screen.remember)
        return screen.remember.write(key)

    def _write_elsewhere(self, key: DraftKey) -> bool:
        """Go on writing on a tab or beside them; False when the field is not there any more."""
        screen = self._screen
        if key.field is DraftField.TERMS:
            screen.open_page(screen.partnerships)
            return screen.partnerships.write(key)
        if key.field is not DraftField.RECORD:
            return self.write_beside(key)
        screen.open_page(screen.record)
        return screen.record.page.write(key)

    def _to_note(self, key: DraftKey) -> None:
        draft, view = self._drafts.draft(key), self._screen.view
        if view is not None and key.field is not DraftField.NOTE and draft.text:
            self._drafts.throw_away(key)
            self._drafts.put(Draft(about_person(DraftField.NOTE, view.id), draft.text))
