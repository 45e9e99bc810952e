"""Offering, in a menu of days, the day after the person is met."""

from datetime import date

from relationdesk.domain.ids import FollowUpId, PersonId
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.day_menu import DayMenu
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.follow_ups.queries import MeetingAhead, next_meeting


def offer_after_event(
    tasks: Tasks[Reader, Desk], menu: DayMenu, person: PersonId, follow_up: FollowUpId | None, today: date
) -> None:
    """Add the day after the next meeting with `person`, if there is one ahead beside `follow_up` itself."""

    def show(meeting: MeetingAhead | None) -> None:
        if meeting is not None:
            menu.offer_after(meeting.what, meeting.day)

    tasks.ask(menu, lambda reader: next_meeting(reader, person, today, but=follow_up), show)
