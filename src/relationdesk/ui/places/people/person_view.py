"""Everything that a person's screen shows, asked for in one question."""

from dataclasses import dataclass
from datetime import date

from relationdesk.domain.ids import PersonId
from relationdesk.domain.suiting.answer import Answer
from relationdesk.work.desks import Reader
from relationdesk.work.follow_ups.queries import FollowUpLine, PromiseLine, open_follow_ups, open_promises
from relationdesk.work.history.queries import TimelineEntry, timeline_head
from relationdesk.work.partnerships.queries import PartnershipLine, partnerships_of
from relationdesk.work.people.merged import is_merged
from relationdesk.work.people.record import PersonPage, person_page
from relationdesk.work.people.suiting import would_suit


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person with the head of their history, what was agreed and what is open, as of a day."""

    page: PersonPage
    history: tuple[TimelineEntry, ...]
    partnerships: tuple[PartnershipLine, ...]
    follow_ups: tuple[FollowUpLine, ...]
    promises: tuple[PromiseLine, ...]
    suits: Answer
    today: date
    is_merged: bool = False
    """Somebody else went into this record."""

    @property
    def id(self) -> PersonId:
        """Whose screen it is."""
        return self.page.record.id

    @property
    def name(self) -> str:
        """What the person is called."""
        return self.page.record.name

    @property
    def names(self) -> str:
        """Every name by which a note may name the person."""
        record = self.page.record
        return f"{record.name} {record.given_name} {record.family_name}"


def person_view(reader: Reader, person: PersonId, today: date) -> PersonView | None:
    """A person's whole screen, or None when they are no longer on the desk."""
    page = person_page(reader, person, today)
    if page is None:
        return None
    partnerships = partnerships_of(reader, person)
    return PersonView(
        page=page,
        history=tuple(timeline_head(reader, person)),
        partnerships=tuple(partnerships),
        follow_ups=tuple(open_follow_ups(reader, person)),
        promises=tuple(open_promises(reader, person)),
        suits=would_suit(page, partnerships, today),
        today=today,
        is_merged=is_merged(reader, person),
    )
