"""Writing down the partnerships of the crowd."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from relationdesk.domain.vocabulary import OrganisationKind, RewardKind, Stage
from relationdesk.work.sample.crowd.days import DayTexts
from relationdesk.work.sample.crowd.draws import Dice, Words, drawn, thinning
from relationdesk.work.sample.crowd.history_rows import PartnershipLine
from relationdesk.work.sample.crowd.members import Member
from relationdesk.work.sample.crowd.surroundings import Surroundings

_STAGE_WEIGHTS = {
    Stage.CLOSED: 30,
    Stage.THANKED: 20,
    Stage.PUBLISHED: 8,
    Stage.PRODUCT_OUT: 5,
    Stage.AGREED: 7,
    Stage.TALKING: 8,
    Stage.PROPOSED: 6,
    Stage.IDEA: 4,
    Stage.DECLINED: 7,
    Stage.ABANDONED: 5,
}
_OVER = {Stage.CLOSED, Stage.THANKED}
_SHOWN = {*_OVER, Stage.PUBLISHED}
_RUNNING = {Stage.AGREED, Stage.PRODUCT_OUT, Stage.PUBLISHED}
_GIVEN_UP = {Stage.DECLINED, Stage.ABANDONED}
_CURRENCIES = {"GB": "GBP", "CH": "CHF", "CA": "CAD"}
_WITH_A_FEE = {RewardKind.PAID, RewardKind.PRODUCT_AND_FEE}
_FEES = ("150", "200", "250", "300", "400", "450", "600", "750.50", "900", "1200", "1800", "2500")
_FIRST_END, _ENDS = 9, 340


@dataclass(frozen=True, slots=True)
class Agreement:
    """A partnership, first thought of `begun` days ago and in its stage since `since` days ago."""

    id: int
    begun: int
    since: int

    def covers(self, days_ago: int) -> bool:
        """Whether what happened then was part of it."""
        return self.since <= days_ago <= self.begun


@dataclass(slots=True)
class Agreements:
    """Gives one in ten members of the crowd a partnership."""

    dice: Dice
    days: DayTexts
    around: Surroundings
    ids: Iterator[int]
    _stages: Iterator[Stage] = field(init=False)
    _rewards: Iterator[RewardKind] = field(init=False)
    _fees: Words = field(init=False)
    _clients: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        """Begin the draws."""
        self._stages = drawn(self.dice, list(_STAGE_WEIGHTS), list(_STAGE_WEIGHTS.values()))
        self._rewards = thinning(self.dice, list(RewardKind))
        self._fees = thinning(self.dice, _FEES)
        self._clients = thinning(self.dice, self.around.organisations[OrganisationKind.CLIENT])

    def row(self, member: Member, agreement: Agreement) -> PartnershipLine:
        """The partnership, with what its stage says of it."""
        stage, reward, speech = next(self._stages), next(self._rewards), member.speech
        middle = (agreement.begun + agreement.since) // 2
        is_agreed = stage in _SHOWN | _RUNNING
        has_fee = reward in _WITH_A_FEE
        end = self._end(stage, agreement)
        back = end if reward is RewardKind.LOAN else None
        return PartnershipLine(
            id=agreement.id,
            person_id=member.id,
            client_id=next(self._clients),
            title=next(speech.agreements),
            stage=stage.value,
            stage_since=self.days.past[agreement.since],
            reward=reward.value,
            amount=next(self._fees) if has_fee else None,
            currency=_CURRENCIES.get(member.origin.country, "EUR") if has_fee else "",
            agreed_on=self.days.past[middle] if is_agreed else None,
            starts_on=self.days.past[middle] if is_agreed else None,
            ends_on=end,
            return_on=back,
            returned_on=back if stage in _OVER else None,
            published_on=self.days.past[agreement.since] if stage in _SHOWN else None,
            closed_reason=next(speech.refusals) if stage in _GIVEN_UP else "",
            outcome=next(speech.outcomes) if stage in _OVER else "",
            lesson=next(speech.lessons) if stage is Stage.CLOSED else "",
            created_at=self.days.evening[agreement.begun],
        )

    def begin(self, member: Member) -> Agreement | None:
        """A partnership within the time that this person is known; none with nine in ten."""
        chance = self.dice.random
        if not self.dice.happens(0.1):
            return None
        span = member.known_for - member.lately
        since = member.lately + int(span * chance() ** 2)
        return Agreement(next(self.ids), min(since + 20 + int(120 * chance()), member.known_for), since)

    def _end(self, stage: Stage, agreement: Agreement) -> str | None:
        if stage in _OVER:
            return self.days.past[agreement.since]
        if stage in _RUNNING:
            return self.days.ahead[_FIRST_END + int(_ENDS * self.dice.random())]
        return None
