"""The next time of a follow-up that repeats."""

from sqlmodel import Session

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import FollowUpRow
from relationdesk.domain.repeating import Repeat, UnfitRuleError, next_time
from relationdesk.domain.vocabulary import FollowUpState


def add_next_time(desk: Desk, session: Session, done: FollowUpRow) -> None:
    """Have a repeating follow-up that was done come back, inside a change that is under way."""
    if not done.repeat_rule or done.repeat_anchor is None or done.closed_on is None:
        return
    repeat = Repeat(done.repeat_rule, done.repeat_anchor)
    try:
        coming = next_time(repeat, planned_on=done.planned_on, due_on=done.due_on, done_on=done.closed_on)
    except UnfitRuleError:  # from a foreign archive; what was done is done all the same
        return
    if coming is None:
        return
    session.add(
        FollowUpRow(
            id=desk.fresh_id(),
            person_id=done.person_id,
            action=done.action,
            reason=done.reason,
            planned_on=coming.day,
            due_on=coming.day,
            due_at=done.due_at,
            zone=done.zone,
            repeat_rule=coming.repeat.rule,
            repeat_anchor=coming.repeat.anchor,
            state=FollowUpState.OPEN,
            origin_interaction_id=done.closing_interaction_id,
            created_at=desk.clock.now(),
        )
    )
