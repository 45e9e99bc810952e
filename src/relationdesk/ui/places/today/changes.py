"""What Today changes on the desk, and the words for it."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QObject, Signal, Slot

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.ids import FollowUpId, PartnershipId
from relationdesk.domain.vocabulary import Action, InteractionKind
from relationdesk.language.dates import day_in_full
from relationdesk.language.words import _, plural
from relationdesk.ui.places.today.rows import Row, RowKind
from relationdesk.ui.places.today.wording import due_in_full
from relationdesk.ui.tasks import Tasks
from relationdesk.work import follow_ups, history
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.today.queries import OwedRow


class TodayChanges(QObject):
    """Does what the rows and cards ask for; says `said` once it is kept.

    A line that was written with it is given back to its row when it is not kept.
    """

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks

    @Slot(object, str)
    def finish(self, row: Row, line: str) -> None:
        """Tick off what the row is about, with what happened; a loan came back without a word."""
        if (follow_up := row.follow_up) is not None:
            self._change(
                lambda desk: follow_ups.commands.finish_follow_up(desk, follow_up, line=line),
                _("Done with {name}: {what}").format(name=row.name, what=line.strip() or row.why),
                row.draft_key(DraftField.DONE),
            )
        elif row.key.kind is RowKind.BIRTHDAY:
            title = _("Birthday wishes")
            self._change(
                lambda desk: history.commands.log_interaction(
                    desk, people=[row.person_id], kind=InteractionKind.NOTE, title=title, text=line
                ),
                _("Done with {name}: {what}").format(name=row.name, what=line.strip() or title),
                row.draft_key(DraftField.DONE),
            )
        elif (partnership := row.partnership) is not None:
            self._finish_agreed(row, partnership, line)

    def _finish_agreed(self, row: Row, partnership: PartnershipId, line: str) -> None:
        from relationdesk.work import partnerships  # noqa: PLC0415 - not before first paint

        if row.key.kind is RowKind.LOAN:
            self._change(
                lambda desk: partnerships.commands.note_return(desk, partnership),
                _("Came back from {name}: {what}").format(name=row.name, what=row.why),
            )
            return
        title = _("Embargo over")
        self._change(
            lambda desk: partnerships.commands.note_embargo_over(desk, partnership, title=title, text=line),
            _("Done with {name}: {what}").format(name=row.name, what=line.strip() or title),
            row.draft_key(DraftField.DONE),
        )

    @Slot(object, str)
    def drop(self, row: Row, why: str) -> None:
        """Drop a follow-up, with a word why."""
        if (follow_up := row.follow_up) is not None:
            self._change(
                lambda desk: follow_ups.commands.drop_follow_up(desk, follow_up, why=why),
                _("Dropped for {name}: {what}").format(name=row.name, what=row.why),
                row.draft_key(DraftField.DROP),
            )

    @Slot(object, object, object)
    def put_off(self, row: Row, day: date, at: time | None) -> None:
        """Put a follow-up off, or plan one for whoever the row is about."""
        when = due_in_full(day, at)
        if (follow_up := row.follow_up) is not None:
            self._change(
                lambda desk: follow_ups.commands.snooze_follow_up(desk, follow_up, until=day, at=at),
                _("{name} comes back on {day}").format(name=row.name, day=when),
            )
            return
        self._change(
            lambda desk: follow_ups.commands.set_follow_up(
                desk,
                person_id=row.person_id,
                action=Action.WRITE,
                reason=row.plan_reason,
                due_on=day,
                due_at=at,
            ),
            _("Follow-up with {name} planned for {day}").format(name=row.name, day=when),
        )

    @Slot(object)
    def spread(self, waiting: list[FollowUpId]) -> None:
        """Give each of those that have been waiting a day of its own ahead."""

        def spread(desk: Desk) -> date:
            return follow_ups.commands.spread_follow_ups(desk, waiting)

        def told(last: date) -> None:
            words = plural(
                "{n} follow-up spread until {day}",
                "{n} follow-ups spread until {day}",
                len(waiting),
                day=day_in_full(last),
            )
            self.said.emit(words)

        self._tasks.change(self, spread, told)

    @Slot(object)
    def keep_promise(self, promise: OwedRow) -> None:
        """A promise was kept."""
        self._change(
            lambda desk: follow_ups.commands.keep_promise(desk, promise.id),
            _("Promise kept, {name}: {what}").format(name=promise.name, what=promise.what),
        )

    @Slot(object)
    def release_promise(self, promise: OwedRow) -> None:
        """A promise does not hold any more."""
        self._change(
            lambda desk: follow_ups.commands.release_promise(desk, promise.id),
            _("Promise released, {name}: {what}").format(name=promise.name, what=promise.what),
        )

    def _change(self, command: Callable[[Desk], object], what_happened: str, *written: DraftKey) -> None:
        from relationdesk.ui.widgets.drafts import drafts_of  # noqa: PLC0415 - not before first paint

        drafts_of(self._tasks).hand_over(self, written, command, lambda _new: self.said.emit(what_happened))
