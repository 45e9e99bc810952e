"""Making backups and restoring them from the command line."""

import json
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.dates import clock_time, day_in_full
from relationdesk.language.words import _, plural
from relationdesk.work.backups.making import MAY_FAIL, BackedUp, Second, back_up, back_up_to
from relationdesk.work.backups.queries import Holdings, holdings
from relationdesk.work.backups.restoring import BroughtBack, bring_desk_back_by
from relationdesk.work.backups.source import source_of
from relationdesk.work.bundles.settling import bring_bundle_back_by, is_bundle
from relationdesk.work.desks import Desk
from relationdesk.work.desks.machine import Machine
from relationdesk.work.errors import sentence

Print = Callable[[str], None]


def backup(words: Namespace, desk: Desk, say: Print) -> None:
    """Make one backup, and put a copy where `--to` says."""
    source = source_of(desk)
    copy: Path | None = None
    if words.to is None:
        made = back_up(source)
    else:
        made, copied = back_up_to(source, words.to)
        copy = copied.path
    held = holdings(made.backup.path, source.key)
    if words.json:
        say(json.dumps(_told(held) | {"second": made.second.name.lower(), "copy": _text(copy)}, indent=1))
        return
    say(_("Backed up to {file}: {what}").format(file=held.path, what=_what(held)))
    if copy is not None:
        say(_("A copy is in {file}").format(file=copy))
    if remark := _of_second(made):
        say(remark)


def back_up_first(desk: Desk, say: Print) -> None:
    """Make a backup before something large; that it cannot be made is told, and keeps nobody from going on.

    Raises:
        DamagedDeskError: the desk is damaged, and nothing should be written to it.
    """
    try:
        back_up(source_of(desk))
    except MAY_FAIL as error:
        say(_without_backup(error))


def restore(words: Namespace, machine: Machine, clock: Clock, secret: str, say: Print) -> None:
    """Put a backup, or the desk of a bundle, in the place of the desk, and say where that one is kept."""
    files, path = machine.files(words.desk), words.file.absolute()
    bring_back = bring_bundle_back_by if is_bundle(path) else bring_desk_back_by
    back = bring_back(secret, files, path, machine.keychain, clock)
    if words.json:
        told = _told(back.held) | {
            "desk": str(files.desk),
            "kept": _text(back.replaced.kept),
            "saved": _text(back.replaced.saved.path if back.replaced.saved else None),
        }
        say(json.dumps(told, indent=1))
        return
    say(
        _("{desk} holds again what it held on {day} at {hour}: {what}").format(
            desk=files.desk,
            what=_what(back.held),
            day=day_in_full(back.held.made.astimezone(clock.zone()).date()),
            hour=clock_time(back.held.made.astimezone(clock.zone()).time()),
        )
    )
    say(_of_former(back))


def _of_former(back: BroughtBack) -> str:
    if back.replaced.kept is None:
        return _("There was no desk before.")
    if back.replaced.saved is None:
        return _("The desk that was there is kept as {file}").format(file=back.replaced.kept)
    return _("The desk that was there is kept as {file}, and a backup of it as {backup}").format(
        file=back.replaced.kept, backup=back.replaced.saved.path
    )


def _what(held: Holdings) -> str:
    return _("{people}, {entries}").format(
        people=plural("{n} person", "{n} people", held.people),
        entries=plural("{n} history entry", "{n} history entries", held.entries),
    )


def _of_second(made: BackedUp) -> str:
    return {
        Second.NOT_WANTED: "",
        Second.COPIED: _("A copy is in the second folder."),
        Second.AWAY: _("The second folder is not there at the moment; it got no copy."),
        Second.FULL: _("The second folder is full; it got no copy."),
        Second.FAILED: _("The second folder could not be written; it got no copy."),
    }[made.second]


def _without_backup(error: ExpectedError) -> str:
    return _("No backup was made first. {why}").format(why=sentence(error))


def _told(held: Holdings) -> dict[str, object]:
    return {
        "file": str(held.path),
        "made": held.made.isoformat(),
        "size": held.size,
        "people": held.people,
        "entries": held.entries,
        "follow_ups": held.follow_ups,
        "partnerships": held.partnerships,
    }


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)
