"""Writing down who the people of the crowd are."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from relationdesk.domain.folding import fold, sort_key
from relationdesk.domain.vocabulary import (
    FormOfAddress,
    LawfulBasis,
    OrganisationKind,
    PersonKind,
    RelationKind,
    RoleKind,
)
from relationdesk.work.sample.crowd.days import DayTexts
from relationdesk.work.sample.crowd.draws import Dice, drawn, thinning
from relationdesk.work.sample.crowd.members import Member
from relationdesk.work.sample.crowd.record_rows import (
    ConsentLine,
    KindLine,
    LanguageLine,
    PersonLine,
    PersonTagLine,
    PersonTopicLine,
    RelationLine,
    RoleLine,
)
from relationdesk.work.sample.crowd.rows import Line
from relationdesk.work.sample.crowd.surroundings import Surroundings

_FIRST_BIRTH_YEAR, _BIRTH_YEARS = 1948, 58
_DAYS_OF_EVERY_MONTH = 28
_KINDS = tuple(kind.value for kind in PersonKind)
_BASES = (LawfulBasis.CONSENT.value, LawfulBasis.CONTRACT.value, LawfulBasis.LEGITIMATE_INTEREST.value, None)
_FORMS = (*(form.value for form in FormOfAddress), None)
_RELATIONS = tuple(kind.value for kind in RelationKind)


@dataclass(slots=True)
class People:
    """Turns members of the crowd into the rows of their records; `first_id` is the first member's."""

    dice: Dice
    days: DayTexts
    around: Surroundings
    ids: Iterator[int]
    first_id: int
    _kinds: Iterator[str] = field(init=False)
    _bases: Iterator[str | None] = field(init=False)
    _forms: Iterator[str | None] = field(init=False)
    _relations: Iterator[str] = field(init=False)
    _tags: Iterator[int] = field(init=False)
    _media: Iterator[int] = field(init=False)
    _agencies: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        """Begin the draws."""
        dice, organisations = self.dice, self.around.organisations
        self._kinds = thinning(dice, _KINDS)
        self._bases = drawn(dice, _BASES, (30, 10, 50, 10))
        self._forms = drawn(dice, _FORMS, (40, 45, 15))
        self._relations = thinning(dice, _RELATIONS)
        self._tags = thinning(dice, list(self.around.tags.values()))
        self._media = thinning(dice, organisations[OrganisationKind.MEDIUM])
        self._agencies = thinning(dice, organisations[OrganisationKind.AGENCY])

    def rows(self, member: Member) -> Iterator[Line]:
        """The record of this person without the ways to reach them."""
        basis = next(self._bases)
        yield self._person(member, basis)
        if basis == LawfulBasis.CONSENT:
            day = self.days.past[member.known_for]
            yield ConsentLine(next(self.ids), member.id, next(member.speech.consents), day)
        yield from self._belonging(member)
        yield from self._roles(member)
        if self.dice.happens(0.25) and member.id > self.first_id:
            yield self._relation(member)

    def _person(self, member: Member, basis: str | None) -> PersonLine:
        year, month, day = self._birthday()
        ideal, longest = member.cadence or (None, None)
        wants_peace = self.dice.happens(0.006)
        return PersonLine(
            id=member.id,
            display_name=member.name,
            given_name=member.given,
            family_name=member.family,
            names_key=fold(f"{member.name} {member.given} {member.family}"),
            sort_key=sort_key(member.name),
            city=member.town,
            country=member.origin.country,
            time_zone=member.origin.time_zone,
            form_of_address=next(self._forms) if member.origin.languages[0] == "fr" else None,
            birth_year=year,
            birth_month=month,
            birth_day=day,
            how_met=next(member.speech.how_met) if self.dice.happens(0.6) else "",
            ideal_gap_days=ideal,
            longest_gap_days=longest,
            lawful_basis=basis,
            do_not_contact=int(wants_peace),
            do_not_contact_reason=next(member.speech.refusals) if wants_peace else "",
            created_at=self.days.evening[member.known_for],
        )

    def _birthday(self) -> tuple[int | None, int | None, int | None]:
        chance = self.dice.random
        if not self.dice.happens(0.12):
            return None, None, None
        year = _FIRST_BIRTH_YEAR + int(_BIRTH_YEARS * chance()) if self.dice.happens(0.7) else None
        return year, 1 + int(12 * chance()), 1 + int(_DAYS_OF_EVERY_MONTH * chance())

    def _belonging(self, member: Member) -> Iterator[Line]:
        chance = self.dice.random
        for kind in dict.fromkeys(next(self._kinds) for _ in range(2 if self.dice.happens(0.2) else 1)):
            yield KindLine(member.id, kind)
        languages = member.origin.languages
        for rank, language in enumerate(languages[: 1 + int(len(languages) * chance() ** 2)]):
            yield LanguageLine(member.id, language, rank)
        for rank, topic in enumerate(member.topics):
            yield PersonTopicLine(member.id, self.around.topics[topic], rank)
        for tag in dict.fromkeys(next(self._tags) for _ in range(int(3 * chance() ** 2))):
            yield PersonTagLine(member.id, tag)

    def _roles(self, member: Member) -> Iterator[Line]:
        if self.dice.happens(0.12):
            organisation, title = next(self._media), next(member.speech.roles)
            yield RoleLine(next(self.ids), member.id, organisation, RoleKind.WORKS_FOR.value, title)
        if self.dice.happens(0.06):
            yield RoleLine(next(self.ids), member.id, next(self._agencies), RoleKind.REPRESENTED_BY.value)

    def _relation(self, member: Member) -> RelationLine:
        other = self.first_id + int((member.id - self.first_id) * self.dice.random() ** 2)
        bond = next(member.speech.bonds)
        return RelationLine(next(self.ids), member.id, other, next(self._relations), bond)
