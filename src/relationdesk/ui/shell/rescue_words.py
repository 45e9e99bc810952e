"""What is said of a desk that is damaged or gone, and of what was saved of it."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from relationdesk.language.dates import clock_time, full_day, long_day, whole_number
from relationdesk.language.words import _, plural
from relationdesk.work.desks.rescue import BroughtBack, Harm, Holdings, Plight, SavedDesk, Since


def harm_title(harm: Harm) -> str:
    """The head of the page."""
    return {Harm.NONE: _("Your desk is well"), Harm.MISSING: _("Your desk is gone")}.get(
        harm, _("Your desk is damaged")
    )


def harm_text(plight: Plight) -> str:
    """What is the matter, and that nothing was made worse."""
    file = plight.files.desk.name
    if plight.harm is Harm.PAGES:
        return plural(
            "{n} of the {pages} pages of “{file}” was changed by something else than this program: a "
            "failing disk, perhaps, or a copy that was broken off. The file was left as it is.",
            "{n} of the {pages} pages of “{file}” were changed by something else than this program: a "
            "failing disk, perhaps, or a copy that was broken off. The file was left as it is.",
            plight.broken_pages,
            pages=whole_number(plight.pages),
            file=file,
        )
    said = {
        Harm.NONE: _(
            "“{file}” was read from beginning to end, and nothing is wrong with it now. Its disk may have "
            "been away for a moment."
        ),
        Harm.MISSING: _(
            "The file “{file}” is missing or empty, and nothing was created in its place. Put the file back "
            "if you have it, and look again; or put back one of its backups."
        ),
        Harm.UNREADABLE: _(
            "The file “{file}” does not open any more: its beginning is destroyed, or a part of it is cut "
            "off. It was left as it is."
        ),
        Harm.LENGTH: _(
            "Something else than this program put something behind the end of “{file}”, or cut it off there. "
            "The file was left as it is."
        ),
        Harm.STRUCTURE: _("Parts of “{file}” do not fit together. The file was left as it is."),
    }
    return said[plight.harm].format(file=file)


def made_text(moment: datetime, zone: tzinfo) -> str:
    """When a backup was made, as it is told to its user."""
    local = moment.astimezone(zone)
    return _("{day}, {hour}").format(day=full_day(local.date()), hour=clock_time(local.time()))


def held_text(held: Holdings) -> str:
    """What a backup holds."""
    return _("It holds {people} and {entries}.").format(
        people=_people(held.people), entries=_entries(held.entries)
    )


def since_text(since: Since | None) -> str:
    """What a backup lacks."""
    if since is None or not (since.people or since.entries):
        return _("What was changed after it was made is not in it.")
    if not since.people:
        return _("Not in it: {entries} that came after it was made, and what was changed.").format(
            entries=_entries(since.entries)
        )
    return _("Not in it: {people} and {entries} that came after it was made, and what was changed.").format(
        people=_people(since.people), entries=_entries(since.entries)
    )


def restored_lines(back: BroughtBack, zone: tzinfo) -> Iterator[str]:
    """What stands on the desk now, and where the former one is."""
    made = back.held.made.astimezone(zone)
    yield _("The backup of {day}, {hour}, is your desk now. {held}").format(
        day=long_day(made.date()), hour=clock_time(made.time()), held=held_text(back.held)
    )
    if back.replaced.kept is not None:
        yield _("The desk as it was is kept as “{file}”.").format(file=back.replaced.kept.name)


def saved_lines(desk: SavedDesk) -> Iterator[str]:
    """What was saved of a desk, and what was not, a line each."""
    saved, rows, mended = desk.saved, desk.saved.rows, desk.saved.mended
    yield _("Saved: {people}, {entries}, {follow_ups}, {partnerships}.").format(
        people=_people(rows["person"]),
        entries=_entries(rows["interaction"]),
        follow_ups=plural("{n} follow-up", "{n} follow-ups", rows["follow_up"]),
        partnerships=plural("{n} partnership", "{n} partnerships", rows["partnership"]),
    )
    if saved.broken_pages:
        yield plural(
            "{n} of {pages} pages could not be read; what stood there is missing.",
            "{n} of {pages} pages could not be read; what stood there is missing.",
            saved.broken_pages,
            pages=whole_number(saved.pages),
        )
    if unreadable := sum(saved.unreadable.values()):
        yield plural(
            "{n} thing besides was there and could not be read.",
            "{n} things besides were there and could not be read.",
            unreadable,
        )
    if desk.taken:
        yield plural(
            "{n} thing of it was taken from the newest backup, as it was then.",
            "{n} things of it were taken from the newest backup, as they were then.",
            desk.taken,
        )
    if stood_in := mended.stood_in.total() - desk.taken:
        yield plural(
            "{n} name could not be read: look for “Unreadable” to find the history that goes with it.",
            "{n} names could not be read: look for “Unreadable” to find the history that goes with them.",
            stood_in,
        )
    if dropped := mended.dropped.total():
        yield plural(
            "{n} detail belonged to something that is missing, and was left out.",
            "{n} details belonged to something that is missing, and were left out.",
            dropped,
        )
    if not saved.are_proved:
        yield _("The beginning of the file was destroyed, so that nothing could be proved: look it through.")
    if is_all_saved(desk):
        yield _("Nothing is missing.")
    if saved.kept is not None:
        yield _("The damaged desk is kept as “{file}”.").format(file=saved.kept.name)


def is_all_saved(desk: SavedDesk) -> bool:
    """Whether nothing is missing, as far as can be told."""
    saved = desk.saved
    lost = (saved.broken_pages, *saved.unreadable.values(), saved.mended.dropped.total())
    return saved.are_proved and not any(lost)


def _people(count: int) -> str:
    return plural("{n} person", "{n} people", count)


def _entries(count: int) -> str:
    return plural("{n} history entry", "{n} history entries", count)
