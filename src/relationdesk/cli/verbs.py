"""What each verb does, and what it prints."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from relationdesk.cli import backup_verbs, checking, due, erasing, searching
from relationdesk.cli.errors import AmbiguousPersonError, UnknownPersonError, WrongFilterError
from relationdesk.domain.clock import today
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _, plural
from relationdesk.work import dossiers, exports, imports
from relationdesk.work.desks import Desk
from relationdesk.work.people.filtering import filtered_people, read_on
from relationdesk.work.people.queries import people_named
from relationdesk.work.settings.region import home_region
from relationdesk.work.views.queries import view_named

Print = Callable[[str], None]


def run(words: Namespace, desk: Desk, say: Print) -> None:
    """Carry a verb out on an open desk.

    Raises:
        ExpectedError: it could not be done.
    """
    _VERBS[words.verb](words, desk, say)


def _import(words: Namespace, desk: Desk, say: Print) -> None:
    previews = []
    if not words.dry_run:
        backup_verbs.back_up_first(desk, say)
    for file in words.files:
        reading = imports.reading.read_people(file)
        better = imports.own_fields.better_mapping(desk.reader, reading)
        if better is not None:
            reading = imports.reading.read_people(file, mapping=better)
        preview = imports.preview.preview(desk.reader, reading, home_region(desk))
        previews.append((file.name, preview))
        if words.dry_run:
            added = len(preview.proposed())
            say(_("{file}: nothing was written.").format(file=file.name))
        else:
            added = imports.commands.import_people(
                desk,
                preview,
                file_name=file.name,
                title=_("From {file}").format(file=file.name),
                tag=words.tag,
            ).added
        known = preview.count(imports.preview.Standing.KNOWN)
        say(_import_line(file, added, known, len(reading.reports)))
        if fields := preview.new_fields:
            say(imports.own_fields.new_fields_told(fields))
        trashed = preview.count(imports.preview.Standing.TRASHED)
        if trashed:
            say(
                plural(
                    "{n} person is in the trash and was left out; put them back in the window.",
                    "{n} people are in the trash and were left out; put them back in the window.",
                    trashed,
                )
            )
        erased = preview.count(imports.preview.Standing.ERASED)
        if erased:
            say(
                plural(
                    "{n} person was erased before and was left out; the window can bring them in.",
                    "{n} people were erased before and were left out; the window can bring them in.",
                    erased,
                )
            )
    if words.report:
        lines = imports.commands.write_report(words.report, previews)
        say(
            plural(
                "{n} doubtful or unreadable line is in {file}",
                "{n} doubtful or unreadable lines are in {file}",
                lines,
                file=words.report.name,
            )
        )


def _import_line(file: Path, added: int, known: int, unreadable: int) -> str:
    return _("{file}: {new}, {known}, {unreadable}").format(
        file=file.name,
        new=plural("{n} person new", "{n} people new", added),
        known=plural("{n} known already", "{n} known already", known),
        unreadable=plural("{n} line not readable", "{n} lines not readable", unreadable),
    )


def _export(words: Namespace, desk: Desk, say: Print) -> None:
    count = exports.commands.export_people(desk.reader, words.file, _viewed(desk, words.view))
    say(plural("{n} person written to {file}", "{n} people written to {file}", count, file=words.file.name))


def _viewed(desk: Desk, view: str | None) -> list[int] | None:
    """Whom a filter or a saved view lets through, or None for everybody.

    A file of others than were meant is not written.
    """
    if view is None:
        return None
    saved = view_named(desk.reader, view)
    typed = view if saved is None else saved.typed
    mistakes = read_on(desk.reader, typed).mistakes
    if mistakes:
        raise WrongFilterError(mistakes[0])
    return filtered_people(desk.reader, typed, today(desk.clock))


def _archive(words: Namespace, desk: Desk, say: Print) -> None:
    if words.read:
        count = exports.commands.read_archive(desk, words.file)
        say(plural("{n} person read from {file}", "{n} people read from {file}", count, file=words.file.name))
    else:
        count = exports.commands.write_archive(desk.reader, words.file)
        say(
            plural(
                "The desk with {n} person written to {file}",
                "The desk with {n} people written to {file}",
                count,
                file=words.file.name,
            )
        )


def _dossier(words: Namespace, desk: Desk, say: Print) -> None:
    _needs_ending(words.to, ".pdf")
    person = _the_person(desk, words.person)
    written = dossiers.commands.write_dossier(desk.reader, person, words.to, today=today(desk.clock))
    if written.plain:
        say(_("Some signs could not be tagged for screen readers; the file is a plain PDF."))
    say(_("Dossier written to {file}").format(file=words.to.name))


def _the_person(desk: Desk, name: str) -> PersonId:
    named = people_named(desk.reader, name)
    if not named:
        raise UnknownPersonError(name)
    if len(named) > 1:
        raise AmbiguousPersonError(name, tuple(line.name for line in named))
    return named[0].id


def _needs_ending(path: Path, ending: str) -> None:
    if path.suffix.lower() != ending:
        raise exports.errors.WrongEndingError(path, ending)


_VERBS: dict[str, Callable[[Namespace, Desk, Print], None]] = {
    "import": _import,
    "export": _export,
    "archive": _archive,
    "dossier": _dossier,
    "backup": backup_verbs.backup,
    "check": checking.check,
    "due": due.due,
    "erase": lambda words, desk, say: erasing.erase(words, desk, _the_person(desk, words.person), say),
    "search": searching.search,
}
