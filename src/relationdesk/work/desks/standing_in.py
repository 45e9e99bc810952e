"""Rows in place of those that were lost and that something saved points to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from relationdesk.desk.backups.reading import columns_in, quoted, tables_in
from relationdesk.desk.connection import Connection
from relationdesk.domain.folding import fold, sort_key
from relationdesk.domain.vocabulary import OrganisationKind
from relationdesk.language.words import _

_IDENTITY = "id"


@dataclass(slots=True)
class StandIns:
    """A lost row as the backup holds it; or, for people and organisations, one with nothing but a name."""

    now: str
    backup: Connection | None = None
    taken: int = 0
    _nameless: dict[str, int] = field(default_factory=dict)

    def row(self, table: str, identity: int) -> Mapping[str, object] | None:
        """A row of a table with this identity; None where nothing can stand in for it."""
        kept = self._kept(table, identity)
        if kept is not None:
            self.taken += 1
            return kept
        if table == "person":
            return self._person(identity)
        return self._organisation(identity) if table == "organisation" else None

    def _kept(self, table: str, identity: int) -> Mapping[str, object] | None:
        if self.backup is None or table not in tables_in(self.backup):
            return None
        columns = sorted(columns_in(self.backup, table))
        if _IDENTITY not in columns:
            return None
        names = ", ".join(map(quoted, columns))
        found = self.backup.execute(
            f"SELECT {names} FROM {quoted(table)} NOT INDEXED WHERE id = ?",  # noqa: S608 - as it is named there
            (identity,),
        ).fetchone()
        return None if found is None else dict(zip(columns, found, strict=True))

    def _person(self, identity: int) -> Mapping[str, object]:
        name = _("Unreadable person {number}").format(number=self._next("person"))
        keys = {"names_key": fold(name), "sort_key": sort_key(name)}
        return {"id": identity, "display_name": name, "created_at": self.now, **keys}

    def _organisation(self, identity: int) -> Mapping[str, object]:
        name = _("Unreadable organisation {number}").format(number=self._next("organisation"))
        kind = OrganisationKind.OTHER.value
        return {"id": identity, "name": name, "sort_key": sort_key(name), "kind": kind}

    def _next(self, table: str) -> int:
        self._nameless[table] = self._nameless.get(table, 0) + 1
        return self._nameless[table]
