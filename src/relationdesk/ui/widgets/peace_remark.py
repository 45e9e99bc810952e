"""Pointing out, in a menu of days, that somebody is to be left in peace."""

from datetime import date

from relationdesk.domain.balance import Peace
from relationdesk.domain.ids import PersonId
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.balance_words import peace_words
from relationdesk.ui.widgets.day_menu import DayMenu
from relationdesk.work import settings
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.exchanges import balance_with


def point_out_peace(tasks: Tasks[Reader, Desk], menu: DayMenu, person: PersonId, today: date) -> None:
    """Say above the days why to leave `person` in peace and until when, where there is a reason to."""

    def peace_now(reader: Reader) -> Peace | None:
        days = settings.queries.numbers(reader).peace_days
        return balance_with(reader, person, today=today, peace_days=days).peace

    def show(peace: Peace | None) -> None:
        if peace is not None:
            menu.point_out(peace_words(peace, today))

    tasks.ask(menu, peace_now, show)
