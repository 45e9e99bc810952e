"""Keeping what the user was told; not a step of undo."""

from collections.abc import Iterable
from datetime import date

from relationdesk.desk.desk import Desk
from relationdesk.desk.moments import moment_text
from relationdesk.domain.labels import Label
from relationdesk.work import settings
from relationdesk.work.reminders.queries import Due

_TELL_NO_MORE = """
    INSERT INTO notified (follow_up_id, moment) SELECT id, :moment FROM follow_up WHERE id = :follow_up
    ON CONFLICT DO NOTHING
"""


def keep_as_told(desk: Desk, told: Iterable[Due]) -> None:
    """Tell these no more, also after a restart; a follow-up that was deleted meanwhile is passed over."""
    with desk.change_plainly(Label.SET_FOLLOW_UP) as connection:
        for due in told:
            connection.execute(
                _TELL_NO_MORE, {"follow_up": due.follow_up_id, "moment": moment_text(due.moment)}
            )


def keep_digest_as_told(desk: Desk, day: date) -> None:
    """Tell the digest of this day no more, also after a restart."""
    settings.commands.remember_digest(desk, day)
