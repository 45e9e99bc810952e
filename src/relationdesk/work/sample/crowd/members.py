"""Who is in the crowd, before anything is written of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from relationdesk.work.sample.crowd.days import LONGEST_AGO
from relationdesk.work.sample.crowd.draws import Dice, drawn, thinning
from relationdesk.work.sample.crowd.parts import Origin, World
from relationdesk.work.sample.crowd.speech import Home, Speech

ENTRIES_ON_AVERAGE = 10
LONG_HISTORY_NAME = ("Prosper", "Longuemare")
LONG_HISTORY_ENTRIES = 5000
PEOPLE_FOR_A_LONG_HISTORY = 10_000
_MOST_ENTRIES = 600
_SPREAD = 1.1
_CENTRE = 1.635
_CADENCES = ((21, 35), (28, 42), (42, 63), (60, 90), (90, 120))
_CADENCE_WEIGHTS = (1, 3, 4, 3, 2)
_NEWEST, _OLDEST = 40, 1900
_LONGEST_SILENCE = 420


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the crowd: known for so many days, last met `lately` days ago."""

    id: int
    given: str
    family: str
    origin: Origin
    town: str
    speech: Speech
    topics: tuple[str, ...]
    known_for: int
    lately: int
    cadence: tuple[int, int] | None
    entries: int

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"


@dataclass(slots=True)
class Members:
    """Draws the members of the crowd, one after the other."""

    dice: Dice
    world: World
    homes: list[Home]
    english: Speech
    french: Speech
    _homes: Iterator[Home] = field(init=False)
    _topics: Iterator[str] = field(init=False)
    _topic_counts: Iterator[int] = field(init=False)
    _cadences: Iterator[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        """Begin the draws."""
        self._homes = drawn(self.dice, self.homes, [home.origin.weight for home in self.homes])
        self._topics = thinning(self.dice, self.world.topics)
        self._topic_counts = drawn(self.dice, (1, 2, 3, 4), (25, 40, 25, 10))
        self._cadences = drawn(self.dice, _CADENCES, _CADENCE_WEIGHTS)

    def everyday(self, identity: int) -> Member:
        """Somebody with a history as most have it: ten entries on average, a few have hundreds."""
        chance = self.dice.random
        cadence = next(self._cadences) if self.dice.happens(0.08) else None
        lately = self._lately(cadence)
        entries = int(self.dice.lognormvariate(_CENTRE, _SPREAD)) + 1
        return self._member(
            identity,
            cadence=cadence,
            lately=lately,
            known_for=min(lately + _NEWEST + int(chance() * _OLDEST), LONGEST_AGO),
            entries=min(entries, _MOST_ENTRIES),
        )

    def with_long_history(self, identity: int) -> Member:
        """The one whose history has five thousand entries, by a name that nobody else has."""
        given, family = LONG_HISTORY_NAME
        return self._member(
            identity,
            given=given,
            family=family,
            lately=3,
            known_for=LONGEST_AGO,
            entries=LONG_HISTORY_ENTRIES,
        )

    def _member(
        self,
        identity: int,
        *,
        lately: int,
        known_for: int,
        entries: int,
        cadence: tuple[int, int] | None = None,
        given: str = "",
        family: str = "",
    ) -> Member:
        home = next(self._homes)
        is_french = home.origin.languages[0] == "fr" and self.dice.happens(0.6)
        return Member(
            id=identity,
            given=given or next(home.given),
            family=family or next(home.family),
            origin=home.origin,
            town=next(home.towns),
            speech=self.french if is_french else self.english,
            topics=tuple({next(self._topics): None for _ in range(next(self._topic_counts))}),
            known_for=known_for,
            lately=lately,
            cadence=cadence,
            entries=entries,
        )

    def _lately(self, cadence: tuple[int, int] | None) -> int:
        """How long ago the last contact was; hardly anybody with a cadence is past it."""
        chance = self.dice.random
        if cadence is None:
            return int(_LONGEST_SILENCE * chance() ** 2)
        ideal, longest = cadence
        return longest + 1 + int(30 * chance()) if self.dice.happens(0.01) else int(ideal * chance())
