"""Turning cards into rows, the same way for one new person and for an import of thousands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import (
    ContactPointRow,
    FactRow,
    FollowUpRow,
    HandleRow,
    InteractionRow,
    OwnValueRow,
    ParticipantRow,
    PersonKindRow,
    PersonLanguageRow,
    PersonRow,
    PersonTagRow,
    PersonTopicRow,
    PostalAddressRow,
    PreferenceRow,
    ReadingRow,
    RoleRow,
    TagRow,
    TopicRow,
)
from relationdesk.domain.card import Card, FactEntry, HandleEntry
from relationdesk.domain.contact import contact_key, is_doubtful
from relationdesk.domain.folding import fold, sort_key
from relationdesk.domain.ids import PersonId
from relationdesk.domain.own_values import field_name, fits, kept
from relationdesk.domain.profiles import platform_spelt
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    Direction,
    FollowUpState,
    InteractionKind,
    OrganisationKind,
    OwnKind,
    Source,
    Tone,
)
from relationdesk.work.people.gathering import RowGatherer


@dataclass(slots=True)
class CardWriter:
    """Gathers the rows of any number of cards and writes them in one go.

    `region` is where phone numbers without a country are dialled; `source` says how the user came to
    know what the cards tell; `came_as` is what the history says where a card tells a day and no more.
    """

    desk: Desk
    session: Session
    region: str
    source: Source
    came_as: str = ""
    _rows: RowGatherer = field(init=False)
    _now: datetime = field(init=False)
    _day: date = field(init=False)

    def __post_init__(self) -> None:
        self._rows = RowGatherer(self.desk, self.session)
        self._now, self._day = self.desk.clock.now(), self.desk.today()

    def add(self, card: Card) -> PersonId:
        """Gather the rows of one card; the person gets the identity that is returned."""
        person = PersonId(self._rows.fresh_id())
        self._rows.put(PersonRow, **self._person(card, person))
        self._put_reach(card, person)
        self._put_handles(card.handles, person)
        self._put_belonging(card, person)
        self._put_knowledge(card, person)
        self._put_history(card, person)
        return person

    def write(self) -> list[tuple[str, int]]:
        """Write what was gathered; returns the table and identity of every row that has one."""
        return self._rows.write()

    def organisation(self, name: str, kind: OrganisationKind = OrganisationKind.OTHER) -> int:
        """The organisation of this name, made when it is not on the desk yet."""
        return self._rows.organisation(name, kind)

    def _person(self, card: Card, person: PersonId) -> dict[str, Any]:
        birthday = card.birthday
        return {
            "id": person,
            "display_name": card.display_name,
            "given_name": card.given_name,
            "family_name": card.family_name,
            "phonetic_name": card.phonetic_name,
            "pronouns": card.pronouns,
            "names_key": names_key(card.display_name, card.given_name, card.family_name, card.phonetic_name),
            "sort_key": sort_key(card.display_name),
            "city": card.city,
            "country": card.country,
            "time_zone": card.time_zone,
            "form_of_address": card.form_of_address,
            "birth_year": birthday.year if birthday else None,
            "birth_month": birthday.month if birthday else None,
            "birth_day": birthday.day if birthday else None,
            "how_met": card.how_met,
            "picture_hash": self._rows.blob(card.picture),
            "created_at": self._now,
        }

    def _put_reach(self, card: Card, person: PersonId) -> None:
        for contact in card.contacts:
            key = contact_key(contact.kind, contact.value, self.region)
            self._rows.put(
                ContactPointRow,
                id=self._rows.fresh_id(),
                person_id=person,
                kind=contact.kind,
                label=contact.label,
                value=contact.value,
                value_key=key,
                doubtful=is_doubtful(contact.kind, contact.value, key),
                preferred=contact.preferred,
                audience=Audience.ONLY_ME,
            )
        for address in card.addresses:
            self._rows.put(
                PostalAddressRow,
                id=self._rows.fresh_id(),
                person_id=person,
                label=address.label,
                street=address.street,
                city=address.city,
                region=address.region,
                postcode=address.postcode,
                country=address.country,
                preferred=address.preferred,
                audience=Audience.ONLY_ME,
            )

    def _put_handles(self, handles: Iterable[HandleEntry], person: PersonId) -> None:
        for rank, handle in enumerate(handles):
            handle_id = self._rows.fresh_id()
            self._rows.put(
                HandleRow,
                id=handle_id,
                person_id=person,
                platform=platform_spelt(handle.platform),
                name=handle.name.lstrip("@"),
                link=handle.link,
                rank=rank,
                audience=Audience.ONLY_ME,
            )
            if handle.audience is not None:
                self._rows.put(
                    ReadingRow,
                    id=self._rows.fresh_id(),
                    handle_id=handle_id,
                    taken_on=handle.audience_on or self._day,
                    followers=handle.audience,
                    source=self.source,
                )

    def _put_belonging(self, card: Card, person: PersonId) -> None:
        for kind in dict.fromkeys(card.kinds):
            self._rows.put(PersonKindRow, person_id=person, kind=kind)
        for rank, language in enumerate(dict.fromkeys(card.languages)):
            self._rows.put(PersonLanguageRow, person_id=person, language=language, rank=rank)
        for rank, topic in enumerate(_unlike(card.topics)):
            self._rows.put(
                PersonTopicRow, person_id=person, topic_id=self._rows.named(TopicRow, topic), rank=rank
            )
        for tag in _unlike(card.tags):
            self._rows.put(PersonTagRow, person_id=person, tag_id=self._rows.named(TagRow, tag))
        for role in card.roles:
            self._rows.put(
                RoleRow,
                id=self._rows.fresh_id(),
                person_id=person,
                organisation_id=self.organisation(role.organisation),
                kind=role.kind,
                title=role.title,
                since=role.since,
                until=role.until,
                audience=Audience.ONLY_ME,
            )

    def _put_knowledge(self, card: Card, person: PersonId) -> None:
        for preference in card.preferences:
            self._rows.put(
                PreferenceRow,
                id=self._rows.fresh_id(),
                person_id=person,
                polarity=preference.polarity,
                category=preference.category,
                value=preference.value,
                amount=preference.money.amount if preference.money else None,
                currency=preference.money.currency if preference.money else "",
                source=self.source,
                noted_on=self._day,
                audience=Audience.ONLY_ME,
            )
        for fact in card.facts:
            self._put_fact(fact, person)

        self._put_own(card, person)

    def _put_own(self, card: Card, person: PersonId) -> None:
        """What own fields hold; what their field does not take is kept as a fact."""
        for entry in card.own:
            name = field_name(entry.field)
            own_field, kind = self._rows.own_field(name, entry.kind or OwnKind.TEXT)
            if not fits(kind, entry.value):
                self._put_fact(FactEntry(name, entry.value), person)
                continue
            self._rows.put(
                OwnValueRow,
                id=self._rows.fresh_id(),
                person_id=person,
                own_field_id=own_field,
                value=kept(kind, entry.value),
                audience=Audience.ONLY_ME,
            )

    def _put_fact(self, fact: FactEntry, person: PersonId) -> None:
        self._rows.put(
            FactRow,
            id=self._rows.fresh_id(),
            person_id=person,
            label=fact.label,
            value=fact.value,
            source=self.source,
            noted_on=self._day,
            audience=Audience.ONLY_ME,
        )

    def _put_history(self, card: Card, person: PersonId) -> None:
        for note in card.notes:
            self._put_interaction(person, self._day, note)
        if card.last_contact is not None:
            self._put_interaction(person, card.last_contact, self.came_as, Direction.BOTH)
        if card.come_back_on is not None:
            self._rows.put(
                FollowUpRow,
                id=self._rows.fresh_id(),
                person_id=person,
                action=Action.OTHER,
                reason=self.came_as,
                planned_on=card.come_back_on,
                due_on=card.come_back_on,
                state=FollowUpState.OPEN,
                created_at=self._now,
            )

    def _put_interaction(
        self, person: PersonId, day: date, text: str, direction: Direction = Direction.I_REACHED_OUT
    ) -> None:
        interaction = self._rows.fresh_id()
        self._rows.put(
            InteractionRow,
            id=interaction,
            kind=InteractionKind.NOTE,
            happened_on=day,
            text=text,
            direction=direction,
            tone=Tone.NEITHER,
            audience=Audience.ONLY_ME,
            noted_at=self._now,
        )
        self._rows.put(ParticipantRow, id=self._rows.fresh_id(), interaction_id=interaction, person_id=person)


def names_key(*names: str) -> str:
    """Every name of a person, the displayed one first, folded, as the name index holds them."""
    return fold(" ".join(dict.fromkeys(name for name in names if name)))


def _unlike(names: tuple[str, ...]) -> list[str]:
    """The names without those that only differ by case or accents."""
    return list({fold(name): name for name in reversed(names) if name.strip()}.values())[::-1]
