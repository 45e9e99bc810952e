"""Turning stories into rows of the desk."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import insert, update
from sqlmodel import Session, SQLModel

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import (
    ConsentRow,
    FactRow,
    FollowUpRow,
    HandleRow,
    InteractionRow,
    OrganisationRow,
    ParticipantRow,
    PartnershipRow,
    PersonRow,
    PreferenceRow,
    PromiseRow,
    ReadingRow,
    RelationRow,
)
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import Audience, FollowUpState, OrganisationKind, PromiseState, Source
from relationdesk.work.people.writing import CardWriter
from relationdesk.work.sample.days import StoryDays
from relationdesk.work.sample.reading import OrganisationTold
from relationdesk.work.sample.stories import (
    FollowUpTold,
    Happening,
    PartnershipTold,
    PromiseTold,
    Story,
)

_ORDER: tuple[type[SQLModel], ...] = (
    ConsentRow,
    HandleRow,
    ReadingRow,
    RelationRow,
    PartnershipRow,
    InteractionRow,
    ParticipantRow,
    PreferenceRow,
    FactRow,
    PromiseRow,
    FollowUpRow,
)
_IDS_AT_ONCE = 1000


@dataclass(slots=True)
class StoryTeller:
    """Gathers the rows of any number of stories and writes them in one go, inside the caller's change."""

    desk: Desk
    session: Session
    cards: CardWriter
    _people: dict[str, PersonId] = field(default_factory=dict)
    _rows: dict[type[SQLModel], list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    _days: StoryDays = field(init=False)
    _fresh: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        """Count days from today, and begin a run of identities."""
        self._days = StoryDays(self.desk.clock)
        self._fresh = self._identities()

    def tell(self, organisations: Sequence[OrganisationTold], stories: Sequence[Story]) -> None:
        """Write all that is told: first everybody, because the stories speak of one another."""
        named = {told.name: self.cards.organisation(told.name, told.kind) for told in organisations}
        for story in stories:
            self._people[story.name] = self.cards.add(story.card(self.desk.today()))
        for story in stories:
            self._put_story(story, self._people[story.name])
        self.cards.write()
        for table in _ORDER:
            if rows := self._rows.pop(table, []):
                self.session.execute(insert(table), rows)
        self._complete(organisations, named, stories)

    def _complete(
        self, organisations: Sequence[OrganisationTold], named: dict[str, int], stories: Sequence[Story]
    ) -> None:
        self.session.execute(
            update(OrganisationRow),
            [
                {"id": named[told.name], "website": told.website, "notes": told.notes}
                for told in organisations
            ],
        )
        self.session.execute(update(PersonRow), [self._person(story) for story in stories])

    def _person(self, story: Story) -> dict[str, Any]:
        rhythm = story.rhythm()
        return {
            "id": self._people[story.name],
            "ideal_gap_days": rhythm.ideal if rhythm else None,
            "longest_gap_days": rhythm.longest if rhythm else None,
            "lawful_basis": story.lawful_basis,
            "lawful_basis_note": story.lawful_basis_note,
            "do_not_contact": bool(story.do_not_contact),
            "do_not_contact_reason": story.do_not_contact,
            "created_at": self._days.evening(story.first_days_ago()),
        }

    def _put_story(self, story: Story, person: PersonId) -> None:
        self._put_bonds(story, person)
        agreements = {told.title: self._put_partnership(told, person) for told in story.partnerships}
        origins: dict[str, int] = {}
        closed_on = {happening.ref: self._days.past(happening.days_ago) for happening in story.history}
        for happening in story.history:
            agreement = agreements[happening.partnership] if happening.partnership else None
            interaction = self._put_happening(happening, person, agreement)
            if happening.ref:
                origins[happening.ref] = interaction
        self._put_knowledge(story, person, origins)
        for promise in story.promises:
            self._put_promise(promise, person, origins)
        for follow_up in story.follow_ups:
            self._put_follow_up(follow_up, person, origins, closed_on.get(follow_up.done_by))

    def _put_bonds(self, story: Story, person: PersonId) -> None:
        for rank, handle in enumerate(story.handles):
            account = self._put(
                HandleRow,
                person_id=person,
                platform=handle.platform,
                name=handle.name.lstrip("@"),
                link=handle.link,
                rank=rank,
                audience=Audience.SHARED,
            )
            for days_ago, followers in handle.readings:
                self._put(
                    ReadingRow,
                    handle_id=account,
                    taken_on=self._days.past(days_ago),
                    followers=followers,
                    source=Source.I_SAW,
                )
        for relation in story.relations:
            self._put(
                RelationRow,
                person_id=person,
                other_id=self._people[relation.other],
                kind=relation.kind,
                note=relation.note,
                audience=Audience.ONLY_ME,
            )
        for consent in story.consents:
            self._put(
                ConsentRow,
                person_id=person,
                what=consent.what,
                given_on=self._days.past(consent.days_ago),
                withdrawn_on=self._days.past_or_none(consent.withdrawn_days_ago),
                source=consent.source,
            )

    def _put_partnership(self, told: PartnershipTold, person: PersonId) -> int:
        return self._put(
            PartnershipRow,
            person_id=person,
            client_id=self.cards.organisation(told.client, OrganisationKind.CLIENT),
            title=told.title,
            stage=told.stage,
            stage_since=self._days.past(told.days_ago),
            reward=told.reward,
            reward_note=told.reward_note,
            amount=told.amount,
            currency="" if told.amount is None else told.currency,
            agreed_on=self._days.past_or_none(told.agreed_days_ago),
            starts_on=self._days.ahead_or_none(told.starts_in),
            ends_on=self._days.ahead_or_none(told.ends_in),
            embargo_until=self._days.ahead_or_none(told.embargo_in),
            return_on=self._days.ahead_or_none(told.returns_in),
            returned_on=self._days.past_or_none(told.returned_days_ago),
            published_on=self._days.past_or_none(told.published_days_ago),
            closed_reason=told.closed_reason,
            outcome=told.outcome,
            lesson=told.lesson,
            audience=_audience(shared=told.shared),
            created_at=self._days.evening(told.begun_days_ago),
        )

    def _put_happening(self, told: Happening, person: PersonId, partnership: int | None) -> int:
        interaction = self._put(
            InteractionRow,
            kind=told.kind,
            happened_on=self._days.past(told.days_ago),
            title=told.title,
            text=told.text,
            place=told.place,
            direction=told.usual_direction(),
            tone=told.tone,
            partnership_id=partnership,
            audience=_audience(shared=told.shared),
            noted_at=self._days.evening(told.days_ago),
        )
        self._put(ParticipantRow, interaction_id=interaction, person_id=person, line=told.line)
        for name, line in told.others.items():
            self._put(ParticipantRow, interaction_id=interaction, person_id=self._people[name], line=line)
        return interaction

    def _put_knowledge(self, story: Story, person: PersonId, origins: dict[str, int]) -> None:
        for preference in story.preferences:
            self._put(
                PreferenceRow,
                person_id=person,
                polarity=preference.polarity,
                category=preference.category,
                value=preference.value,
                amount=preference.amount,
                currency="" if preference.amount is None else preference.currency,
                source=preference.source,
                source_interaction_id=origins[preference.origin] if preference.origin else None,
                noted_on=self._days.past(preference.days_ago),
                audience=_audience(shared=preference.shared),
            )
        for fact in story.facts:
            self._put(
                FactRow,
                person_id=person,
                label=fact.label,
                value=fact.value,
                source=fact.source,
                source_interaction_id=origins[fact.origin] if fact.origin else None,
                noted_on=self._days.past(fact.days_ago),
                audience=_audience(shared=fact.shared),
            )

    def _put_promise(self, told: PromiseTold, person: PersonId, origins: dict[str, int]) -> None:
        state, closed = PromiseState.OPEN, None
        if told.kept_days_ago is not None:
            state, closed = PromiseState.KEPT, told.kept_days_ago
        elif told.released_days_ago is not None:
            state, closed = PromiseState.RELEASED, told.released_days_ago
        self._put(
            PromiseRow,
            person_id=person,
            side=told.side,
            what=told.what,
            made_on=self._days.past(told.days_ago),
            due_on=self._days.ahead_or_none(told.due_in),
            state=state,
            origin_interaction_id=origins[told.origin] if told.origin else None,
            closed_on=self._days.past_or_none(closed),
            audience=Audience.ONLY_ME,
        )

    def _put_follow_up(
        self, told: FollowUpTold, person: PersonId, origins: dict[str, int], done_on: date | None
    ) -> None:
        state, closed_on = FollowUpState.OPEN, None
        if told.done_by:
            state, closed_on = FollowUpState.DONE, done_on
        elif told.dropped_days_ago is not None:
            state, closed_on = FollowUpState.DROPPED, self._days.past(told.dropped_days_ago)
        self._put(
            FollowUpRow,
            person_id=person,
            action=told.action,
            reason=told.reason,
            planned_on=self._days.ahead(told.due_in if told.planned_in is None else told.planned_in),
            due_on=self._days.ahead(told.due_in),
            due_at=told.at,
            zone=self.desk.clock.zone().key if told.at else "",
            state=state,
            origin_interaction_id=origins[told.origin] if told.origin else None,
            closing_interaction_id=origins[told.done_by] if told.done_by else None,
            closing_word=told.word,
            closed_on=closed_on,
            created_at=self._days.evening(told.days_ago),
        )

    def _put(self, table: type[SQLModel], **values: object) -> int:
        identity = next(self._fresh)
        self._rows[table].append({"id": identity, **values})
        return identity

    def _identities(self) -> Iterator[int]:
        while True:
            first = self.desk.fresh_ids(_IDS_AT_ONCE)
            yield from range(first, first + _IDS_AT_ONCE)


def _audience(*, shared: bool) -> Audience:
    return Audience.SHARED if shared else Audience.ONLY_ME
