"""The rows of what happened with the crowd, made like those of `record_rows`."""

from typing import NamedTuple

from relationdesk.domain.vocabulary import Audience

_MINE = Audience.ONLY_ME.value


class PartnershipLine(NamedTuple):
    """A row of `partnership`."""

    id: int
    person_id: int
    client_id: int
    title: str
    stage: str
    stage_since: str
    reward: str
    amount: str | None
    currency: str
    agreed_on: str | None
    starts_on: str | None
    ends_on: str | None
    published_on: str | None
    closed_reason: str
    outcome: str
    lesson: str
    created_at: str
    return_on: str | None = None
    returned_on: str | None = None
    reward_note: str = ""
    audience: str = _MINE


class InteractionLine(NamedTuple):
    """A row of `interaction`."""

    id: int
    kind: str
    happened_on: str
    title: str
    text: str
    place: str
    direction: str
    tone: str
    partnership_id: int | None
    noted_at: str
    audience: str = _MINE


class ParticipantLine(NamedTuple):
    """A row of `participant`."""

    id: int
    interaction_id: int
    person_id: int
    line: str


class PreferenceLine(NamedTuple):
    """A row of `preference`."""

    id: int
    person_id: int
    polarity: str
    category: str
    value: str
    source: str
    source_interaction_id: int
    noted_on: str
    currency: str = ""
    audience: str = _MINE


class FactLine(NamedTuple):
    """A row of `fact`."""

    id: int
    person_id: int
    label: str
    value: str
    source: str
    source_interaction_id: int
    noted_on: str
    audience: str = _MINE


class PromiseLine(NamedTuple):
    """A row of `promise`."""

    id: int
    person_id: int
    side: str
    what: str
    made_on: str
    due_on: str | None
    state: str
    origin_interaction_id: int
    closed_on: str | None
    audience: str = _MINE


class FollowUpLine(NamedTuple):
    """A row of `follow_up`."""

    id: int
    person_id: int
    action: str
    reason: str
    planned_on: str
    due_on: str
    due_at: str | None
    zone: str
    state: str
    origin_interaction_id: int | None
    closing_interaction_id: int | None
    closing_word: str
    closed_on: str | None
    created_at: str
    repeat_rule: str = ""
