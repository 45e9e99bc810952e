"""What a line of the timeline says: its icon, title, chip, day and text."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import (
    Action,
    Direction,
    FollowUpState,
    InteractionKind,
    PromiseSide,
    PromiseState,
    Stage,
)
from relationdesk.domain.vocabulary import Tone as Asking
from relationdesk.language.dates import due_in_words, short_day
from relationdesk.language.lists import listed
from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.chip import ChipText
from relationdesk.ui.widgets.stage_chip import stage_chip
from relationdesk.work.history.queries import EntryKind, TimelineEntry

KIND_ICONS: Final = {
    InteractionKind.MEETING: Icon.USERS,
    InteractionKind.CALL: Icon.PHONE,
    InteractionKind.EMAIL: Icon.MAIL,
    InteractionKind.DIRECT_MESSAGE: Icon.MESSAGE_CIRCLE,
    InteractionKind.EVENT: Icon.MAP_PIN,
    InteractionKind.PARCEL: Icon.PACKAGE,
    InteractionKind.PUBLICATION: Icon.GLOBE,
    InteractionKind.NOTE: Icon.FEATHER,
}

_MET: Final = frozenset({InteractionKind.MEETING, InteractionKind.EVENT})
_SIGNS: Final = frozenset("*_[]")
_TONES: Final[dict[str, Callable[[], str]]] = {
    Asking.ASKED: lambda: _("you asked"),
    Asking.GAVE: lambda: _("you gave"),
}


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """A line of the timeline in words; `text` may hold the little markup of notes.

    `company` says where it was, unless the title does, and who else took part.
    """

    icon: Icon
    title: str
    when: str
    text: str
    chip: ChipText | None = None
    company: str = ""


def shown_entry(entry: TimelineEntry, name: str, today: date) -> ShownEntry:
    """A line of the timeline of the person called `name`."""
    return _SHOWN[entry.kind](entry, name, today)


def _interaction(entry: TimelineEntry, name: str, today: date) -> ShownEntry:
    kind = InteractionKind(entry.word)
    title = entry.title or told_title(kind, Direction(entry.state), entry.who, name)
    told = [term(kind)] if kind is not InteractionKind.NOTE else []
    told += [_TONES[entry.tone]()] if entry.tone in _TONES else []
    colour = Tone.INFO if kind is InteractionKind.EVENT else Tone.NEUTRAL
    chip = ChipText(" · ".join(told), colour) if told else None
    text = "\n".join(part for part in (text_marked(entry), _own_line(entry)) if part)
    around = " · ".join(part for part in (place_beside(entry), company_of(entry)) if part)
    return ShownEntry(KIND_ICONS[kind], title, short_day(entry.day, today), text, chip, around)


def _own_line(entry: TimelineEntry) -> str:
    """The line that no other history shows; where others took part it says so."""
    is_told_apart = entry.private_line and entry.company
    return _("Only here: {line}").format(line=entry.private_line) if is_told_apart else entry.private_line


def place_beside(entry: TimelineEntry) -> str:
    """Where something happened; empty where its title says so."""
    if entry.kind is not EntryKind.INTERACTION or (not entry.title and entry.word in _MET):
        return ""
    return entry.who


def company_of(entry: TimelineEntry) -> str:
    """Who else took part, in a sentence; empty where nobody did."""
    names = [one.name for one in entry.company]
    return _("With {people}").format(people=listed(names)) if names else ""


def text_marked(entry: TimelineEntry) -> str:
    """The text with the names of those whom it names in strong letters."""
    return "".join(
        part.text if part.mention is None or _SIGNS.intersection(part.text) else f"**{part.text}**"
        for part in entry.parts
    )


def told_title(kind: InteractionKind, direction: Direction, place: str, name: str) -> str:
    """What stands where what happened with the person called `name` has no title of its own."""
    is_theirs = direction is Direction.THEY_REACHED_OUT
    if kind in _MET:
        return _("Met at {place}").format(place=place) if place else _("You met")
    theirs = {
        InteractionKind.CALL: _("{name} called"),
        InteractionKind.EMAIL: _("{name} wrote"),
        InteractionKind.DIRECT_MESSAGE: _("{name} wrote"),
        InteractionKind.PARCEL: _("{name} sent a parcel"),
        InteractionKind.PUBLICATION: _("{name} published"),
        InteractionKind.NOTE: _("Note"),
    }
    mine = {
        InteractionKind.CALL: _("You talked") if direction is Direction.BOTH else _("You called"),
        InteractionKind.EMAIL: _("You wrote"),
        InteractionKind.DIRECT_MESSAGE: _("You wrote"),
        InteractionKind.PARCEL: _("You sent a parcel"),
        InteractionKind.PUBLICATION: _("{name} published"),
        InteractionKind.NOTE: _("Note"),
    }
    return (theirs if is_theirs else mine)[kind].format(name=name)


def _mention(entry: TimelineEntry, _name: str, today: date) -> ShownEntry:
    people = listed([one.name for one in entry.company])
    title = _("Mentioned in a note about {people}").format(people=people)
    return ShownEntry(Icon.AT_SIGN, title, short_day(entry.day, today), text_marked(entry))


def _attachment(entry: TimelineEntry, _name: str, today: date) -> ShownEntry:
    title = _("File: {name}").format(name=entry.title)
    return ShownEntry(Icon.PAPERCLIP, title, short_day(entry.day, today), "")


def _promise(entry: TimelineEntry, name: str, today: date) -> ShownEntry:
    is_mine = PromiseSide(entry.word) is PromiseSide.I_OWE
    title = _("You promised") if is_mine else _("{name} promised").format(name=name)
    chip = promise_chip(PromiseState(entry.state), entry.due_on, today)
    return ShownEntry(Icon.HEART, title, short_day(entry.day, today), entry.text, chip)


def promise_chip(state: PromiseState, due_on: date | None, today: date) -> ChipText:
    """Where a promise stands: `open · 4 days late`, `kept`."""
    if state is not PromiseState.OPEN:
        return ChipText(term(state), Tone.OK if state is PromiseState.KEPT else Tone.NEUTRAL)
    if due_on is None:
        return ChipText(term(state), Tone.WARN)
    words = _("{state} · {when}").format(state=term(state), when=due_in_words(due_on, today))
    return ChipText(words, Tone.BAD if due_on < today else Tone.WARN)


def _partnership(entry: TimelineEntry, _name: str, today: date) -> ShownEntry:
    what = _("{client} × {title}").format(client=entry.who, title=entry.title) if entry.who else entry.title
    lesson = _("Lesson: {lesson}").format(lesson=entry.private_line) if entry.private_line else ""
    text = "\n".join(part for part in (entry.text, lesson) if part)
    chip = stage_chip(Stage(entry.word))
    title = _("Partnership: {what}").format(what=what)
    return ShownEntry(Icon.HANDSHAKE, title, short_day(entry.day, today), text, chip)


def _follow_up(entry: TimelineEntry, _name: str, today: date) -> ShownEntry:
    state = FollowUpState(entry.state)
    is_done = state is FollowUpState.DONE
    title = entry.title or term(Action(entry.word))
    icon, tone = (Icon.CHECK, Tone.OK) if is_done else (Icon.X, Tone.NEUTRAL)
    return ShownEntry(icon, title, short_day(entry.day, today), entry.text, ChipText(term(state), tone))


_SHOWN: Final = {
    EntryKind.INTERACTION: _interaction,
    EntryKind.PROMISE: _promise,
    EntryKind.PARTNERSHIP: _partnership,
    EntryKind.FOLLOW_UP: _follow_up,
    EntryKind.MENTION: _mention,
    EntryKind.ATTACHMENT: _attachment,
}
