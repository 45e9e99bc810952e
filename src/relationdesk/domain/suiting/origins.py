"""Where what is known comes from, as a clause tells it."""

from relationdesk.domain.suiting.answer import Origin, OriginKind
from relationdesk.domain.suiting.record import KnownFact, Leaning, Past, Refusal
from relationdesk.domain.vocabulary import Source


def origin_of(leaning: Leaning) -> Origin:
    """Where a preference is known from."""
    return Origin(OriginKind.PREFERENCE, leaning.id, leaning.source, leaning.noted_on, leaning.interaction_id)


def origin_of_fact(fact: KnownFact) -> Origin:
    """Where a fact is known from."""
    return Origin(OriginKind.FACT, fact.id, fact.source, fact.noted_on, fact.interaction_id)


def origin_of_refusal(refusal: Refusal) -> Origin:
    """Who said no, and when; the person themselves where nobody else is named."""
    return Origin(
        OriginKind.REFUSAL,
        refusal.id,
        None if refusal.said_by else Source.THEY_SAID,
        refusal.said_on,
        refusal.interaction_id,
        said_by=refusal.said_by,
    )


def origin_of_past(past: Past) -> Origin:
    """Which partnership something was learnt from."""
    return Origin(OriginKind.PARTNERSHIP, past.id, on=past.since, title=past.title)
