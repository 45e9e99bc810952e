"""Turning cards into rows, the same way for one new person and for an import of thousands."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import insert, select
from sqlmodel import Session, SQLModel

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import (
    BlobRow,
    ContactPointRow,
    FactRow,
    FollowUpRow,
    HandleRow,
    InteractionRow,
    OrganisationRow,
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
from relationdesk.domain.card import Card, HandleEntry, Picture
from relationdesk.domain.contact import contact_key, is_doubtful
from relationdesk.domain.folding import fold, sort_key
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    Direction,
    FollowUpState,
    InteractionKind,
    OrganisationKind,
    Source,
    Tone,
)

Row = dict[str, Any]
_ORDER: tuple[type[SQLModel], ...] = (
    BlobRow,
    PersonRow,
    OrganisationRow,
    TopicRow,
    TagRow,
    PersonKindRow,
    PersonLanguageRow,
    ContactPointRow,
    PostalAddressRow,
    HandleRow,
    ReadingRow,
    RoleRow,
    PersonTopicRow,
    PersonTagRow,
    InteractionRow,
    ParticipantRow,
    PreferenceRow,
    FactRow,
    FollowUpRow,
)
_IDS_AT_ONCE = 1000


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
    _rows: dict[type[SQLModel], list[Row]] = field(default_factory=lambda: defaultdict(list))
    _known: dict[type[SQLModel], dict[str, int]] = field(default_factory=dict)
    _next_id: int = 0
    _last_id: int = -1

    def add(self, card: Card) -> PersonId:
        """Gather the rows of one card; the person gets the identity that is returned."""
        person = PersonId(self._id())
        self._put(PersonRow, **self._person(card, person))
        self._put_reach(card, person)
        self._put_handles(card.handles, person)
        self._put_belonging(card, person)
        self._put_knowledge(card, person)
        self._put_history(card, person)
        return person

    def write(self) -> list[tuple[str, int]]:
        """Write what was gathered; returns the table and identity of every row that has one."""
        written: list[tuple[str, int]] = []
        for table in _ORDER:
            if rows := self._rows.pop(table, []):
                name = str(table.__tablename__)
                self.session.connection().execute(insert(SQLModel.metadata.tables[name]), rows)
                written.extend((name, row["id"]) for row in rows if "id" in row)
        return written

    def _person(self, card: Card, person: PersonId) -> Row:
        birthday = card.birthday
        return {
            "id": person,
            "display_name": card.display_name,
            "given_name": card.given_name,
            "family_name": card.family_name,
            "phonetic_name": card.phonetic_name,
            "pronouns": card.pronouns,
            "names_key": names_key(card),
            "sort_key": sort_key(card.display_name),
            "city": card.city,
            "country": card.country,
            "time_zone": card.time_zone,
            "form_of_address": card.form_of_address,
            "birth_year": birthday.year if birthday else None,
            "birth_month": birthday.month if birthday else None,
            "birth_day": birthday.day if birthday else None,
            "how_met": card.how_met,
            "picture_hash": self._blob(card.picture),
            "created_at": self.desk.clock.now(),
        }

    def _put_reach(self, card: Card, person: PersonId) -> None:
        for contact in card.contacts:
            key = contact_key(contact.kind, contact.value, self.region)
            self._put(
                ContactPointRow,
                id=self._id(),
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
            self._put(
                PostalAddressRow,
                id=self._id(),
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
            handle_id = self._id()
            self._put(
                HandleRow,
                id=handle_id,
                person_id=person,
                platform=handle.platform,
                name=handle.name.lstrip("@"),
                link=handle.link,
                rank=rank,
                audience=Audience.ONLY_ME,
            )
            if handle.audience is not None:
                self._put(
                    ReadingRow,
                    id=self._id(),
                    handle_id=handle_id,
                    taken_on=handle.audience_on or self._today(),
                    followers=handle.audience,
                    source=self.source,
                )

    def _put_belonging(self, card: Card, person: PersonId) -> None:
        for kind in dict.fromkeys(card.kinds):
            self._put(PersonKindRow, person_id=person, kind=kind)
        for rank, language in enumerate(dict.fromkeys(card.languages)):
            self._put(PersonLanguageRow, person_id=person, language=language, rank=rank)
        for rank, topic in enumerate(_unlike(card.topics)):
            self._put(PersonTopicRow, person_id=person, topic_id=self._named(TopicRow, topic), rank=rank)
        for tag in _unlike(card.tags):
            self._put(PersonTagRow, person_id=person, tag_id=self._named(TagRow, tag))
        for role in card.roles:
            self._put(
                RoleRow,
                id=self._id(),
                person_id=person,
                organisation_id=self.organisation(role.organisation),
                kind=role.kind,
                title=role.title,
                audience=Audience.ONLY_ME,
            )

    def _put_knowledge(self, card: Card, person: PersonId) -> None:
        for preference in card.preferences:
            self._put(
                PreferenceRow,
                id=self._id(),
                person_id=person,
                polarity=preference.polarity,
                category=preference.category,
                value=preference.value,
                amount=preference.money.amount if preference.money else None,
                currency=preference.money.currency if preference.money else "",
                source=self.source,
                noted_on=self._today(),
                audience=Audience.ONLY_ME,
            )
        for fact in card.facts:
            self._put(
                FactRow,
                id=self._id(),
                person_id=person,
                label=fact.label,
                value=fact.value,
                source=self.source,
                noted_on=self._today(),
                audience=Audience.ONLY_ME,
            )

    def _put_history(self, card: Card, person: PersonId) -> None:
        for note in card.notes:
            self._put_interaction(person, self._today(), note)
        if card.last_contact is not None:
            self._put_interaction(person, card.last_contact, self.came_as, Direction.BOTH)
        if card.come_back_on is not None:
            self._put(
                FollowUpRow,
                id=self._id(),
                person_id=person,
                action=Action.OTHER,
                reason=self.came_as,
                planned_on=card.come_back_on,
                due_on=card.come_back_on,
                state=FollowUpState.OPEN,
                created_at=self.desk.clock.now(),
            )

    def _put_interaction(
        self, person: PersonId, day: date, text: str, direction: Direction = Direction.I_REACHED_OUT
    ) -> None:
        interaction = self._id()
        self._put(
            InteractionRow,
            id=interaction,
            kind=InteractionKind.NOTE,
            happened_on=day,
            text=text,
            direction=direction,
            tone=Tone.NEITHER,
            audience=Audience.ONLY_ME,
            noted_at=self.desk.clock.now(),
        )
        self._put(ParticipantRow, id=self._id(), interaction_id=interaction, person_id=person)

    def organisation(self, name: str, kind: OrganisationKind = OrganisationKind.OTHER) -> int:
        """The organisation of this name, made when it is not on the desk yet."""
        key = sort_key(name)
        known = self._known_rows(OrganisationRow, "sort_key")
        if key not in known:
            known[key] = self._id()
            self._put(OrganisationRow, id=known[key], name=name, sort_key=key, kind=kind)
        return known[key]

    def _named(self, table: type[TopicRow] | type[TagRow], name: str) -> int:
        key = fold(name)
        known = self._known_rows(table, "name_key")
        if key not in known:
            known[key] = self._id()
            self._put(table, id=known[key], name=name.strip(), name_key=key)
        return known[key]

    def _known_rows(self, table: type[SQLModel], key: str) -> dict[str, int]:
        if table not in self._known:
            columns = SQLModel.metadata.tables[str(table.__tablename__)].columns
            self._known[table] = {
                row[0]: row[1] for row in self.session.execute(select(columns[key], columns["id"]))
            }
        return self._known[table]

    def _blob(self, picture: Picture | None) -> str | None:
        if picture is None:
            return None
        digest = hashlib.sha256(picture.content).hexdigest()
        if digest not in self._known_blobs():
            self._known_blobs()[digest] = 1
            self._put(
                BlobRow,
                hash=digest,
                media_type=picture.media_type,
                size=len(picture.content),
                content=picture.content,
            )
        return digest

    def _known_blobs(self) -> dict[str, int]:
        if BlobRow not in self._known:
            columns = SQLModel.metadata.tables["blob"].columns
            self._known[BlobRow] = {row[0]: 1 for row in self.session.execute(select(columns["hash"]))}
        return self._known[BlobRow]

    def _id(self) -> int:
        if self._next_id > self._last_id:
            self._next_id = self.desk.fresh_ids(_IDS_AT_ONCE)
            self._last_id = self._next_id + _IDS_AT_ONCE - 1
        self._next_id += 1
        return self._next_id - 1

    def _today(self) -> date:
        return self.desk.today()

    def _put(self, table: type[SQLModel], **values: object) -> None:
        self._rows[table].append(values)


def names_key(card: Card) -> str:
    """Every name of a card, folded, as the name index holds them."""
    names = (card.display_name, card.given_name, card.family_name, card.phonetic_name)
    return fold(" ".join(dict.fromkeys(name for name in names if name)))


def _unlike(names: tuple[str, ...]) -> list[str]:
    """The names without those that only differ by case or accents."""
    return list({fold(name): name for name in reversed(names) if name.strip()}.values())[::-1]
