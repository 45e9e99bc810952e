"""The partnerships of one person."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PartnershipId, PersonId
from relationdesk.domain.vocabulary import RewardKind, Stage


@dataclass(frozen=True, slots=True)
class PartnershipLine:
    """A partnership as a quiet table shows it."""

    id: PartnershipId
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
    outcome: str
    lesson: str


_PARTNERSHIPS = Statement(
    PartnershipLine,
    """
    SELECT partnership.id AS id, coalesce(organisation.name, '') AS client, partnership.title AS title,
      partnership.stage AS stage, partnership.stage_since AS stage_since, partnership.reward AS reward,
      partnership.reward_note AS reward_note, partnership.amount AS amount,
      partnership.currency AS currency, partnership.agreed_on AS agreed_on,
      partnership.starts_on AS starts_on, partnership.ends_on AS ends_on, partnership.outcome AS outcome,
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
