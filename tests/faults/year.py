"""A consultant's year with the laptop shut, asleep and abroad, and what the program told in it."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from real_desk import Made
from relationdesk.desk.desk import Desk
from relationdesk.domain.clock import FixedClock, today
from relationdesk.domain.ids import FollowUpId, PersonId
from relationdesk.domain.reminding import ReminderRules
from relationdesk.domain.vocabulary import Action
from relationdesk.work.follow_ups.commands import (
    drop_follow_up,
    finish_follow_up,
    set_follow_up,
    snooze_follow_up,
)
from relationdesk.work.reminders.commands import keep_as_told, keep_digest_as_told
from relationdesk.work.reminders.queries import Due, standing
from relationdesk.work.today.queries import today_page

PARIS = ZoneInfo("Europe/Paris")
ZONES = (
    PARIS,
    PARIS,
    PARIS,
    ZoneInfo("America/Montreal"),
    ZoneInfo("Asia/Tokyo"),
    ZoneInfo("Atlantic/Azores"),
)
RULES = ReminderRules(digest_at=time(8, 30), quiet_from=time(21), quiet_until=time(7, 30))
LONGEST_WAIT = timedelta(minutes=1)


@dataclass
class Told:
    """One thing that was told, when, and since when the program had been running."""

    due: Due
    at: datetime
    zone: ZoneInfo
    awake_since: datetime


@dataclass
class Year:
    """The desk, the clock, and everything that was told or planned so far."""

    made: Made
    random: Random
    clock: FixedClock
    desk: Desk
    people: list[PersonId]
    awake_since: datetime
    told: list[Told] = field(default_factory=list)
    digests: list[date] = field(default_factory=list)
    planned: dict[FollowUpId, date] = field(default_factory=dict)
    """The day at which each open follow-up stands, as this harness put it there."""
    digest_days: set[date] = field(default_factory=set)
    """The days on which the program ran between the hour of the digest and the quiet hours."""

    def look(self) -> datetime:
        """What the window does when its hour comes; returns when it looks again."""
        now, home = self.clock.now(), self.clock.zone()
        local = now.astimezone(home)
        if RULES.digest_at <= local.time() < RULES.quiet_from:
            self.digest_days.add(local.date())
        found = standing(self.desk.reader, now, home, RULES)
        for reminder in (reminder for group in found.untold for reminder in group):
            self.told.append(Told(reminder.due, now, home, self.awake_since))
        keep_as_told(self.desk, [reminder.due for group in found.untold for reminder in group])
        if found.digest is not None:
            keep_digest_as_told(self.desk, found.digest.day)
            self.digests.append(found.digest.day)
        return found.next_at

    def awake(self, hours: float) -> None:
        """The program runs: it looks when there is something to tell, and the user works between."""
        until = self.clock.now() + timedelta(hours=hours)
        self.awake_since = self.clock.now()
        next_at = self.look()
        while self.clock.now() < until:
            if self.random.random() < 0.3:
                self.work()
                next_at = self.look()
            pause = min(next_at - self.clock.now(), timedelta(hours=self.random.uniform(0.2, 3)))
            self.clock.moment = min(until, self.clock.now() + max(pause, LONGEST_WAIT))
            if self.clock.now() >= next_at:
                next_at = self.look()

    def away(self) -> None:
        """The laptop is shut, asleep or carried abroad; the program may have been closed."""
        if self.random.random() < 0.5:
            self.desk.close()
            self.desk = self.made.opened(self.clock)
        if self.random.random() < 0.15:
            self.clock.place = self.random.choice(ZONES)
        days = self.random.choice((0, 0, 0, 0, 1, 1, 3, 12))
        self.clock.moment = self.clock.now() + timedelta(days=days, hours=self.random.uniform(0.5, 14))

    def work(self) -> None:
        """One thing that a user does with follow-ups."""
        day, choice = today(self.clock), self.random.random()
        if choice < 0.5 or not self.planned:
            at = time(self.random.randrange(24), self.random.choice((0, 15, 30, 45)))
            due = day + timedelta(days=self.random.choice((0, 1, 1, 2, 5, 9, 30)))
            row = set_follow_up(
                self.desk,
                person_id=self.random.choice(self.people),
                action=Action.CALL,
                reason="Ask",
                due_on=due,
                due_at=at if self.random.random() < 0.7 else None,
            )
            self.planned[row] = due
            return
        row = self.random.choice(list(self.planned))
        if choice < 0.75:
            finish_follow_up(self.desk, row, line="")
            del self.planned[row]
        elif choice < 0.8:
            drop_follow_up(self.desk, row, why="")
            del self.planned[row]
        else:
            later = day + timedelta(days=self.random.choice((1, 2, 14)))
            snooze_follow_up(self.desk, row, until=later, at=time(17) if choice < 0.9 else None)
            self.planned[row] = later

    def in_sections(self) -> list[FollowUpId]:
        """Every open follow-up as often as Today shows it, up to the day of the last."""
        rows = []
        page = today_page(self.desk.reader, today(self.clock))
        rows.extend(row.id for row in (*page.overdue, *page.due_today, *page.coming))
        return rows


def begun(made: Made, seed: int, people: list[PersonId]) -> Year:
    """A year that begins before both switches of the clocks."""
    clock = FixedClock(datetime(2026, 1, 5, 7, tzinfo=UTC), PARIS)
    return Year(made, Random(seed), clock, made.opened(clock), people, clock.now())


def lived(year: Year, days: int) -> Year:
    """Live through so many days; what is shown is compared every time the laptop is opened."""
    end = year.clock.now() + timedelta(days=days)
    while year.clock.now() < end:
        year.awake(year.random.uniform(0.3, 11))
        year.away()
    year.awake(0)
    return year
