"""Among whom people are looked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Within:
    """Those of the list who pass `tests`, SQL about `person`; of the archive instead where `is_archive`.

    `gathered` is SQL for a few people among whom they all are; empty where no such question is known.
    """

    tests: tuple[str, ...] = ()
    parameters: Mapping[str, object] = field(default_factory=dict)
    is_archive: bool = False
    gathered: str = ""

    @property
    def listed(self) -> str:
        """The condition that a person is among them."""
        archived = "IS NOT NULL" if self.is_archive else "IS NULL"
        return " AND ".join(("person.trashed_at IS NULL", f"person.archived_at {archived}", *self.tests))

    @property
    def walk(self) -> str:
        """Them in the order of the list, for the end of a `SELECT ... FROM`, open for more conditions."""
        index = "ix_person_sort_key" if self.is_archive else "ix_person_listed"
        return f"person INDEXED BY {index} WHERE {self.listed}"


EVERYONE: Final = Within()
