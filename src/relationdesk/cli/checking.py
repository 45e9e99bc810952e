"""Checking the desk from the command line."""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict

from relationdesk.cli.errors import UnsoundDeskError
from relationdesk.domain.clock import Clock
from relationdesk.language.words import _
from relationdesk.work.backups.source import Source
from relationdesk.work.checks.checking import Report, report_on, report_on_broken
from relationdesk.work.checks.sentences import lines_of
from relationdesk.work.desks import Desk
from relationdesk.work.desks.errors import BrokenDeskError

Print = Callable[[str], None]


def check(words: Namespace, desk: Desk, say: Print) -> None:
    """Check the desk, mend its indexes where they lie, and say how everything stands.

    Raises:
        UnsoundDeskError: something is wrong that a check does not mend.
    """
    _tell(words, report_on(desk), desk.clock, say)


def check_broken(words: Namespace, error: BrokenDeskError, clock: Clock, say: Print) -> None:
    """Say what is the matter with a desk that does not open.

    Raises:
        UnsoundDeskError: what can be told was told.
        BrokenDeskError: nothing more can be told.
    """
    report = report_on_broken(Source(error.files, error.key, clock))
    if report is None:
        raise error
    _tell(words, report, clock, say)


def _tell(words: Namespace, report: Report, clock: Clock, say: Print) -> None:
    lines = lines_of(report, clock.now(), clock.zone())
    if words.json:
        say(json.dumps(_told(report) | {"lines": [asdict(line) for line in lines]}, ensure_ascii=False))
    else:
        for line in lines:
            say(_("{name}: {text}").format(name=line.name, text=line.text))
    if not report.is_sound:
        raise UnsoundDeskError(report.files.desk)


def _told(report: Report) -> dict[str, object]:
    newest = report.surroundings.newest
    return {
        "desk": str(report.files.desk),
        "sound": report.is_sound,
        "size": report.size,
        "pages": report.findings.pages,
        "broken_pages": list(report.findings.broken_pages),
        "mended": list(report.mended),
        "vault": report.surroundings.vault,
        "backups": report.surroundings.backups,
        "newest_good_backup": None if newest is None else newest.isoformat(),
    }
