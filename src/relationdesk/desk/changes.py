"""What a change touched, as everybody hears of it who shows something of the desk."""

from dataclasses import dataclass, field

from relationdesk.domain.labels import Label, Whose


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change touched, so that open places refresh only what they show.

    `people` is None when too many were touched to name, or when a row does not say whose it is.
    """

    label: Label
    tables: frozenset[str]
    people: frozenset[int] | None
    whose: Whose = field(default_factory=Whose)

    def touches(self, person: int) -> bool:
        """Whether what is shown of `person` may have changed."""
        return self.people is None or person in self.people
