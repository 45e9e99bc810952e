"""The partnerships of one person."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import OrganisationId, PartnershipId, PersonId
from relationdesk.domain.vocabulary import RewardKind, Stage

_NOT_WAITING = {Stage.PUBLISHED, Stage.THANKED, Stage.CLOSED, Stage.DECLINED, Stage.ABANDONED}


@dataclass(frozen=True, slots=True)
class PartnershipLine:
    """A partnership as a quiet table shows it."""

    id: PartnershipId
    client_id: OrganisationId | None
    client: str
    title: str
    stage: Stage
    stage_since: date | None
    reward: RewardKind | None
    reward_note: str
    amount: Decimal | None
    currency: str
    agreed_on: date | None
    starts_on: date | None
    ends_on: date | None
    embargo_until: date | None
    return_on: date | None
    returned_on: date | None
    published_on: date | None
    closed_reason: str
    outcome: str
    lesson: str

    @property
    def is_out(self) -> bool:
        """Whether what was lent has still to come back."""
        return self.return_on is not None and self.returned_on is None and self.stage is not Stage.DECLINED

    def is_held_on(self, day: date) -> bool:
        """Whether nothing may be published yet on a day."""
        is_waiting = self.published_on is None and self.stage not in _NOT_WAITING
        return self.embargo_until is not None and day < self.embargo_until and is_waiting


_PARTNERSHIPS = Statement(
    PartnershipLine,
    """
    SELECT partnership.id AS id, organisation.id AS client_id, coalesce(organisation.name, '') AS client,
      partnership.title AS title,
      partnership.stage AS stage, partnership.stage_since AS stage_since, partnership.reward AS reward,
      partnership.reward_note AS reward_note, partnership.amount AS amount,
      partnership.currency AS currency, partnership.agreed_on AS agreed_on,
      partnership.starts_on AS starts_on, partnership.ends_on AS ends_on,
      partnership.embargo_until AS embargo_until, partnership.return_on AS return_on,
      partnership.returned_on AS returned_on, partnership.published_on AS published_on,
      partnership.closed_reason AS closed_reason, partnership.outcome AS outcome,
      partnership.lesson AS lesson
    FROM partnership LEFT JOIN organisation
        ON organisation.id = partnership.client_id AND organisation.trashed_at IS NULL
    WHERE partnership.person_id = :person AND partnership.trashed_at IS NULL
    ORDER BY coalesce(partnership.stage_since, partnership.agreed_on, partnership.created_at) DESC,
      partnership.id DESC
    """,
)


def partnerships_of(reader: Reader, person_id: PersonId) -> list[PartnershipLine]:
    """A person's partnerships, the most recently moved first."""
    return reader.ask(_PARTNERSHIPS, person=person_id)
