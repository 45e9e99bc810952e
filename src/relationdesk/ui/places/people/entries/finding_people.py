"""Whom letters that are being typed could mean."""

from dataclasses import dataclass

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.work.desks import Reader
from relationdesk.work.people.queries import people_matching, person_lines

_MOST = 6


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody, with what tells them from others of their name."""

    person: PersonId
    name: str
    topic: str

    @property
    def words(self) -> str:
        """How they are offered."""
        return _("{name} · {topic}").format(name=self.name, topic=self.topic) if self.topic else self.name


def people_meant(reader: Reader, typed: str) -> list[Meant]:
    """Those whom letters could mean, the nearest first; nobody for none."""
    if not typed.strip():
        return []
    lines = person_lines(reader, people_matching(reader, typed)[:_MOST])
    return [Meant(line.id, line.name, line.topic) for line in lines]
