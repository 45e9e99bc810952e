"""Writing down what happened with the people of the crowd."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, repeat

from relationdesk.domain.vocabulary import Audience, Direction, InteractionKind, Tone
from relationdesk.work.sample.crowd.agreements import Agreement
from relationdesk.work.sample.crowd.days import DayTexts
from relationdesk.work.sample.crowd.draws import Dice, Words, drawn
from relationdesk.work.sample.crowd.history_rows import InteractionLine, ParticipantLine
from relationdesk.work.sample.crowd.members import Member
from relationdesk.work.sample.crowd.rows import Line

_BOTH, _MINE, _THEIRS = Direction.BOTH.value, Direction.I_REACHED_OUT.value, Direction.THEY_REACHED_OUT.value
_ASKED, _GAVE, _NEITHER = Tone.ASKED.value, Tone.GAVE.value, Tone.NEITHER.value
_ONLY_ME, _SHARED = Audience.ONLY_ME.value, Audience.SHARED.value
_CALL = InteractionKind.CALL.value
_KIND_WEIGHTS = {
    InteractionKind.EMAIL: 30,
    InteractionKind.DIRECT_MESSAGE: 16,
    InteractionKind.CALL: 14,
    InteractionKind.MEETING: 9,
    InteractionKind.EVENT: 7,
    InteractionKind.PARCEL: 7,
    InteractionKind.PUBLICATION: 8,
    InteractionKind.NOTE: 9,
}
_SOMEWHERE = {InteractionKind.MEETING.value, InteractionKind.EVENT.value}


@dataclass(frozen=True, slots=True)
class Entry:
    """An interaction that was written down, and how many days ago it was."""

    id: int
    days_ago: int


@dataclass(slots=True)
class History:
    """Turns members of the crowd into interactions; `first_id` is the first member's."""

    dice: Dice
    days: DayTexts
    ids: Iterator[int]
    first_id: int
    _kinds: Words = field(init=False)
    _directions: dict[str, Words] = field(init=False)
    _tones: dict[str, Words] = field(init=False)
    _asides: Iterator[int] = field(init=False)
    _audiences: Words = field(init=False)

    def __post_init__(self) -> None:
        """Begin the draws."""
        dice = self.dice
        self._kinds = drawn(dice, [kind.value for kind in _KIND_WEIGHTS], list(_KIND_WEIGHTS.values()))
        written = drawn(dice, (_MINE, _THEIRS), (55, 45))
        balanced = drawn(dice, (_ASKED, _GAVE, _NEITHER), (14, 18, 68))
        self._directions = {
            **dict.fromkeys(("email", "direct_message"), written),
            **dict.fromkeys(("call", "meeting", "event"), repeat(_BOTH)),
            **dict.fromkeys(("parcel", "note"), repeat(_MINE)),
            "publication": repeat(_THEIRS),
        }
        self._tones = {
            **dict.fromkeys(("email", "direct_message", "call", "meeting"), balanced),
            **dict.fromkeys(("event", "publication", "note"), repeat(_NEITHER)),
            "parcel": repeat(_GAVE),
        }
        self._asides = drawn(dice, (0, 1, 2, 3), (38, 36, 18, 8))
        self._audiences = drawn(dice, (_ONLY_ME, _SHARED), (93, 7))

    def rows(self, member: Member, agreement: Agreement | None, entries: list[Entry]) -> Iterator[Line]:
        """The interactions of this person, the oldest first; each is also put on `entries`."""
        for ago in self._days_ago(member):
            kind = _CALL if member.cadence and ago == member.lately else next(self._kinds)
            entry = Entry(next(self.ids), ago)
            entries.append(entry)
            yield self._interaction(member, entry, kind, agreement)
            yield from self._participants(member, entry, kind)

    def _days_ago(self, member: Member) -> list[int]:
        chance, lately = self.dice.random, member.lately
        span = member.known_for - lately
        between = [lately + int(span * chance() ** 1.3) for _ in range(member.entries - 2)]
        ends = [member.known_for, lately] if member.entries > 1 else [lately]
        return sorted(between + ends, reverse=True)

    def _interaction(
        self, member: Member, entry: Entry, kind: str, agreement: Agreement | None
    ) -> InteractionLine:
        speech, ago = member.speech, entry.days_ago
        text = " ".join((next(speech.notes[kind]), *islice(speech.asides, next(self._asides))))
        return InteractionLine(
            entry.id,
            kind,
            self.days.past[ago],
            next(speech.titles[kind]) if self.dice.happens(0.4) else "",
            text,
            next(speech.places) if kind in _SOMEWHERE else "",
            next(self._directions[kind]),
            next(self._tones[kind]),
            agreement.id if agreement and agreement.covers(ago) else None,
            self.days.evening[ago],
            next(self._audiences),
        )

    def _participants(self, member: Member, entry: Entry, kind: str) -> Iterator[Line]:
        chance = self.dice.random
        line = next(member.speech.lines) if self.dice.happens(0.06) else ""
        yield ParticipantLine(next(self.ids), entry.id, member.id, line)
        earlier = member.id - self.first_id
        if kind in _SOMEWHERE and earlier and self.dice.happens(0.05):
            other = self.first_id + int(earlier * chance())
            yield ParticipantLine(next(self.ids), entry.id, other, next(member.speech.lines))
