"""Reading vCards one by one: every line of every card ends in a field, a fact or a report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from relationdesk.domain.card import RoleEntry
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.exchange.draft import Draft, card_of
from relationdesk.exchange.encoding import one_line, settled, sniff, text_of
from relationdesk.exchange.reports import IncomingCard, ReportKind, RowReport
from relationdesk.exchange.vcard import keeping, naming, own, reaching
from relationdesk.exchange.vcard.labels import fact_label, unwrapped
from relationdesk.exchange.vcard.lines import LogicalLine, logical_lines
from relationdesk.exchange.vcard.properties import Handler, Head, Property, head_and_value, plain, unescaped

MOST_PROPERTIES = 5_000
LARGEST_CARD = 16 * 1024 * 1024
SNIFFED = 4096
_DETAIL = 200
_LONGEST_MARKER = 64
_FIRST_OF_MARKERS = frozenset("BbEe")
_BLOBS = frozenset(("PHOTO", "LOGO", "SOUND", "KEY"))
_GROUP_KINDS = frozenset(("KIND", "X-ADDRESSBOOKSERVER-KIND"))
_HANDLERS: Mapping[str, Handler] = {
    **naming.HANDLERS,
    **reaching.HANDLERS,
    **keeping.HANDLERS,
    **own.HANDLERS,
}
_Raw = tuple[int, Head, str]


def read_vcards(file: BinaryIO) -> Iterator[IncomingCard | RowReport]:
    """The people in `file` in order, and reports of what belongs to none of them.

    The file is read as a stream; it stays open. No bytes make this raise anything but what the
    file itself raises when it is read.
    """
    start = file.read(SNIFFED)
    file.seek(-len(start), 1)
    yield from read_on(file, sniff(start), 1, Course())


@dataclass(slots=True)
class Course:
    """What reading has met so far that bears on what follows; whole when everything was read.

    `identities` are the UIDs and the lines of the cards that bore them first; `is_between_cards` says
    whether the last line ended a card that began.
    """

    identities: dict[str, int] = field(default_factory=dict)
    is_between_cards: bool = True


def read_on(
    file: BinaryIO, codec: str, first_line: int, course: Course
) -> Iterator[IncomingCard | RowReport]:
    """What `read_vcards` tells of a file from where it stands, there being line `first_line`."""
    stream = text_of(file, codec, newline=None)
    try:
        yield from _people(logical_lines(stream, first_line), course)
    finally:
        if not stream.closed:
            stream.detach()


def _people(lines: Iterator[LogicalLine], course: Course) -> Iterator[IncomingCard | RowReport]:
    reading = _Cards()
    for line in lines:
        for block in reading.take(line):
            yield from _person(block, course.identities)
        if reading.reports:
            yield reading.reports.pop()
    course.is_between_cards = reading.is_between_cards
    for block in reading.end():
        yield from _person(block, course.identities)


class _Block:
    """The lines of one card."""

    __slots__ = ("doubts", "line", "raw", "size")

    def __init__(self, line: int) -> None:
        self.line = line
        self.raw: list[_Raw] = []
        self.doubts: list[RowReport] = []
        self.size = 0


class _Cards:
    """Cuts the stream of lines into cards; `reports` is what the last line told outside of any."""

    def __init__(self) -> None:
        self._block: _Block | None = None
        self._depth = 0
        self.reports: list[RowReport] = []
        self._outside = False

    @property
    def is_between_cards(self) -> bool:
        """Whether no card is open, and none has been missed since the last one."""
        return self._block is None and not self._outside

    def take(self, line: LogicalLine) -> tuple[_Block, ...]:
        """The cards that `line` completes: none, mostly."""
        marker = _marker(line.text) if line.text[:1] in _FIRST_OF_MARKERS else ""
        if not marker:
            self._keep(line)
            return ()
        self._outside = False
        if marker == "BEGIN" and not self._begins_agent():
            unfinished = self.end()
            self._block = _Block(line.number)
            return unfinished
        if marker == "BEGIN" or self._depth:
            self._depth += 1 if marker == "BEGIN" else -1
            return ()
        complete, self._block = self._block, None
        return (complete,) if complete else ()

    def end(self) -> tuple[_Block, ...]:
        """The card that was begun and never ended."""
        block, self._block, self._depth = self._block, None, 0
        if block is None:
            return ()
        block.doubts.append(RowReport(block.line, ReportKind.MISSING_END))
        return (block,)

    def _begins_agent(self) -> bool:
        """Whether this BEGIN is a card inside a card (vCard 2.1, 2.6.1)."""
        if self._block is None or self._depth:
            return self._depth > 0
        raw = self._block.raw
        return bool(raw) and raw[-1][1].name == "AGENT" and not raw[-1][2].strip()

    def _keep(self, line: LogicalLine) -> None:
        block = self._block
        if block is None:
            if not self._outside and line.text.strip():
                self.reports.append(_report(line, ReportKind.OUTSIDE_CARD))
                self._outside = True
            return
        parsed = head_and_value(line.text)
        if parsed is None:
            block.doubts.append(_report(line, ReportKind.UNREADABLE_LINE))
            return
        head, value = parsed
        if self._depth:
            if head.name == "FN" and self._depth == 1:
                block.raw.append((line.number, Head("", "X-AGENT"), value))
            return
        block.size += len(line.text)
        if line.cut:
            kind = ReportKind.PICTURE_TOO_BIG if head.name in _BLOBS else ReportKind.LINE_TOO_LONG
            block.doubts.append(RowReport(line.number, kind, head.name[:_DETAIL]))
        elif len(block.raw) < MOST_PROPERTIES and block.size < LARGEST_CARD:
            block.raw.append((line.number, head, value))
        elif not block.doubts or block.doubts[-1].kind is not ReportKind.CARD_TOO_LONG:
            block.doubts.append(RowReport(line.number, ReportKind.CARD_TOO_LONG))


def _report(line: LogicalLine, kind: ReportKind) -> RowReport:
    return RowReport(line.number, kind, one_line(settled(line.text[:_DETAIL])))


def _marker(text: str) -> str:
    if len(text) <= _LONGEST_MARKER:
        word, _, kind = text.partition(":")
        if kind.strip().upper() == "VCARD" and word.strip().upper() in {"BEGIN", "END"}:
            return word.strip().upper()
    return ""


def _person(block: _Block, seen: dict[str, int]) -> Iterator[IncomingCard | RowReport]:
    present = {head.name for _, head, _ in block.raw}
    if present & _GROUP_KINDS and _is_group(block.raw):
        yield RowReport(block.line, ReportKind.NOT_A_PERSON)
        return
    draft = Draft(block.line, own="PRODID" in present and _is_own(block.raw))
    labels = _labels(block.raw) if "X-ABLABEL" in present else {}
    for number, head, value in block.raw:
        handler = _HANDLERS.get(head.name, keeping.keep_unknown)
        text = value if head.name == "PHOTO" or head.encoding == "b" else plain(head, value)
        handler(draft, Property(number, head, text, labels.get(head.group, "")))
    if not draft.own:
        _complete(draft)
    draft.doubts.extend(block.doubts)
    if "UID" in present:
        _check_identity(draft, block, seen)
    card = card_of(draft)
    if draft.display_name or draft.own:
        yield IncomingCard(block.line, card, tuple(draft.doubts))
    elif draft.facts or draft.notes or draft.picture:
        yield IncomingCard(block.line, card, (*draft.doubts, RowReport(block.line, ReportKind.NAMELESS)))
    else:
        yield from draft.doubts
        yield RowReport(block.line, ReportKind.EMPTY_CARD)


def _labels(raw: list[_Raw]) -> dict[str, str]:
    """What Apple's X-ABLabel lines call the groups of a card."""
    return {
        head.group: unwrapped(one_line(unescaped(plain(head, value))))
        for _, head, value in raw
        if head.group and head.name == "X-ABLABEL"
    }


def _is_group(raw: list[_Raw]) -> bool:
    return any(head.name in _GROUP_KINDS and value.strip().lower() == "group" for _, head, value in raw)


def _is_own(raw: list[_Raw]) -> bool:
    return any(head.name == "PRODID" and value == own.PRODUCT for _, head, value in raw)


def _check_identity(draft: Draft, block: _Block, seen: dict[str, int]) -> None:
    """One UID twice: both are kept, and the second says so."""
    for number, head, value in block.raw:
        if head.name == "UID" and value and seen.setdefault(value, block.line) != block.line:
            draft.doubt(ReportKind.REPEATED_IDENTITY, str(seen[value]), number)


def _complete(draft: Draft) -> None:
    """What a foreign card leaves to be understood: a name, the rest of the name, the town."""
    parts = draft.name_parts
    if not draft.display_name:
        composed = (draft.given_name, parts.get("MIDDLE", ""), draft.family_name)
        draft.display_name = " ".join(part for part in composed if part)
    if not draft.display_name:
        draft.display_name = _borrowed_name(draft)
        if draft.display_name:
            draft.doubt(ReportKind.NAME_BORROWED, draft.display_name)
    for part, text in parts.items():
        if text and text not in draft.display_name:
            draft.fact(fact_label(part), text)
    if draft.printed_addresses:
        for text in reaching.unknown_addresses(draft):
            draft.fact(fact_label("LABEL"), text)
    if draft.addresses:
        home = min(draft.addresses, key=lambda entry: entry[1] or 1000)[0]
        draft.city, draft.country = home.city, home.country


def _borrowed_name(draft: Draft) -> str:
    """A name from the organisation, the nickname, the mail address or the phone, in that order."""
    roles = (RoleEntry(role.organisation) for role in draft.roles.values())
    of_kind = {entry.kind: entry.value for entry, _ in reversed(draft.contacts)}
    candidates = (
        next((role.organisation for role in roles), ""),
        draft.nickname,
        of_kind.get(ContactKind.EMAIL, ""),
        of_kind.get(ContactKind.PHONE, ""),
        next((handle.name for handle in draft.handles), ""),
        of_kind.get(ContactKind.MESSENGER, ""),
    )
    return next(filter(None, candidates), "")
