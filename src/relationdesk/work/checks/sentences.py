"""What a check found, a line for each thing that was looked at."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from relationdesk.language.dates import clock_time, long_day, whole_number
from relationdesk.language.words import _, plural
from relationdesk.work.checks.checking import Report, VaultState

_MEGABYTE = 1_000_000


class State(StrEnum):
    """How one thing stands."""

    GOOD = "good"
    MENDED = "mended"
    """It was not well, and is now."""
    REMARK = "remark"
    """It is well, and something should be done all the same."""
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: its name, how it stands, and a sentence."""

    name: str
    state: State
    text: str


def lines_of(report: Report, now: datetime, zone: tzinfo) -> list[Line]:
    """Everything that was looked at, in the order in which it matters."""
    return [
        Line(_("File"), *_of_file(report)),
        Line(_("Pages"), *_of_pages(report)),
        Line(_("Links"), *_of_links(report)),
        Line(_("Search index"), *_of_search(report)),
        Line(_("Backups"), *_of_backups(report, now, zone)),
        Line(_("Key"), *_of_key(report)),
    ]


def _of_file(report: Report) -> tuple[State, str]:
    if report.findings.odd_bytes:
        return State.BAD, _("Something was put behind the end of “{file}”, or cut off there.").format(
            file=report.files.desk.name
        )
    return State.GOOD, _("“{file}”, {size} MB, is as long as it should be.").format(
        file=report.files.desk.name, size=whole_number(max(1, round(report.size / _MEGABYTE)))
    )


def _of_pages(report: Report) -> tuple[State, str]:
    findings = report.findings
    if findings.broken_pages:
        return State.BAD, plural(
            "{n} of {pages} pages was changed by something else than this program.",
            "{n} of {pages} pages were changed by something else than this program.",
            len(findings.broken_pages),
            pages=whole_number(findings.pages),
        )
    if findings.structure:
        return State.BAD, _("Some pages do not fit together.")
    return State.GOOD, plural(
        "{n} page was read, and it is as it was written.",
        "{n} pages were read, and each is as it was written.",
        findings.pages,
    )


def _of_links(report: Report) -> tuple[State, str]:
    if report.findings.broken_pages or report.findings.structure:
        return State.BAD, _("They cannot be followed while pages are damaged.")
    if report.findings.links:
        return State.BAD, _("Something points to what is no longer there.")
    return State.GOOD, _("Everything that belongs together is together.")


def _of_search(report: Report) -> tuple[State, str]:
    if report.findings.is_damaged:
        return State.REMARK, _("It was not looked at, for the desk is damaged.")
    if report.mended:
        return State.MENDED, plural(
            "{n} index did not tell what is on the desk. It was made anew.",
            "{n} indexes did not tell what is on the desk. They were made anew.",
            len(report.mended),
        )
    return State.GOOD, _("It finds what is on the desk.")


def _of_backups(report: Report, now: datetime, zone: tzinfo) -> tuple[State, str]:
    around = report.surroundings
    if around.newest is None:
        return State.REMARK, _("There is no good backup.")
    made = around.newest.astimezone(zone)
    told = plural(
        "{n} backup; the newest good one is of {day}, {hour}.",
        "{n} backups; the newest good one is of {day}, {hour}.",
        around.backups,
        day=long_day(made.date()),
        hour=clock_time(made.time()),
    )
    return State.REMARK if around.is_overdue(now) else State.GOOD, told


def _of_key(report: Report) -> tuple[State, str]:
    around = report.surroundings
    said = {
        VaultState.MISSING: _("The vault beside the desk is missing: only the keychain opens the desk."),
        VaultState.UNREADABLE: _("The vault cannot be read. Every backup has a copy of it."),
        VaultState.OF_ANOTHER: _("The vault beside the desk is of another one."),
    }
    if around.vault in said:
        return State.BAD, said[around.vault]
    if around.vault is VaultState.OPEN:
        return State.GOOD, _("This is a sample desk: anybody may open it.")
    if around.has_passphrase:
        return State.GOOD, _("The passphrase and the recovery code open the desk.")
    return State.GOOD, _("The recovery code opens the desk.")
