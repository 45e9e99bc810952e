"""What a change of the record is told."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person agreed to, when, since when no more, and from where the user knows."""

    what: str
    given_on: date | None = None
    withdrawn_on: date | None = None
    source: str = ""
