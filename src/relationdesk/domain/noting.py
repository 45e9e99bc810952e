"""What happened, as it is noted; and what is chosen beside its text, kept with it while it is being typed."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from relationdesk.domain.ids import PersonId
from relationdesk.domain.mentions import Mention
from relationdesk.domain.vocabulary import Direction, InteractionKind, Tone

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened on a day: `lines` has the people, each with the line that only their own history shows.

    `mentions` tells who is meant by the names after an `@` in the text.
    """

    kind: InteractionKind
    happened_on: date
    text: str
    lines: Mapping[PersonId, str]
    title: str = ""
    place: str = ""
    direction: Direction = Direction.I_REACHED_OUT
    tone: Tone = Tone.NEITHER
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Picks:
    """Everything that the user picked; what is None or empty, the text tells itself.

    `lines` has those who took part besides whom the text is about, each with the line that only their own
    history shows; whom it is about stands among them where they have such a line.
    """

    kind: InteractionKind | None = None
    direction: Direction | None = None
    tone: Tone | None = None
    day: date | None = None
    title: str = ""
    place: str = ""
    lines: Mapping[PersonId, str] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()

    def written(self) -> str:
        """In letters that `read_picks` reads; empty where nothing was picked."""
        told: dict[str, Any] = {
            "kind": self.kind,
            "direction": self.direction,
            "tone": self.tone,
            "day": self.day and self.day.isoformat(),
            "title": self.title,
            "place": self.place,
            "lines": [[person, line] for person, line in self.lines.items()],
            "mentions": [[mention.person, mention.name] for mention in self.mentions],
        }
        known = {name: value for name, value in told.items() if value}
        return json.dumps(known, ensure_ascii=False) if known else ""


def read_picks(text: str) -> Picks:
    """What was picked, as it was written; nothing for letters that were not written so.

    The first version wrote the words of the kind, the direction and the tone, a space between.
    """
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        told = json.loads(text) if text else {}
        if isinstance(told, dict):
            return Picks(
                kind=_word(InteractionKind, told),
                direction=_word(Direction, told),
                tone=_word(Tone, told),
                day=date.fromisoformat(told["day"]) if "day" in told else None,
                title=str(told.get("title", "")),
                place=str(told.get("place", "")),
                lines={PersonId(int(person)): str(line) for person, line in told.get("lines", ())},
                mentions=tuple(
                    Mention(PersonId(int(person)), str(name)) for person, name in told.get("mentions", ())
                ),
            )
    said = text.split()
    return Picks(
        kind=next((one for one in InteractionKind if one in said), None),
        direction=next((one for one in Direction if one in said), None),
        tone=next((one for one in Tone if one in said), None),
    )


def _word(words: type[Word], told: Mapping[str, Any]) -> Word | None:
    name = {InteractionKind: "kind", Direction: "direction", Tone: "tone"}[words]
    return words(told[name]) if name in told else None
