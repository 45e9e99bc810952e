"""Keeping what the user was told; not a step of undo."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.dialects.sqlite import insert

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import FollowUpRow, NotifiedRow
from relationdesk.domain.labels import Label
from relationdesk.work import settings
from relationdesk.work.reminders.queries import Due


def keep_as_told(desk: Desk, told: Iterable[Due]) -> None:
    """Tell these no more, also after a restart; a follow-up that was deleted meanwhile is passed over."""
    with desk.change(Label.SET_FOLLOW_UP) as session:
        for due in told:
            if session.get(FollowUpRow, due.follow_up_id) is not None:
                row = insert(NotifiedRow).values(follow_up_id=due.follow_up_id, moment=due.moment)
                session.execute(row.on_conflict_do_nothing())


def keep_digest_as_told(desk: Desk, day: date) -> None:
    """Tell the digest of this day no more, also after a restart."""
    settings.commands.remember_digest(desk, day)
