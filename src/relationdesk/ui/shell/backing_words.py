"""How well a desk is backed up, in words."""

from relationdesk.domain.clock import Clock, today
from relationdesk.language.moments import ago, day_and_hour
from relationdesk.language.words import _
from relationdesk.work.backups.queries import Standing

_TOGETHER = "\u00a0"
"""A space that no line is broken at."""


def in_words(standing: Standing, clock: Clock) -> tuple[str, str]:
    """The words for the rail, and what they say exactly."""
    if standing.last is None:
        return _("Encrypted, not backed up yet"), _(
            "A backup is made by itself a few minutes after a change."
        )
    local = standing.last.astimezone(clock.zone())
    exactly = _("Last backup: {moment}").format(moment=day_and_hour(local, today(clock)))
    passed = ago(standing.last, clock.now()).replace(" ", _TOGETHER)
    return _("Encrypted, backed up {ago}").format(ago=passed), exactly


def warning(standing: Standing | None) -> str:
    """Why the user should look after the backups."""
    if standing is None or standing.last is None:
        return _("No backup of this desk could be made yet.")
    return _("The last good backup is older than a week.")
