"""What the crowd belongs to: topics, tags and organisations, written before anybody."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from relationdesk.desk.connection import Connection
from relationdesk.domain.folding import fold, sort_key
from relationdesk.domain.vocabulary import OrganisationKind
from relationdesk.work.sample.crowd.draws import Dice, Words, drawn, joined, thinning
from relationdesk.work.sample.crowd.parts import World
from relationdesk.work.sample.crowd.record_rows import OrganisationLine, TagLine, TopicLine
from relationdesk.work.sample.crowd.rows import Line
from relationdesk.work.sample.crowd.slugs import slug
from relationdesk.work.sample.crowd.speech import brands

_PEOPLE_TO_AN_ORGANISATION = 50
_WEIGHTS = {
    OrganisationKind.MEDIUM: 55,
    OrganisationKind.AGENCY: 20,
    OrganisationKind.CLIENT: 10,
    OrganisationKind.BRAND: 15,
}
_TOPICS = "SELECT name_key, id FROM topic"
_TAGS = "SELECT name_key, id FROM tag"
_ORGANISATIONS = "SELECT sort_key, id, kind FROM organisation ORDER BY id"


@dataclass(slots=True)
class Surroundings:
    """Identities of topics and tags by their name, and of organisations by their kind.

    What the desk has already is taken from there; the rest goes to `write`.
    """

    connection: Connection
    ids: Iterator[int]
    write: Callable[[Line], None]
    topics: dict[str, int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    organisations: dict[OrganisationKind, list[int]] = field(
        default_factory=lambda: {kind: [] for kind in OrganisationKind}
    )

    def make(self, dice: Dice, world: World, people: int) -> None:
        """Find or make everything that so many people belong to."""
        self.topics = self._named(world.topics, _TOPICS, TopicLine)
        self.tags = self._named(world.tags, _TAGS, TagLine)
        names = set()
        for key, organisation, kind in self.connection.execute(_ORGANISATIONS):
            names.add(key)
            self.organisations[OrganisationKind(kind)].append(organisation)
        for kind, name in islice(_organisations(dice, world), 12 + people // _PEOPLE_TO_AN_ORGANISATION):
            key = sort_key(name)
            if key not in names:
                names.add(key)
                self._add(kind, name, key)

    def _named(
        self, names: Iterable[str], known_in: str, line: type[TopicLine] | type[TagLine]
    ) -> dict[str, int]:
        known: dict[str, int] = dict(self.connection.execute(known_in).fetchall())
        for name in names:
            key = fold(name)
            if key not in known:
                known[key] = next(self.ids)
                self.write(line(known[key], name, key))
        return {name: known[fold(name)] for name in names}

    def _add(self, kind: OrganisationKind, name: str, key: str) -> None:
        organisation = next(self.ids)
        website = f"https://{slug(name, '-')}.example"
        self.write(OrganisationLine(organisation, name, key, kind.value, website))
        self.organisations[kind].append(organisation)


def _organisations(dice: Dice, world: World) -> Iterator[tuple[OrganisationKind, str]]:
    brand = brands(dice, world)
    names: dict[OrganisationKind, Words] = {
        OrganisationKind.MEDIUM: joined(thinning(dice, world.media), brand, " "),
        OrganisationKind.AGENCY: joined(thinning(dice, world.agencies), brand, " "),
        OrganisationKind.CLIENT: joined(brand, drawn(dice, world.client_words), " "),
        OrganisationKind.BRAND: brand,
    }
    for kind in drawn(dice, list(_WEIGHTS), list(_WEIGHTS.values())):
        yield kind, next(names[kind])
