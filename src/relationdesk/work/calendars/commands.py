"""Writing calendar files."""

from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

from relationdesk.desk.files import write_whole
from relationdesk.domain.repeating import Repeat, UnfitRuleError, next_time
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import RepeatAnchor
from relationdesk.domain.wall_clock import zone_named
from relationdesk.exchange.calendar import Appointment, calendar_of
from relationdesk.language.words import _
from relationdesk.work.calendars.queries import Planned
from relationdesk.work.files import writing


def write_calendar(path: Path, planned: Iterable[Planned], home: ZoneInfo) -> bool:
    """Write follow-ups as a calendar file; False when the file holds just that already.

    Hours in a zone that this computer does not know are taken for hours of `home`.

    Raises:
        UnwritableFileError, FullDiskError: the file cannot be written; what was there is unharmed.
    """
    content = calendar_of(_("RelationDesk follow-ups"), (_appointment(one, home) for one in planned))
    with writing(path):
        if path.is_file() and path.read_bytes() == content:
            return False
        write_whole(path, content)
    return True


def _appointment(planned: Planned, home: ZoneInfo) -> Appointment:
    return Appointment(
        uid=f"follow-up-{planned.id}@relationdesk.invalid",
        summary=_("{name}: {action}").format(action=term(planned.action), name=planned.name),
        description=planned.reason,
        day=planned.due_on,
        at=planned.due_at,
        zone=zone_named(planned.zone, home),
        rule=_rule(planned),
        made_at=planned.created_at,
    )


def _rule(planned: Planned) -> str:
    """The rule of a repeat whose coming days are known: one from the plan that was not put off."""
    if planned.repeat_anchor is not RepeatAnchor.PLAN or planned.due_on != planned.planned_on:
        return ""
    day, repeat = planned.due_on, Repeat(planned.repeat_rule, RepeatAnchor.PLAN)
    try:
        next_time(repeat, planned_on=day, due_on=day, done_on=day)
    except UnfitRuleError:
        return ""
    return planned.repeat_rule
