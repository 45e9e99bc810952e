"""Leading, on a person's screen, from what is told to where it stands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.ids import AttachmentId, InteractionId, PartnershipId
from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.domain.suiting.answer import Origin
from relationdesk.ui.places.people.eyes import Target
from relationdesk.work.history.queries import EntryKind, TimelineEntry

if TYPE_CHECKING:
    from relationdesk.ui.places.people.person_screen import PersonScreen


class Leading(QObject):
    """Opens the tab of a screen on which something stands, and puts the keyboard there."""

    def __init__(self, screen: "PersonScreen") -> None:
        super().__init__(screen)
        self._screen = screen

    @Slot(object)
    def to_line(self, target: Target) -> None:
        """Lead to the line of something that may be shared."""
        screen, part = self._screen, _part_of(self._screen, target)
        screen.open_page(part)
        if part is screen.history and isinstance(target, tuple):
            screen.history.entries.reveal(target[1], EntryKind(target[0].value))
        else:
            screen.eyes.lead_to(target)

    @Slot(object)
    def to_entry(self, interaction: InteractionId) -> None:
        """Show an entry of the history."""
        self._screen.open_page(self._screen.history)
        self._screen.history.entries.reveal(interaction)

    @Slot()
    def to_relations(self) -> None:
        """Show who is connected with the person."""
        self._screen.open_page(self._screen.relations)
        self._screen.tabs.setFocus()

    @Slot(object)
    def to_origin(self, origin: Origin) -> None:
        """Show what something is known from: what happened, or what was agreed."""
        if origin.interaction_id is None:
            self._screen.open_page(self._screen.partnerships)
            self._screen.partnerships.setFocus()
        else:
            self.to_entry(InteractionId(origin.interaction_id))

    @Slot(object)
    def to_change(self, entry: TimelineEntry) -> None:
        """Lead to where an entry is changed: beside the history, among what was agreed or the files."""
        screen = self._screen
        if entry.kind is EntryKind.PARTNERSHIP:
            screen.open_page(screen.partnerships)
            screen.partnerships.open_partnership(PartnershipId(entry.id))
        elif entry.kind is EntryKind.ATTACHMENT:
            screen.open_page(screen.files)
            screen.files.page.rename(AttachmentId(entry.id))
        elif screen.view is not None:
            screen.writing.write_beside(DraftKey(DraftField.PROMISE, entry.id, screen.view.id))


def _part_of(screen: "PersonScreen", target: Target) -> QWidget:
    """The tab, or the part beside the tabs, that has the line."""
    kind = target if isinstance(target, PersonField) else target[0]
    parts: dict[PersonField | Shareable, QWidget] = {
        PersonField.PICTURE: screen.header,
        PersonField.QUIET_TIMES: screen.preferences,
        Shareable.PREFERENCE: screen.preferences,
        Shareable.REFUSAL: screen.preferences,
        Shareable.FACT: screen.preferences,
        Shareable.RELATION: screen.relations,
        Shareable.PARTNERSHIP: screen.partnerships,
        Shareable.ATTACHMENT: screen.files,
        Shareable.PROMISE: screen.remember if _is_open(screen, target) else screen.history,
        Shareable.INTERACTION: screen.history,
    }
    return parts.get(kind, screen.record)


def _is_open(screen: "PersonScreen", target: Target) -> bool:
    """Whether it is a promise that is open: of the others the history tells."""
    promises = screen.view.promises if screen.view is not None else ()
    return any((Shareable.PROMISE, one.id) == target for one in promises)
