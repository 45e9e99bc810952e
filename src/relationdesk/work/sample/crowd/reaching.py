"""Writing down how the people of the crowd are reached: addresses, phones and accounts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from relationdesk.domain.vocabulary import ContactKind, Source
from relationdesk.work.sample.crowd.days import DayTexts
from relationdesk.work.sample.crowd.draws import Dice, Words, drawn, thinning
from relationdesk.work.sample.crowd.members import Member
from relationdesk.work.sample.crowd.parts import Origin, PhoneRange, World
from relationdesk.work.sample.crowd.record_rows import AddressLine, ContactLine, HandleLine, ReadingLine
from relationdesk.work.sample.crowd.rows import Line
from relationdesk.work.sample.crowd.slugs import slug

_EMAIL, _PHONE, _LINK = ContactKind.EMAIL.value, ContactKind.PHONE.value, ContactKind.LINK.value
_SAW = Source.I_SAW.value
_READINGS_APART = 110


@dataclass(slots=True)
class Reaching:
    """Turns members of the crowd into rows of contact; nobody shares a phone, so some have none."""

    dice: Dice
    world: World
    days: DayTexts
    ids: Iterator[int]
    _phones: dict[str, Words] = field(default_factory=dict)
    _platforms: Words = field(init=False)
    _handle_words: Words = field(init=False)
    _hosts: Words = field(init=False)
    _host_endings: Words = field(init=False)
    _handle_counts: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        """Begin the draws."""
        self._platforms = thinning(self.dice, self.world.platforms)
        self._handle_words = thinning(self.dice, self.world.handle_words)
        self._hosts = drawn(self.dice, self.world.hosts)
        self._host_endings = drawn(self.dice, self.world.host_endings)
        self._handle_counts = drawn(self.dice, (0, 1, 2, 3), (10, 45, 30, 15))

    def rows(self, member: Member) -> Iterator[Line]:
        """Every way to reach this person."""
        yield from self._contacts(member)
        for rank in range(next(self._handle_counts)):
            yield from self._handle(member, rank)
        if self.dice.happens(0.12):
            street = next(member.speech.streets)
            yield AddressLine(next(self.ids), member.id, street, member.town, member.origin.country)

    def _contacts(self, member: Member) -> Iterator[Line]:
        given, family = slug(member.given), slug(member.family)
        host = f"{next(self._hosts)}-{next(self._host_endings)}.example"
        if self.dice.happens(0.88):
            yield self._contact(member, _EMAIL, f"{given}.{family}@{host}", preferred=1)
        if self.dice.happens(0.1):
            yield self._contact(member, _EMAIL, f"{given}@{family}.example")
        phone = next(self._numbers(member.origin), None) if self.dice.happens(0.5) else None
        if phone is not None:
            yield ContactLine(next(self.ids), member.id, _PHONE, phone, phone.replace(" ", ""), preferred=1)
        if self.dice.happens(0.25):
            site = f"{family}-{next(self._hosts)}.example"
            yield ContactLine(next(self.ids), member.id, _LINK, f"https://{site}", site, preferred=0)

    def _contact(self, member: Member, kind: str, value: str, preferred: int = 0) -> ContactLine:
        return ContactLine(next(self.ids), member.id, kind, value, value, preferred)

    def _handle(self, member: Member, rank: int) -> Iterator[Line]:
        chance = self.dice.random
        platform = next(self._platforms)
        stem = slug(member.given) if self.dice.happens(0.5) else slug(member.family)
        name = f"{stem}.{next(self._handle_words)}{int(900 * chance()) if self.dice.happens(0.6) else ''}"
        handle = next(self.ids)
        link = f"https://{slug(platform)}.example/{name}"
        yield HandleLine(handle, member.id, platform, name, link, rank)
        followers = self.dice.lognormvariate(8.7, 1.5) + 40
        ago = int(_READINGS_APART * chance())
        while ago < member.known_for and self.dice.happens(0.7):
            yield ReadingLine(next(self.ids), handle, self.days.past[ago], int(followers), _SAW)
            followers *= 0.7 + 0.35 * chance()
            ago += 30 + int(_READINGS_APART * chance())

    def _numbers(self, origin: Origin) -> Words:
        if origin.country not in self._phones:
            self._phones[origin.country] = _counted(origin.phones)
        return self._phones[origin.country]


def _counted(ranges: Sequence[PhoneRange]) -> Words:
    for kept in ranges:
        width = kept.pattern.count("#")
        shape = kept.pattern.replace("#", "{}")
        for number in range(kept.first, 10**width):
            yield shape.format(*f"{number:0{width}}")
