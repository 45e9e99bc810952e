"""An entry of the history that is told otherwise: as it is now, and what of it is to change."""

from dataclasses import dataclass

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.domain.mentions import Mention
from relationdesk.domain.noting import Happening, Picks
from relationdesk.work.desks import Reader
from relationdesk.work.history.queries import Told, TookPart, named_in, told, took_part


@dataclass(frozen=True, slots=True)
class Edited:
    """What is being told otherwise, as it stands in the history of `owner`."""

    owner: PersonId
    told: Told
    people: tuple[TookPart, ...]
    mentions: tuple[Mention, ...]

    @property
    def id(self) -> InteractionId:
        """What is changed."""
        return self.told.id

    @property
    def key(self) -> DraftKey:
        """Where what is being typed is kept."""
        return entry_key(self.owner, self.id)

    @property
    def names(self) -> dict[PersonId, str]:
        """Who took part, whoever is in the trash too."""
        return {one.person: one.name for one in self.people}

    @property
    def picks(self) -> Picks:
        """Everything beside the text, as it is now."""
        now = self.told
        return Picks(
            kind=now.kind,
            direction=now.direction,
            tone=now.tone,
            day=now.happened_on,
            title=now.title,
            place=now.place,
            lines={one.person: one.line for one in self.people},
            mentions=self.mentions,
        )

    def is_told_so(self, said: Happening) -> bool:
        """Whether what is said of it is what is told already."""
        now = self.told
        return said == Happening(
            kind=now.kind,
            happened_on=now.happened_on,
            text=now.text.strip(),
            lines={one.person: one.line for one in self.people},
            title=now.title.strip(),
            place=now.place.strip(),
            direction=now.direction,
            tone=now.tone,
            mentions=said.mentions,
        )


def entry_key(owner: PersonId, interaction: InteractionId) -> DraftKey:
    """Where what is typed to tell an entry of somebody's history otherwise is kept."""
    return DraftKey(DraftField.ENTRY, interaction, owner)


def entry_as_told(reader: Reader, owner: PersonId, interaction: InteractionId) -> Edited | None:
    """An entry of somebody's history to be told otherwise; None when it is gone."""
    now = told(reader, interaction)
    if now is None:
        return None
    named = tuple(Mention(one.person, one.written) for one in named_in(reader, interaction))
    return Edited(owner, now, tuple(took_part(reader, interaction)), named)
