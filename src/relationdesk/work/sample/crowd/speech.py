"""What the consultant writes about the crowd, in two languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from relationdesk.work.sample.crowd.draws import (
    Dice,
    Subject,
    Words,
    drawn,
    joined,
    phrases,
    sentences,
    thinning,
)
from relationdesk.work.sample.crowd.parts import Origin, Parts, Voice, WordsByName, World

_NUMBERS = [str(number) for number in range(2, 48)]
_COMMON_AND_RARE = (6, 4)


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody comes from, with names drawn from there."""

    origin: Origin
    given: Words
    family: Words
    towns: Words


@dataclass(frozen=True, slots=True)
class Speech:
    """Phrases without end in one language, by what they are for."""

    how_met: Words
    asides: Words
    lines: Words
    preferences: Mapping[str, Words]
    facts: Mapping[str, Words]
    reasons: Mapping[str, Words]
    promises: Words
    agreements: Words
    outcomes: Words
    lessons: Words
    refusals: Words
    bonds: Words
    roles: Words
    consents: Words
    streets: Words
    places: Words
    titles: Mapping[str, Words]
    notes: Mapping[str, Words]


def home(dice: Dice, origin: Origin) -> Home:
    """A country with its names: most of them common, some made of a root and an ending."""
    common = thinning(dice, origin.family)
    rare = joined(drawn(dice, origin.roots), drawn(dice, origin.endings))
    family = map(next, drawn(dice, (common, rare), _COMMON_AND_RARE))
    return Home(origin, thinning(dice, origin.given), family, thinning(dice, origin.towns))


def shared_slots(dice: Dice, parts: Parts, homes: list[Home], subject: Subject) -> dict[str, Words]:
    """What both languages draw from: people, towns, brands and topics."""
    weights = [one.origin.weight for one in homes]
    given = map(next, drawn(dice, [one.given for one in homes], weights))
    family = map(next, drawn(dice, [one.family for one in homes], weights))
    return {
        "topic": subject,
        "subject": thinning(dice, parts.world.topics),
        "given": given,
        "family": family,
        "person": joined(given, family, " "),
        "town": map(next, drawn(dice, [one.towns for one in homes], weights)),
        "brand": brands(dice, parts.world),
        "platform": thinning(dice, parts.world.platforms),
        "number": thinning(dice, _NUMBERS),
    }


def brands(dice: Dice, world: World) -> Words:
    """Names of brands that do not exist."""
    return joined(thinning(dice, world.brand_roots), thinning(dice, world.brand_endings))


def speech(dice: Dice, voice: Voice, shared: Mapping[str, Words]) -> Speech:
    """The phrases of one language."""
    slots = {
        **shared,
        "thing": thinning(dice, voice.things),
        "product": thinning(dice, voice.products),
        "month": drawn(dice, voice.months),
        "weekday": thinning(dice, voice.weekdays),
    }
    slots["place"] = phrases(dice, voice.places, slots)

    def by_name(patterns: WordsByName) -> dict[str, Words]:
        return {name: sentences(dice, several, slots) for name, several in patterns.items()}

    def plain_by_name(patterns: WordsByName) -> dict[str, Words]:
        return {name: phrases(dice, several, slots) for name, several in patterns.items()}

    return Speech(
        how_met=sentences(dice, voice.how_met, slots),
        asides=sentences(dice, voice.asides, slots),
        lines=phrases(dice, voice.lines, slots),
        preferences=plain_by_name(voice.preferences),
        facts=plain_by_name(voice.facts),
        reasons=by_name(voice.reasons),
        promises=sentences(dice, voice.promises, slots),
        agreements=sentences(dice, voice.agreements, slots),
        outcomes=sentences(dice, voice.outcomes, slots),
        lessons=sentences(dice, voice.lessons, slots),
        refusals=sentences(dice, voice.refusals, slots),
        bonds=phrases(dice, voice.bonds, slots),
        roles=phrases(dice, voice.roles, slots),
        consents=sentences(dice, voice.consents, slots),
        streets=phrases(dice, voice.streets, slots),
        places=sentences(dice, voice.places, slots),
        titles=by_name(voice.titles),
        notes=by_name(voice.notes),
    )
