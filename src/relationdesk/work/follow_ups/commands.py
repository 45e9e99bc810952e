"""Setting, putting off, finishing and dropping follow-ups; making and closing promises."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, time

from sqlmodel import Session, select

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import FollowUpRow, InteractionRow, PersonRow, PromiseRow, SettingRow
from relationdesk.domain.errors import EmptyTextError, PastDayError
from relationdesk.domain.ids import FollowUpId, InteractionId, PersonId, PromiseId
from relationdesk.domain.labels import Label
from relationdesk.domain.repeating import Repeat, next_time
from relationdesk.domain.spreading import spread
from relationdesk.domain.texts import many_lines, one_line
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    Direction,
    FollowUpState,
    InteractionKind,
    PromiseSide,
    PromiseState,
    Tone,
)
from relationdesk.work.follow_ups.coming_back import add_next_time
from relationdesk.work.follow_ups.errors import AlreadyClosedError
from relationdesk.work.history.commands import add_interaction
from relationdesk.work.rows import fetch, prove_there
from relationdesk.work.settings.queries import Setting, numbers_in, value_in

_BECOMES = {
    Action.CALL: InteractionKind.CALL,
    Action.MEET: InteractionKind.MEETING,
    Action.WRITE: InteractionKind.EMAIL,
    Action.THANK: InteractionKind.EMAIL,
    Action.SEND: InteractionKind.PARCEL,
    Action.OTHER: InteractionKind.NOTE,
}


def set_follow_up(
    desk: Desk,
    *,
    person_id: PersonId,
    action: Action,
    reason: str,
    due_on: date,
    due_at: time | None = None,
    origin: InteractionId | None = None,
    repeat: Repeat | None = None,
) -> FollowUpId:
    """Plan something to do with a person, at a day or at an hour of it in the user's zone.

    Raises:
        EmptyTextError: no reason was given.
        UnfitRuleError: the rule of its repeat cannot be read.
        NotFoundError: the person or the origin was deleted meanwhile.
    """
    if not one_line(reason):
        raise EmptyTextError("reason")
    if repeat is not None:
        next_time(repeat, planned_on=due_on, due_on=due_on, done_on=due_on)
    with desk.change(Label.SET_FOLLOW_UP) as session:
        prove_there(session, PersonRow, person_id)
        prove_there(session, InteractionRow, origin)
        row = FollowUpRow(
            id=desk.fresh_id(),
            person_id=person_id,
            action=action,
            reason=one_line(reason),
            planned_on=due_on,
            due_on=due_on,
            due_at=due_at,
            zone=desk.clock.zone().key if due_at else "",
            repeat_rule=repeat.rule if repeat else "",
            repeat_anchor=repeat.anchor if repeat else None,
            state=FollowUpState.OPEN,
            origin_interaction_id=origin,
            created_at=desk.clock.now(),
        )
        session.add(row)
    return FollowUpId(row.id)


def snooze_follow_up(desk: Desk, follow_up_id: FollowUpId, *, until: date, at: time | None = None) -> None:
    """Put a follow-up off until a later day, or until a later hour of today.

    Raises:
        NotFoundError: it was deleted meanwhile.
        AlreadyClosedError: it was closed before.
        PastDayError: `until` is before today, or is today without an hour.
    """
    if until < desk.today() or (until == desk.today() and at is None):
        raise PastDayError(until)
    with desk.change(Label.SNOOZE_FOLLOW_UP) as session:
        row = _open_follow_up(session, follow_up_id)
        row.due_on = until
        row.due_at = at
        row.zone = desk.clock.zone().key if at else ""


def move_follow_up(desk: Desk, follow_up_id: FollowUpId, *, to: date) -> None:
    """Plan a follow-up for another day, at the hour it has.

    Raises:
        NotFoundError: it was deleted meanwhile.
        AlreadyClosedError: it was closed before.
        PastDayError: `to` is before today.
    """
    if to < desk.today():
        raise PastDayError(to)
    with desk.change(Label.MOVE_FOLLOW_UP) as session:
        _open_follow_up(session, follow_up_id).due_on = to


def spread_follow_ups(desk: Desk, waiting: Sequence[FollowUpId]) -> date:
    """Plan each of these for a working day ahead, at the hour it has, in their order; returns the last day.

    No day gets more than the user wants a day to show. One that was closed meanwhile is passed over.
    """
    today = desk.today()
    with desk.change(Label.SPREAD_FOLLOW_UPS) as session:
        rows = [row for one in waiting if (row := session.get(FollowUpRow, one)) is not None]
        still_open = [row for row in rows if row.state is FollowUpState.OPEN]
        is_ahead = FollowUpRow.state == FollowUpState.OPEN, FollowUpRow.due_on > today
        planned = Counter(row.due_on for row in session.exec(select(FollowUpRow).where(*is_ahead)))
        kept = session.get(SettingRow, Setting.NUMBERS.value)
        cap = numbers_in(value_in(kept.value) if kept is not None else None).daily_cap
        days = spread(len(still_open), after=today, cap=cap, planned=planned)
        for row, day in zip(still_open, days, strict=True):
            row.due_on = day
    return days[-1] if days else today


def finish_follow_up(desk: Desk, follow_up_id: FollowUpId, *, line: str) -> InteractionId:
    """Mark a follow-up as done and keep what happened as an interaction of today.

    An empty line keeps the reason in its place. One that repeats comes back on its next day, at the same
    hour of the same zone.

    Raises:
        NotFoundError: it was deleted meanwhile.
        AlreadyClosedError: it was closed before.
    """
    with desk.change(Label.FINISH_FOLLOW_UP) as session:
        row = _open_follow_up(session, follow_up_id)
        interaction = add_interaction(
            desk,
            session,
            people=[PersonId(row.person_id)],
            row=InteractionRow(
                id=desk.fresh_id(),
                kind=_BECOMES[row.action],
                happened_on=desk.today(),
                title=row.reason if many_lines(line) else "",
                text=many_lines(line) or row.reason,
                direction=Direction.I_REACHED_OUT,
                tone=Tone.NEITHER,
                audience=Audience.ONLY_ME,
                noted_at=desk.clock.now(),
            ),
        )
        row.state = FollowUpState.DONE
        row.closing_interaction_id = interaction
        row.closing_word = many_lines(line)
        row.closed_on = desk.today()
        add_next_time(desk, session, row)
    return interaction


def drop_follow_up(desk: Desk, follow_up_id: FollowUpId, *, why: str) -> None:
    """Give a follow-up up, with a word on why.

    Raises:
        NotFoundError: it was deleted meanwhile.
        AlreadyClosedError: it was closed before.
    """
    with desk.change(Label.DROP_FOLLOW_UP) as session:
        row = _open_follow_up(session, follow_up_id)
        row.state = FollowUpState.DROPPED
        row.closing_word = many_lines(why)
        row.closed_on = desk.today()


def make_promise(
    desk: Desk,
    *,
    person_id: PersonId,
    side: PromiseSide,
    what: str,
    due_on: date | None = None,
    origin: InteractionId | None = None,
) -> PromiseId:
    """Keep what one side owes the other.

    Raises:
        EmptyTextError: it does not say what.
        NotFoundError: the person or the origin was deleted meanwhile.
    """
    if not one_line(what):
        raise EmptyTextError("what")
    with desk.change(Label.MAKE_PROMISE) as session:
        prove_there(session, PersonRow, person_id)
        prove_there(session, InteractionRow, origin)
        row = PromiseRow(
            id=desk.fresh_id(),
            person_id=person_id,
            side=side,
            what=one_line(what),
            made_on=desk.today(),
            due_on=due_on,
            state=PromiseState.OPEN,
            origin_interaction_id=origin,
            audience=Audience.ONLY_ME,
        )
        session.add(row)
    return PromiseId(row.id)


def edit_promise(
    desk: Desk, promise_id: PromiseId, *, side: PromiseSide, what: str, due_on: date | None
) -> None:
    """Correct an open promise: who owes, what, and by when.

    Raises:
        EmptyTextError: it does not say what.
        NotFoundError: it was deleted meanwhile.
        AlreadyClosedError: it was closed before.
    """
    if not one_line(what):
        raise EmptyTextError("what")
    with desk.change(Label.EDIT_PROMISE) as session:
        row = _open_promise(session, promise_id)
        row.side, row.what, row.due_on = side, one_line(what), due_on


def keep_promise(desk: Desk, promise_id: PromiseId) -> None:
    """Note that a promise was kept today.

    Raises:
        NotFoundError: it was deleted meanwhile.
        AlreadyClosedError: it was closed before.
    """
    _close_promise(desk, promise_id, PromiseState.KEPT, Label.KEEP_PROMISE)


def release_promise(desk: Desk, promise_id: PromiseId) -> None:
    """Note that a promise no longer binds.

    Raises:
        NotFoundError: it was deleted meanwhile.
        AlreadyClosedError: it was closed before.
    """
    _close_promise(desk, promise_id, PromiseState.RELEASED, Label.RELEASE_PROMISE)


def _open_follow_up(session: Session, follow_up_id: FollowUpId) -> FollowUpRow:
    row = fetch(session, FollowUpRow, follow_up_id)
    if row.state is not FollowUpState.OPEN:
        raise AlreadyClosedError("follow_up", follow_up_id)
    return row


def _close_promise(desk: Desk, promise_id: PromiseId, state: PromiseState, label: Label) -> None:
    with desk.change(label) as session:
        row = _open_promise(session, promise_id)
        row.state = state
        row.closed_on = desk.today()


def _open_promise(session: Session, promise_id: PromiseId) -> PromiseRow:
    row = fetch(session, PromiseRow, promise_id)
    if row.state is not PromiseState.OPEN:
        raise AlreadyClosedError("promise", promise_id)
    return row
