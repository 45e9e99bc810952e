"""Writing down what came out of the history: preferences, facts, promises and follow-ups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from relationdesk.domain.vocabulary import (
    Action,
    FollowUpState,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    PromiseState,
    Source,
)
from relationdesk.work.sample.crowd.days import DayTexts
from relationdesk.work.sample.crowd.draws import Dice, Words, drawn, thinning
from relationdesk.work.sample.crowd.history import Entry
from relationdesk.work.sample.crowd.history_rows import FactLine, FollowUpLine, PreferenceLine, PromiseLine
from relationdesk.work.sample.crowd.members import Member
from relationdesk.work.sample.crowd.rows import Line

_HOURS = ("09:30", "11:00", "14:00", "17:00", None, None, None, None, None, None)
_DAYS_AHEAD = 70
_LATE_ONES, _LATEST = 0.004, 9


@dataclass(slots=True)
class Knowledge:
    """Turns members of the crowd, and the entries of their history, into what is known and to be done."""

    dice: Dice
    days: DayTexts
    ids: Iterator[int]
    zone: str
    _polarities: Words = field(init=False)
    _categories: Words = field(init=False)
    _sources: Words = field(init=False)
    _actions: Words = field(init=False)
    _hours: Iterator[str | None] = field(init=False)
    _sides: Words = field(init=False)
    _fates: Words = field(init=False)

    def __post_init__(self) -> None:
        """Begin the draws."""
        dice = self.dice
        self._polarities = drawn(dice, [polarity.value for polarity in Polarity], (28, 36, 22, 14))
        self._categories = thinning(dice, [category.value for category in PreferenceCategory])
        self._sources = drawn(dice, [source.value for source in Source], (55, 30, 15, 0))
        self._actions = thinning(dice, [action.value for action in Action])
        self._hours = drawn(dice, _HOURS)
        self._sides = drawn(dice, [side.value for side in PromiseSide], (60, 40))
        self._fates = drawn(dice, [state.value for state in PromiseState], (5, 85, 10))

    def rows(self, member: Member, entries: Sequence[Entry]) -> Iterator[Line]:
        """What is known of this person, what is owed, and what is to be done."""
        chance = self.dice.random
        for _ in range(int(5 * chance() ** 1.5)):
            yield self._preference(member, self._one_of(entries))
        for _ in range(int(4 * chance() ** 1.5)):
            yield self._fact(member, self._one_of(entries))
        if self.dice.happens(0.15):
            yield self._promise(member, self._one_of(entries))
        if len(entries) > 1 and self.dice.happens(0.5):
            yield self._closed_follow_up(member, self._one_of(entries))
        if self.dice.happens(0.05):
            yield self._open_follow_up(member, entries[-1])

    def _one_of(self, entries: Sequence[Entry]) -> Entry:
        return entries[int(len(entries) * self.dice.random())]

    def _preference(self, member: Member, entry: Entry) -> PreferenceLine:
        category = next(self._categories)
        return PreferenceLine(
            next(self.ids),
            member.id,
            next(self._polarities),
            category,
            next(member.speech.preferences[category]),
            next(self._sources),
            entry.id,
            self.days.past[entry.days_ago],
        )

    def _fact(self, member: Member, entry: Entry) -> FactLine:
        labels = list(member.speech.facts)
        label = labels[int(len(labels) * self.dice.random())]
        return FactLine(
            next(self.ids),
            member.id,
            label,
            next(member.speech.facts[label]),
            next(self._sources),
            entry.id,
            self.days.past[entry.days_ago],
        )

    def _promise(self, member: Member, entry: Entry) -> PromiseLine:
        ago, state = entry.days_ago, next(self._fates)
        is_open = state == PromiseState.OPEN
        return PromiseLine(
            next(self.ids),
            member.id,
            next(self._sides),
            next(member.speech.promises),
            self.days.past[ago],
            self._coming() if is_open and self.dice.happens(0.6) else None,
            state,
            entry.id,
            None if is_open else self.days.past[int(ago * self.dice.random())],
        )

    def _closed_follow_up(self, member: Member, entry: Entry) -> FollowUpLine:
        """One that became `entry`, or was dropped on that day."""
        action, day = next(self._actions), self.days.past[entry.days_ago]
        is_done = self.dice.happens(0.85)
        return FollowUpLine(
            id=next(self.ids),
            person_id=member.id,
            action=action,
            reason=next(member.speech.reasons[action]),
            planned_on=day,
            due_on=day,
            due_at=None,
            zone="",
            state=(FollowUpState.DONE if is_done else FollowUpState.DROPPED).value,
            origin_interaction_id=None,
            closing_interaction_id=entry.id if is_done else None,
            closing_word="" if is_done else next(member.speech.refusals),
            closed_on=self.days.past[entry.days_ago],
            created_at=self.days.evening[min(entry.days_ago + 14, member.known_for)],
        )

    def _open_follow_up(self, member: Member, entry: Entry) -> FollowUpLine:
        action, hour = next(self._actions), next(self._hours)
        is_late = self.dice.happens(_LATE_ONES) and entry.days_ago > _LATEST
        due = self.days.past[1 + int(_LATEST * self.dice.random())] if is_late else self._coming()
        return FollowUpLine(
            id=next(self.ids),
            person_id=member.id,
            action=action,
            reason=next(member.speech.reasons[action]),
            planned_on=due,
            due_on=due,
            due_at=hour,
            zone=self.zone if hour else "",
            state=FollowUpState.OPEN.value,
            origin_interaction_id=entry.id,
            closing_interaction_id=None,
            closing_word="",
            closed_on=None,
            created_at=self.days.evening[entry.days_ago],
        )

    def _coming(self) -> str:
        return self.days.ahead[int(_DAYS_AHEAD * self.dice.random())]
