"""Gathering rows of many tables, to be written in one go and in an order that keeps every link whole."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, SQLModel

from relationdesk.desk.desk import Desk
from relationdesk.desk.rows import insert_rows
from relationdesk.desk.tables import (
    BlobRow,
    ContactPointRow,
    FactRow,
    FollowUpRow,
    HandleRow,
    InteractionRow,
    OrganisationRow,
    OwnFieldRow,
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
from relationdesk.domain.card import Picture
from relationdesk.domain.folding import fold, sort_key
from relationdesk.domain.vocabulary import OrganisationKind, OwnKind
from relationdesk.work.rows import put_back

Row = dict[str, Any]
_ORDER: tuple[type[SQLModel], ...] = (
    BlobRow,
    PersonRow,
    OrganisationRow,
    TopicRow,
    TagRow,
    OwnFieldRow,
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
    OwnValueRow,
    FollowUpRow,
)
_IDS_AT_ONCE = 1000


@dataclass(slots=True)
class RowGatherer:
    """Rows on their way to the desk, and what is known there by its name already.

    An organisation that is named again comes back from the trash.
    """

    desk: Desk
    session: Session
    _rows: dict[type[SQLModel], list[Row]] = field(default_factory=lambda: defaultdict(list))
    _known: dict[type[SQLModel], dict[str, int]] = field(default_factory=dict)
    _trashed: set[int] | None = None
    _fields: dict[str, tuple[int, OwnKind]] | None = None
    _first_rank: int = 0
    _next_id: int = 0
    _last_id: int = -1

    def put(self, table: type[SQLModel], **values: object) -> None:
        """Gather a row; the rows of one table name the same columns."""
        self._rows[table].append(values)

    def write(self) -> list[tuple[str, int]]:
        """Write what was gathered; returns the table and identity of every row that has one."""
        written: list[tuple[str, int]] = []
        for table in _ORDER:
            if rows := self._rows.pop(table, []):
                name = str(table.__tablename__)
                insert_rows(self.session, table, rows)
                written.extend((name, row["id"]) for row in rows if "id" in row)
        return written

    def organisation(self, name: str, kind: OrganisationKind) -> int:
        """The organisation of this name, made when it is not on the desk yet."""
        key = sort_key(name)
        known = self._known_rows(OrganisationRow, "sort_key")
        if key not in known:
            known[key] = self.fresh_id()
            self.put(OrganisationRow, id=known[key], name=name, sort_key=key, kind=kind)
        elif known[key] in self._trashed_organisations():
            self._trashed_organisations().discard(known[key])
            put_back(self.session, OrganisationRow, known[key])
        return known[key]

    def named(self, table: type[TopicRow] | type[TagRow], name: str) -> int:
        """The topic or tag of this name, made when it is not on the desk yet."""
        key = fold(name)
        known = self._known_rows(table, "name_key")
        if key not in known:
            known[key] = self.fresh_id()
            self.put(table, id=known[key], name=name.strip(), name_key=key)
        return known[key]

    def own_field(self, name: str, kind: OwnKind) -> tuple[int, OwnKind]:
        """The field of this name and what it is for; made for `kind`, below the others, when it is new."""
        known, key = self._known_fields(), fold(name)
        if key not in known:
            known[key] = (self.fresh_id(), kind)
            rank = self._first_rank + len(self._rows[OwnFieldRow])
            self.put(OwnFieldRow, id=known[key][0], name=name, name_key=key, kind=kind, rank=rank)
        return known[key]

    def blob(self, picture: Picture | None) -> str | None:
        """The hash that a picture is kept under; each picture is kept once."""
        if picture is None:
            return None
        digest = hashlib.sha256(picture.content).hexdigest()
        if digest not in self._known_blobs():
            self._known_blobs()[digest] = 1
            self.put(
                BlobRow,
                hash=digest,
                media_type=picture.media_type,
                size=len(picture.content),
                content=picture.content,
            )
        return digest

    def fresh_id(self) -> int:
        """An identity that no row has had."""
        if self._next_id > self._last_id:
            self._next_id = self.desk.fresh_ids(_IDS_AT_ONCE)
            self._last_id = self._next_id + _IDS_AT_ONCE - 1
        self._next_id += 1
        return self._next_id - 1

    def _trashed_organisations(self) -> set[int]:
        if self._trashed is None:
            columns = SQLModel.metadata.tables["organisation"].columns
            trashed = select(columns["id"]).where(columns["trashed_at"].is_not(None))
            self._trashed = set(self.session.scalars(trashed))
        return self._trashed

    def _known_rows(self, table: type[SQLModel], key: str) -> dict[str, int]:
        if table not in self._known:
            columns = SQLModel.metadata.tables[str(table.__tablename__)].columns
            self._known[table] = {
                row[0]: row[1] for row in self.session.execute(select(columns[key], columns["id"]))
            }
        return self._known[table]

    def _known_fields(self) -> dict[str, tuple[int, OwnKind]]:
        if self._fields is None:
            fields = list(self.session.scalars(select(OwnFieldRow)))
            self._fields = {one.name_key: (one.id, one.kind) for one in fields}
            self._first_rank = max((one.rank for one in fields), default=-1) + 1
        return self._fields

    def _known_blobs(self) -> dict[str, int]:
        if BlobRow not in self._known:
            columns = SQLModel.metadata.tables["blob"].columns
            self._known[BlobRow] = {row[0]: 1 for row in self.session.execute(select(columns["hash"]))}
        return self._known[BlobRow]
