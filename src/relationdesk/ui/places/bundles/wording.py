"""What changed, as sentences."""

from collections.abc import Sequence
from datetime import datetime

from relationdesk.language.dates import clock_time, long_day
from relationdesk.language.words import _, plural
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Tint
from relationdesk.work.bundles.bringing import Visit
from relationdesk.work.bundles.story import Detail, Kind, Line, PersonChanges

MARKS = {
    Kind.NEW: (Icon.PLUS, Tint.OK),
    Kind.CHANGED: (Icon.PENCIL_LINE, Tint.INFO),
    Kind.DELETED: (Icon.TRASH_2, Tint.BAD),
}


def line_text(line: Line) -> str:
    """What became of one row; the mark beside it says the same."""
    if not line.thing:
        return {
            Kind.NEW: _("New person"),
            Kind.CHANGED: _("Record changed"),
            Kind.DELETED: _("Person deleted"),
        }[line.kind]
    told = {
        Kind.NEW: _("New: {thing}"),
        Kind.CHANGED: _("Changed: {thing}"),
        Kind.DELETED: _("Deleted: {thing}"),
    }
    return told[line.kind].format(thing=line.thing)


def detail_text(detail: Detail) -> str:
    """One thing that changed in a row, from what to what."""
    if not detail.before:
        return _("{label}: {value}").format(label=detail.label, value=detail.after or "—")
    if not detail.after:
        return _("{label}: {before}, taken away").format(label=detail.label, before=detail.before)
    return _("{label}: {before} → {after}").format(
        label=detail.label, before=detail.before, after=detail.after
    )


def summary(lines: Sequence[Line]) -> str:
    """How much changed on one side, in a few words; a dash for nothing."""
    counts = {kind: sum(line.kind is kind for line in lines) for kind in Kind}
    told = {
        Kind.NEW: plural("{n} new", "{n} new", counts[Kind.NEW]),
        Kind.CHANGED: plural("{n} changed", "{n} changed", counts[Kind.CHANGED]),
        Kind.DELETED: plural("{n} deleted", "{n} deleted", counts[Kind.DELETED]),
    }
    return ", ".join(words for kind, words in told.items() if counts[kind]) or "—"


def name_of(changes: PersonChanges) -> str:
    """Whom the changes are about."""
    return changes.name if changes.person_id is not None else _("Not about one person")


def title(visit: Visit) -> str:
    """From when the bundle is."""
    made = visit.head.made_at.astimezone()
    return _("The desk as it was taken along on {day} at {hour}").format(
        day=long_day(made.date()), hour=clock_time(made.time())
    )


def outcome(visit: Visit) -> str:
    """How much there is on each side."""
    story = visit.story
    here, there = (sum(bool(lines) for lines in side) for side in _sides(story.people))
    return _("On this computer {here}; in the bundle {there}.").format(
        here=plural("{n} person changed", "{n} people changed", here),
        there=plural("{n} person changed", "{n} people changed", there),
    )


def remark(visit: Visit) -> str:
    """What has to be known before deciding; empty for nothing."""
    if not visit.findings.is_new:
        return _("What is in this bundle was taken over before, or was made on this computer.")
    if not visit.findings.has_origin:
        return _(
            "It is not known any more how the desk was when both began. What only one side has counts as new "
            "there, and what was deleted on one side comes back when the changes are taken over."
        )
    return ""


def file_name(moment: datetime) -> str:
    """What a bundle made now may be called."""
    return _("My desk {day}").format(day=f"{moment:%Y-%m-%d}")


def _sides(people: Sequence[PersonChanges]) -> tuple[list[Sequence[Line]], list[Sequence[Line]]]:
    return [one.here for one in people], [one.there for one in people]
